import { expect, it } from 'vitest';
import { consultation } from '../../domain/consultation/decider.ts';
import { nextMeetingReportsOnTheLast } from '../../domain/policies/next-meeting-reports-on-the-last.ts';
import { onDeadline } from '../../domain/policies/on-deadline.ts';
import { after, carrying, hear, open, propose } from '../support/stories/consulting.ts';

const { orders } = nextMeetingReportsOnTheLast;

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
