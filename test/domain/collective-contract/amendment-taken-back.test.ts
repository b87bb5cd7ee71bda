import { describe, expect, it } from 'vitest';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { binding } from '../../../domain/collective-contract/state.ts';
import { fold } from '../../../domain/shared/decider.ts';
import { given, recorded } from '../../support/stories/given.ts';
import {
  amended,
  clock,
  effect,
  filed,
  inForce,
  objected,
  refiled,
  signed,
  termClocks,
  terms,
  type Said,
} from './facts.ts';

const own = 'national-wage-2000';
const reason = '录错合同';
const later = '2026-09-15T01:00:00.000Z';
const back = (id = 'case-9') =>
  ({ type: 'TakeBackAmendment', data: { case: id, reason } }) as const;
type Told = Said<'AmendmentTakenBack'>;
/** How the clocks stand that the contract met on its way to effect. */
const onItsWay = {
  filing: { fact: 'fact-0', deadline: clock('filing', '2026-05-20', own), metOn: '2026-06-01' },
  review: { fact: 'fact-1', deadline: clock('review', '2026-06-01', own), metOn: '2026-06-17' },
};
type Over = { readonly id?: string; readonly way?: Told['stood']; readonly stood?: Told['stood'] };
const takenBack = (
  takesBack: number[],
  clocks: Told['clocks'] = {},
  { id = 'case-9', way = onItsWay, stood = {} }: Over = {},
): ContractEvent => ({
  type: 'AmendmentTakenBack',
  data: {
    ...{ takesBack: takesBack.map((n) => `fact-${String(n)}`), reason, case: id, clocks },
    stood: { ...way, ...stood },
  },
});
const { renewal, term } = termClocks(terms, own);
const publication = clock('publication', '2026-06-17', own);
const window = { fact: 'fact-2', deadline: renewal as NonNullable<typeof renewal> };
const published = { publication: { fact: 'fact-2', deadline: publication, metOn: '2026-06-20' } };
const own2026 = {
  ...(renewal && { 'renewal-opens': renewal }),
  'term-end': term,
};
const state = (...facts: ContractEvent[]) => fold(collectiveContract, recorded(facts));
const until = (termEnd: string) => [
  ...inForce,
  amended({ termEnd }),
  filed('2026-08-05'),
  effect('explicit', '2026-08-10'),
];

describe('an amendment that was never agreed', () => {
  it('leaves a contract that had only signed it as it was', () => {
    given(collectiveContract, ...inForce, amended())
      .when(back(), later)
      .thenRecords(takenBack([3]));
    const after = state(...inForce, amended(), takenBack([3]));
    expect(after).toMatchObject({ phase: 'in-force', texts: [{ case: 'case-7' }] });
  });

  it('takes all that became of it along: filing, objection, filing anew', () => {
    const past = [
      ...[...inForce, amended(), filed('2026-08-05')],
      ...[objected('2026-08-10'), refiled('2026-08-20')],
    ];
    given(collectiveContract, ...past)
      .when(back(), later)
      .thenRecords(takenBack([3, 4, 5, 6]));
    expect(state(...past, takenBack([3, 4, 5, 6]))).toMatchObject({
      phase: 'in-force',
      filing: { receivedOn: '2026-06-01' },
    });
  });

  it('gives the text before its force again, with the clocks that it has', () => {
    const past = [
      ...until('2027-06-30'),
      { type: 'ContractPublished', data: { on: '2026-08-12', means: 'board' } },
    ] as const;
    given(collectiveContract, ...past)
      .when(back(), later)
      .thenRecords(
        takenBack([3, 4, 5, 6], {
          publication,
          ...own2026,
        }),
      );
    const after = state(...past, takenBack([3, 4, 5, 6]));
    expect(binding(after)).toMatchObject({ case: 'case-7', termEnd: '2026-12-31' });
    expect(after).toMatchObject({ phase: 'in-force', publishedOn: '' });
  });

  it('starts no clock that the text before had met', () => {
    const opened = (on: string): ContractEvent => ({
      type: 'RenewalWindowOpened',
      data: { on, article: 'Art 24' },
    });
    const past = [
      ...inForce,
      { type: 'ContractPublished', data: { on: '2026-06-20', means: 'board' } },
      opened('2026-11-01'),
      amended({ termEnd: '2027-06-30', signedOn: '2026-11-02' }),
      filed('2026-11-03'),
      effect('explicit', '2026-11-10'),
    ] as const;
    const stood = { ...published, 'renewal-opens': { ...window, metOn: '2026-11-01' } };
    given(collectiveContract, ...past)
      .when(back(), '2026-11-20T01:00:00.000Z')
      .thenRecords(takenBack([5, 6, 7], { 'term-end': term }, { stood }));
    // The window of its own term opened, too.
    given(collectiveContract, ...past, opened('2027-05-01'))
      .when(back(), '2027-05-05T01:00:00.000Z')
      .thenRecords(takenBack([5, 6, 7, 8], { 'term-end': term }, { stood }));
  });

  it('takes an effect by silence and its taking back along', () => {
    const facts: ContractEvent[] = [
      ...[...inForce, amended(), filed('2026-08-05'), effect('deemed', '2026-08-21')],
      { type: 'EffectTakenBack', data: { effect: 'fact-5', because: 'objection-in-time' } },
      objected('2026-08-10'),
    ];
    given(collectiveContract, ...facts)
      .when(back(), later)
      .thenRecords(takenBack([3, 4, 5, 6, 7]));
    expect(state(...facts, takenBack([3, 4, 5, 6, 7]))).toMatchObject({
      phase: 'in-force',
      effects: [{ on: '2026-06-17' }],
    });
  });

  it('takes back the expiry of its own term, not that of the term before', () => {
    const short: ContractEvent[] = [
      ...until('2026-08-31'),
      { type: 'ContractExpired', data: { on: '2026-09-01' } },
    ];
    const expiry = takenBack([3, 4, 5, 6], {
      publication,
      ...own2026,
    });
    given(collectiveContract, ...short)
      .when(back(), later)
      .thenRecords(expiry);
    expect(state(...short, expiry).phase).toBe('in-force');
    given(collectiveContract, ...[...inForce, amended()], {
      type: 'ContractExpired',
      data: { on: '2027-01-01' },
    })
      .when(back(), '2027-01-05T01:00:00.000Z')
      .thenRecords(takenBack([3]));
  });

  it('is taken back once, and by its own case', () => {
    given(collectiveContract, ...inForce, amended(), takenBack([3]))
      .when(back(), later)
      .thenRecords();
    for (const other of ['case-8', 'case-7'])
      given(collectiveContract, ...inForce, amended())
        .when(back(other), later)
        .thenRecords();
    given(collectiveContract, ...inForce, { type: 'ContractVoided', data: { reason } })
      .when(back(), later)
      .thenRecords();
    given(collectiveContract).when(back(), later).thenRecords();
  });

  it('can be signed again, by the same case', () =>
    given(collectiveContract, ...inForce, amended(), takenBack([3]))
      .when({ type: 'SignAmendment', data: { ...amendedTerms() } }, later)
      .thenRecordsTypes('AmendmentSigned'));
});

const amendedTerms = () => {
  const { filing: _, ...said } = amended().data as Said<'AmendmentSigned'>;
  return said;
};

describe('an amendment that another followed', () => {
  it('waits until the later one is taken back', () => {
    const past = [...until('2026-12-31'), amended({ case: 'case-10', signedOn: '2026-09-01' })];
    given(collectiveContract, ...past)
      .when(back(), later)
      .thenRefuses('last-amendment-first');
    given(collectiveContract, ...past, takenBack([6], {}, { id: 'case-10' }))
      .when(back(), later)
      .thenRecordsTypes('AmendmentTakenBack');
  });

  it('and that was signed in its place goes, and leaves the other its clock', () => {
    const past = [
      ...[...inForce, amended(), filed('2026-08-05'), objected('2026-08-10')],
      amended({ case: 'case-10', signedOn: '2026-09-01' }),
    ];
    given(collectiveContract, ...past)
      .when(back(), later)
      .thenRecords(
        takenBack(
          [3, 4, 5],
          { filing: clock('filing', '2026-09-01', own) },
          { way: { review: onItsWay.review } },
        ),
      );
    const filing = {
      ...{ fact: 'fact-6', deadline: clock('filing', '2026-09-01', own), metOn: '2026-09-04' },
    };
    given(collectiveContract, ...past, filed('2026-09-04'))
      .when(back(), later)
      .thenRecords(
        takenBack([3, 4, 5], { review: clock('review', '2026-09-04', own) }, { way: { filing } }),
      );
    // The one that took its place goes first: then it stands objected to, as before.
    const first = state(...past, takenBack([6], {}, { id: 'case-10' }));
    expect(first).toMatchObject({ phase: 'amendment-objected', texts: [{}, { case: 'case-9' }] });
  });
});

it('an end that was reported under a term taken back is not asked for again', () => {
  const reported = (on: string) =>
    given(
      collectiveContract,
      signed({ profile: 'shandong-wage-2017' }),
      filed('2026-06-01', 'shandong-wage-2017'),
      effect('deemed', '2026-06-17', 'shandong-wage-2017'),
      { type: 'EndReported', data: { on } },
    ).when({ type: 'RecordExpiry', data: {} }, '2027-01-05T01:00:00.000Z');
  const on = '2027-01-01';
  reported('2027-01-01').thenRecords({ type: 'ContractExpired', data: { on } });
  const report = clock('report-end', '2026-12-31', 'shandong-wage-2017');
  reported('2026-12-31').thenRecords({ type: 'ContractExpired', data: { on, report } });
});
