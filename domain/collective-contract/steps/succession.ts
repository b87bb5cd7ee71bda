import type { ContractEvent } from '../events.ts';
import { ensure } from '../rules.ts';
import type { Passing, State } from '../state.ts';
import { recorded, type Ask, type Steps } from '../terms.ts';
import { overBefore } from './ending.ts';
import { employerEndTakenBack } from './taking-back.ts';

/** Where in the chain an enterprise passed the contract on; -1 while the contract is its own, or never was. */
const passingOf = (from: string, { passed, enterprise }: State): number =>
  enterprise === from ? -1 : passed.findLastIndex((passing) => passing.from === from);

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
const corrected = (data: Ask<'PassToSuccessor'>, at: number, state: State): ContractEvent[] => {
  const { id: corrects = '', to } = state.passed[at] ?? {};
  const anew: ContractEvent = {
    type: 'SuccessionCorrected',
    data: { corrects, reason: REASON, ...data },
  };
  if (to === data.to) return [anew];
  const gone = state.passed.slice(at + 1);
  return [anew, ...undone(state, { gone, holders: receivers(state.passed.slice(at)) }, REASON)];
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
    already: ({ on, from, to }, state) => {
      if (state.phase === 'void') return true;
      const passing = state.passed[passingOf(from, state)];
      return passing ? passing.to === to && passing.on === on : overBefore(on, state);
    },
    in: recorded,
    otherwise: 'contract-on-record',
    record: (data, state) => {
      const at = passingOf(data.from, state);
      const employer = state.enterprise === data.from || at !== -1;
      ensure(employer && state.enterprise !== '', 'employer-of-contract');
      ensureInOrder(data.on, data.to, at, state);
      return at === -1 ? [{ type: 'ContractPassedToSuccessor', data }] : corrected(data, at, state);
    },
  },
  TakeBackSuccession: {
    already: ({ from }, state) => state.phase === 'void' || passingOf(from, state) === -1,
    in: recorded,
    otherwise: 'contract-on-record',
    record: ({ from, reason }, state) => {
      const gone = state.passed.slice(passingOf(from, state));
      return undone(state, { gone, holders: receivers(gone) }, reason);
    },
  },
};
