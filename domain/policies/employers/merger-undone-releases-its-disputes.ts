import type { DisputeCommand } from '../../dispute-case/commands.ts';
import type { EnterpriseEvent } from '../../enterprise/events.ts';
import type { Order, Policy } from '../../shared/policy.ts';

const releasedBy = ({ type, data }: EnterpriseEvent): string | undefined => {
  if (type === 'MergerTakenBack') return data.successor;
  return type === 'MergerCorrected' ? data.releases : undefined;
};

/**
 * When a merger is taken back, who would have absorbed the employer is no party to its disputes; when
 * another is named, it is none of those that are open: what was decided with it stays.
 */
export const mergerUndoneReleasesItsDisputes: Policy<EnterpriseEvent> = {
  name: 'merger-undone-releases-its-disputes',
  on: 'enterprise',
  asks: (fact, enterprise) => {
    if (releasedBy(fact) === undefined) return undefined;
    const isNone = fact.type === 'MergerTakenBack';
    return { list: isNone ? 'disputes-of-enterprise' : 'open-disputes-of-enterprise', enterprise };
  },
  orders: (fact, _, found): Order<DisputeCommand>[] => {
    const enterprise = releasedBy(fact);
    if (enterprise === undefined) return [];
    const { reason } = fact.data as { readonly reason: string };
    return found.map((id) => ({
      category: 'dispute',
      id,
      command: { type: 'TakeBackEmployerJoining', data: { enterprise, reason } },
    }));
  },
};
