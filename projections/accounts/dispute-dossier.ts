import type { DisputeEvent } from '../../domain/dispute-case/events.ts';
import { dayNumber } from '../../domain/shared/calendar.ts';
import type { DayNumber } from '../ledger.ts';
import type { Seen } from '../projection.ts';

/** What a fact says of where a dispute is; `outcome` and `ending` of a conclusion. */
export type Move = {
  readonly fact: string;
  readonly is: 'received' | 'transferred' | 'concluded' | 'reopened';
  readonly on: DayNumber;
  readonly proceeding: string;
  readonly outcome: string;
  readonly ending: string;
};

/** One body's handling; the last days of mediation are '' where no clock runs. */
export type Handling = {
  readonly level: string;
  readonly body: string;
  readonly acceptedOn: string;
  readonly receiptDue: string;
  readonly acceptanceDue: string;
};

/** One mediator in one proceeding, from the day of his assignment or recusal. */
export type Seat = {
  readonly fact: string;
  readonly proceeding: string;
  readonly mediator: string;
  readonly on: string;
};

/** What the books remember of a dispute; moves and pauses in the order they were recorded. */
export type DisputeDossier = {
  readonly division: string;
  readonly cause: string;
  readonly collective: string;
  /** Null = unknown. */
  readonly workers: number | null;
  /** Employers of the register, and what the first one goes by. */
  readonly enterprises: readonly string[];
  /** Those of them that joined after the receipt. */
  readonly joined: readonly string[];
  readonly employer: string;
  readonly moves: readonly Move[];
  readonly handlings: Readonly<Record<string, Handling>>;
  /** Who mediates in which proceeding, and who was recused there. */
  readonly mediators: readonly Seat[];
  readonly recusals: readonly Seat[];
  readonly pauses: readonly {
    readonly fact: string;
    readonly is: 'suspended' | 'resumed';
    readonly on: DayNumber;
  }[];
  readonly void: 'no' | 'yes';
};

export const unknownDispute: DisputeDossier = {
  division: '',
  cause: '',
  collective: '',
  workers: null,
  enterprises: [],
  joined: [],
  employer: '',
  moves: [],
  handlings: {},
  mediators: [],
  recusals: [],
  pauses: [],
  void: 'no',
};

/** A list with what one fact says in it: in its old place when it is said anew, else at the end. */
const withFact = <T extends { readonly fact: string }>(
  list: readonly T[],
  fact: string,
  says: readonly T[],
): readonly T[] => {
  const at = list.findIndex((one) => one.fact === fact);
  if (at < 0) return [...list, ...says];
  const others = list.filter((one) => one.fact !== fact);
  return [...others.slice(0, at), ...says, ...others.slice(at)];
};

const unknownHandling: Handling = {
  level: '',
  body: '',
  acceptedOn: '',
  receiptDue: '',
  acceptanceDue: '',
};

/** What is said of a proceeding; a field left out says nothing. */
type Saying = { readonly [K in keyof Handling]?: Handling[K] | undefined };

const handled = (dossier: DisputeDossier, proceeding: string, says: Saying): DisputeDossier => {
  const told = Object.entries(says).filter(([, value]) => value !== undefined);
  const before = dossier.handlings[proceeding] ?? unknownHandling;
  const after = { ...before, ...(Object.fromEntries(told) as Partial<Handling>) };
  return { ...dossier, handlings: { ...dossier.handlings, [proceeding]: after } };
};

const moved = (
  dossier: DisputeDossier,
  fact: string,
  moves: readonly Pick<Move, 'is' | 'on' | 'proceeding'>[],
  how: Pick<Move, 'outcome' | 'ending'> = { outcome: '', ending: '' },
): DisputeDossier => ({
  ...dossier,
  moves: withFact(
    dossier.moves,
    fact,
    moves.map((move) => ({ ...move, fact, ...how })),
  ),
});

type Said<T extends DisputeEvent['type']> = Extract<DisputeEvent, { type: T }>['data'];

/** What is frozen when a dispute is received. */
const about = (
  dossier: DisputeDossier,
  data: Said<'DisputeReceived'> | Said<'DisputeRegisteredAsHistory'>,
): DisputeDossier => ({
  ...dossier,
  division: data.division,
  cause: data.cause,
  collective: data.collective,
  enterprises: [...data.employers.flatMap(({ enterprise }) => enterprise ?? []), ...dossier.joined],
  employer: data.employers[0]?.enterprise ?? data.employers[0]?.name ?? '',
});

const received = (dossier: DisputeDossier, data: Said<'DisputeReceived'>, fact: string) => {
  const { on, proceeding, level, body, mediation } = data;
  const named = {
    ...about(dossier, data),
    workers: data.workers ?? (data.claimants.length > 0 ? data.claimants.length : null),
  };
  const opened = handled(named, proceeding, { level, body, receiptDue: mediation?.due });
  return moved(opened, fact, [{ is: 'received', on: dayNumber(on), proceeding }]);
};

/** An old dispute came and went before it was registered; without a last day it is open. */
const registered = (
  dossier: DisputeDossier,
  data: Said<'DisputeRegisteredAsHistory'>,
  fact: string,
) => {
  const { receivedOn, concludedOn, proceeding, level, body, acceptedOn } = data;
  const { outcome = 'unknown', ending = 'other' } = data;
  const named = { ...about(dossier, data), workers: data.workers ?? null };
  const came = { is: 'received', on: dayNumber(receivedOn), proceeding } as const;
  const opened = handled(named, proceeding, { level, body, acceptedOn: acceptedOn ?? '' });
  return concludedOn === undefined
    ? moved(opened, fact, [came])
    : moved(opened, fact, [came, { is: 'concluded', on: dayNumber(concludedOn), proceeding }], {
        outcome,
        ending,
      });
};

type Stay = Pick<Said<'ProceedingJoined'>, 'proceeding' | 'level' | 'body' | 'mediation'>;
const at = (dossier: DisputeDossier, { proceeding, level, body, mediation }: Stay) =>
  handled(dossier, proceeding, { level, body, receiptDue: mediation?.due });

const onDay = (is: Move['is'], { on, proceeding }: { on: string; proceeding: string }) => [
  { is, on: dayNumber(on), proceeding },
];

const paused = (
  dossier: DisputeDossier,
  fact: string,
  is: 'suspended' | 'resumed',
  { on }: { readonly on: string },
): DisputeDossier => ({
  ...dossier,
  pauses: withFact(dossier.pauses, fact, [{ fact, is, on: dayNumber(on) }]),
});

/** A clock that was counted anew, by its name: `mediation-from-receipt:<proceeding>`. */
const recounted = (dossier: DisputeDossier, clock: string, due: string): DisputeDossier => {
  const [rule = '', proceeding = ''] = clock.split(':');
  if (rule === 'mediation-from-receipt') return handled(dossier, proceeding, { receiptDue: due });
  if (rule === 'mediation-from-acceptance') {
    return handled(dossier, proceeding, { acceptanceDue: due });
  }
  return dossier;
};

type Learner<D> = (dossier: DisputeDossier, data: D, fact: string) => DisputeDossier;

const accepted: Learner<Said<'MediationAccepted'>> = (dossier, { proceeding, on, mediation }) =>
  handled(dossier, proceeding, { acceptedOn: on, acceptanceDue: mediation?.due });
const extended: Learner<Said<'MediationExtended'>> = (
  dossier,
  { proceeding, receipt, acceptance },
) => handled(dossier, proceeding, { receiptDue: receipt?.due, acceptanceDue: acceptance?.due });
const transferred: Learner<Said<'DisputeTransferred'>> = (dossier, data, fact) =>
  moved(at(dossier, data), fact, onDay('transferred', data));
const concluded: Learner<Said<'DisputeConcluded'>> = (dossier, data, fact) => {
  const { outcome, ending } = data;
  return moved(dossier, fact, onDay('concluded', data), { outcome, ending });
};
const reopened: Learner<Said<'DisputeReopened'>> = (dossier, data, fact) =>
  moved(at(dossier, data), fact, onDay('reopened', data));
const resumed: Learner<Said<'HandlingResumed'>> = (dossier, data, fact) =>
  data.clocks.reduce(
    (sofar, { clock, deadline }) => recounted(sofar, clock, deadline.due),
    paused(dossier, fact, 'resumed', data),
  );

type Seating = Said<'MediatorAssigned'>;
const seating =
  (kind: 'mediators' | 'recusals'): Learner<Seating> =>
  (dossier, { proceeding, mediator, on }, fact) => ({
    ...dossier,
    [kind]: withFact(dossier[kind], fact, [{ fact, proceeding, mediator, on }]),
  });

/** A list without its last entry of this kind; the same list where there is none. */
export const withoutLast = (list: readonly string[], one: string): readonly string[] => {
  const at = list.lastIndexOf(one);
  return at < 0 ? list : list.toSpliced(at, 1);
};

/** What each fact teaches; a correction teaches what its fact would have, in that fact's place. */
const learners: { readonly [T in DisputeEvent['type']]?: Learner<Said<T>> } = {
  DisputeReceived: received,
  ReceiptCorrected: received,
  DisputeRegisteredAsHistory: registered,
  HistoryCorrected: registered,
  EmployerJoined: (dossier, { employer: { enterprise } }) =>
    enterprise === undefined
      ? dossier
      : {
          ...dossier,
          enterprises: [...dossier.enterprises, enterprise],
          joined: [...dossier.joined, enterprise],
        },
  EmployerJoiningTakenBack: (dossier, { employer: { enterprise = '' } }) => ({
    ...dossier,
    enterprises: withoutLast(dossier.enterprises, enterprise),
    joined: withoutLast(dossier.joined, enterprise),
  }),
  ProceedingJoined: at,
  JoiningCorrected: at,
  DisputeTransferred: transferred,
  TransferCorrected: transferred,
  MediationAccepted: accepted,
  AcceptanceCorrected: accepted,
  MediationExtended: extended,
  ExtensionCorrected: extended,
  MediatorAssigned: seating('mediators'),
  AssignmentCorrected: seating('mediators'),
  MediatorRecused: seating('recusals'),
  RecusalCorrected: seating('recusals'),
  HandlingSuspended: (dossier, data, fact) => paused(dossier, fact, 'suspended', data),
  SuspensionCorrected: (dossier, data, fact) => paused(dossier, fact, 'suspended', data),
  HandlingResumed: resumed,
  ResumptionCorrected: resumed,
  DisputeConcluded: concluded,
  ConclusionCorrected: concluded,
  DisputeReopened: reopened,
  ReopeningCorrected: reopened,
  DeadlineRecomputed: (dossier, { clock, deadline }) => recounted(dossier, clock, deadline.due),
  DisputeVoided: (dossier) => ({ ...dossier, void: 'yes' }),
};

/** The dossier after a fact; the same object when the fact moves no account. */
export const learnDispute = (
  dossier: DisputeDossier,
  { type, data, id }: Seen<DisputeEvent>,
): DisputeDossier => {
  const learn = learners[type] as Learner<typeof data> | undefined;
  return learn ? learn(dossier, data, 'corrects' in data ? data.corrects : id) : dossier;
};
