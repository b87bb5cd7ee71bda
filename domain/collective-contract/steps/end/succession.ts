import type { ContractEvent } from '../../events.ts';
import { ensure } from '../../rules.ts';
import { earliest, employerEndOf, noEnd, type End, type Passing, type State } from '../../state.ts';
import { recorded, type Ask, type Said, type Steps } from '../../terms.ts';
import { overBefore } from './ending.ts';
import { employerEndTakenBack } from './taking-back.ts';

type PassedOn = { readonly from: string; readonly act?: string | undefined };

/**
 * Where in the chain an enterprise passed the contract on by this merger or split; -1 where it did not.
 * A passing that does not say by what, or an order that does not, is told by the enterprise alone.
 */
const passingOf = ({ from, act = '' }: PassedOn, { passed, enterprise }: State): number => {
  const by = act === '' ? -1 : passed.findLastIndex((passing) => passing.act === act);
  if (by !== -1 || enterprise === from) return by;
  const told = passed.findLastIndex((passing) => passing.from === from);
  return act === '' || passed[told]?.act === '' ? told : -1;
};

/** One time that an enterprise had the contract, until a merger or split if it has it no more. */
type Stay = {
  /** Where in the chain it ends or would end; -1 where the enterprise never had the contract. */
  readonly place: number;
  /** How the contract came to it; undefined where it was its own from the beginning. */
  readonly came: Passing | undefined;
  readonly went: Passing | undefined;
  /** Whether it left by this very merger or split. */
  readonly byIt: boolean;
};

/** The stay that this merger or split ends: by the record, or else the one that its day lies in. */
const stayOf = (data: Ask<'PassToSuccessor'>, state: State): Stay => {
  const { on, from, ownFrom } = data;
  const { passed, enterprise } = state;
  const at = passingOf(data, state);
  const hadCome = (place: number): boolean => {
    const came = passed[place - 1];
    return !came || came.on < on || (came.on === on && ownFrom === undefined);
  };
  const stays = [...passed.map((passing) => passing.from), enterprise].flatMap((holder, place) =>
    holder === from ? [place] : [],
  );
  const place = at === -1 ? (stays.findLast(hadCome) ?? stays.at(-1) ?? -1) : at;
  return { place, came: passed[place - 1], went: passed[place], byIt: at !== -1 };
};

/** An employer that goes on after its split keeps what it signed, or what came to it, since. */
const isItsOwn = (
  { ownFrom }: Ask<'PassToSuccessor'>,
  { came }: Stay,
  { texts }: State,
): boolean => {
  const { signedOn = '', termStart = '' } = texts[0] ?? {};
  const since = came?.on ?? (signedOn || termStart);
  return ownFrom !== undefined && since >= ownFrom;
};

/** Whether something had ended it by that day; what its renewal supersedes that very day had passed on before. */
const endedBy = (on: string, state: State, but?: End['by']): boolean =>
  overBefore(on, {
    ...state,
    end: earliest(
      state.ends.filter((end) => end.by !== but && !(end.by === 'supersession' && end.on === on)),
    ),
  });

/** It never left by this: it came later, it had left before, or nothing was left to pass on. */
const stayed = (data: Ask<'PassToSuccessor'>, stay: Stay, state: State): boolean => {
  const { byIt, went } = stay;
  if (isItsOwn(data, stay, state)) return true;
  if (!byIt && ((went && went.on <= data.on) || endedBy(data.on, state))) return true;
  // An end with an employer that it had left by then, or came to by this, does not count.
  return endedBy(data.on, state, 'employer');
};

type Never = { readonly gone: readonly Passing[]; readonly holders: readonly string[] };

/** What happened to the contract at employers that it never came to after all, taken back. */
const undone = (state: State, { gone, holders }: Never, reason: string): ContractEvent[] => {
  const { enterprise: to } = state;
  const end = employerEndOf(state);
  const [first] = gone;
  const returned: ContractEvent[] = first
    ? [
        {
          type: 'SuccessionTakenBack',
          data: { takesBack: gone.map(({ id }) => id), reason, from: first.from, to },
        },
      ]
    : [];
  return holders.includes(end.other)
    ? [...returned, employerEndTakenBack(state, { enterprise: end.other, reason })]
    : returned;
};

const receivers = (passed: readonly Passing[]): string[] => passed.map(({ to }) => to);
export const REASON = '承继更正 / the succession was corrected';

/** The passing is said anew; what a successor did not have, or not yet, it cannot have passed on. */
const corrected = (
  data: Said<'ContractPassedToSuccessor'>,
  at: number,
  state: State,
): ContractEvent[] => {
  const [was, next] = state.passed.slice(at);
  const { id: corrects = '', to } = was ?? {};
  const anew: ContractEvent = {
    type: 'SuccessionCorrected',
    data: { corrects, reason: REASON, ...data },
  };
  const holds = to === data.to && (next === undefined || data.on <= next.on);
  if (holds) return [anew];
  const gone = state.passed.slice(at + 1);
  return [anew, ...undone(state, { gone, holders: receivers(state.passed.slice(at)) }, REASON)];
};

/** From that passing on it never left. */
export const returned = (state: State, at: number, reason: string): ContractEvent[] => {
  const gone = state.passed.slice(at);
  return undone(state, { gone, holders: receivers(gone) }, reason);
};

/**
 * What cannot be any more since something else was said anew: what an employer passed on that it never came
 * to, and the end with one that it never came to, or that it did not live to see. Undefined where nothing is.
 */
export const estranged = (state: State): (() => ContractEvent[]) | undefined => {
  const { own, passed, enterprise } = state;
  const at = passed.findIndex(({ from }, place) => from !== (passed[place - 1]?.to ?? own));
  if (at !== -1) return () => returned(state, at, REASON);
  const end = employerEndOf(state);
  const ranOut = overBefore(end.on, { ...state, end: noEnd });
  const never = end.id !== '' && (end.other !== enterprise || ranOut);
  return never
    ? () => [employerEndTakenBack(state, { enterprise: end.other, reason: REASON })]
    : undefined;
};

/** The contract leaves the one that has it; if it had ended with it, on a later day, that was no end. */
const passedOn = (data: Said<'ContractPassedToSuccessor'>, state: State): ContractEvent[] => {
  const { other: enterprise } = employerEndOf(state);
  const ended = enterprise === data.from;
  return [
    ...(ended ? [employerEndTakenBack(state, { enterprise, reason: REASON })] : []),
    { type: 'ContractPassedToSuccessor', data },
  ];
};

/**
 * How a contract goes from employer to employer: A to B, B to C, each by its own merger or split. Of
 * several that it might have left an employer by, it left by the one of the earliest day.
 */
export const successionSteps: Pick<Steps, 'PassToSuccessor' | 'TakeBackSuccession'> = {
  PassToSuccessor: {
    already: (data, state) => {
      if (state.phase === 'void') return true;
      const stay = stayOf(data, state);
      const { byIt, went } = stay;
      const says = byIt && went?.to === data.to && went.on === data.on;
      return stayed(data, stay, state) ? !byIt : says;
    },
    in: recorded,
    otherwise: 'contract-on-record',
    record: (asked, state) => {
      const stay = stayOf(asked, state);
      if (stay.byIt && stayed(asked, stay, state)) return returned(state, stay.place, REASON);
      ensure(stay.place !== -1 && state.enterprise !== '', 'employer-of-contract');
      ensure(stay.came === undefined || stay.came.on <= asked.on, 'successions-in-order');
      const { ownFrom: _, ...data } = asked;
      return stay.went ? corrected(data, stay.place, state) : passedOn(data, state);
    },
  },
  TakeBackSuccession: {
    already: (data, state) => state.phase === 'void' || passingOf(data, state) === -1,
    in: recorded,
    otherwise: 'contract-on-record',
    record: (data, state) => returned(state, passingOf(data, state), data.reason),
  },
};
