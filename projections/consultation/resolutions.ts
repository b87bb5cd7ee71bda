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
  readonly done_on: string | null;
  readonly because: string | null;
  readonly reported_at: string | null;
  readonly status: 'resolved' | 'assigned' | 'overdue' | 'done' | 'not-done' | 'withdrawn';
  /** Whether it was done by its day; 'pending' while it may still be. */
  readonly timeliness:
    'no-day' | 'pending' | 'overdue' | 'timely' | 'late' | 'not-done' | 'withdrawn';
  readonly ends: string;
  readonly reports: string;
};

type Said<T> = Extract<ConsultationEvent, { type: T }>['data'];

const timelinessOf = ({ status, due_on, done_on }: ResolutionRow): ResolutionRow['timeliness'] => {
  if (status === 'withdrawn') return status;
  if (due_on === null) return 'no-day';
  if (status === 'done') return (done_on ?? '') <= due_on ? 'timely' : 'late';
  if (status === 'not-done' || status === 'overdue') return status;
  return 'pending';
};

const assignment = ({ owner, on, due }: Said<'FollowUpAssigned'>) => ({
  owner: owner.body,
  owner_party: partyOf(owner.body),
  owner_office: owner.office ?? null,
  assigned_on: on,
  due_on: due,
});

/** What ended it, or reported on it, by the event id of the fact; the last one counts. */
type End = Pick<ResolutionRow, 'done_on' | 'because'> & {
  readonly fact: string;
  readonly status: 'done' | 'not-done' | 'withdrawn';
};
type Report = { readonly fact: string; readonly on: string; readonly at?: string | undefined };

/** How it ended last; while it waits, a day has passed only when the clock has said so. */
const standing = (row: ResolutionRow): ResolutionRow => {
  const end = (JSON.parse(row.ends) as End[]).at(-1);
  const waits = row.lapsed_on === row.due_on ? 'overdue' : 'assigned';
  const status: ResolutionRow['status'] = end?.status ?? (row.due_on === null ? 'resolved' : waits);
  const now = { ...row, status, done_on: end?.done_on ?? null, because: end?.because ?? null };
  return { ...now, timeliness: timelinessOf(now) };
};

/** The list with this in the place of what the same fact said, or behind what was said before. */
const withOne = (list: string, one: End | Report): string => {
  const all = JSON.parse(list) as (End | Report)[];
  const at = all.findIndex(({ fact }) => fact === one.fact);
  return JSON.stringify(at < 0 ? [...all, one] : all.with(at, one));
};
const without = (list: string, gone: readonly string[]): string =>
  JSON.stringify(
    (JSON.parse(list) as { readonly fact: string }[]).filter(({ fact }) => !gone.includes(fact)),
  );

type Fact<D> = { readonly id: string; readonly data: D & { readonly corrects?: string } };
type Because = { readonly because: string };

const ended = (row: ResolutionRow, end: End): ResolutionRow =>
  standing({ ...row, ends: withOne(row.ends, end) });
const done = (row: ResolutionRow, { id, data }: Fact<{ readonly on: string }>): ResolutionRow =>
  ended(row, { fact: data.corrects ?? id, status: 'done', done_on: data.on, because: null });
const givenUp =
  (status: 'not-done' | 'withdrawn') =>
  (row: ResolutionRow, { id, data }: Fact<Because>): ResolutionRow =>
    ended(row, { fact: data.corrects ?? id, status, done_on: null, because: data.because });

const reporting = (row: ResolutionRow, reports: string): ResolutionRow => {
  const all = JSON.parse(reports) as Report[];
  const reported_at = all.findLast(({ at }) => at !== undefined)?.at ?? null;
  return { ...row, reports, reported_on: all.at(-1)?.on ?? null, reported_at };
};
const reported = (
  row: ResolutionRow,
  { id, data }: Fact<{ readonly on: string; readonly meeting?: string }>,
): ResolutionRow => {
  const one = { fact: data.corrects ?? id, on: data.on, at: data.meeting };
  return reporting(row, withOne(row.reports, one));
};

/** The owner and the day, also said anew. */
const assigned = (
  row: ResolutionRow,
  { data }: { readonly data: Said<'FollowUpAssigned'> },
): ResolutionRow => standing({ ...row, ...assignment(data) });

/** More time; a day that has passed already is overdue again, and what is over stays over. */
const extended = (
  row: ResolutionRow,
  { data }: { readonly data: Said<'FollowUpExtended'> },
): ResolutionRow => standing({ ...row, due_on: data.until, extended_on: data.on });

const resolved = ({ on, text, consenting }: Said<'ItemResolved'>) => ({
  resolved_on: on,
  text,
  consenting: consenting.join(' '),
});

/** What was resolved, who carries it out by when, and what became of it. */
export const resolutions = register<ResolutionRow, ConsultationEvent>({
  table: 'resolutions',
  version: 4,
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
    done_on: 'TEXT',
    because: 'TEXT',
    reported_at: 'TEXT',
    status: 'TEXT NOT NULL',
    timeliness: 'TEXT NOT NULL',
    ends: 'TEXT NOT NULL',
    reports: 'TEXT NOT NULL',
  },
  keeps: ['ends', 'reports'],
  indexes: ['meeting', 'due_on', 'status', 'owner_party'],
  categories: ['consultation'],
  keys: ({ subject, data }) => ('resolution' in data ? [`${subject}/${data.resolution}`] : []),
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
      done_on: null,
      because: null,
      reported_at: null,
      status: 'resolved',
      timeliness: 'no-day',
      ends: '[]',
      reports: '[]',
    }),
  },
  change: {
    ResolutionCorrected: (row, { data }) => ({ ...row, ...resolved(data) }),
    FollowUpAssigned: assigned,
    AssignmentCorrected: assigned,
    FollowUpExtended: extended,
    FollowUpExtensionCorrected: extended,
    ProgressReported: reported,
    ProgressCorrected: reported,
    FollowUpDone: done,
    CompletionCorrected: done,
    FollowUpNotDone: givenUp('not-done'),
    FailureCorrected: givenUp('not-done'),
    FollowUpFellOverdue: (row, { data }) => standing({ ...row, lapsed_on: data.due }),
    ResolutionWithdrawn: givenUp('withdrawn'),
    ResolutionWithdrawalCorrected: givenUp('withdrawn'),
    FollowUpEndTakenBack: (row, { data }) =>
      standing({ ...row, ends: without(row.ends, data.takesBack) }),
    ReportedAtNext: reported,
    ReportAtNextCorrected: reported,
    ReportAtNextTakenBack: (row, { data }) => reporting(row, without(row.reports, data.takesBack)),
  },
});
