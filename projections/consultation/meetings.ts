import type { ConsultationEvent } from '../../domain/consultation/events.ts';
import { register } from '../projection.ts';

/** One meeting of a tripartite mechanism or a joint conference, as it stands. */
export type MeetingRow = {
  readonly id: string;
  readonly name: string;
  readonly forum: string;
  readonly meeting_kind: string;
  readonly meeting_level: string;
  readonly division: string;
  readonly convenor: string;
  readonly seats: string;
  readonly convened_on: string;
  readonly meets_on: string;
  readonly previous: string | null;
  /** How many resolutions of the meeting before it hears a report on. */
  readonly carried: number;
  readonly heard: number;
  readonly phase: 'convened' | 'open' | 'closed' | 'issued' | 'called-off' | 'void';
  readonly opened_on: string | null;
  readonly present: string | null;
  readonly closed_on: string | null;
  readonly items: number;
  readonly resolutions: number;
  readonly minutes_on: string | null;
  readonly minutes_signed_by: string;
  readonly document_no: string | null;
  readonly issued_on: string | null;
  readonly reported_upward_on: string | null;
  readonly reported_to: string | null;
  readonly duplicate_of: string | null;
};

type Upward = Extract<ConsultationEvent, { type: 'ReportedUpward' }>['data'];
type Notice = Extract<ConsultationEvent, { type: 'MeetingConvened' }>['data'];

const notice = (data: Notice) => ({
  name: data.name,
  forum: data.forum,
  meeting_kind: data.kind,
  meeting_level: data.level,
  division: data.division,
  convenor: data.convenor,
  seats: data.seats.map(({ body }) => body).join(' '),
  convened_on: data.on,
  meets_on: data.meetsOn,
  previous: data.previous ?? null,
  carried: data.carried.length,
});

const opening = ({
  on,
  present,
}: {
  readonly on: string;
  readonly present: readonly string[];
}) => ({
  opened_on: on,
  present: present.join(' '),
});

const reported = (row: MeetingRow, { data }: { readonly data: Upward }): MeetingRow => ({
  ...row,
  reported_upward_on: data.on,
  reported_to: data.to,
});

/** The meetings of every forum. */
export const meetings = register<MeetingRow, ConsultationEvent>({
  table: 'meetings',
  version: 3,
  columns: {
    id: 'TEXT NOT NULL',
    name: 'TEXT NOT NULL',
    forum: 'TEXT NOT NULL',
    meeting_kind: 'TEXT NOT NULL',
    meeting_level: 'TEXT NOT NULL',
    division: 'TEXT NOT NULL',
    convenor: 'TEXT NOT NULL',
    seats: 'TEXT NOT NULL',
    convened_on: 'TEXT NOT NULL',
    meets_on: 'TEXT NOT NULL',
    previous: 'TEXT',
    carried: 'INTEGER NOT NULL',
    heard: 'INTEGER NOT NULL',
    phase: 'TEXT NOT NULL',
    opened_on: 'TEXT',
    present: 'TEXT',
    closed_on: 'TEXT',
    items: 'INTEGER NOT NULL',
    resolutions: 'INTEGER NOT NULL',
    minutes_on: 'TEXT',
    minutes_signed_by: 'TEXT NOT NULL',
    document_no: 'TEXT',
    issued_on: 'TEXT',
    reported_upward_on: 'TEXT',
    reported_to: 'TEXT',
    duplicate_of: 'TEXT',
  },
  indexes: ['forum, meets_on', 'division', 'phase', 'previous'],
  categories: ['consultation'],
  create: {
    MeetingConvened: ({ subject, data }) => ({
      id: subject,
      ...notice(data),
      heard: 0,
      phase: 'convened',
      opened_on: null,
      present: null,
      closed_on: null,
      items: 0,
      resolutions: 0,
      minutes_on: null,
      minutes_signed_by: '',
      document_no: null,
      issued_on: null,
      reported_upward_on: null,
      reported_to: null,
      duplicate_of: null,
    }),
  },
  change: {
    ConveningCorrected: (row, { data }) => ({ ...row, ...notice(data) }),
    MeetingCalledOff: (row) => ({ ...row, phase: 'called-off' }),
    ItemProposed: (row) => ({ ...row, items: row.items + 1 }),
    MeetingOpened: (row, { data }) => ({ ...row, phase: 'open', ...opening(data) }),
    OpeningCorrected: (row, { data }) => ({ ...row, ...opening(data) }),
    LastResolutionHeard: (row) => ({ ...row, heard: row.heard + 1 }),
    LastResolutionHearingTakenBack: (row) => ({ ...row, heard: row.heard - 1 }),
    ItemResolved: (row) => ({ ...row, resolutions: row.resolutions + 1 }),
    MeetingClosed: (row, { data }) => ({ ...row, phase: 'closed', closed_on: data.on }),
    ClosingCorrected: (row, { data }) => ({ ...row, closed_on: data.on }),
    MinutesDrawnUp: (row, { data }) => ({ ...row, minutes_on: data.on }),
    MinutesCorrected: (row, { data }) => ({ ...row, minutes_on: data.on }),
    MinutesSigned: (row, { data }) => ({
      ...row,
      minutes_signed_by: `${row.minutes_signed_by} ${data.body}`.trim(),
    }),
    JointDocumentIssued: (row, { data }) => ({
      ...row,
      phase: 'issued',
      document_no: data.number,
      issued_on: data.on,
    }),
    JointDocumentCorrected: (row, { data }) => ({
      ...row,
      document_no: data.number,
      issued_on: data.on,
    }),
    ReportedUpward: reported,
    UpwardReportCorrected: reported,
    ResolutionWithdrawn: (row) => ({ ...row, resolutions: row.resolutions - 1 }),
    MeetingVoided: (row, { data }) => ({
      ...row,
      phase: 'void',
      duplicate_of: data.duplicateOf ?? null,
    }),
  },
});
