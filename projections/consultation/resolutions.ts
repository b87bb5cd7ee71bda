import type { ConsultationEvent } from '../../domain/consultation/events.ts';
import { partyOf } from '../../domain/law/forums.ts';
import { register } from '../projection.ts';

/** One resolution of a meeting: the figure `resolution-follow-up` counts these by their due day. */
export type ResolutionRow = {
  /** `<meeting>/<resolution>` */
  readonly id: string;
  readonly meeting: string;
  readonly resolution: string;
  readonly item: string;
  readonly resolved_on: string;
  readonly text: string;
  readonly consenting: string;
  readonly owner: string | null;
  readonly owner_party: string | null;
  readonly owner_office: string | null;
  readonly assigned_on: string | null;
  readonly due_on: string | null;
  /** The day the forum gave it more time. */
  readonly extended_on: string | null;
  /** The due day whose passing is on record. */
  readonly lapsed_on: string | null;
  readonly reported_on: string | null;
  /** The fact that last reported on it. */
  readonly report_fact: string;
  readonly done_on: string | null;
  readonly because: string | null;
  readonly reported_at: string | null;
  readonly status: 'resolved' | 'assigned' | 'overdue' | 'done' | 'not-done' | 'withdrawn';
  /** Whether it was done by its day; 'pending' while it may still be. */
  readonly timeliness:
    'no-day' | 'pending' | 'overdue' | 'timely' | 'late' | 'not-done' | 'withdrawn';
};

type Said<T> = Extract<ConsultationEvent, { type: T }>['data'];

const timelinessOf = ({ status, due_on, done_on }: ResolutionRow): ResolutionRow['timeliness'] => {
  if (status === 'withdrawn') return status;
  if (due_on === null) return 'no-day';
  if (status === 'done') return (done_on ?? '') <= due_on ? 'timely' : 'late';
  if (status === 'not-done' || status === 'overdue') return status;
  return 'pending';
};

const timely = (row: ResolutionRow): ResolutionRow => ({ ...row, timeliness: timelinessOf(row) });

const assignment = ({ owner, on, due }: Said<'FollowUpAssigned'>) => ({
  owner: owner.body,
  owner_party: partyOf(owner.body),
  owner_office: owner.office ?? null,
  assigned_on: on,
  due_on: due,
});

/** A day that was said anew has passed only when the clock has said so. */
const reassigned = (row: ResolutionRow, data: Said<'FollowUpAssigned'>): ResolutionRow => {
  const now = row.lapsed_on === data.due ? 'overdue' : 'assigned';
  const waits = row.status === 'assigned' || row.status === 'overdue';
  return timely({ ...row, ...assignment(data), status: waits ? now : row.status });
};

/** More time; a day that has passed already is overdue again, and what is over stays over. */
const extended = (
  row: ResolutionRow,
  { data }: { readonly data: Said<'FollowUpExtended'> },
): ResolutionRow => {
  const now = row.lapsed_on === data.until ? 'overdue' : 'assigned';
  const waits = row.status === 'assigned' || row.status === 'overdue';
  return timely({
    ...row,
    due_on: data.until,
    extended_on: data.on,
    status: waits ? now : row.status,
  });
};

const resolved = ({ on, text, consenting }: Said<'ItemResolved'>) => ({
  resolved_on: on,
  text,
  consenting: consenting.join(' '),
});

/** What was resolved, who carries it out by when, and what became of it. */
export const resolutions = register<ResolutionRow, ConsultationEvent>({
  table: 'resolutions',
  version: 3,
  columns: {
    id: 'TEXT NOT NULL',
    meeting: 'TEXT NOT NULL',
    resolution: 'TEXT NOT NULL',
    item: 'TEXT NOT NULL',
    resolved_on: 'TEXT NOT NULL',
    text: 'TEXT NOT NULL',
    consenting: 'TEXT NOT NULL',
    owner: 'TEXT',
    owner_party: 'TEXT',
    owner_office: 'TEXT',
    assigned_on: 'TEXT',
    due_on: 'TEXT',
    extended_on: 'TEXT',
    lapsed_on: 'TEXT',
    reported_on: 'TEXT',
    report_fact: 'TEXT NOT NULL',
    done_on: 'TEXT',
    because: 'TEXT',
    reported_at: 'TEXT',
    status: 'TEXT NOT NULL',
    timeliness: 'TEXT NOT NULL',
  },
  keeps: ['report_fact'],
  indexes: ['meeting', 'due_on', 'status', 'owner_party'],
  categories: ['consultation'],
  keys: ({ type, subject, data }) =>
    'resolution' in data && type !== 'LastResolutionHeard' ? [`${subject}/${data.resolution}`] : [],
  create: {
    ItemResolved: ({ subject: meeting, data }, id) => ({
      id,
      meeting,
      resolution: data.resolution,
      item: data.item,
      ...resolved(data),
      owner: null,
      owner_party: null,
      owner_office: null,
      assigned_on: null,
      due_on: null,
      extended_on: null,
      lapsed_on: null,
      reported_on: null,
      report_fact: '',
      done_on: null,
      because: null,
      reported_at: null,
      status: 'resolved',
      timeliness: 'no-day',
    }),
  },
  change: {
    ResolutionCorrected: (row, { data }) => ({ ...row, ...resolved(data) }),
    FollowUpAssigned: (row, { data }) =>
      timely({ ...row, ...assignment(data), status: 'assigned' }),
    AssignmentCorrected: (row, { data }) => reassigned(row, data),
    FollowUpExtended: extended,
    FollowUpExtensionCorrected: extended,
    ProgressReported: (row, { id, data }) => ({ ...row, reported_on: data.on, report_fact: id }),
    ProgressCorrected: (row, { data }) =>
      row.report_fact === data.corrects ? { ...row, reported_on: data.on } : row,
    FollowUpDone: (row, { data }) =>
      timely({ ...row, status: 'done', done_on: data.on, because: null }),
    CompletionCorrected: (row, { data }) => timely({ ...row, done_on: data.on }),
    FollowUpNotDone: (row, { data }) =>
      timely({ ...row, status: 'not-done', done_on: null, because: data.because }),
    FailureCorrected: (row, { data }) => ({ ...row, because: data.because }),
    FollowUpFellOverdue: (row, { data }) =>
      timely({ ...row, status: 'overdue', lapsed_on: data.due }),
    ResolutionWithdrawn: (row, { data }) =>
      timely({ ...row, status: 'withdrawn', because: data.because }),
    ResolutionWithdrawalCorrected: (row, { data }) => ({ ...row, because: data.because }),
    ReportedAtNext: (row, { id, data }) => ({
      ...row,
      reported_on: data.on,
      report_fact: id,
      reported_at: data.meeting,
    }),
  },
});
