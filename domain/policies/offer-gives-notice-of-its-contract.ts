import type { BargainingEvent } from '../bargaining-case/events.ts';
import type { ContractCommand } from '../collective-contract/commands.ts';
import type { Order, Policy } from '../shared/policy.ts';

/** Where the law knows a notice that a contract shall end or change, the offer to renew or amend it is that notice, from the day it is received. */
export const offerGivesNoticeOfItsContract: Policy<BargainingEvent> = {
  name: 'offer-gives-notice-of-its-contract',
  on: 'bargainingCase',
  orders: ({ type, data }, id): Order<ContractCommand>[] => {
    if (type !== 'OfferReceived' && type !== 'ReceiptCorrected') return [];
    if (!data.notice) return [];
    const { contract, by } = data.notice;
    const command: ContractCommand = { type: 'GiveNotice', data: { on: data.on, by, case: id } };
    return [{ category: 'contract', id: contract, command }];
  },
};
