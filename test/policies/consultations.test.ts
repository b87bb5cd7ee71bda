import { expect, it } from 'vitest';
import type { ConsultationCommand } from '../../domain/consultation/commands.ts';
import { consultation } from '../../domain/consultation/decider.ts';
import { nextMeetingReportsOnTheLast } from '../../domain/policies/next-meeting-reports-on-the-last.ts';
import { onDeadline } from '../../domain/policies/on-deadline.ts';
import { after, carrying, hear, idOf, open, propose } from '../support/stories/consulting.ts';

const { orders } = nextMeetingReportsOnTheLast;
const reason = '会议记录核对';

it('what a meeting hears of the last one is recorded where it was resolved', () => {
  const why = hear({ standing: 'not-done', because: '经费未落实' });
  const command = {
    type: 'RecordReportAtNext',
    data: {
      resolution: 'r0',
      meeting: 'meeting-2',
      on: '2026-03-16',
      standing: 'not-done',
      because: '经费未落实',
    },
  };
  const heard = after(carrying, open(), why).flatMap((fact) => orders(fact, 'meeting-2', []));
  expect(heard).toStrictEqual([{ category: 'consultation', id: 'meeting-1', command }]);
  expect(consultation.command.parse(command)).toStrictEqual(command);
});

it('what it heard is said anew there, and taken back there', () => {
  const past = [carrying, open(), hear()];
  const named = idOf(past, 'LastResolutionHeard');
  const { data } = hear({ standing: 'done', doneOn: '2026-03-01' });
  const ordered = (command: unknown) =>
    after(...past, command as ConsultationCommand)
      .slice(-1)
      .flatMap((fact) => orders(fact, 'meeting-2', []));
  const correct = {
    type: 'CorrectLastResolutionHearing',
    data: { ...data, corrects: named, reason },
  };
  const back = { type: 'TakeBackLastResolutionHearing', data: { takesBack: named, reason } };
  const about = { resolution: 'r0', meeting: 'meeting-2', reason };
  const there = { category: 'consultation', id: 'meeting-1' };
  const said = { ...about, on: '2026-03-16', standing: 'done', doneOn: '2026-03-01' };
  const takesBack = [{ ...there, command: { type: 'TakeBackReportAtNext', data: about } }];
  expect(ordered(correct)).toStrictEqual([
    { ...there, command: { type: 'CorrectReportAtNext', data: said } },
  ]);
  expect(ordered(back)).toStrictEqual(takesBack);
  expect(ordered({ type: 'Void', data: { reason } })).toStrictEqual(takesBack);
  for (const { command } of [...ordered(correct), ...takesBack])
    expect(consultation.command.parse(command)).toStrictEqual(command);
});

it('what it does itself concerns no other meeting', () =>
  expect(
    after(carrying, propose(), open()).flatMap((fact) => orders(fact, 'meeting-2', [])),
  ).toStrictEqual([]));

it('a resolution whose day passed falls overdue', () => {
  const passed = { category: 'consultation', rule: 'follow-up', about: 'r1' } as const;
  const command = { type: 'RecordFollowUpOverdue', data: { resolution: 'r1' } };
  expect(onDeadline(passed)).toStrictEqual({ when: 'passed', command });
  expect(consultation.command.parse(command)).toStrictEqual(command);
});
