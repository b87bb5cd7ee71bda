import { articleOn, forumLaw, partyOf, type Body } from '../law/forums.ts';
import { moved } from './agenda.ts';
import { ensure } from './rules.ts';
import {
  ensureSeated,
  held,
  inOrder,
  itemOf,
  noted,
  wasSaid,
  type After,
  type Ask,
  type Item,
  type Resolution,
  type State,
  type Steps,
} from './state.ts';

const allHeard = ({ carried, heard }: State): boolean => carried.every((id) => heard.includes(id));

/** Nothing is settled behind a party's back, and nothing by majority. */
export const ensureConsensus = (
  { forum, seats, present }: State,
  consenting: readonly Body[],
  article: string,
): void => {
  const there = forumLaw(forum).parties.every((party) =>
    present.some((body) => partyOf(body) === party),
  );
  ensure(there, 'every-party-present', article);
  const named = new Set(consenting).size === consenting.length;
  ensure(named && consenting.every((body) => seats.includes(body)), 'body-of-the-meeting');
  ensure(
    present.every((body) => consenting.includes(body)),
    'by-consensus',
    article,
  );
};

/** An item that was discussed; one that was resolved may be resolved in further points. */
const discussed = (state: State, { item, on }: { item: string; on: string }): Item => {
  const found = itemOf(state, item);
  inOrder(found.on, on);
  return found;
};

/** The days on which something was discussed, or what the last meeting resolved was heard. */
export const daysOf = ({ said }: State, what: 'discussed' | 'heard'): string[] =>
  Object.entries(said).flatMap(([name, data]) =>
    name.startsWith(`${what} `) ? [(data as { readonly on: string }).on] : [],
  );

/** The days of all that was done at the meeting, from its opening on. */
export const daysUntilClosing = (state: State): string[] => [
  state.openedOn,
  ...daysOf(state, 'heard'),
  ...Object.values(state.items).map(({ on }) => on),
];

/** A report says how a resolution stands, and what goes with that. */
export const ensureStanding = ({
  standing,
  doneOn,
  because,
  on,
}: Omit<Ask<'HearLastResolution'>, 'resolution'>): void => {
  const said = (standing === 'done') === (doneOn !== undefined);
  ensure(said && (standing === 'not-done') === (because !== undefined), 'say-how-it-stands');
  inOrder(doneOn ?? on, on);
};

/** It is heard at the meeting, before anything is discussed. */
export const ensureHearing = (data: Ask<'HearLastResolution'>, state: State): void => {
  ensureStanding(data);
  inOrder(state.openedOn, data.on);
  for (const day of [state.closedOn || data.on, ...daysOf(state, 'discussed')])
    inOrder(data.on, day);
};

export const meetingSteps: Steps<
  | 'OpenMeeting'
  | 'HearLastResolution'
  | 'DiscussItem'
  | 'ResolveItem'
  | 'DeferItem'
  | 'RemitItem'
  | 'CloseMeeting'
> = {
  OpenMeeting: {
    already: (data, state) => wasSaid(state, 'opening', data),
    in: ['convened'],
    otherwise: 'not-now',
    record: (data, state) => {
      ensureSeated(state, data.present);
      inOrder(state.on, data.on);
      return [{ type: 'MeetingOpened', data }];
    },
  },
  HearLastResolution: {
    already: (data, state) => wasSaid(state, `heard ${data.resolution}`, data),
    // What was taken back after the meeting closed is heard anew.
    in: held,
    otherwise: 'not-now',
    offered: (state) => !allHeard(state),
    record: (data, state) => {
      ensure(state.carried.includes(data.resolution), 'carried-over');
      ensure(!state.heard.includes(data.resolution), 'heard-once');
      ensureHearing(data, state);
      return [{ type: 'LastResolutionHeard', data: { ...data, previous: state.previous } }];
    },
  },
  DiscussItem: {
    already: (data, state) => wasSaid(state, `discussed ${data.item}`, data),
    in: ['open'],
    otherwise: 'not-now',
    record: (data, state) => {
      const { stage, on } = itemOf(state, data.item);
      ensure(allHeard(state), 'last-meeting-first');
      ensure(stage === 'tabled', 'discuss-what-is-tabled');
      for (const day of [on, state.openedOn, ...daysOf(state, 'heard')]) inOrder(day, data.on);
      return [{ type: 'ItemDiscussed', data }];
    },
  },
  ResolveItem: {
    already: (data, state) => wasSaid(state, `resolution ${data.resolution}`, data),
    in: ['open'],
    otherwise: 'not-now',
    record: (data, state) => {
      const { stage, subject } = discussed(state, data);
      ensure(!Object.hasOwn(state.resolutions, data.resolution), 'resolution-once');
      ensure(stage === 'discussed' || stage === 'resolved', 'discuss-first');
      ensureConsensus(state, data.consenting, articleOn(state.forum, subject));
      return [{ type: 'ItemResolved', data }];
    },
  },
  DeferItem: {
    already: (data, state) => wasSaid(state, `deferred ${data.item}`, data),
    in: ['open'],
    otherwise: 'not-now',
    record: (data, state) => {
      ensure(discussed(state, data).stage === 'discussed', 'discuss-first');
      return [{ type: 'ItemDeferred', data }];
    },
  },
  RemitItem: {
    already: (data, state) => wasSaid(state, `remitted ${data.item}`, data),
    in: ['open'],
    otherwise: 'not-now',
    record: (data, state) => {
      ensure(discussed(state, data).stage === 'discussed', 'discuss-first');
      return [{ type: 'ItemRemitted', data }];
    },
  },
  CloseMeeting: {
    already: ({ on }, { closedOn }) => closedOn === on,
    in: ['open'],
    otherwise: 'not-now',
    record: (data, state) => {
      const items = Object.values(state.items);
      const open = items.some(({ stage }) => stage === 'tabled' || stage === 'discussed');
      ensure(!open && allHeard(state), 'every-item-ends');
      for (const on of daysUntilClosing(state)) inOrder(on, data.on);
      return [{ type: 'MeetingClosed', data }];
    },
  },
};

const decided = ({ item, on, consenting }: Ask<'ResolveItem'>): Resolution => ({
  item,
  on,
  consenting,
  assignedOn: '',
  owner: '',
  due: '',
  extension: '',
  end: '',
  ending: '',
  ends: [],
  reports: [],
  overdue: '',
});

export const afterMeeting: After<
  | 'MeetingOpened'
  | 'LastResolutionHeard'
  | 'LastResolutionHearingTakenBack'
  | 'ItemDiscussed'
  | 'ItemResolved'
  | 'ItemDeferred'
  | 'ItemRemitted'
  | 'MeetingClosed'
> = {
  MeetingOpened: (state, data) => ({
    ...noted(state, 'opening', data),
    phase: 'open',
    openedOn: data.on,
    present: data.present,
  }),
  LastResolutionHeard: (state, { previous: _, ...data }) => ({
    ...noted(state, `heard ${data.resolution}`, data),
    heard: [...state.heard, data.resolution],
  }),
  LastResolutionHearingTakenBack: (state, { takesBack }) =>
    noted(state, `taken back ${String(takesBack[0])}`, takesBack),
  ItemDiscussed: (state, data, fact) => moved(state, data, 'discussed', fact),
  ItemResolved: (state, data, fact) => ({
    ...noted(moved(state, data, 'resolved', fact), `resolution ${data.resolution}`, data),
    resolutions: { ...state.resolutions, [data.resolution]: decided(data) },
  }),
  ItemDeferred: (state, data, fact) => moved(state, data, 'deferred', fact),
  ItemRemitted: (state, data, fact) => moved(state, data, 'remitted', fact),
  MeetingClosed: (state, { on }) => ({ ...state, phase: 'closed', closedOn: on }),
};
