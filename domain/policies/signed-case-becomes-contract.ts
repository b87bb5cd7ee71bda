import type { BargainingEvent } from '../bargaining-case/events.ts';
import type { ContractCommand } from '../collective-contract/commands.ts';
import type { Order, Policy } from '../shared/policy.ts';

type Signed = Extract<BargainingEvent, { type: 'CaseSigned' }>['data'];

const newContract = (signed: Signed, id: string): ContractCommand => {
  const {
    contract: _,
    purpose: __,
    coverage: ___,
    draft: ____,
    approvedOn: _____,
    notifiedOn: ______,
    ...said
  } = signed;
  return { type: 'Sign', data: { ...said, case: id } };
};

const newText = (signed: Signed, id: string): ContractCommand => {
  const { termStart, termEnd, steps, clauses, text, signedOn } = signed;
  return {
    type: 'SignAmendment',
    data: { termStart, termEnd, steps, clauses, text, signedOn, case: id },
  };
};

/** When both sides have signed and the congress approved, the case becomes a contract, or a new text of the one it amends. */
export const signedCaseBecomesContract: Policy<BargainingEvent> = {
  name: 'signed-case-becomes-contract',
  on: 'bargainingCase',
  orders: ({ type, data }, id): Order<ContractCommand>[] => {
    if (type !== 'CaseSigned') return [];
    const command = data.purpose === 'amendment' ? newText(data, id) : newContract(data, id);
    return [{ category: 'contract', id: data.contract, command }];
  },
};
