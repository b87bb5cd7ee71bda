import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BargainingCommand } from '../../../domain/bargaining-case/commands.ts';
import { bargainingCase } from '../../../domain/bargaining-case/decider.ts';
import { fold } from '../../../domain/shared/decider.ts';
import { caseBoard } from '../../../projections/bargaining/case-board.ts';
import { deadlines } from '../../../projections/deadlines/deadlines.ts';
import { delegates } from '../../../projections/bargaining/delegates.ts';
import { offers } from '../../../projections/bargaining/offers.ts';
import { proposals } from '../../../projections/bargaining/proposals.ts';
import { sessions } from '../../../projections/bargaining/sessions.ts';
import { votes } from '../../../projections/bargaining/votes.ts';
import * as ask from '../../support/stories/bargaining.ts';
import { late } from '../../support/stories/bargaining.ts';
import { recorded } from '../../support/stories/given.ts';
import { history } from '../../support/stories/history.ts';
import { rowsAfter } from '../../support/stories/row-after.ts';

const profiles = [
  'national-2004',
  'shandong-wage-2017',
  'shanghai-2015',
  'henan-wage-2014',
  'hangzhou-wage-2014',
] as const;

const clause = { id: 'raise', topic: 'wage-increase', title: '增幅' } as const;
const pick = (commands: readonly BargainingCommand[]) => fc.constantFrom(...commands);
const days = ['2026-04-13', '2026-04-20', '2026-05-14'] as const;

const steps = pick([
  ask.issue(),
  ask.issue({ offer: 'offer-2', by: 'employer' }),
  ask.receive(),
  ask.receive({ offer: 'offer-2' }),
  ask.consent(),
  ask.consent({ offer: 'offer-2', on: '2026-04-13' }),
  ask.refuse({ offer: 'offer-2' }),
  { type: 'RecordReplyOverdue', data: { offer: 'offer-1' } },
  { type: 'RecordReplyOverdue', data: { offer: 'offer-2' } },
  ask.name('employer'),
  ask.name('employees', { frontLine: 2 }),
  ask.publish(),
  ask.leave(),
  ask.leave({ person: 'w3' }),
  ask.replace(),
  ask.replace({ leaves: 'w3' }),
  ask.appoint(),
  ask.disclose(),
  ask.open(),
  ask.close(),
  ask.open({ session: 'session-2', on: '2026-04-20', chairedBy: 'employer' }),
  ask.close({ session: 'session-2', on: '2026-04-20' }),
  {
    type: 'TableProposal',
    data: { proposal: 'p1', side: 'employees', on: '2026-04-01', clause },
  },
  {
    type: 'CounterProposal',
    data: { proposal: 'p2', counters: 'p1', side: 'employer', on: '2026-04-01', clause },
  },
  { type: 'AgreeTentatively', data: { proposals: ['p2'], on: '2026-04-01' } },
  { type: 'WithdrawProposal', data: { proposal: 'p1', on: '2026-04-01' } },
  ask.suspend(),
  ask.suspend({ ground: 'force-majeure' }),
  ...days.map(ask.resume),
  ask.deadlock(),
  { type: 'ApplyForCoordination', data: { on: '2026-04-20', by: 'employees' } },
  { type: 'AcceptCoordination', data: { on: '2026-04-22', mode: 'applied' } },
  { type: 'RecordNoApplication', data: {} },
  { type: 'RecordWindowOver', data: {} },
  { type: 'RecomputeDeadlines', data: {} },
  ask.agree(),
  ask.agree({ draft: 'draft-2', on: '2026-05-13' }),
  ask.hold(),
  ask.hold({ yes: 40 }),
  ask.hold({ on: '2026-05-16' }),
  { type: 'ReopenNegotiation', data: { on: '2026-05-13' } },
  ask.sign('employees'),
  ask.sign('employer'),
  { type: 'RecordApprovalNotice', data: { draft: 'draft-1', on: '2026-05-20' } },
  ask.end(),
]);

/** A correction of some fact; most name one of another kind and are refused. */
const corrections = fc
  .tuple(
    fc.nat(20),
    pick([
      ask.issue({ on: '2026-03-03' }),
      ask.receive({ on: '2026-03-05' }),
      ask.consent({ on: '2026-03-12' }),
      ask.leave({ on: '2026-04-13' }),
      ask.suspend({ ground: 'force-majeure' }),
      ask.resume('2026-04-17'),
      ask.agree({ termEnd: '2028-04-30' }),
      ask.hold({ yes: 40 }),
      ask.sign('employees', { on: '2026-05-18' }),
    ]),
  )
  .map(([n, { type, data }]) => ({
    type: corrects[type] ?? type,
    data: { ...data, corrects: `fact-${String(n)}`, reason: '录入有误' },
  }));
const corrects: Readonly<Record<string, string>> = {
  IssueOffer: 'CorrectOffer',
  RecordReceipt: 'CorrectReceipt',
  ConsentToOffer: 'CorrectAcceptance',
  RecordDelegateLeaving: 'CorrectLeaving',
  SuspendBargaining: 'CorrectSuspension',
  ResumeBargaining: 'CorrectResumption',
  AgreeDraft: 'CorrectDraft',
  HoldCongress: 'CorrectCongress',
  SignDraft: 'CorrectSignature',
};

const between = fc.array(
  fc.oneof({ weight: 4, arbitrary: steps }, { weight: 1, arbitrary: corrections }),
  { maxLength: 4 },
);

/** A likely life up to some point, with anything in between. */
const lives = fc
  .record({
    profile: fc.constantFrom(...profiles),
    length: fc.integer({ min: 3, max: 15 }),
    asides: fc.array(between, { minLength: 15, maxLength: 15 }),
    after: fc.array(between, { maxLength: 6 }),
  })
  .map(({ profile, length, asides, after }) => {
    const way = [
      ...ask.bargainingUnder(profile),
      ask.agree(),
      ...(profile === 'shanghai-2015' ? [ask.sign('employees'), ask.sign('employer')] : []),
      ask.hold({ on: '2026-05-14' }),
      ask.sign('employees'),
      ask.sign('employer'),
      { type: 'RecordApprovalNotice', data: { draft: 'draft-1', on: '2026-05-20' } },
    ];
    return [
      ...way.slice(0, length).flatMap((step, i) => [step, ...(asides[i] ?? [])]),
      ...after.flat(),
    ];
  }) as fc.Arbitrary<BargainingCommand[]>;

it('any history of a case folds, its tables too, and a repeated command records nothing', () => {
  fc.assert(
    fc.property(lives, (commands) => {
      const events = history(bargainingCase, commands, { at: late, subject: 'c1' });
      for (const event of events) expect(bargainingCase.event.parse(event)).toStrictEqual(event);
      const { phase, clocks } = fold(bargainingCase, recorded(events));
      expect(rowsAfter(caseBoard, events).get('c1')?.phase).toBe(phase);
      rowsAfter(offers, events);
      rowsAfter(proposals, events);
      rowsAfter(delegates, events);
      rowsAfter(sessions, events);
      rowsAfter(votes, events);
      if (['signed', 'closed', 'void'].includes(phase)) return;
      const running = [...rowsAfter(deadlines, events).values()]
        .filter(({ status }) => status === 'running' || status === 'suspended')
        .map(({ id, due_on }) => [id.replace('bargainingCase/c1/', ''), due_on]);
      expect(Object.fromEntries(running)).toStrictEqual(
        Object.fromEntries(Object.entries(clocks).map(([name, { due }]) => [name, due])),
      );
    }),
    { seed: 20_260_301, numRuns: 600 },
  );
});
