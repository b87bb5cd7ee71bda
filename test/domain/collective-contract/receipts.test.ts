import { describe, it } from 'vitest';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { given } from '../../support/stories/given.ts';
import {
  clock,
  effect,
  filed,
  filedBy,
  inForce,
  objected,
  refiled,
  signed,
  type Said,
} from './facts.ts';

const own = 'national-wage-2000';
const reason = 'a slip of the pen';
const later = '2026-08-01T01:00:00.000Z';
const slip = { corrects: 'fact-1', reason };

describe('a corrected receipt', () => {
  const filing = (receivedOn: string) => ({ ...filedBy(receivedOn), filedOn: '2026-05-25' });
  const correct = (receivedOn: string) =>
    ({ type: 'CorrectFiling', data: { ...slip, ...filing(receivedOn) } }) as const;
  const corrected = (receivedOn: string): ContractEvent => ({
    type: 'FilingCorrected',
    data: { ...slip, ...filing(receivedOn), review: clock('review', receivedOn, own) },
  });

  it('sets the review anew', () =>
    given(collectiveContract, signed(), filed('2026-06-01'))
      .when(correct('2026-06-03'), later)
      .thenRecords(corrected('2026-06-03')));

  it('moves the legal day of an effect by silence', () =>
    given(collectiveContract, ...inForce)
      .when(correct('2026-06-03'), later)
      .thenRecords(corrected('2026-06-03'), {
        type: 'EffectCorrected',
        data: {
          corrects: 'fact-2',
          reason: '报送收到日更正 / the day of receipt was corrected',
          // Fifteen days from 3 June end on 18 June.
          ...(effect('deemed', '2026-06-19').data as Said<'ContractTookEffect'>),
        },
      }));

  it('takes the effect back while the true review still runs', () =>
    given(collectiveContract, ...inForce)
      .when(correct('2026-06-03'), '2026-06-18T15:59:59.999Z')
      .thenRecords(corrected('2026-06-03'), {
        type: 'EffectTakenBack',
        data: { effect: 'fact-2', because: 'filing-corrected', review: 'review' },
      }));

  it('keeps the effect from the first day after the true review', () =>
    given(collectiveContract, ...inForce)
      .when(correct('2026-06-03'), '2026-06-18T16:00:00.000Z')
      .thenRecordsTypes('FilingCorrected', 'EffectCorrected'));

  it('leaves an approval alone', () =>
    given(collectiveContract, signed(), filed('2026-06-01'), effect('explicit', '2026-06-08'))
      .when(correct('2026-06-03'), later)
      .thenRecords(corrected('2026-06-03')));

  it('that says the same records nothing', () =>
    given(collectiveContract, signed(), filed('2026-06-01'))
      .when({ type: 'CorrectFiling', data: { ...slip, ...filedBy('2026-06-01') } }, later)
      .thenRecords());

  it('of a refiling sets the second review anew', () =>
    given(
      collectiveContract,
      signed(),
      filed('2026-06-01'),
      objected('2026-06-10'),
      refiled('2026-06-25'),
    )
      .when(
        {
          type: 'CorrectRefiling',
          data: { corrects: 'fact-3', reason, ...filedBy('2026-06-24', 'A2') },
        },
        later,
      )
      .thenRecords({
        type: 'RefilingCorrected',
        data: {
          corrects: 'fact-3',
          reason,
          ...filedBy('2026-06-24', 'A2'),
          review: clock('review', '2026-06-24', own),
        },
      }));
});
