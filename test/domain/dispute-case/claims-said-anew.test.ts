import { describe, expect, it } from 'vitest';
import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import { claims } from '../../../projections/disputes/claims.ts';
import {
  after,
  amend,
  claimed,
  collective,
  interest,
  mediating,
  saidAnew,
  stateAfter,
  story,
} from '../../support/stories/disputes.ts';
import { rowsAfter } from '../../support/stories/row-after.ts';

type Commands = readonly DisputeCommand[];
type Over = Parameters<typeof amend>[0];

describe('what became of a claim', () => {
  const changed = [...claimed, amend({ becomes: 'changed', fen: 3_000_000 })];
  const anew = (past: Commands, over: Over) =>
    saidAnew(past, 'ClaimAmended', 'CorrectClaimAmendment', {
      ...amend({ becomes: 'changed', fen: 3_000_000 }).data,
      ...over,
    });
  const when = (past: Commands, over: Over) => story(...past).when(anew(past, over));

  it('is said anew with its sum and its day, not as something else', () => {
    when(changed, { on: '2026-03-02' }).thenRecordsTypes('ClaimAmendmentCorrected');
    when(changed, { on: '2026-03-01' }).thenRefuses('days-run-forward');
    when(changed, { becomes: 'waived' }).thenRefuses('corrects-a-fact');
    when(changed, { fen: undefined }).thenRefuses('corrects-a-fact');
    when(changed, {}).thenRecords();
  });
  it('counts with its new sum, in the list too', () => {
    const past = [...changed, anew(changed, { fen: 2_800_000 })];
    expect(stateAfter(...past).claims['c1']?.fen).toBe(2_800_000);
    expect(rowsAfter(claims, after(...past)).get('c1/c1')?.claimed_fen).toBe(2_800_000);
  });
  it('is said anew of the last change only', () => {
    const twice = [...changed, amend({ becomes: 'changed', fen: 3_500_000, on: '2026-03-09' })];
    when(twice, { fen: 2_800_000 }).thenRefuses('not-now');
  });
  it('by representatives needs the consent of whose claim it is', () => {
    const change: Over = { claim: 'c9', becomes: 'changed', fen: 100, consents: ['w9'] };
    const past = [...collective, amend(change)];
    when(past, { ...change, fen: 200 }).thenRecordsTypes('ClaimAmendmentCorrected');
    when(past, { ...change, consents: [] }).thenRefuses('represented-consents');
  });
});

it('an interest said anew of somebody else bars that one, and not who was named by mistake', () => {
  const past = [...mediating, interest('qian')];
  const anew = saidAnew(past, 'InterestRecorded', 'CorrectInterest', interest('sun').data);
  expect(stateAfter(...past, anew).interests).toStrictEqual(['sun']);
  story(...past)
    .when(
      saidAnew(past, 'InterestRecorded', 'CorrectInterest', {
        ...interest('sun').data,
        on: '2026-03-01',
      }),
    )
    .thenRefuses('days-run-forward');
});
