import { ContractKind, ContractLevel } from '../../domain/shared/values.ts';
import type { Account, Dimension } from '../ledger.ts';

const PLACE: readonly Dimension[] = ['region', 'industry', 'registrationType', 'sizeClass'];
const AGREEMENT: readonly Dimension[] = ['contractKind', 'contractLevel'];
const DISPUTE = {
  unit: 'dispute',
  always: ['level', 'collective'],
  free: ['region', 'cause', 'body'],
} as const;

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
    parts: 'by-agreement',
  },
  /** Enterprises not covered in the kind and level, with a contract whose term is unknown. */
  uncertain: {
    name: 'enterprise.unknown-term',
    unit: 'enterprise',
    always: ['unionised', ...AGREEMENT],
    free: PLACE,
    parts: 'by-agreement',
  },
  /** Enterprises with a union whose members were never counted, though their workers were. */
  membersUnknown: {
    name: 'enterprise.members-unknown',
    unit: 'enterprise',
    always: ['unionised'],
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
  /** Disputes in hand, by the body where they stand. */
  disputeOpen: { ...DISPUTE, name: 'dispute.open' },
  /** What came to a body, and what left it: flows, so each stays from its day for ever. */
  disputeReceived: { ...DISPUTE, name: 'dispute.received' },
  disputeReopened: { ...DISPUTE, name: 'dispute.reopened' },
  disputeTransferredIn: { ...DISPUTE, name: 'dispute.transferred-in' },
  disputeTransferredOut: { ...DISPUTE, name: 'dispute.transferred-out' },
  disputeConcluded: {
    ...DISPUTE,
    name: 'dispute.concluded',
    always: [...DISPUTE.always, 'outcome'],
  },
} as const satisfies Record<string, Account>;

export const accountNamed = (name: string): Account => {
  const found = Object.values(accounts).find((account) => account.name === name);
  if (!found) throw new Error(`There is no account ${name}.`);
  return found;
};

/** A part of an account as the tables number it; kind and level are '' where it is not parted. */
export type Part = {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly level: string;
};

const agreements = [ANY, ...ContractKind.options].flatMap((kind) =>
  [ANY, ...ContractLevel.options].map((level) => ({ kind, level })),
);

/** Every part of every account, numbered. */
export const parts: readonly Part[] = Object.values<Account>(accounts)
  .flatMap(({ name, parts: by }) =>
    by ? agreements.map((one) => ({ name, ...one })) : [{ name, kind: '', level: '' }],
  )
  .map((part, id) => ({ id, ...part }));
