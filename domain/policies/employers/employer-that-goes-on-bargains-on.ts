import type { BargainingCommand } from '../../bargaining-case/commands.ts';
import type { EnterpriseEvent } from '../../enterprise/events.ts';
import type { Order, Policy } from '../../shared/policy.ts';

/** When a deregistration is taken back, the cases that were closed with the employer go on. */
export const employerThatGoesOnBargainsOn: Policy<EnterpriseEvent> = {
  name: 'employer-that-goes-on-bargains-on',
  on: 'enterprise',
  asks: ({ type }, enterprise) =>
    type === 'DeregistrationTakenBack'
      ? { list: 'cases-closed-with-enterprise', enterprise }
      : undefined,
  orders: ({ type, data }, _, found): Order<BargainingCommand>[] => {
    if (type !== 'DeregistrationTakenBack') return [];
    const { reason } = data;
    return found.map((id) => ({
      category: 'bargainingCase',
      id,
      command: { type: 'ReopenCase', data: { reason } },
    }));
  },
};
