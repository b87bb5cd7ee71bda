import type { DisputeCommand } from '../../dispute-case/commands.ts';
import type { EnterpriseEvent } from '../../enterprise/events.ts';
import type { Order, Policy } from '../../shared/policy.ts';

type Merger = Extract<EnterpriseEvent, { type: 'EnterpriseMergedInto' | 'MergerCorrected' }>;

const isNewlyNamed = (fact: EnterpriseEvent): fact is Merger =>
  fact.type === 'EnterpriseMergedInto' ||
  (fact.type === 'MergerCorrected' && fact.data.releases !== undefined);

/** When an employer is absorbed, the one that absorbs it joins its open disputes, that day; likewise one that is named anew. */
export const mergedEmployerIsSucceededInItsDisputes: Policy<EnterpriseEvent> = {
  name: 'merged-employer-is-succeeded-in-its-disputes',
  on: 'enterprise',
  asks: (fact, enterprise) =>
    isNewlyNamed(fact) ? { list: 'open-disputes-of-enterprise', enterprise } : undefined,
  orders: (fact, _, found): Order<DisputeCommand>[] => {
    if (!isNewlyNamed(fact)) return [];
    const { on, successor } = fact.data;
    const employer = { enterprise: successor, role: 'successor' } as const;
    return found.map((id) => ({
      category: 'dispute',
      id,
      command: { type: 'JoinEmployer', data: { on, employer } },
    }));
  },
};
