import { articleOn, CONSULTATION_ZONE } from '../law/forums.ts';
import { dayOf } from '../shared/calendar.ts';
import { ensureConsensus } from './meeting.ts';
import { ensure } from './rules.ts';
import {
  ensureSeated,
  held,
  inOrder,
  isWaitedFor,
  itemOf,
  noted,
  resolutionOf,
  wasSaid,
  withResolution,
  type After,
  type Ask,
  type End,
  type Resolution,
  type State,
  type Steps,
} from './state.ts';

/** A resolution that somebody is to carry out by a day. */
const assigned = (state: State, id: string): Resolution => {
  const found = resolutionOf(state, id);
  ensure(found.end !== 'withdrawn', 'withdrawn-is-over');
  ensure(found.due !== '', 'assigned-first');
  return found;
};

const isAssigned = ({ due, end }: Resolution): boolean => due !== '' && end !== 'withdrawn';

/** Open while there is such a resolution, whichever it is. */
const whileAny =
  (is: (resolution: Resolution) => boolean) =>
  ({ resolutions }: State): boolean =>
    Object.values(resolutions).some(is);

/** What must be so of any assignment of this resolution. */
export const ensureAssignment = (
  { resolution, owner, on, due }: Ask<'AssignFollowUp'>,
  state: State,
): void => {
  ensureSeated(state, [owner.body]);
  inOrder(resolutionOf(state, resolution).on, on);
  ensure(on <= due, 'due-after-assignment');
};

/** What must be so of any extension: the forum agrees, after the resolution, to a coming day. */
export const ensureExtension = (data: Ask<'ExtendFollowUp'>, state: State): void => {
  const { on, item } = resolutionOf(state, data.resolution);
  inOrder(on, data.on);
  ensure(data.on <= data.until, 'extend-in-time');
  const { subject } = itemOf(state, item);
  ensureConsensus(state, data.consenting, articleOn(state.forum, subject));
};

export const followUpSteps: Steps<
  | 'AssignFollowUp'
  | 'ExtendFollowUp'
  | 'ReportProgress'
  | 'RecordDone'
  | 'RecordNotDone'
  | 'RecordFollowUpOverdue'
  | 'WithdrawResolution'
> = {
  AssignFollowUp: {
    already: (data, state) => wasSaid(state, `assignment ${data.resolution}`, data),
    in: held,
    otherwise: 'not-now',
    offered: whileAny(({ due, end }) => due === '' && end !== 'withdrawn'),
    record: (data, state) => {
      const { due, end } = resolutionOf(state, data.resolution);
      ensure(end !== 'withdrawn', 'withdrawn-is-over');
      ensure(due === '', 'assigned-once');
      ensureAssignment(data, state);
      return [{ type: 'FollowUpAssigned', data }];
    },
  },
  ExtendFollowUp: {
    already: (data, state) => wasSaid(state, `extension ${data.resolution}`, data),
    in: held,
    otherwise: 'not-now',
    offered: whileAny(isWaitedFor),
    record: (data, state) => {
      const { due, end } = assigned(state, data.resolution);
      ensure(end === '', 'done-once');
      ensure(data.on <= due && due < data.until, 'extend-in-time');
      ensureExtension(data, state);
      return [{ type: 'FollowUpExtended', data }];
    },
  },
  ReportProgress: {
    already: (data, state) =>
      wasSaid(state, `progress ${data.resolution} ${data.on} ${data.note}`, data),
    in: held,
    otherwise: 'not-now',
    offered: whileAny(isAssigned),
    record: (data, state) => {
      inOrder(assigned(state, data.resolution).on, data.on);
      return [{ type: 'ProgressReported', data }];
    },
  },
  RecordDone: {
    already: (data, state) => wasSaid(state, `end ${data.resolution}`, data),
    in: held,
    otherwise: 'not-now',
    offered: whileAny((one) => isAssigned(one) && one.end !== 'done'),
    record: (data, state) => {
      const { on, end } = assigned(state, data.resolution);
      ensure(end !== 'done', 'done-once');
      inOrder(on, data.on);
      return [{ type: 'FollowUpDone', data }];
    },
  },
  RecordNotDone: {
    already: (data, state) => wasSaid(state, `end ${data.resolution}`, data),
    in: held,
    otherwise: 'not-now',
    offered: whileAny((one) => isAssigned(one) && one.end !== 'not-done'),
    record: (data, state) => {
      const { on, end } = assigned(state, data.resolution);
      ensure(end !== 'not-done', 'done-once');
      inOrder(on, data.on);
      return [{ type: 'FollowUpNotDone', data }];
    },
  },
  RecordFollowUpOverdue: {
    already: ({ resolution }, { resolutions }) => {
      const found = Object.hasOwn(resolutions, resolution) ? resolutions[resolution] : undefined;
      return (
        found !== undefined &&
        (found.end !== '' || (found.due !== '' && found.overdue === found.due))
      );
    },
    in: held,
    otherwise: 'not-now',
    offered: whileAny(isWaitedFor),
    record: ({ resolution }, state, { at }) => {
      const { due } = resolutionOf(state, resolution);
      ensure(due !== '' && dayOf(at, CONSULTATION_ZONE) > due, 'clock-must-run');
      return [{ type: 'FollowUpFellOverdue', data: { resolution, due } }];
    },
  },
  WithdrawResolution: {
    already: (data, state) => wasSaid(state, `end ${data.resolution}`, data),
    in: held,
    otherwise: 'not-now',
    offered: whileAny(({ end }) => end === '' || end === 'not-done'),
    record: (data, state) => {
      const { on, end } = resolutionOf(state, data.resolution);
      ensure(end !== 'withdrawn', 'withdrawn-is-over');
      ensure(end !== 'done', 'done-once');
      inOrder(on, data.on);
      return [{ type: 'ResolutionWithdrawn', data }];
    },
  },
};

const over =
  (end: Resolution['end'], type: End['type']) =>
  (
    state: State,
    data: End['data'] & { readonly meeting?: string | undefined },
    { id }: { readonly id: string },
  ): State => {
    const { resolution } = data;
    const now = withResolution(state, resolution, ({ ends }) => ({
      end,
      ending: id,
      ends: [...ends, { id, type, data } as End],
    }));
    const { meeting: _, ...said } = data;
    return noted(now, `end ${resolution}`, said);
  };

export const afterFollowUp: After<
  | 'FollowUpAssigned'
  | 'FollowUpExtended'
  | 'ProgressReported'
  | 'FollowUpDone'
  | 'FollowUpNotDone'
  | 'FollowUpFellOverdue'
  | 'ResolutionWithdrawn'
> = {
  FollowUpAssigned: (state, data) => {
    const { resolution, owner, on, due } = data;
    const now = withResolution(state, resolution, () => ({
      owner: owner.body,
      assignedOn: on,
      due,
    }));
    return noted(now, `assignment ${resolution}`, data);
  },
  FollowUpExtended: (state, data, { id }) => {
    const { resolution, until } = data;
    const now = withResolution(state, resolution, () => ({ due: until, extension: id }));
    return noted(now, `extension ${resolution}`, data);
  },
  ProgressReported: (state, data) =>
    noted(state, `progress ${data.resolution} ${data.on} ${data.note}`, data),
  FollowUpDone: over('done', 'FollowUpDone'),
  FollowUpNotDone: over('not-done', 'FollowUpNotDone'),
  FollowUpFellOverdue: (state, { resolution, due }) =>
    withResolution(state, resolution, () => ({ overdue: due })),
  ResolutionWithdrawn: over('withdrawn', 'ResolutionWithdrawn'),
};
