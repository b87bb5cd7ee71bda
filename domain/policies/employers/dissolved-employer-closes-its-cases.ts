import type { BargainingCommand } from '../../bargaining-case/commands.ts';
import type { EnterpriseEvent } from '../../enterprise/events.ts';
import type { Order, Policy } from '../../shared/policy.ts';

/** When an employer is deregistered, nobody is left to bargain with: its open cases close that day, also those opened since when that day is corrected. */
export const dissolvedEmployerClosesItsCases: Policy<EnterpriseEvent> = {
  name: 'dissolved-employer-closes-its-cases',
  on: 'enterprise',
  asks: ({ type }, enterprise) =>
    type === 'EnterpriseDeregistered' || type === 'DeregistrationCorrected'
      ? { list: 'open-cases-of-enterprise', enterprise }
      : undefined,
  orders: ({ type, data }, _, found): Order<BargainingCommand>[] => {
    if (type !== 'EnterpriseDeregistered' && type !== 'DeregistrationCorrected') return [];
    const { on } = data;
    return found.map((id) => ({
      category: 'bargainingCase',
      id,
      command: { type: 'CloseCase', data: { on, ground: 'employer-dissolved' } },
    }));
  },
};
