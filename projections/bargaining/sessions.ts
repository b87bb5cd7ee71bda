import type { BargainingEvent } from '../../domain/bargaining-case/events.ts';
import { register } from '../projection.ts';

/** One row a bargaining session. */
export type SessionRow = {
  /** `<case>/<session>` */
  readonly id: string;
  readonly case_id: string;
  readonly session: string;
  readonly number: number;
  readonly held_on: string;
  readonly place: string | null;
  readonly chaired_by: string;
  readonly present: number;
  readonly recorder: string | null;
  readonly positions: number;
  readonly closed_on: string | null;
  /** The digest of the signed minutes. */
  readonly minutes: string | null;
};

type Opened = Extract<BargainingEvent, { type: 'SessionOpened' }>['data'];

const said = ({ number, on, place, chairedBy, present, recorder }: Opened) => ({
  number,
  held_on: on,
  place: place ?? null,
  chaired_by: chairedBy,
  present: present.length,
  recorder: recorder ?? null,
});

type Closed = Extract<BargainingEvent, { type: 'SessionClosed' }>['data'];
const closed = (row: SessionRow, { data }: { readonly data: Closed }): SessionRow => ({
  ...row,
  closed_on: data.on,
  minutes: data.minutes[0]?.sha256 ?? null,
});

export const sessions = register<SessionRow, BargainingEvent>({
  table: 'sessions',
  version: 1,
  columns: {
    id: 'TEXT NOT NULL',
    case_id: 'TEXT NOT NULL',
    session: 'TEXT NOT NULL',
    number: 'INTEGER NOT NULL',
    held_on: 'TEXT NOT NULL',
    place: 'TEXT',
    chaired_by: 'TEXT NOT NULL',
    present: 'INTEGER NOT NULL',
    recorder: 'TEXT',
    positions: 'INTEGER NOT NULL',
    closed_on: 'TEXT',
    minutes: 'TEXT',
  },
  indexes: ['case_id, number'],
  categories: ['bargainingCase'],
  keys: ({ subject, data }) =>
    'session' in data && data.session !== undefined ? [`${subject}/${data.session}`] : [],
  create: {
    SessionOpened: ({ subject, data }, id) => ({
      id,
      case_id: subject,
      session: data.session,
      ...said(data),
      positions: 0,
      closed_on: null,
      minutes: null,
    }),
  },
  change: {
    SessionCorrected: (row, { data }) => ({ ...row, ...said(data) }),
    PositionTabled: (row) => ({ ...row, positions: row.positions + 1 }),
    SessionClosed: closed,
    SessionClosingCorrected: closed,
  },
});
