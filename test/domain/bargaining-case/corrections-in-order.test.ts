import { describe, expect, it } from 'vitest';
import type { BargainingCommand } from '../../../domain/bargaining-case/commands.ts';
import { corrected } from '../../support/stories/correcting.ts';
import {
  agree,
  approved,
  bargaining,
  bargainingUnder,
  close,
  consent,
  deadlock,
  drafted,
  hold,
  leave,
  minutes,
  named,
  open,
  publish,
  replace,
  sign,
  signed,
} from '../../support/stories/bargaining.ts';

const apply = (on = '2026-04-20'): BargainingCommand => ({
  type: 'ApplyForCoordination',
  data: { on, by: 'employees' },
});
const accept = (on = '2026-04-22'): BargainingCommand => ({
  type: 'AcceptCoordination',
  data: { on, mode: 'applied' },
});
const extend = (on = '2026-05-20'): BargainingCommand => ({
  type: 'ExtendCoordination',
  data: { on },
});
const end = (on = '2026-05-25'): BargainingCommand => ({
  type: 'RecordCoordinationAgreed',
  data: { on, agreement: [minutes] },
});
const coordinated = [
  ...bargainingUnder('henan-wage-2014'),
  deadlock(),
  apply(),
  accept(),
  extend(),
  end(),
];

describe('what was done about a deadlock is corrected to a day between what came before and after', () => {
  // The consent was on 10 March, and each fact stands on its day above.
  it.each([
    ['DeadlockDeclared', 'CorrectDeadlock', deadlock, '2026-03-10', '2026-04-20'],
    ['CoordinationApplied', 'CorrectApplication', apply, '2026-04-10', '2026-04-22'],
    ['CoordinationAccepted', 'CorrectCoordination', accept, '2026-04-20', '2026-05-20'],
    ['CoordinationExtended', 'CorrectExtension', extend, '2026-04-22', '2026-05-25'],
  ] as const)('%s', (...[fact, command, say, first, last]) => {
    const to = (on: string) => corrected(coordinated, fact, command, say(on));
    expect(to(first).said()).not.toStrictEqual([]);
    to('2020-01-01').thenRefuses('days-run-forward');
    to(dayBefore[first] ?? '').thenRefuses('days-run-forward');
    to(dayAfter[last] ?? '').thenRefuses('days-run-forward');
  });
  const dayBefore: Readonly<Record<string, string>> = {
    '2026-03-10': '2026-03-09',
    '2026-04-10': '2026-04-09',
    '2026-04-20': '2026-04-19',
    '2026-04-22': '2026-04-21',
  };
  const dayAfter: Readonly<Record<string, string>> = {
    '2026-04-20': '2026-04-21',
    '2026-04-22': '2026-04-23',
    '2026-05-20': '2026-05-21',
    '2026-05-25': '2026-05-26',
  };

  it('the agreement after the extension', () => {
    const to = (on: string) =>
      corrected(coordinated, 'CoordinationAgreed', 'CorrectCoordinationAgreement', end(on));
    to('2026-05-20').thenRecordsTypes('CoordinationAgreementCorrected');
    to('2026-05-19').thenRefuses('days-run-forward');
  });
  it('an application in the time that the deadlock leaves for it', () => {
    const late = [...bargainingUnder('henan-wage-2014'), deadlock(), apply('2026-04-24')];
    const to = (on: string) =>
      corrected(late, 'CoordinationApplied', 'CorrectApplication', apply(on));
    to('2026-04-27').thenRecordsTypes('ApplicationCorrected');
    to('2026-04-28').thenRefuses('apply-in-time', '河南省企业工资集体协商条例 Art 37');
  });
  it('an extension before the time without it runs out', () => {
    const running = coordinated.slice(0, -1);
    const to = (on: string) =>
      corrected(running, 'CoordinationExtended', 'CorrectExtension', extend(on));
    to('2026-05-22').thenRecordsTypes('ExtensionCorrected');
    to('2026-05-23').thenRefuses('extend-once');
  });
});

it('an extension that is corrected counts from the coordination as it stands', () => {
  const running = coordinated.slice(0, -1);
  const earlier = corrected(
    running,
    'CoordinationAccepted',
    'CorrectCoordination',
    accept('2026-04-21'),
  );
  expect(earlier.state().clocks.coordination).toMatchObject({
    from: '2026-04-21',
    due: '2026-06-05',
  });
  const again = corrected(
    [...running, earlier.command],
    'CoordinationExtended',
    'CorrectExtension',
    extend('2026-05-19'),
  );
  expect(again.said()).toMatchObject([
    { data: { on: '2026-05-19', coordination: { from: '2026-04-21', due: '2026-06-05' } } },
  ]);
  expect(again.state().clocks.coordination?.due).toBe('2026-06-05');
});

describe('a consent that opened the talks', () => {
  it('came before the first session', () => {
    const to = (on: string) =>
      corrected(bargaining, 'OfferAccepted', 'CorrectAcceptance', consent({ on }));
    to('2026-04-01').thenRecordsTypes('AcceptanceCorrected');
    to('2026-04-02').thenRefuses('days-run-forward');
  });
  it('and before the deadlock, where nobody met', () => {
    const to = (on: string) =>
      corrected([...named, deadlock()], 'OfferAccepted', 'CorrectAcceptance', consent({ on }));
    to('2026-04-10').thenRecordsTypes('AcceptanceCorrected');
    to('2026-04-11').thenRefuses('days-run-forward');
  });
});

describe('a leaving', () => {
  const left = [...bargaining, leave()];
  const to = (on: string, before = left) =>
    corrected(before, 'DelegateLeft', 'CorrectLeaving', leave({ on }));
  it('is of somebody who was a delegate on that day', () => {
    to('2020-01-01').thenRefuses('delegate-of-the-side');
    to('2026-03-11').thenRefuses('delegate-of-the-side');
  });
  it('comes after the last session they sat in', () => {
    to('2026-04-01').thenRefuses('only-delegates-sit');
    to('2026-04-02').thenRecordsTypes('LeavingCorrected');
  });
  it('comes before somebody took the seat', () => {
    to('2026-04-15', [...left, replace()]).thenRecordsTypes('LeavingCorrected');
    to('2026-04-16', [...left, replace()]).thenRefuses('days-run-forward');
  });
  it('of a chief comes after the signature', () => {
    const late = [...signed.slice(0, -1), leave({ on: '2026-05-20' })];
    to('2026-05-15', late).thenRecordsTypes('LeavingCorrected');
    to('2026-05-14', late).thenRefuses('chief-signs');
  });
});

describe('a proposal', () => {
  const clause = { id: 'raise', topic: 'wage-increase', title: '增幅', value: 800 } as const;
  const table = (over: object = {}): BargainingCommand => ({
    type: 'TableProposal',
    data: { proposal: 'p1', side: 'employees', on: '2026-04-01', clause, ...over },
  });
  const counter = (over: object = {}): BargainingCommand => ({
    type: 'CounterProposal',
    data: {
      ...{ proposal: 'p2', counters: 'p1', side: 'employer', on: '2026-04-03', clause },
      ...over,
    },
  });
  const answers: readonly BargainingCommand[] = [
    counter(),
    { type: 'WithdrawProposal', data: { proposal: 'p1', on: '2026-04-03' } },
    { type: 'AgreeTentatively', data: { proposals: ['p1'], on: '2026-04-03' } },
  ];
  const to = (over: object, ...after: readonly BargainingCommand[]) =>
    corrected([...bargaining, table(), ...after], 'ProposalTabled', 'CorrectProposal', table(over));
  it('is made in a session on file, if it names one', () => {
    to({ session: 'nosuch' }).thenRefuses('session-on-file');
    to({ session: 'session-1' }).thenRecordsTypes('ProposalCorrected');
  });
  it('is made after the consent', () => {
    to({ on: '2026-03-09' }).thenRefuses('days-run-forward');
    to({ on: '2026-03-10' }).thenRecordsTypes('ProposalCorrected');
  });
  it.each(answers)('is made before it is answered: $type', (answer) => {
    to({ on: '2026-04-03' }, answer).thenRecordsTypes('ProposalCorrected');
    to({ on: '2026-04-04' }, answer).thenRefuses('days-run-forward');
  });
  it('that counters another is made after it', () => {
    const counters = (on: string) =>
      corrected(
        [...bargaining, table(), counter()],
        'ProposalCountered',
        'CorrectCounter',
        counter({ on }),
      );
    counters('2026-04-01').thenRecordsTypes('CounterCorrected');
    counters('2026-03-31').thenRefuses('days-run-forward');
  });
});

describe('sessions', () => {
  it('keep their order', () => {
    const second = { session: 'session-2', on: '2026-04-08', chairedBy: 'employer' } as const;
    const two = [...bargaining, open(second), close({ session: 'session-2', on: '2026-04-08' })];
    const to = (on: string) => corrected(two, 'SessionOpened', 'CorrectSession', open({ on }));
    to('2026-04-08').thenRecordsTypes('SessionCorrected');
    to('2026-04-09').thenRefuses('days-run-forward');
  });
});

describe('draft, vote and list of delegates', () => {
  it('a draft is agreed before it is voted on', () => {
    const to = (on: string) => corrected(approved, 'DraftAgreed', 'CorrectDraft', agree({ on }));
    to('2026-05-12').thenRecordsTypes('DraftCorrected');
    to('2026-05-13').thenRefuses('days-run-forward');
  });
  it('a congress meets after the draft was agreed and before the chiefs sign', () => {
    const to = (on: string, before = [...approved, sign('employees')]) =>
      corrected(before, 'CongressHeld', 'CorrectCongress', hold({ on }));
    to('2026-05-05').thenRefuses('days-run-forward');
    to('2026-05-06', [...drafted, hold()]).thenRecordsTypes('CongressCorrected', 'DraftApproved');
    to('2026-05-15').thenRefuses('congress-before-signature', '集体合同规定 Art 37');
  });
  it('a list is published after it was named', () => {
    const to = (on: string) =>
      corrected(
        [...named, publish()],
        'DelegatesPublished',
        'CorrectDelegatePublication',
        publish({ on }),
      );
    to('2026-03-12').thenRecordsTypes('DelegatePublicationCorrected');
    to('2026-03-11').thenRefuses('days-run-forward');
  });
});
