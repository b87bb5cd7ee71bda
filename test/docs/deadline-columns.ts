/** What the columns of deadlines say. */
export const deadlineColumns: Readonly<Record<string, string>> = {
  'deadlines.id': '`<category>/<subject>/<clock>`',
  'deadlines.rule': 'Which clock',
  'deadlines.about': 'An offer, a seat or a side it is about, or nothing',
  'deadlines.from_on': 'The day it is counted from, itself excluded',
  'deadlines.from_event': 'Event id of the fact it counts from, or that said its days anew',
  'deadlines.period': 'How long',
  'deadlines.article': 'Where the law says it',
  'deadlines.calendar': 'final or provisional',
  'deadlines.calendar_version': 'The calendar it was counted with',
  'deadlines.status':
    'running, suspended, met, cancelled or superseded; overdue is running and past',
  'deadlines.met_on': 'Day it was met',
  'deadlines.overdue_on': 'The last day, where the clock recorded that it passed',
};
