import { articleOn, type Body } from '../law/forums.ts';
import type { Moment, Step } from '../shared/decider.ts';
import { same } from '../shared/same.ts';
import { ensureConvening } from './convening.ts';
import type { ConsultationEvent } from './events.ts';
import { ensureAssignment, ensureExtension } from './follow-up.ts';
import { daysOf, ensureConsensus } from './meeting.ts';
import { ensure, type Rule } from './rules.ts';
import {
  corrected,
  ensureSeated,
  held,
  inOrder,
  itemOf,
  recorded,
  resolutionOf,
  type Ask,
  type Phase,
  type Said,
  type State,
  type Steps,
} from './state.ts';

type Type = ConsultationEvent['type'];
export type Correction = Extract<ConsultationEvent, { data: { corrects: string } }>['type'];
type Correct = { readonly corrects: string; readonly reason: string };

/** How one kind of fact is said anew: what it is about stays, and the whole must still hold together. */
type Revision<C extends Correct, F extends Type> = {
  readonly fact: F;
  readonly as: Correction;
  readonly about: readonly (keyof Said<F> & string)[];
  readonly in?: Phase[];
  /** What the fact says beside what is asked. */
  readonly with?: (before: Said<F>) => object;
  readonly holds: (data: C, state: State, moment: Moment) => void;
};

export const correcting = <C extends Correct, F extends Type>(
  revision: Revision<C, F>,
): Step<State, C, ConsultationEvent, Rule> => ({
  in: revision.in ?? held,
  otherwise: 'not-now',
  record: (data, state, moment) => {
    const { corrects, reason, ...asked } = data;
    const before = corrected(revision.fact, data, moment, revision.about);
    const said = { ...asked, ...revision.with?.(before) };
    revision.holds(data, state, moment);
    if (same(before, said)) return [];
    const anew = { type: revision.as, data: { corrects, reason, ...said } } as unknown;
    return [anew as ConsultationEvent];
  },
});

/** Every body that did something at this meeting. */
const acting = ({ items, present, resolutions }: State): Set<Body> =>
  new Set([
    ...present,
    ...Object.values(items).map(({ by }) => by),
    ...Object.values(resolutions).flatMap(({ consenting, owner }) =>
      owner === '' ? consenting : [...consenting, owner],
    ),
  ]);

/** The notice still seats everyone who acted, and carries what was heard. */
const ensureNotice = (data: Ask<'ConveneMeeting'>, state: State, { subject }: Moment): void => {
  ensureConvening(data, subject);
  const seats = data.seats.map(({ body }) => body);
  ensure(
    [...acting(state)].every((body) => seats.includes(body)),
    'body-of-the-meeting',
  );
  const carries = state.heard.every((id) => data.carried.includes(id));
  const sameMeeting = state.heard.length === 0 || data.previous === state.previous;
  ensure(carries && sameMeeting, 'carried-from-a-meeting');
  if (state.openedOn !== '') inOrder(data.on, state.openedOn);
};

/** Whoever is said to have been there signed nothing in vain, and agreed to what was resolved. */
const ensureOpening = ({ on, present }: Ask<'OpenMeeting'>, state: State): void => {
  ensureSeated(state, present);
  inOrder(state.on, on);
  if (state.closedOn !== '') inOrder(on, state.closedOn);
  for (const day of [...daysOf(state, 'heard'), ...daysOf(state, 'discussed')]) inOrder(on, day);
  const signed = Object.keys(state.signed).every((body) => present.includes(body as Body));
  ensure(signed, 'present-bodies-sign');
  for (const resolved of Object.values(state.resolutions)) {
    inOrder(on, resolved.on);
    const { subject } = itemOf(state, resolved.item);
    const article = articleOn(state.forum, subject);
    ensureConsensus({ ...state, present }, resolved.consenting, article);
  }
};

/** Only the end that stands is said anew, on a day after the resolution. */
export const ensureEnd = (
  {
    corrects,
    resolution,
    on,
  }: { readonly corrects: string; readonly resolution: string; readonly on: string },
  state: State,
): void => {
  const found = resolutionOf(state, resolution);
  ensure(found.ending === corrects, 'corrects-a-fact');
  inOrder(found.on, on);
};

/** What was known by the report of the next meeting still is. */
const byReport = ({ meeting }: { readonly meeting?: string | undefined }) =>
  meeting ? { meeting } : {};

export const corrections: Steps<
  | 'CorrectConvening'
  | 'CorrectOpening'
  | 'CorrectResolution'
  | 'CorrectAssignment'
  | 'CorrectFollowUpExtension'
  | 'CorrectCompletion'
  | 'CorrectFailure'
> = {
  CorrectConvening: correcting<Ask<'CorrectConvening'>, 'MeetingConvened'>({
    fact: 'MeetingConvened',
    as: 'ConveningCorrected',
    about: ['forum'],
    in: [...recorded, 'called-off'],
    holds: ensureNotice,
  }),
  CorrectOpening: correcting<Ask<'CorrectOpening'>, 'MeetingOpened'>({
    fact: 'MeetingOpened',
    as: 'OpeningCorrected',
    about: [],
    holds: ensureOpening,
  }),
  CorrectResolution: correcting<Ask<'CorrectResolution'>, 'ItemResolved'>({
    fact: 'ItemResolved',
    as: 'ResolutionCorrected',
    about: ['item', 'resolution'],
    holds: (data, state) => {
      const { subject } = itemOf(state, data.item);
      inOrder(state.openedOn, data.on);
      ensureConsensus(state, data.consenting, articleOn(state.forum, subject));
    },
  }),
  CorrectAssignment: correcting<Ask<'CorrectAssignment'>, 'FollowUpAssigned'>({
    fact: 'FollowUpAssigned',
    as: 'AssignmentCorrected',
    about: ['resolution'],
    holds: (data, state) => {
      ensure(resolutionOf(state, data.resolution).extension === '', 'extended-since');
      ensureAssignment(data, state);
    },
  }),
  CorrectFollowUpExtension: correcting<Ask<'CorrectFollowUpExtension'>, 'FollowUpExtended'>({
    fact: 'FollowUpExtended',
    as: 'FollowUpExtensionCorrected',
    about: ['resolution'],
    holds: (data, state) => {
      const { extension } = resolutionOf(state, data.resolution);
      ensure(extension === data.corrects, 'extended-since');
      ensureExtension(data, state);
    },
  }),
  CorrectCompletion: correcting<Ask<'CorrectCompletion'>, 'FollowUpDone'>({
    fact: 'FollowUpDone',
    as: 'CompletionCorrected',
    about: ['resolution'],
    with: byReport,
    holds: ensureEnd,
  }),
  CorrectFailure: correcting<Ask<'CorrectFailure'>, 'FollowUpNotDone'>({
    fact: 'FollowUpNotDone',
    as: 'FailureCorrected',
    about: ['resolution'],
    with: byReport,
    holds: ensureEnd,
  }),
};
