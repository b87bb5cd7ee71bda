import type { Account, Dimension } from '../ledger.ts';

const PLACE: readonly Dimension[] = ['region', 'industry', 'registrationType', 'sizeClass'];
const AGREEMENT: readonly Dimension[] = ['contractKind', 'contractLevel'];

/** `any` in a kind or level: at least one contract, whichever. */
export const ANY = 'any';

/** Every account of the books. Names are for ever: entries carry them. */
export const accounts = {
  /** Enterprises of the register: registered, not deregistered, merged or void. */
  registered: {
    name: 'enterprise.registered',
    unit: 'enterprise',
    always: ['unionised'],
    free: PLACE,
  },
  /** Enterprises with at least one contract in force, by (kind | any) × (level | any). */
  covered: {
    name: 'enterprise.covered',
    unit: 'enterprise',
    always: ['unionised', ...AGREEMENT],
    free: PLACE,
  },
  /** Enterprises not covered in the kind and level, with a contract whose term is unknown. */
  uncertain: {
    name: 'enterprise.unknown-term',
    unit: 'enterprise',
    always: ['unionised', ...AGREEMENT],
    free: PLACE,
  },
  /** Contracts in force, by the place of their enterprise on the day. */
  inForce: {
    name: 'contract.in-force',
    unit: 'contract',
    always: AGREEMENT,
    free: PLACE,
  },
  /** Contracts that took effect: a flow, so each stays from its day for ever. */
  tookEffect: {
    name: 'contract.took-effect',
    unit: 'contract',
    always: AGREEMENT,
    free: PLACE,
  },
  /** Contracts registered with an unknown term: never in force. */
  unknownTerm: {
    name: 'contract.unknown-term',
    unit: 'contract',
    always: AGREEMENT,
    free: PLACE,
  },
  /** Bargaining cases by phase (in `reason`). */
  casePhase: {
    name: 'case.phase',
    unit: 'case',
    always: ['reason'],
    free: ['region', 'industry', 'contractKind', 'contractLevel'],
  },
} as const satisfies Record<string, Account>;

export const accountNamed = (name: string): Account => {
  const found = Object.values(accounts).find((account) => account.name === name);
  if (!found) throw new Error(`There is no account ${name}.`);
  return found;
};
