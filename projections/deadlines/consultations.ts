import type { ConsultationEvent } from '../../domain/consultation/events.ts';
import type { Deadline } from '../../domain/shared/values.ts';
import {
  cancels,
  meets,
  overdue,
  recounts,
  starts,
  type DeadlineMove,
  type DeadlineMoves,
} from './moves.ts';

type Of<T> = Extract<ConsultationEvent, { type: T }>['data'];
type Moves = {
  readonly [T in ConsultationEvent['type']]?: (data: Of<T>) => readonly DeadlineMove[];
};

const clockOf = (resolution: string): string => `follow-up:${resolution}`;

/** A day that the meeting set: no calendar has a say in it. */
const set = ({ on, due }: Pick<Of<'FollowUpAssigned'>, 'on' | 'due'>): Deadline => ({
  rule: 'follow-up',
  from: on,
  due,
  period: '',
  article: '',
  calendar: 'final',
  calendarVersion: '',
});

const extended = ({ resolution, on, until }: Of<'FollowUpExtended'>): DeadlineMove[] =>
  recounts(clockOf(resolution), set({ on, due: until }));

const done = ({ resolution, on }: Of<'FollowUpDone'>): DeadlineMove[] => [
  // What was given up before may be done after all.
  { clock: clockOf(resolution), becomes: 'reopened' },
  meets(clockOf(resolution), on),
];

const givenUp = ({ resolution }: { readonly resolution: string }): DeadlineMove[] => [
  { clock: clockOf(resolution), becomes: 'unmet' },
  ...cancels(clockOf(resolution)),
];

/** Without the end that was taken back it stands as it had ended before, or is waited for again. */
const endTakenBack = ({ resolution, end, doneOn }: Of<'FollowUpEndTakenBack'>): DeadlineMove[] => {
  if (end === 'done' && doneOn) return done({ resolution, on: doneOn });
  if (end !== undefined) return givenUp({ resolution });
  const clock = clockOf(resolution);
  return [
    { clock, becomes: 'unmet' },
    { clock, becomes: 'reopened' },
  ];
};

const moves: Moves = {
  FollowUpAssigned: (data) => starts(clockOf(data.resolution), set(data)),
  AssignmentCorrected: (data) => recounts(clockOf(data.resolution), set(data)),
  FollowUpFellOverdue: ({ resolution, due }) => [overdue(clockOf(resolution), due)],
  FollowUpExtended: extended,
  FollowUpExtensionCorrected: extended,
  FollowUpDone: done,
  CompletionCorrected: ({ resolution, on }) => [meets(clockOf(resolution), on)],
  FollowUpNotDone: givenUp,
  FollowUpEndTakenBack: endTakenBack,
  ResolutionWithdrawn: givenUp,
  MeetingVoided: ({ stops }) => cancels(...stops.map(clockOf)),
};

/** What a fact of a consultation does to the days its resolutions are to be done by. */
export const consultationDeadlines: DeadlineMoves<ConsultationEvent> = ({ type, data }) =>
  (moves[type] as ((data: unknown) => readonly DeadlineMove[]) | undefined)?.(data) ?? [];
