import type { ContractCommand } from '../../collective-contract/commands.ts';
import type { ContractEvent } from '../../collective-contract/events.ts';
import type { EmployerChange, Order, Policy } from '../../shared/policy.ts';

type Employers = {
  readonly [T in ContractEvent['type']]?: (
    data: Extract<ContractEvent, { type: T }>['data'],
  ) => readonly (string | undefined)[];
};

const signedBy = ({ enterprise }: { readonly enterprise?: string | undefined }) => [enterprise];
/** Whom it came to, and whom it might have left before in another way. */
const passedOn = ({ from, to }: { readonly from: string; readonly to: string }) => [from, to];

/** Whose changes a fact may bring to bear on the contract. */
const employers: Employers = {
  ContractSigned: signedBy,
  SigningCorrected: signedBy,
  ContractRegisteredAsHistory: signedBy,
  HistoryCorrected: signedBy,
  ContractPassedToSuccessor: passedOn,
  SuccessionCorrected: passedOn,
  SuccessionTakenBack: ({ employer }) => [employer],
  SupersessionTakenBack: ({ employer }) => [employer],
};

const employersIn = ({ type, data }: ContractEvent): readonly string[] => {
  const of = employers[type] as
    ((said: ContractEvent['data']) => (string | undefined)[]) | undefined;
  return of?.(data).filter((one) => one !== undefined) ?? [];
};

const told = ({ id: act, enterprise, on, to, goesOn }: EmployerChange) => ({
  ...{ act, enterprise, on },
  ...(to !== null && { to }),
  ...(goesOn && { ownFrom: on }),
});

/**
 * A contract that comes to an employer, or is its again, goes on as that employer went on: what the
 * register knows of its mergers, splits and end happened to this contract, too (《劳动合同法》第三十四条).
 */
export const contractGoesTheWayOfItsEmployer: Policy<ContractEvent, EmployerChange> = {
  name: 'contract-goes-the-way-of-its-employer',
  on: 'contract',
  asks: (fact) => {
    const among = employersIn(fact);
    return among.length === 0 ? undefined : { list: 'changes-of-employer', among };
  },
  orders: (_, id, found): Order<ContractCommand>[] =>
    found.length === 0
      ? []
      : [
          {
            category: 'contract',
            id,
            command: { type: 'FollowEmployer', data: { changes: found.map(told) } },
          },
        ],
};
