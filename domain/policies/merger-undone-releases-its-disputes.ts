import type { DisputeCommand } from '../dispute-case/commands.ts';
import type { EnterpriseEvent } from '../enterprise/events.ts';
import type { Order, Policy } from '../shared/policy.ts';

/** When a merger is taken back, who would have absorbed the employer is no party to its disputes. */
export const mergerUndoneReleasesItsDisputes: Policy<EnterpriseEvent> = {
  name: 'merger-undone-releases-its-disputes',
  on: 'enterprise',
  asks: ({ type }, enterprise) =>
    type === 'MergerTakenBack' ? { list: 'disputes-of-enterprise', enterprise } : undefined,
  orders: ({ type, data }, _, found): Order<DisputeCommand>[] => {
    if (type !== 'MergerTakenBack') return [];
    const { successor: enterprise, reason } = data;
    return found.map((id) => ({
      category: 'dispute',
      id,
      command: { type: 'TakeBackEmployerJoining', data: { enterprise, reason } },
    }));
  },
};
