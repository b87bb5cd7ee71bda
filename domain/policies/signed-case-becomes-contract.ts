import type { BargainingEvent } from '../bargaining-case/events.ts';
import type { ContractCommand } from '../collective-contract/commands.ts';
import type { Order, Policy } from '../shared/policy.ts';
import { whoseOf } from '../shared/terms.ts';

type Signed = Extract<BargainingEvent, { type: 'CaseSigned' }>['data'];

/** What the case says that makes a contract. */
export const contractOf = (signed: Signed, id: string) => {
  const {
    contract: _,
    purpose: __,
    coverage: ___,
    draft: ____,
    approvedOn: _____,
    ...said
  } = signed;
  return { ...said, case: id };
};

/** What the case says that makes a new text of a contract. */
export const textOf = (signed: Signed, id: string) => {
  const { termStart, termEnd, steps, clauses, text, signedOn, notifiedOn } = signed;
  const told = { termStart, termEnd, steps, clauses, text, signedOn, case: id };
  return notifiedOn === undefined ? told : { ...told, notifiedOn };
};

/** When both sides have signed and the congress approved, the case becomes a contract, or a new text of the one it amends. */
export const signedCaseBecomesContract: Policy<BargainingEvent> = {
  name: 'signed-case-becomes-contract',
  on: 'bargainingCase',
  orders: ({ type, data }, id): Order<ContractCommand>[] => {
    if (type !== 'CaseSigned') return [];
    const command: ContractCommand =
      data.purpose === 'amendment'
        ? { type: 'SignAmendment', data: { ...textOf(data, id), whose: whoseOf(data) } }
        : { type: 'Sign', data: contractOf(data, id) };
    return [{ category: 'contract', id: data.contract, command }];
  },
};
