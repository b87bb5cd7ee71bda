import { levelAbove } from '../law/forums.ts';
import { ensure } from './rules.ts';
import {
  inOrder,
  noted,
  wasSaid,
  type After,
  type Phase,
  type State,
  type Steps,
} from './state.ts';

const over: Phase[] = ['closed', 'issued'];

/** Every body that was present has signed, and on these days. */
const signatures = ({ present, signed }: State): string[] =>
  present.map((body) => signed[body] ?? '');

export const minutesSteps: Steps<
  'DrawUpMinutes' | 'SignMinutes' | 'IssueJointDocument' | 'ReportUpward'
> = {
  DrawUpMinutes: {
    already: (data, state) => wasSaid(state, 'minutes', data),
    in: ['closed'],
    otherwise: 'not-now',
    record: (data, state) => {
      ensure(state.minutesOn === '', 'minutes-once');
      inOrder(state.closedOn, data.on);
      return [{ type: 'MinutesDrawnUp', data }];
    },
  },
  SignMinutes: {
    already: ({ body, on }, { signed }) => signed[body] === on,
    in: ['closed'],
    otherwise: 'not-now',
    record: (data, state) => {
      ensure(state.minutesOn !== '', 'minutes-first');
      const signs = state.present.includes(data.body) && state.signed[data.body] === undefined;
      ensure(signs, 'present-bodies-sign');
      inOrder(state.minutesOn, data.on);
      return [{ type: 'MinutesSigned', data }];
    },
  },
  IssueJointDocument: {
    already: (data, state) => wasSaid(state, 'issue', data),
    in: ['closed'],
    otherwise: 'not-now',
    record: (data, state) => {
      const days = signatures(state);
      ensure(
        days.every((day) => day !== ''),
        'minutes-signed-by-all',
      );
      const standing = Object.values(state.resolutions).some(({ end }) => end !== 'withdrawn');
      ensure(standing, 'resolved-something');
      for (const day of days) inOrder(day, data.on);
      return [{ type: 'JointDocumentIssued', data }];
    },
  },
  ReportUpward: {
    already: (data, state) => wasSaid(state, 'upward', data),
    in: over,
    otherwise: 'not-now',
    record: (data, state) => {
      const to = levelAbove(state.level);
      ensure(to !== undefined, 'level-above');
      ensure(state.reportedOn === '', 'reported-upward-once');
      inOrder(state.closedOn, data.on);
      return to ? [{ type: 'ReportedUpward', data: { ...data, to } }] : [];
    },
  },
};

export const afterMinutes: After<
  'MinutesDrawnUp' | 'MinutesSigned' | 'JointDocumentIssued' | 'ReportedUpward'
> = {
  MinutesDrawnUp: (state, data) => ({ ...noted(state, 'minutes', data), minutesOn: data.on }),
  MinutesSigned: (state, { body, on }) => ({ ...state, signed: { ...state.signed, [body]: on } }),
  JointDocumentIssued: (state, data) => ({
    ...noted(state, 'issue', data),
    phase: 'issued',
    issuedOn: data.on,
  }),
  ReportedUpward: (state, { to: _, ...data }) => ({
    ...noted(state, 'upward', data),
    reportedOn: data.on,
  }),
};
