import type { Body, Forum, MeetingLevel, Stage, Subject } from '../law/forums.ts';
import { saidBefore, type Decider, type Moment } from '../shared/decider.ts';
import { same } from '../shared/same.ts';
import type { ConsultationCommand } from './commands.ts';
import type { ConsultationEvent } from './events.ts';
import { ensure, type Rule } from './rules.ts';

export type Phase = 'none' | 'convened' | 'open' | 'closed' | 'issued' | 'called-off' | 'void';

/** What a fact says, and what a command asks. */
export type Said<T extends ConsultationEvent['type']> = Extract<
  ConsultationEvent,
  { type: T }
>['data'];
export type Ask<T extends ConsultationCommand['type']> = Extract<
  ConsultationCommand,
  { type: T }
>['data'];

export type ItemStage = Stage | 'dropped' | 'discussed' | 'resolved' | 'deferred' | 'remitted';

/** One agenda item, and the day it came to its stage. */
export type Item = {
  readonly by: Body;
  readonly subject: Subject;
  readonly stage: ItemStage;
  readonly on: string;
  /** The day it came to each of its stages, in order, by the fact that said so. */
  readonly days: readonly { readonly id: string; readonly on: string }[];
};

/** What ended a follow-up, by its event id. */
export type End = { readonly id: string } & Extract<
  ConsultationEvent,
  { type: 'FollowUpDone' | 'FollowUpNotDone' | 'ResolutionWithdrawn' }
>;

/** What a later meeting heard of a resolution, by its event id, and how many ends it had by then. */
export type Report = {
  readonly id: string;
  readonly said: Said<'ReportedAtNext'>;
  readonly after: number;
};

/** One resolution and its follow-up; '' is "not yet". */
export type Resolution = {
  readonly item: string;
  readonly on: string;
  readonly consenting: readonly Body[];
  readonly assignedOn: string;
  readonly owner: Body | '';
  readonly due: string;
  /** The event id of the fact that last gave it more time. */
  readonly extension: string;
  readonly end: '' | 'done' | 'not-done' | 'withdrawn';
  /** The event id of the fact that ended it. */
  readonly ending: string;
  /** All that was said to end it, in order; the last counts. */
  readonly ends: readonly End[];
  /** What later meetings heard of it, in order. */
  readonly reports: readonly Report[];
  /** The due day whose lapse is on record. */
  readonly overdue: string;
};

/** What a later decision reads; '' and [] are "not yet". */
export type State = {
  readonly phase: Phase;
  readonly forum: Forum;
  readonly level: MeetingLevel;
  readonly on: string;
  readonly seats: readonly Body[];
  readonly previous: string;
  readonly carried: readonly string[];
  readonly heard: readonly string[];
  readonly openedOn: string;
  readonly present: readonly Body[];
  readonly items: Readonly<Record<string, Item>>;
  readonly resolutions: Readonly<Record<string, Resolution>>;
  readonly closedOn: string;
  readonly minutesOn: string;
  /** The day each body signed the minutes. */
  readonly signed: Readonly<Partial<Record<Body, string>>>;
  readonly issuedOn: string;
  readonly reportedOn: string;
  /** What was recorded under a name, as it was said. */
  readonly said: Readonly<Record<string, unknown>>;
};

export const initial: State = {
  phase: 'none',
  forum: 'tripartite',
  level: 'county',
  on: '',
  seats: [],
  previous: '',
  carried: [],
  heard: [],
  openedOn: '',
  present: [],
  items: {},
  resolutions: {},
  closedOn: '',
  minutesOn: '',
  signed: {},
  issuedOn: '',
  reportedOn: '',
  said: {},
};

export type Consultation = Decider<State, ConsultationCommand, ConsultationEvent, Rule>;
export type Steps<T extends ConsultationCommand['type']> = Pick<Consultation['steps'], T>;
export type After<T extends keyof Consultation['after']> = Pick<Consultation['after'], T>;

/** From the opening on, whatever was done since. */
export const held: Phase[] = ['open', 'closed', 'issued'];
export const recorded: Phase[] = ['convened', ...held];

/** In what order things happen: `later` may be the same day. */
export const inOrder = (earlier: string, later: string): void =>
  ensure(earlier <= later, 'days-run-forward');

/** They sit at this meeting, and nobody is named twice. */
export const ensureSeated = ({ seats }: State, bodies: readonly Body[]): void =>
  ensure(
    new Set(bodies).size === bodies.length && bodies.every((body) => seats.includes(body)),
    'body-of-the-meeting',
  );

/** The state with what was said kept under a name, so that saying it again records nothing. */
export const noted = (state: State, name: string, data: unknown): State => ({
  ...state,
  said: { ...state.said, [name]: data },
});

/** Whether exactly this was said under a name. */
export const wasSaid = ({ said }: State, name: string, data: unknown): boolean =>
  same(said[name], data);

export const itemOf = ({ items }: Pick<State, 'items'>, item: string): Item => {
  const found = Object.hasOwn(items, item) ? items[item] : undefined;
  ensure(found !== undefined, 'item-on-record');
  return found as Item;
};

export const resolutionOf = ({ resolutions }: State, id: string): Resolution => {
  const found = Object.hasOwn(resolutions, id) ? resolutions[id] : undefined;
  ensure(found !== undefined, 'resolution-on-record');
  return found as Resolution;
};

/** Whether its follow-up is still waited for. */
export const isWaitedFor = ({ due, end }: Resolution): boolean => due !== '' && end === '';

/** The state with a resolution as it stands now; a fact about none changes nothing. */
export const withResolution = (
  state: State,
  id: string,
  now: (found: Resolution) => Partial<Resolution>,
): State => {
  const found = state.resolutions[id];
  if (!found) return state;
  return { ...state, resolutions: { ...state.resolutions, [id]: { ...found, ...now(found) } } };
};

/** What the corrected fact says now. Refuses unless it is of this type and about the same thing. */
export const corrected = <T extends ConsultationEvent['type']>(
  type: T,
  data: { readonly corrects: string },
  moment: Moment,
  about: readonly string[],
): Said<T> => {
  const said = saidBefore(type, data, moment, about);
  ensure(said !== undefined, 'corrects-a-fact');
  return said as Said<T>;
};
