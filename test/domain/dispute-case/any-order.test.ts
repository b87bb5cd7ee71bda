import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import { disputeCase } from '../../../domain/dispute-case/decider.ts';
import type { DisputeEvent } from '../../../domain/dispute-case/events.ts';
import { enterprisesOf } from '../../../domain/dispute-case/steps/receipt/following-employers.ts';
import { fold } from '../../../domain/shared/decider.ts';
import { learnDispute, unknownDispute } from '../../../projections/accounts/dispute-dossier.ts';
import { disputeSpells } from '../../../projections/accounts/dispute-life.ts';
import { learnSettlement, nothingSettled } from '../../../projections/accounts/settlement-life.ts';
import { claims } from '../../../projections/disputes/claims.ts';
import { deadlines } from '../../../projections/deadlines/deadlines.ts';
import { disputeDocket } from '../../../projections/disputes/dispute-docket.ts';
import { proceedings } from '../../../projections/disputes/proceedings.ts';
import { settlementItems } from '../../../projections/disputes/settlement-items.ts';
import { settlements } from '../../../projections/disputes/settlements.ts';
import * as later from '../../support/stories/arbitrations.ts';
import * as ask from '../../support/stories/disputes.ts';
import { recorded } from '../../support/stories/given.ts';
import { history } from '../../support/stories/history.ts';
import { rowsAfter } from '../../support/stories/row-after.ts';

const asides = fc.constantFrom<DisputeCommand>(
  ask.claim({ claim: 'c2', item: 'reinstatement', fen: undefined }),
  ask.amend({ claim: 'c2' }),
  ask.agreeTo({ proceeding: 'committee', on: '2026-03-05' }),
  ask.accept({ proceeding: 'committee', on: '2026-03-06' }),
  ask.agreeTo({ proceeding: 'city', on: '2026-03-10' }),
  ask.accept({ proceeding: 'city', on: '2026-03-11' }),
  ask.assign({ proceeding: 'city', on: '2026-03-11' }),
  ask.session({ proceeding: 'city', session: 's2', on: '2026-03-12' }),
  ask.join(),
  ask.transfer(),
  ask.extend(),
  ask.suspend(),
  ask.suspend({ on: '2026-05-20' }),
  ask.resume(),
  ask.resume('2026-05-25'),
  ask.declineIt(),
  ask.interest('qian'),
  ask.conclude(),
  ask.conclude({ proceeding: 'committee' }),
  ask.conclude({ proceeding: 'city', outcome: 'withdrawn', ending: 'applicant-withdrew' }),
  ask.reopen(),
  ask.reopen({ because: 'agreement-void', on: '2026-04-01', proceeding: 'anew' }),
  { type: 'JoinClaimant', data: { claimant: 'li', on: '2026-03-05' } },
  { type: 'RecordClaimantLeaving', data: { claimant: 'li', on: '2026-03-06' } },
  { type: 'SucceedClaimant', data: { claimant: 'wang', successors: ['wife'], on: '2026-03-06' } },
  {
    type: 'JoinEmployer',
    data: { on: '2026-03-06', employer: { enterprise: 'new-mill', role: 'successor' } },
  },
  ...['2026-03-07', '2026-03-08'].map((on): DisputeCommand => ({
    type: 'FollowEmployers',
    data: { changes: [{ act: 'merger', enterprise: 'mill', on, heirs: ['heir'] }] },
  })),
  { type: 'FollowEmployers', data: { changes: [], released: 'new-mill' } },
  ask.amend({ becomes: 'changed', fen: 900_000 }),
  ask.pay({ fen: 500_000 }),
  ask.pay({ part: 'p2', fen: 1_500_000, on: '2026-05-06' }),
  ask.confirm(),
  { type: 'RecordDefault', data: { settlement: 'a1', item: 'i1' } },
  { type: 'RecordAcceptanceSilence', data: {} },
  { type: 'RecordAwardOverdue', data: {} },
  { type: 'RecordNoSuit', data: { service: 'v1' } },
  { type: 'RecordNoSuit', data: { service: 'v2' } },
  { type: 'RecomputeDeadlines', data: {} },
  {
    type: 'StartLimitation',
    data: { from: '2025-06-02', runs: 'one-year' },
  },
  { type: 'StartLimitation', data: { from: '2025-06-02', runs: 'not-while-employed' } },
  { type: 'InterruptLimitation', data: { on: '2026-03-05', by: 'promise' } },
  { type: 'SuspendLimitation', data: { on: '2026-03-06', because: 'force-majeure' } },
  { type: 'ResumeLimitation', data: { on: '2026-03-16' } },
  { type: 'RequestNegotiation', data: { on: '2026-03-03', by: 'workers' } },
  { type: 'RecordNoNegotiation', data: {} },
  later.hearing(),
  later.sue(),
  later.setAside(),
);

const corrects: Readonly<Record<string, string>> = {
  ReceiveDispute: 'CorrectReceipt',
  MakeClaim: 'CorrectClaim',
  ExtendMediation: 'CorrectExtension',
  ReopenDispute: 'CorrectReopening',
  TransferDispute: 'CorrectTransfer',
  AcceptMediation: 'CorrectAcceptance',
  SuspendHandling: 'CorrectSuspension',
  ResumeHandling: 'CorrectResumption',
  ConcludeDispute: 'CorrectConclusion',
  ReachSettlement: 'CorrectSettlement',
  SignSettlement: 'CorrectSignature',
  RecordPerformance: 'CorrectPerformance',
  StartLimitation: 'CorrectLimitation',
  InterruptLimitation: 'CorrectInterruption',
  SuspendLimitation: 'CorrectLimitationSuspension',
  ResumeLimitation: 'CorrectLimitationResumption',
};
/** A correction of some fact; most name one of another kind and are refused. */
const corrections = fc
  .tuple(
    fc.nat(20),
    fc.constantFrom<DisputeCommand>(
      ask.receive({ on: '2026-02-27' }),
      ask.claim({ fen: 7 }),
      ask.accept({ on: '2026-03-05' }),
      ask.extend({ until: '2026-04-06' }),
      ask.reopen({ on: '2026-04-21' }),
      ask.transfer({ on: '2026-03-11' }),
      ask.suspend({ on: '2026-03-11' }),
      ask.resume('2026-03-17'),
      ask.conclude({ on: '2026-03-18' }),
      ask.settle({
        items: [{ item: 'i1', claim: 'c1', ground: 'pay', fen: 1_000_000, due: '2026-05-15' }],
      }),
      ask.sign('workers', { on: '2026-03-16' }),
      ask.pay({ fen: 100 }),
      { type: 'StartLimitation', data: { from: '2025-06-06', runs: 'one-year' } },
      { type: 'InterruptLimitation', data: { on: '2026-03-04', by: 'promise' } },
      { type: 'SuspendLimitation', data: { on: '2026-03-09', because: 'other' } },
      { type: 'ResumeLimitation', data: { on: '2026-03-12' } },
      {
        type: 'CorrectProceedingEnd',
        data: {
          corrects: '',
          reason: '',
          proceeding: 'street',
          on: '2026-03-12',
          outcome: 'failed',
        },
      },
    ),
  )
  .map(([n, { type, data }]) => ({
    type: corrects[type] ?? type,
    data: { ...data, corrects: `fact-${String(n)}`, reason: '录入有误' },
  })) as fc.Arbitrary<DisputeCommand>;

const between = fc.array(
  fc.oneof({ weight: 4, arbitrary: asides }, { weight: 1, arbitrary: corrections }),
  { maxLength: 3 },
);

const ways: readonly (readonly DisputeCommand[])[] = [
  [...ask.settled, ask.pay(), later.file(), later.take()],
  later.served,
  [...later.mixed, later.serve(), later.serve({ service: 'v2', to: 'employer', on: '2026-06-17' })],
];

/** A likely life up to some point, with anything in between. */
const lives = fc
  .record({
    way: fc.constantFrom(...ways),
    length: fc.integer({ min: 2, max: 16 }),
    asides: fc.array(between, { minLength: 16, maxLength: 16 }),
  })
  .map(({ way, length, asides: more }) =>
    way.slice(0, length).flatMap((step, i) => [step, ...(more[i] ?? [])]),
  );

type Now = ReturnType<typeof fold<typeof disputeCase.initial, DisputeCommand, DisputeEvent>>;

/** The docket and the proceedings say where the dispute stands. */
const standsIn = (events: readonly DisputeEvent[], state: Now): void => {
  const row = rowsAfter(disputeDocket, events).get('c1');
  expect(row?.phase).toBe(state.phase);
  expect([row?.proceeding, row?.outcome ?? '']).toStrictEqual([
    state.standing,
    state.conclusion?.outcome ?? '',
  ]);
  for (const { proceeding, outcome } of rowsAfter(proceedings, events).values())
    expect(outcome ?? '').toBe(state.proceedings[proceeding]?.ended);
};

const sorted = (names: readonly string[]): readonly string[] => names.toSorted();

/** The docket names who is there, and the days. */
const showsIn = (events: readonly DisputeEvent[], state: Now): void => {
  const row = rowsAfter(disputeDocket, events).get('c1');
  const there = Object.values(state.claimants).filter((stays) => stays !== 'left');
  expect(row).toMatchObject({
    claimants: there.length,
    received_on: state.about.on,
    concluded_on: state.conclusion?.on ?? null,
  });
  expect(sorted(row?.enterprises?.split(' ') ?? [])).toStrictEqual(sorted(enterprisesOf(state)));
};

const seenOf = (events: readonly DisputeEvent[]) =>
  recorded(events).map((fact, i) => ({
    ...fact,
    category: 'dispute' as const,
    subject: 'c1',
    revision: BigInt(i),
    position: BigInt(i + 1),
  }));

/** The books know the days of each body as the clocks do, and when the dispute was concluded. */
const isBooked = (events: readonly DisputeEvent[], state: Now): void => {
  const dossier = seenOf(events).reduce(learnDispute, unknownDispute);
  for (const [proceeding, { receiptDue, acceptanceDue }] of Object.entries(dossier.handlings)) {
    const due = (kind: string) =>
      state.everWound[`mediation-from-${kind}:${proceeding}`]?.due ?? '';
    expect([receiptDue, acceptanceDue]).toStrictEqual([due('receipt'), due('acceptance')]);
  }
  expect(sorted(dossier.enterprises)).toStrictEqual(sorted(enterprisesOf(state)));
  const last = disputeSpells(dossier).at(-1);
  expect([last?.proceeding, last?.outcome]).toStrictEqual([
    state.conclusion?.proceeding ?? state.standing,
    state.conclusion?.outcome ?? '',
  ]);
};

/** What is claimed is the same in the books. */
const isClaimed = (events: readonly DisputeEvent[], state: Now): void => {
  const { claims: booked } = seenOf(events).reduce(learnSettlement, nothingSettled);
  for (const [id, { fen, waived }] of Object.entries(state.claims))
    expect(booked[id]).toMatchObject({ fen: fen ?? null, waived: waived === '' ? 'no' : 'yes' });
};

/** Claims and agreements have their rows, and every fen that was paid stands in them. */
const isOwed = (events: readonly DisputeEvent[], state: Now): void => {
  const rows = rowsAfter(claims, events);
  expect(rows.size).toBe(Object.keys(state.claims).length);
  for (const { claim, claimed_fen } of rows.values())
    expect(claimed_fen).toBe(state.claims[claim]?.fen ?? null);
  expect(rowsAfter(settlements, events).size).toBe(Object.keys(state.settlements).length);
  for (const { settlement, item, paid_fen } of rowsAfter(settlementItems, events).values()) {
    const paid = Object.values(state.settlements[settlement]?.items[item]?.paid ?? {});
    expect(paid_fen).toBe(paid.reduce((sum, { fen }) => sum + fen, 0));
  }
};

/** The deadlines that run are the clocks of the state. */
const runsIn = (events: readonly DisputeEvent[], state: Now): void => {
  const running = [...rowsAfter({ ...deadlines, categories: ['dispute'] }, events).values()]
    .filter(({ status }) => status === 'running' || status === 'suspended')
    .map(({ id, due_on }) => [id.replace('dispute/c1/', ''), due_on]);
  expect(Object.fromEntries(running)).toStrictEqual(
    Object.fromEntries(Object.entries(state.clocks).map(([name, { due }]) => [name, due])),
  );
};

it('any history of a dispute folds, its tables too, and a repeated command records nothing', () => {
  fc.assert(
    fc.property(lives, (commands) => {
      const events = history(disputeCase, commands, { at: ask.late, subject: 'c1' });
      for (const event of events) expect(disputeCase.event.parse(event)).toStrictEqual(event);
      const state = fold(disputeCase, recorded(events));
      standsIn(events, state);
      showsIn(events, state);
      isBooked(events, state);
      isClaimed(events, state);
      isOwed(events, state);
      runsIn(events, state);
    }),
    { seed: 20_260_302, numRuns: 400 },
  );
}, 240_000);
