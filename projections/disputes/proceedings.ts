import type { DisputeEvent } from '../../domain/dispute-case/events.ts';
import type { Projection, Seen } from '../projection.ts';
import { noSeats, seated } from './seats.ts';

/** One row a body's handling of a dispute; a dispute that went through several bodies has several. */
export type ProceedingRow = {
  /** `<dispute>/<proceeding>` */
  readonly id: string;
  readonly dispute: string;
  readonly proceeding: string;
  readonly level: string;
  readonly body: string;
  readonly came: 'received' | 'joined' | 'transferred' | 'reopened' | 'history';
  readonly came_on: string;
  readonly workers_consented_on: string | null;
  readonly employer_consented_on: string | null;
  readonly accepted_on: string | null;
  readonly mediators: string | null;
  readonly sessions: number;
  readonly last_session_on: string | null;
  /** The session that was recorded last, for the fold alone; '' before. */
  readonly last_session: string;
  readonly extended_to: string | null;
  readonly left_on: string | null;
  /** An outcome, or transferred. */
  readonly outcome: string | null;
  /** The fact that ended it, for the fold alone; '' while it goes on. */
  readonly ending: string;
  /** Who was assigned and recused by which fact, for the fold alone. */
  readonly seats: string;
};

type Of<T> = Extract<DisputeEvent, { type: T }>['data'];
type Says = Partial<ProceedingRow>;
type Teller<D> = (data: D, row: ProceedingRow, fact: string) => Says;

const unborn: Omit<ProceedingRow, 'id' | 'dispute' | 'proceeding'> = {
  level: '',
  body: '',
  came: 'received',
  came_on: '',
  workers_consented_on: null,
  employer_consented_on: null,
  accepted_on: null,
  mediators: null,
  sessions: 0,
  last_session_on: null,
  last_session: '',
  extended_to: null,
  left_on: null,
  outcome: null,
  ending: '',
  seats: noSeats,
};

type Stay = {
  readonly level: string;
  readonly body: string;
  readonly on: string;
  /** The side that applied, and so consents to this body, too. */
  readonly appliedBy?: 'workers' | 'employer' | undefined;
};

const consented = (side: string, on: string): Says =>
  side === 'workers' ? { workers_consented_on: on } : { employer_consented_on: on };

const came =
  (how: ProceedingRow['came']) =>
  ({ level, body, on, appliedBy }: Stay, row: ProceedingRow): Says => ({
    level,
    body,
    came: row.came_on === '' ? how : row.came,
    came_on: row.came_on === '' || row.came === how ? on : row.came_on,
    ...(appliedBy && consented(appliedBy, on)),
  });

const received = (data: Of<'DisputeReceived'>, row: ProceedingRow): Says => ({
  ...came('received')(data, row),
  ...consented(data.by, data.on),
});

type Ended = { readonly on: string; readonly outcome: string; readonly corrects?: string };

const ended = ({ on, outcome, corrects }: Ended, row: ProceedingRow, fact: string): Says => {
  if (corrects !== undefined && corrects !== row.ending) return {};
  return { left_on: on, outcome, ending: corrects ?? fact };
};

/** How an old proceeding ended is told by its own fact, or by the conclusion that came since. */
const history = (
  data: Of<'DisputeRegisteredAsHistory'> & { readonly corrects?: string },
  row: ProceedingRow,
  fact: string,
): Says => {
  const { concludedOn, outcome, corrects = fact } = data;
  const isItsEnd = row.ending === '' || row.ending === corrects;
  const end = {
    left_on: concludedOn ?? null,
    outcome: outcome ?? null,
    ending: concludedOn === undefined ? '' : corrects,
  };
  return {
    level: data.level,
    body: data.body,
    came: 'history',
    came_on: data.receivedOn,
    accepted_on: data.acceptedOn ?? null,
    ...(isItsEnd && end),
  };
};

/** The body it left, and the body it came to: `from` is one row, `proceeding` the other. */
const transferred: Teller<Of<'DisputeTransferred'>> = (data, row, fact) => {
  if (row.proceeding === data.proceeding) return came('transferred')(data, row);
  return data.because === 'earlier-body-ended'
    ? {}
    : ended({ ...data, outcome: 'transferred' }, row, fact);
};

type Seating = Of<'MediatorAssigned'> & { readonly corrects?: string };
const seating =
  (kind: 'assigned' | 'recused') =>
  ({ mediator, corrects }: Seating, { seats }: ProceedingRow, fact: string): Says =>
    seated(seats, kind, corrects ?? fact, mediator);

const says: { readonly [T in DisputeEvent['type']]?: Teller<Of<T>> } = {
  DisputeReceived: received,
  ReceiptCorrected: received,
  DisputeRegisteredAsHistory: history,
  HistoryCorrected: history,
  ProceedingJoined: came('joined'),
  JoiningCorrected: came('joined'),
  DisputeTransferred: transferred,
  TransferCorrected: transferred,
  DisputeReopened: came('reopened'),
  ReopeningCorrected: came('reopened'),
  ConsentGiven: ({ side, on }) => consented(side, on),
  ConsentCorrected: ({ side, on }) => consented(side, on),
  MediationAccepted: ({ on }) => ({ accepted_on: on }),
  AcceptanceCorrected: ({ on }) => ({ accepted_on: on }),
  MediatorAssigned: seating('assigned'),
  AssignmentCorrected: seating('assigned'),
  MediatorRecused: seating('recused'),
  RecusalCorrected: seating('recused'),
  SessionHeld: ({ session, on }, { sessions }) => ({
    sessions: sessions + 1,
    last_session: session,
    last_session_on: on,
  }),
  SessionCorrected: ({ session, on }, { last_session }) =>
    session === last_session ? { last_session_on: on } : {},
  MediationExtended: ({ until }) => ({ extended_to: until }),
  ExtensionCorrected: ({ until }) => ({ extended_to: until }),
  ProceedingEnded: ended,
  ProceedingEndCorrected: ended,
  DisputeConcluded: ended,
  ConclusionCorrected: ended,
};

/** The proceedings that a fact is about. */
const about = ({ data }: Seen<DisputeEvent>): string[] => {
  const { proceeding, from, alongside } = data as {
    readonly proceeding?: string;
    readonly from?: string;
    readonly alongside?: readonly string[];
  };
  if (proceeding === undefined) return [];
  return [proceeding, ...(from === undefined ? [] : [from]), ...(alongside ?? [])];
};

export const proceedings: Projection<ProceedingRow, DisputeEvent> = {
  table: 'proceedings',
  version: 6,
  columns: {
    id: 'TEXT NOT NULL',
    dispute: 'TEXT NOT NULL',
    proceeding: 'TEXT NOT NULL',
    level: 'TEXT NOT NULL',
    body: 'TEXT NOT NULL',
    came: 'TEXT NOT NULL',
    came_on: 'TEXT NOT NULL',
    workers_consented_on: 'TEXT',
    employer_consented_on: 'TEXT',
    accepted_on: 'TEXT',
    mediators: 'TEXT',
    sessions: 'INTEGER NOT NULL',
    last_session_on: 'TEXT',
    last_session: 'TEXT NOT NULL',
    extended_to: 'TEXT',
    left_on: 'TEXT',
    outcome: 'TEXT',
    ending: 'TEXT NOT NULL',
    seats: 'TEXT NOT NULL',
  },
  keeps: ['last_session', 'ending', 'seats'],
  indexes: ['dispute', 'body, left_on', 'level'],
  categories: ['dispute'],
  keys: (event) => (event.type in says ? about(event).map((id) => `${event.subject}/${id}`) : []),
  next: (before, event, id) => {
    const proceeding = id.slice(event.subject.length + 1);
    const row = before ?? { id, dispute: event.subject, proceeding, ...unborn };
    const tell = says[event.type] as Teller<unknown> | undefined;
    return { ...row, ...tell?.(event.data, row, event.id) };
  },
};
