import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ConsultationCommand } from '../../../domain/consultation/commands.ts';
import { consultation } from '../../../domain/consultation/decider.ts';
import type { ConsultationEvent } from '../../../domain/consultation/events.ts';
import type { Resolution, State } from '../../../domain/consultation/state.ts';
import { fold, foldOn } from '../../../domain/shared/decider.ts';
import { agenda } from '../../../projections/consultation/agenda.ts';
import { deadlines } from '../../../projections/deadlines/deadlines.ts';
import { meetings, type MeetingRow } from '../../../projections/consultation/meetings.ts';
import { resolutions, type ResolutionRow } from '../../../projections/consultation/resolutions.ts';
import * as ask from '../../support/stories/consulting.ts';
import { everyone, late } from '../../support/stories/consulting.ts';
import { recorded } from '../../support/stories/given.ts';
import { history } from '../../support/stories/history.ts';
import { rowAfter, rowsAfter } from '../../support/stories/row-after.ts';

const three = everyone.slice(0, 3);
const corrects = fc.nat(20).map((n) => ({ corrects: `fact-${String(n)}`, reason: '录入有误' }));
const correcting = (type: string, ...anew: readonly ConsultationCommand[]) =>
  fc
    .tuple(corrects, fc.constantFrom(...anew))
    .map(([again, { data }]) => ({ type, data: { ...data, ...again } }) as ConsultationCommand);

const acts = fc.constantFrom<ConsultationCommand>(
  ask.propose({ item: 'i2', by: 'industry-federation' }),
  ask.table({ item: 'i2' }),
  ask.drop({ item: 'i2' }),
  ask.hear(),
  ask.hear({ standing: 'not-done', because: '经费' }),
  ask.discuss({ item: 'i2' }),
  ask.discuss(),
  ask.resolve(),
  ask.resolve({ resolution: 'r2', item: 'i2' }),
  ask.defer({ item: 'i2' }),
  ask.remit({ item: 'i2' }),
  ask.close(),
  ask.drawUp(),
  ...everyone.map((body) => ask.sign(body)),
  ask.issue(),
  ask.reportUp(),
  ask.assign(),
  ask.assign({ resolution: 'r2', owner: { body: 'labor-administration' } }),
  ask.progress(),
  ask.done(),
  ask.done({ on: '2026-07-01' }),
  ask.done({ resolution: 'r2' }),
  ask.notDone(),
  ask.overdue(),
  ask.overdue('r2'),
  ask.withdraw({ resolution: 'r2' }),
  ask.reportAtNext(),
  ask.correctReport({ standing: 'under-way' }),
  ask.correctReport({ standing: 'done', doneOn: '2026-07-20' }),
  ask.correctReport({ meeting: 'meeting-4', standing: 'not-done', because: '其他' }),
  ask.takeReportBack(),
  ask.takeReportBack('meeting-4'),
  ask.reportAtNext({ meeting: 'meeting-4', standing: 'not-done', because: '无' }),
);
const ends = fc.constantFrom<ConsultationCommand>(ask.strike(), ask.callOff);
const says = fc.oneof(
  correcting('CorrectConvening', ask.convene({ level: 'county' }), ask.carrying),
  correcting('CorrectOpening', ask.open({ present: three }), ask.open()),
  correcting('CorrectResolution', ask.resolve({ text: '另一决定' }), ask.resolve()),
  correcting(
    'CorrectAssignment',
    ask.assign({ due: '2026-07-31' }),
    ask.assign({ owner: { body: 'enterprise-confederation' } }),
  ),
  correcting('CorrectCompletion', ask.done({ on: '2026-06-10' }), ask.done({ on: '2026-07-10' })),
  correcting('CorrectFailure', ask.notDone({ because: '其他' })),
  correcting(
    'CorrectLastResolutionHearing',
    ask.hear({ standing: 'not-done', because: '其他' }),
    ask.hear({ standing: 'done', doneOn: '2026-03-01' }),
  ),
  corrects.map(({ corrects: takesBack, reason }) => ({
    type: 'TakeBackLastResolutionHearing' as const,
    data: { takesBack, reason },
  })),
);
const any = fc.oneof(
  { weight: 30, arbitrary: acts },
  { weight: 10, arbitrary: says },
  { weight: 1, arbitrary: ends },
);
const start = fc.constantFrom<readonly ConsultationCommand[]>(
  ask.opened,
  ask.resolved,
  ask.assigned,
  [ask.carrying, ask.propose(), ask.table(), ask.open()],
);

/** Where the clock of a follow-up stands when it ended this way. */
const stands = { '': 'running', done: 'met', 'not-done': 'cancelled', withdrawn: 'cancelled' };

const heardAt = (said: Resolution | undefined): string | null =>
  said?.reports.at(-1)?.said.meeting ?? null;

/** What the row of a resolution says is what the state says, and its clock stands accordingly. */
const agreeOn = (row: ResolutionRow, said: Resolution, clock: string | undefined): void => {
  expect(row.due_on ?? '').toBe(said.due);
  if (said.end !== '') expect(row.status).toBe(said.end);
  const isLate = said.end === '' && said.due !== '' && said.overdue === said.due;
  expect(row.status === 'overdue').toBe(isLate);
  expect(clock).toBe(row.due_on === null ? undefined : stands[said.end]);
};

const agreeOnMeeting = (row: MeetingRow | undefined, { phase, present, heard }: State): void => {
  expect([row?.phase, row?.present ?? '']).toStrictEqual([phase, present.join(' ')]);
  expect(row?.heard).toBe(heard.length);
};

/** What the rows say of a history is what its state says. */
const agree = (events: readonly ConsultationEvent[]): void => {
  const state = fold(consultation, recorded(events));
  agreeOnMeeting(rowAfter(meetings, events), state);
  for (const { item, stage } of rowsAfter(agenda, events).values())
    expect(state.items[item]?.stage).toBe(stage);
  if (state.phase === 'void') return;
  const clocks = rowsAfter({ ...deadlines, categories: ['consultation'] }, events);
  const rows = [...rowsAfter(resolutions, events).values()];
  expect(rows.map(({ resolution }) => resolution)).toStrictEqual(Object.keys(state.resolutions));
  for (const { resolution, reported_at } of rows)
    expect(reported_at).toBe(heardAt(state.resolutions[resolution]));
  for (const [id, said] of Object.entries(state.resolutions)) {
    const found = rows.find(({ resolution }) => resolution === id);
    if (found) agreeOn(found, said, clocks.get(`consultation/c1/follow-up:${id}`)?.status);
  }
};

it('any history of a meeting folds, nothing in it is recorded twice, and its tables agree', () => {
  fc.assert(
    fc.property(start, fc.array(any, { minLength: 5, maxLength: 40 }), (first, commands) => {
      const events = history(consultation, [...first, ...commands], { at: late, subject: 'c1' });
      for (const event of events) expect(consultation.event.parse(event)).toStrictEqual(event);
      const facts = recorded(events);
      const half = fold(consultation, facts.slice(0, 5));
      expect(foldOn(consultation, half, facts, facts.length - 5)).toStrictEqual(
        fold(consultation, facts),
      );
      agree(events);
    }),
    { seed: 20260316, numRuns: 300 },
  );
});
