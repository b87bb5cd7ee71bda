import { isPossibleDivision } from '../law/divisions.ts';
import { forumLaw, partyOf, type Body, type Forum } from '../law/forums.ts';
import { ensure } from './rules.ts';
import {
  inOrder,
  isWaitedFor,
  noted,
  recorded,
  wasSaid,
  type After,
  type Ask,
  type State,
  type Steps,
} from './state.ts';

const isOnce = (list: readonly string[]): boolean => new Set(list).size === list.length;

const ensureSeats = (forum: Forum, seats: readonly Body[], convenor: Body): void => {
  const { bodies, parties, article } = forumLaw(forum);
  const fit = seats.every((body) => bodies[body] !== undefined) && isOnce(seats);
  ensure(fit, 'seats-of-the-forum', article);
  const convened = parties.every((party) => seats.some((body) => partyOf(body) === party));
  ensure(convened, 'every-party-convened', article);
  ensure(seats.includes(convenor), 'body-of-the-meeting');
};

/** What must be so of any notice of a meeting; `subject` is the meeting's own id. */
export const ensureConvening = (
  data: Omit<Ask<'ConveneMeeting'>, 'corrects' | 'reason'>,
  subject: string | undefined,
): void => {
  const { forum, seats, convenor, kind, because, previous, carried, on, meetsOn } = data;
  ensureSeats(
    forum,
    seats.map(({ body }) => body),
    convenor,
  );
  ensure(isPossibleDivision(data.division), 'division-exists');
  ensure((kind === 'extraordinary') === (because !== undefined), 'extraordinary-says-why');
  const fromAnother = previous === undefined ? carried.length === 0 : previous !== subject;
  ensure(fromAnother && isOnce(carried), 'carried-from-a-meeting');
  inOrder(on, meetsOn);
};

/** Resolutions whose follow-up is still waited for. */
const waitedFor = ({ resolutions }: State): string[] =>
  Object.entries(resolutions).flatMap(([id, one]) => (isWaitedFor(one) ? [id] : []));

export const conveningSteps: Steps<'ConveneMeeting' | 'CallOffMeeting' | 'Void'> = {
  ConveneMeeting: {
    already: (data, state) => wasSaid(state, 'convening', data),
    in: ['none'],
    otherwise: 'convened-once',
    record: (data, _, { subject }) => {
      ensureConvening(data, subject);
      return [{ type: 'MeetingConvened', data }];
    },
  },
  CallOffMeeting: {
    already: (data, state) => wasSaid(state, 'calling off', data),
    in: ['convened'],
    otherwise: 'not-now',
    record: (data, state) => {
      inOrder(state.on, data.on);
      return [{ type: 'MeetingCalledOff', data }];
    },
  },
  Void: {
    already: (data, state) => wasSaid(state, 'voiding', data),
    in: [...recorded, 'called-off'],
    otherwise: 'not-now',
    record: (data, state, { subject }) => {
      ensure(data.duplicateOf === undefined || data.duplicateOf !== subject, 'another-meeting');
      const { previous, heard } = state;
      const never = heard.length > 0 ? { previous, heard: [...heard] } : {};
      return [{ type: 'MeetingVoided', data: { ...data, stops: waitedFor(state), ...never } }];
    },
  },
};

export const afterConvening: After<'MeetingConvened' | 'MeetingCalledOff' | 'MeetingVoided'> = {
  MeetingConvened: (state, data) => ({
    ...noted(state, 'convening', data),
    phase: 'convened',
    forum: data.forum,
    level: data.level,
    on: data.on,
    seats: data.seats.map(({ body }) => body),
    previous: data.previous ?? '',
    carried: data.carried,
  }),
  MeetingCalledOff: (state, data) => ({
    ...noted(state, 'calling off', data),
    phase: 'called-off',
  }),
  MeetingVoided: (state, { stops: _, previous: __, heard: ___, ...data }) => ({
    ...noted(state, 'voiding', data),
    phase: 'void',
  }),
};
