import { before } from '../../law/deadlines.ts';
import { same } from '../../shared/same.ts';
import type { Side } from '../../shared/values.ts';
import { dueBeforeSession, named } from '../before-first-session.ts';
import { optional, windowFrom, wound } from '../clocks.ts';
import { ensureSeated, isChief, seated } from '../composition.ts';
import { ensure } from '../rules.ts';
import { lastSaid, repeats } from '../saying.ts';
import {
  inOrder,
  lawOf,
  open,
  other,
  talking,
  type After,
  type Ask,
  type State,
  type Steps,
} from '../state.ts';

const chairArticle = '集体合同规定 Art 34';
const recorderArticle = '集体合同规定 Art 33(5)';

/** What must be done before the sides meet for the first time. */
const ensurePrepared = (state: State, on: string): void => {
  inOrder(state.acceptedOn, on);
  const profile = lawOf(state);
  const { disclosure } = profile;
  const { publishBeforeTalks } = profile.delegates;
  const published = Object.values(state.publishedOn).every((day) => day !== '' && day <= on);
  ensure(
    publishBeforeTalks === null || published,
    'publish-before-talks',
    publishBeforeTalks ?? '',
  );
  if (!disclosure) return;
  const last =
    disclosure.manner === 'within'
      ? on
      : before({ rule: 'disclosure', from: on, period: disclosure, profile }).due;
  ensure(
    state.disclosedOn !== '' && state.disclosedOn <= last,
    'disclose-before-session',
    disclosure.article,
  );
};

/** The side whose turn it is to chair. */
export const nextChair = ({ sessions, firstChair }: State): Side => {
  const first = firstChair === '' ? 'employees' : firstChair;
  return sessions.length % 2 === 0 ? first : other(first);
};

/** The chief, or a deputy with a written authorisation for the day, is there. */
export const speaksFor = (
  state: State,
  side: Side,
  { present, on }: Pick<Ask<'OpenSession'>, 'present' | 'on'>,
): boolean =>
  present.some((person) => isChief(state, side, person, on)) ||
  state.deputies.some(
    (deputy) =>
      deputy.side === side &&
      deputy.from <= on &&
      on <= deputy.until &&
      present.includes(deputy.person),
  );

/** Who sits at the table: delegates only, both chiefs or deputies, a recorder who is none. */
const ensureTable = (state: State, data: Ask<'OpenSession'>): void => {
  const { on, present, recorder } = data;
  const delegates = new Set(
    [...seated(state, 'employer', on), ...seated(state, 'employees', on)].map(
      ({ person }) => person,
    ),
  );
  ensure(
    present.every((person) => delegates.has(person)),
    'only-delegates-sit',
  );
  ensure(
    speaksFor(state, 'employer', data) && speaksFor(state, 'employees', data),
    'chiefs-present',
  );
  ensure(!recorder || !delegates.has(recorder), 'recorder-is-neutral', recorderArticle);
  // The order of the table is Chinese law; elsewhere the sides settle it themselves.
  if (lawOf(state).calendar !== 'CN') return;
  ensure(recorder !== undefined, 'recorder-is-neutral', recorderArticle);
  ensure(data.chairedBy === nextChair(state), 'chair-in-turn', chairArticle);
};

const isOpen = (state: State, session: string): boolean =>
  state.sessions.some(({ id, closedOn }) => id === session && closedOn === '');

export const ensureSession = ({ sessions }: State, session: string | undefined): void =>
  ensure(!session || sessions.some(({ id }) => id === session), 'session-on-file');

/** Minutes are signed by who was there. */
export const ensureSigners = (
  state: State,
  { session, signedBy }: Pick<Ask<'CloseSession'>, 'session' | 'signedBy'>,
): void => {
  const { present = [], recorder } = lastSaid(state, 'SessionOpened', { session }) ?? {};
  const were = new Set([...present, recorder]);
  ensure(
    signedBy.every((person) => were.has(person)),
    'minutes-signed-by-those-present',
  );
};

export const tableSteps: Steps<
  'Disclose' | 'ReportToUpperUnion' | 'OpenSession' | 'TablePosition' | 'CloseSession'
> = {
  Disclose: {
    already: (data, { said }) => same(said[`disclosure ${data.by} ${data.on}`], data),
    in: open,
    otherwise: 'not-now',
    record: (data, state) => {
      inOrder(state.about.on, data.on);
      return [{ type: 'InformationDisclosed', data }];
    },
  },
  ReportToUpperUnion: {
    already: (data, state) =>
      repeats(state.reportedOn === data.on, state, 'ReportedToUpperUnion', data),
    in: open,
    otherwise: 'not-now',
    record: (data, state) => {
      inOrder(state.about.on, data.on);
      return [{ type: 'ReportedToUpperUnion', data }];
    },
  },
  OpenSession: {
    already: (data, state) => {
      const held = state.sessions.some(({ id, on }) => id === data.session && on === data.on);
      return repeats(held, state, 'SessionOpened', data);
    },
    in: ['accepted', 'bargaining', 'deadlocked'],
    otherwise: 'not-now',
    record: (data, state) => {
      const last = state.sessions.at(-1);
      ensure(!state.sessions.some(({ id }) => id === data.session), 'session-once');
      ensure(last?.closedOn !== '', 'close-session-first');
      if (last) inOrder(last.closedOn, data.on);
      else ensurePrepared(state, data.on);
      ensureSeated(state, data.on);
      ensureTable(state, data);
      const window = windowFrom(state, 'first-session', data.on);
      const number = state.sessions.length + 1;
      const due = last ? {} : dueBeforeSession(state, data.on);
      const clocks = { ...optional('window', window), ...due };
      return [{ type: 'SessionOpened', data: { ...data, number, ...clocks } }];
    },
  },
  TablePosition: {
    already: (data, { said }) =>
      same(said[`position ${data.session} ${data.side} ${data.item}`], data),
    in: talking,
    otherwise: 'not-now',
    record: (data, state) => {
      ensureSession(state, data.session);
      ensure(isOpen(state, data.session), 'closed-once');
      return [{ type: 'PositionTabled', data }];
    },
  },
  CloseSession: {
    already: (data, state) => {
      const closed = state.sessions.some(
        ({ id, closedOn }) => id === data.session && closedOn === data.on,
      );
      return repeats(closed, state, 'SessionClosed', data);
    },
    in: talking,
    otherwise: 'not-now',
    record: (data, state) => {
      ensureSession(state, data.session);
      ensure(isOpen(state, data.session), 'closed-once');
      inOrder(state.sessions.find(({ id }) => id === data.session)?.on ?? '', data.on);
      ensureSigners(state, data);
      return [{ type: 'SessionClosed', data }];
    },
  },
};

export const afterTable: After<
  | 'InformationDisclosed'
  | 'ReportedToUpperUnion'
  | 'SessionOpened'
  | 'PositionTabled'
  | 'SessionClosed'
> = {
  InformationDisclosed: (state, data) => ({
    ...state,
    said: { ...state.said, [`disclosure ${data.by} ${data.on}`]: data },
    // What the employer disclosed first is what the other side prepared with.
    disclosedOn: data.by === 'employer' && state.disclosedOn === '' ? data.on : state.disclosedOn,
    clocks: wound(state, data.by === 'employer' ? { disclosure: undefined } : {}),
  }),
  ReportedToUpperUnion: (state, { on }) => ({
    ...state,
    reportedOn: on,
    clocks: wound(state, { 'report-to-upper-union': undefined }),
  }),
  SessionOpened: (state, { session, on, window, report }) => ({
    ...state,
    phase: 'bargaining',
    sessions: [...state.sessions, { id: session, on, closedOn: '' }],
    clocks: wound(state, {
      application: undefined,
      ...(window && { window }),
      ...(state.reportedOn === '' && named({ report })),
    }),
  }),
  PositionTabled: (state, data) => ({
    ...state,
    said: { ...state.said, [`position ${data.session} ${data.side} ${data.item}`]: data },
  }),
  SessionClosed: (state, { session, on }) => ({
    ...state,
    sessions: state.sessions.map((held) =>
      held.id === session ? { ...held, closedOn: on } : held,
    ),
  }),
};
