import { dimsOf, NO_WEIGHTS, type DayNumber, type Stay } from '../ledger.ts';
import { accounts } from './accounts.ts';
import type { DisputeDossier, Handling, Move } from './dispute-dossier.ts';

/** A dispute's time with one body: in hand from its day until the day it left, which counts out. */
export type DisputeSpell = Pick<Handling, 'level' | 'body' | 'acceptedOn'> & {
  readonly proceeding: string;
  readonly came: 'received' | 'transferred' | 'reopened';
  readonly from: DayNumber;
  readonly went: 'open' | 'transferred' | 'concluded';
  readonly left: DayNumber | null;
  /** How it was concluded; '' otherwise. */
  readonly outcome: string;
  readonly ending: string;
  /** The last days of mediation; '' where no clock runs. */
  readonly receiptDue: string;
  readonly acceptanceDue: string;
  /** The first receipt of the dispute. */
  readonly receivedOn: DayNumber;
  /** The day on which it was reopened after this conclusion; null when it was not. */
  readonly reopenedOn: DayNumber | null;
  /** Days of suspension between the first receipt and the day it left. */
  readonly suspendedDays: number;
  /** From the first receipt to the conclusion, without days of suspension; null while it goes on. */
  readonly days: number | null;
};

type Time = Pick<DisputeSpell, 'proceeding' | 'came' | 'from' | 'went' | 'left' | 'reopenedOn'> &
  Pick<Move, 'outcome' | 'ending'>;

const begun = ({ proceeding }: Move, came: DisputeSpell['came'], from: DayNumber): Time => ({
  proceeding,
  came,
  from,
  went: 'open',
  left: null,
  outcome: '',
  ending: '',
  reopenedOn: null,
});

/** A body that concludes a dispute which stands with another takes it over on that day. */
const takenOver = (last: Time, move: Move, on: DayNumber): readonly Time[] =>
  last.proceeding === move.proceeding
    ? [last]
    : [{ ...last, went: 'transferred', left: on }, begun(move, 'transferred', on)];

const closed = (last: Time, move: Move, on: DayNumber): readonly Time[] => {
  const times = takenOver(last, move, on);
  const { outcome, ending } = move;
  return times.map((time, i) =>
    i === times.length - 1 ? { ...time, went: 'concluded', left: on, outcome, ending } : time,
  );
};

/** The last time and what follows from a move; a move that does not fit where it stands is none. */
const next = (last: Time | undefined, move: Move, on: DayNumber): readonly Time[] => {
  if (!last) return move.is === 'received' ? [begun(move, 'received', on)] : [];
  if (last.went === 'concluded') {
    return move.is === 'reopened'
      ? [{ ...last, reopenedOn: on }, begun(move, 'reopened', on)]
      : [last];
  }
  if (move.is === 'concluded') return closed(last, move, on);
  return move.is === 'transferred'
    ? [{ ...last, went: 'transferred', left: on }, begun(move, 'transferred', on)]
    : [last];
};

/** The times of a dispute one after the other; a day before the one that came before it is that one's. */
const timesOf = (moves: readonly Move[]): readonly Time[] => {
  let times: readonly Time[] = [];
  let day = -Infinity;
  for (const move of moves) {
    day = Math.max(day, move.on);
    times = [...times.slice(0, -1), ...next(times.at(-1), move, day)];
  }
  return times;
};

type Pause = { readonly from: DayNumber; readonly to: DayNumber };

/** Days of standing still: out again on the day it is resumed; one that is not resumed lasts. */
const pausesOf = (pauses: DisputeDossier['pauses']): readonly Pause[] =>
  pauses.flatMap(({ is, on }, i) => {
    if (is === 'resumed') return [];
    const following = pauses[i + 1];
    return [{ from: on, to: following?.is === 'resumed' ? following.on : Infinity }];
  });

const daysIn = (pauses: readonly Pause[], from: DayNumber, to: DayNumber): number =>
  pauses.reduce(
    (sum, pause) => sum + Math.max(0, Math.min(to, pause.to) - Math.max(from, pause.from)),
    0,
  );

const NOBODY = { level: '', body: '', acceptedOn: '', receiptDue: '', acceptanceDue: '' };

/** Where a dispute was from day to day; none when it is void. */
export const disputeSpells = (dossier: DisputeDossier): readonly DisputeSpell[] => {
  if (dossier.void === 'yes') return [];
  const times = timesOf(dossier.moves);
  const pauses = pausesOf(dossier.pauses);
  const receivedOn = times[0]?.from ?? 0;
  return times.map((time) => {
    const suspendedDays = time.left === null ? 0 : daysIn(pauses, receivedOn, time.left);
    return {
      ...time,
      ...(dossier.handlings[time.proceeding] ?? NOBODY),
      receivedOn,
      suspendedDays,
      days:
        time.went === 'concluded' ? (time.left ?? receivedOn) - receivedOn - suspendedDays : null,
    };
  });
};

const cameBy = {
  received: accounts.disputeReceived,
  transferred: accounts.disputeTransferredIn,
  reopened: accounts.disputeReopened,
} as const;

/** Every stay of a dispute in the accounts: in hand for its days, and in the flows for ever from their day. */
export const disputeStays = (
  { division, cause, collective }: Pick<DisputeDossier, 'division' | 'cause' | 'collective'>,
  spells: readonly DisputeSpell[],
): Stay[] =>
  spells.flatMap(({ level, body, came, from, went, left, outcome }) => {
    const dims = dimsOf({ region: division, cause, level, body, collective });
    const stay = (account: string, first: DayNumber, to: DayNumber | null = null) => ({
      account,
      from: first,
      to,
      dims,
      weights: NO_WEIGHTS,
    });
    const stays = [
      stay(accounts.disputeOpen.name, from, left === null ? null : left - 1),
      stay(cameBy[came].name, from),
    ];
    if (left === null) return stays;
    if (went === 'transferred') {
      return [...stays, stay(accounts.disputeTransferredOut.name, left)];
    }
    const concluded = stay(accounts.disputeConcluded.name, left);
    return [...stays, { ...concluded, dims: dimsOf({ ...dims, outcome }) }];
  });
