import type { DisputeEvent } from '../../domain/dispute-case/events.ts';
import { disputeDeadlines } from '../deadlines/disputes.ts';
import { clockColumns } from '../deadlines/hands.ts';
import { disputeColumns, unborn, type DisputeRow } from './dispute-row.ts';
import { allParties, joined, listed, ofParties } from './docket-parties.ts';
import { noSeats, seated } from './seats.ts';
import type { Projection } from '../projection.ts';
import { phaseSince } from '../phase-since.ts';

type Of<T> = Extract<DisputeEvent, { type: T }>['data'];
type Says = Partial<DisputeRow>;
type Body = Pick<DisputeRow, 'level' | 'body' | 'accepted_on' | 'mediators'>;
/** `stays` is 'ended' for a body that has the dispute no more; `seats` tell who mediates by which fact. */
type Stays = { readonly stays: 'open' | 'ended'; readonly seats: string };
type Bodies = Readonly<Record<string, Body & Stays>>;

const bodiesOf = ({ bodies }: DisputeRow): Bodies => JSON.parse(bodies) as Bodies;

const unknown = {
  level: '',
  body: '',
  accepted_on: null,
  mediators: null,
  stays: 'open',
  seats: noSeats,
} as const;

/** The row with one body's handling said anew; where it stands now, the row shows it. */
const handled = (row: DisputeRow, proceeding: string, says: Partial<Body & Stays>): Says => {
  const bodies = bodiesOf(row);
  const after = { ...(bodies[proceeding] ?? unknown), ...says };
  const { stays: _, seats: __, ...shown } = after;
  return {
    bodies: JSON.stringify({ ...bodies, [proceeding]: after }),
    ...(row.proceeding === proceeding ? shown : {}),
  };
};

type Stay = { readonly proceeding: string; readonly level: string; readonly body: string };

/** Mediation goes on as soon as one body that still has the dispute has accepted it. */
const phaseOf = ({ bodies }: { readonly bodies: string }): string =>
  Object.values(JSON.parse(bodies) as Bodies).some(
    ({ stays, accepted_on }) => stays === 'open' && accepted_on !== null,
  )
    ? 'mediating'
    : 'received';

/** The body has the dispute no more. */
const left = (row: DisputeRow, proceeding: string): DisputeRow => ({
  ...row,
  ...handled(row, proceeding, { stays: 'ended' }),
});

/** The dispute stands with this body now. */
const standing = (before: DisputeRow, { proceeding, level, body }: Stay): Says => {
  const row = { ...before, proceeding };
  const now = { ...row, ...handled(row, proceeding, { level, body }) };
  const { accepted_on, mediators, bodies } = now;
  return { phase: phaseOf(now), proceeding, level, body, accepted_on, mediators, bodies };
};

/** No body has it any more. */
const allLeft = (row: DisputeRow): Says => ({
  bodies: JSON.stringify(
    Object.fromEntries(
      Object.entries(bodiesOf(row)).map(([id, body]) => [id, { ...body, stays: 'ended' }]),
    ),
  ),
});

const receipt = (data: Of<'DisputeReceived'>, row: DisputeRow): Says => ({
  profile: data.profile,
  division: data.division,
  cause: data.cause,
  collective: data.collective,
  case_number: data.caseNumber ?? null,
  form: data.form,
  channel: data.channel,
  applied_by: data.by,
  union_name: data.union ?? null,
  ...allParties(data.employers, row),
  workers: data.workers ?? (data.claimants.length > 0 ? data.claimants.length : null),
  claimants: data.claimants.length + row.more_claimants,
  received_on: data.on,
  ...handled(row, data.proceeding, { level: data.level, body: data.body }),
});

const ended = ({ on, outcome, ending }: Of<'DisputeConcluded'>, concluding: string): Says => ({
  concluded_on: on,
  outcome,
  ending,
  concluding,
});

const concludedPhase = (outcome: string | undefined): string =>
  outcome === 'settled' ? 'settled' : 'concluded';

const historyPhase = ({
  concludedOn,
  outcome,
}: Pick<Of<'DisputeRegisteredAsHistory'>, 'concludedOn' | 'outcome'>): string =>
  concludedOn === undefined ? 'history' : concludedPhase(outcome);

/** How an old dispute ended, unless it was concluded here since. */
const oldEnd = (
  { concludedOn, outcome, ending }: Of<'DisputeRegisteredAsHistory'>,
  fact: string,
): Says => ({
  phase: historyPhase({ concludedOn, outcome }),
  concluded_on: concludedOn ?? null,
  outcome: outcome ?? null,
  ending: ending ?? null,
  concluding: concludedOn === undefined ? '' : fact,
});

const history = (data: Of<'DisputeRegisteredAsHistory'>, row: DisputeRow): Says => ({
  origin: 'history',
  profile: data.profile,
  division: data.division,
  cause: data.cause,
  collective: data.collective,
  applied_by: data.by ?? null,
  union_name: data.union ?? null,
  ...allParties(data.employers, row),
  workers: data.workers ?? null,
  received_on: data.receivedOn,
  ...handled(row, data.proceeding, {
    level: data.level,
    body: data.body,
    accepted_on: data.acceptedOn ?? null,
  }),
});

type Seating = Of<'MediatorAssigned'> & { readonly corrects?: string };
const mediated =
  (kind: 'assigned' | 'recused') =>
  ({ proceeding, mediator, corrects }: Seating, row: DisputeRow, fact: string): Says => {
    const { seats = noSeats } = bodiesOf(row)[proceeding] ?? {};
    return handled(row, proceeding, seated(seats, kind, corrects ?? fact, mediator));
  };

const accepted = (data: Of<'MediationAccepted'>, row: DisputeRow): Says =>
  handled(row, data.proceeding, { accepted_on: data.on });

const linked = ({ to, id, contract }: Of<'DisputeLinked'>): string =>
  `${to}:${contract === undefined ? id : `${contract}/${id}`}`;

/** A file that is taken up again is in the archive no more. */
const onTheDesk = { archived_on: null, file_number: null, kept_until: null };

const archived = ({ on, fileNumber, keep }: Of<'DisputeArchived'>): Says => ({
  archived_on: on,
  file_number: fileNumber,
  kept_until: keep?.due ?? null,
});

/** What a fact says about the dispute; a phase it names is in force from the fact's day. */
const says: {
  readonly [T in DisputeEvent['type']]?: (data: Of<T>, row: DisputeRow, fact: string) => Says;
} = {
  DisputeReceived: (data, row) => ({
    phase: 'received',
    proceeding: data.proceeding,
    ...receipt(data, { ...row, proceeding: data.proceeding }),
  }),
  ReceiptCorrected: receipt,
  DisputeRegisteredAsHistory: (data, row, fact) => ({
    proceeding: data.proceeding,
    ...history(data, { ...row, proceeding: data.proceeding }),
    ...oldEnd(data, fact),
  }),
  HistoryCorrected: (data, row) => {
    const { concluding, suits } = row;
    const isOld = ['history', 'settled', 'concluded'].includes(row.phase) && suits === 0;
    const isItsEnd = concluding === '' || concluding === data.corrects;
    return { ...history(data, row), ...(isOld && isItsEnd && oldEnd(data, data.corrects)) };
  },
  ...ofParties,
  MediationAccepted: (data, row) => ({
    ...accepted(data, row),
    ...(row.phase === 'received' && { phase: 'mediating' }),
  }),
  AcceptanceCorrected: accepted,
  MediatorAssigned: mediated('assigned'),
  AssignmentCorrected: mediated('assigned'),
  MediatorRecused: mediated('recused'),
  RecusalCorrected: mediated('recused'),
  ProceedingJoined: ({ proceeding, level, body }, row) => handled(row, proceeding, { level, body }),
  JoiningCorrected: ({ proceeding, level, body }, row) => handled(row, proceeding, { level, body }),
  DisputeTransferred: (data, row) => standing(left(row, data.from), data),
  ProceedingEnded: ({ proceeding }, row) => {
    const { bodies } = left(row, proceeding);
    return { bodies, phase: phaseOf({ bodies }) };
  },
  TransferCorrected: ({ proceeding, level, body }, row) =>
    handled(row, proceeding, { level, body }),
  DisputeReopened: (data, row) => ({
    ...standing(row, data),
    ...onTheDesk,
    concluded_on: null,
    outcome: null,
    ending: null,
    concluding: '',
  }),
  ReopeningCorrected: ({ proceeding, level, body }, row) =>
    handled(row, proceeding, { level, body }),
  HandlingSuspended: (_, { phase }) => ({ phase: 'suspended', phase_before: phase }),
  HandlingResumed: (_, { phase_before }) => ({ phase: phase_before }),
  DisputeConcluded: (data, row, fact) => ({
    ...ended(data, fact),
    ...allLeft(row),
    phase: concludedPhase(data.outcome),
  }),
  ConclusionCorrected: (data, { phase, concluding }) =>
    concluding === data.corrects
      ? {
          ...ended(data, concluding),
          ...(['settled', 'concluded'].includes(phase) && { phase: concludedPhase(data.outcome) }),
        }
      : {},
  ArbitrationFiled: ({ arbitration, on }) => ({
    ...onTheDesk,
    phase: 'arbitrating',
    arbitration,
    arbitration_filed_on: on,
  }),
  FilingCorrected: ({ arbitration, on }, row) =>
    row.arbitration === arbitration ? { arbitration_filed_on: on } : {},
  ArbitrationMoved: ({ arbitration, on }) => ({ arbitration, arbitration_filed_on: on }),
  MovingCorrected: ({ arbitration, on }, row) =>
    row.arbitration === arbitration ? { arbitration_filed_on: on } : {},
  DisputeArchived: archived,
  ArchivingCorrected: archived,
  ArbitrationNotAccepted: () => ({ phase: 'decided' }),
  AwardMade: ({ award, finality, part }) => ({
    award,
    finality,
    ...(part === 'whole' && { phase: 'decided' }),
  }),
  AwardCorrected: ({ award, finality }) => ({ award, finality }),
  ArbitrationEnded: () => ({ phase: 'decided' }),
  SuitFiled: (_, { suits }) => ({ suits: suits + 1 }),
  DisputeLinked: (data, { links }) => ({
    links: joined([...new Set([...listed(links), linked(data)])]),
  }),
  DisputeVoided: ({ duplicateOf }) => ({ phase: 'void', duplicate_of: duplicateOf ?? null }),
};

const since = phaseSince(['on', 'concludedOn', 'receivedOn']);

export const disputeDocket: Projection<DisputeRow, DisputeEvent> = {
  table: 'dispute_docket',
  version: 11,
  columns: disputeColumns,
  keeps: [
    'phase_fact',
    'phase_before',
    'clocks',
    'bodies',
    'concluding',
    'more_claimants',
    'heirs',
    'named',
    'joined',
  ],
  indexes: ['phase, next_due', 'body, phase', 'enterprise'],
  categories: ['dispute'],
  keys: ({ subject }) => [subject],
  next: (before, event, id) => {
    const row = before ?? { id, ...unborn };
    const tell = says[event.type] as
      ((data: unknown, row: DisputeRow, fact: string) => Says) | undefined;
    const said = tell?.(event.data, row, event.id) ?? {};
    const changes = {
      ...said,
      ...since(row, said, event),
      ...clockColumns(row.clocks, disputeDeadlines(event)),
    };
    return Object.keys(changes).length === 0 ? before : { ...row, ...changes };
  },
};
