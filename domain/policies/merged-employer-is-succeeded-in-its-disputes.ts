import type { DisputeCommand } from '../dispute-case/commands.ts';
import type { EnterpriseEvent } from '../enterprise/events.ts';
import type { Order, Policy } from '../shared/policy.ts';

/** When an employer is absorbed, the one that absorbs it joins its open disputes, that day. */
export const mergedEmployerIsSucceededInItsDisputes: Policy<EnterpriseEvent> = {
  name: 'merged-employer-is-succeeded-in-its-disputes',
  on: 'enterprise',
  asks: ({ type }, enterprise) =>
    type === 'EnterpriseMergedInto'
      ? { list: 'open-disputes-of-enterprise', enterprise }
      : undefined,
  orders: ({ type, data }, _, found): Order<DisputeCommand>[] => {
    if (type !== 'EnterpriseMergedInto') return [];
    const { on, successor } = data;
    const employer = { enterprise: successor, role: 'successor' } as const;
    return found.map((id) => ({
      category: 'dispute',
      id,
      command: { type: 'JoinEmployer', data: { on, employer } },
    }));
  },
};
