import type { ContractEvent } from '../events.ts';
import { ensure } from '../rules.ts';
import type { Passing, State } from '../state.ts';
import { recorded, type Ask, type Said, type Steps } from '../terms.ts';
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

/** It had left the enterprise by that day, in another merger or split. */
const hadLeft = ({ from, on }: Ask<'PassToSuccessor'>, { passed, enterprise }: State): boolean => {
  const last = passed.findLast((passing) => passing.from === from);
  return enterprise !== from && last !== undefined && last.on <= on;
};

/** An employer that goes on after its split keeps what it signed since. */
const isItsOwn = ({ ownFrom }: Ask<'PassToSuccessor'>, { texts }: State): boolean => {
  const { signedOn = '', termStart = '' } = texts[0] ?? {};
  return ownFrom !== undefined && (signedOn || termStart) >= ownFrom;
};

type Never = { readonly gone: readonly Passing[]; readonly holders: readonly string[] };

/** What happened to the contract at employers that it never came to after all, taken back. */
const undone = (state: State, { gone, holders }: Never, reason: string): ContractEvent[] => {
  const { end, enterprise: to } = state;
  const [first] = gone;
  const returned: ContractEvent[] = first
    ? [
        {
          type: 'SuccessionTakenBack',
          data: { takesBack: gone.map(({ id }) => id), reason, from: first.from, to },
        },
      ]
    : [];
  return end.by === 'employer' && holders.includes(end.other)
    ? [...returned, employerEndTakenBack(state, { enterprise: end.other, reason })]
    : returned;
};

const receivers = (passed: readonly Passing[]): string[] => passed.map(({ to }) => to);
const REASON = '承继更正 / the succession was corrected';

/** The passing is said anew; what a successor never had it cannot have passed on. */
const corrected = (
  data: Said<'ContractPassedToSuccessor'>,
  at: number,
  state: State,
): ContractEvent[] => {
  const { id: corrects = '', to } = state.passed[at] ?? {};
  const anew: ContractEvent = {
    type: 'SuccessionCorrected',
    data: { corrects, reason: REASON, ...data },
  };
  if (to === data.to) return [anew];
  const gone = state.passed.slice(at + 1);
  return [anew, ...undone(state, { gone, holders: receivers(state.passed.slice(at)) }, REASON)];
};

/** From that passing on it never left. */
const returned = (state: State, at: number, reason: string): ContractEvent[] => {
  const gone = state.passed.slice(at);
  return undone(state, { gone, holders: receivers(gone) }, reason);
};

/** A contract passes from one employer to the next in the order of the days. */
const ensureInOrder = (on: string, to: string, at: number, { passed }: State): void => {
  const before: Passing | undefined = at === -1 ? passed.at(-1) : passed[at - 1];
  const after = at === -1 || passed[at]?.to !== to ? undefined : passed[at + 1];
  ensure(before === undefined || before.on <= on, 'successions-in-order');
  ensure(after === undefined || on <= after.on, 'successions-in-order');
};

/** How a contract goes from employer to employer: A to B, B to C, each by its own merger or split. */
export const successionSteps: Pick<Steps, 'PassToSuccessor' | 'TakeBackSuccession'> = {
  PassToSuccessor: {
    already: (data, state) => {
      if (state.phase === 'void') return true;
      const passing = state.passed[passingOf(data, state)];
      const stays = isItsOwn(data, state);
      if (!passing) return stays || hadLeft(data, state) || overBefore(data.on, state);
      return !stays && passing.to === data.to && passing.on === data.on;
    },
    in: recorded,
    otherwise: 'contract-on-record',
    record: ({ ownFrom, ...data }, state) => {
      const at = passingOf(data, state);
      if (at !== -1 && isItsOwn({ ...data, ownFrom }, state)) return returned(state, at, REASON);
      const had = state.passed.some(({ from }) => from === data.from);
      const employer = state.enterprise === data.from || had;
      ensure(employer && state.enterprise !== '', 'employer-of-contract');
      ensureInOrder(data.on, data.to, at, state);
      return at === -1 ? [{ type: 'ContractPassedToSuccessor', data }] : corrected(data, at, state);
    },
  },
  TakeBackSuccession: {
    already: (data, state) => state.phase === 'void' || passingOf(data, state) === -1,
    in: recorded,
    otherwise: 'contract-on-record',
    record: (data, state) => returned(state, passingOf(data, state), data.reason),
  },
};
