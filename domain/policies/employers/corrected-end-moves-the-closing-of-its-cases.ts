import type { BargainingCommand } from '../../bargaining-case/commands.ts';
import type { EnterpriseEvent } from '../../enterprise/events.ts';
import type { Order, Policy } from '../../shared/policy.ts';

/** When the day of a deregistration is corrected, the cases that closed with the employer closed that day, too. */
export const correctedEndMovesTheClosingOfItsCases: Policy<EnterpriseEvent> = {
  name: 'corrected-end-moves-the-closing-of-its-cases',
  on: 'enterprise',
  asks: ({ type }, enterprise) =>
    type === 'DeregistrationCorrected'
      ? { list: 'cases-closed-with-enterprise', enterprise }
      : undefined,
  orders: ({ type, data }, _, found): Order<BargainingCommand>[] => {
    if (type !== 'DeregistrationCorrected') return [];
    const { on, reason } = data;
    return found.map((id) => ({
      category: 'bargainingCase',
      id,
      command: { type: 'FollowEmployerEnd', data: { on, reason } },
    }));
  },
};
