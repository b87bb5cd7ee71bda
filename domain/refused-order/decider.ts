import type { Decider } from '../shared/decider.ts';
import { RefusedOrderCommand } from './commands.ts';
import { RefusedOrderEvent } from './events.ts';
import { rules, type Rule } from './rules.ts';

export type Phase = 'none' | 'refused' | 'given-again' | 'carried-out' | 'dismissed';
type Order = Extract<RefusedOrderEvent, { type: 'OrderGivenAgain' }>['data'];

export type State = { readonly phase: Phase; readonly order: Order | undefined };

const otherwise = 'order-is-owed';

/** An order of a policy that was refused: it stays on the list until it is carried out or dismissed. */
export const refusedOrder: Decider<State, RefusedOrderCommand, RefusedOrderEvent, Rule> = {
  category: 'refusedOrder',
  command: RefusedOrderCommand,
  event: RefusedOrderEvent,
  rules,
  initial: { phase: 'none', order: undefined },
  steps: {
    // A repetition after a crash is refused once more: what people decided meanwhile stays.
    RecordRefusal: {
      already: (_, { phase }) => phase !== 'none' && phase !== 'given-again',
      in: ['none', 'given-again'],
      otherwise,
      record: (data) => [{ type: 'OrderRefused', data }],
    },
    RecordCarriedOut: {
      already: (_, { phase }) => phase === 'none' || phase === 'carried-out',
      in: ['refused', 'given-again', 'dismissed'],
      otherwise,
      record: () => [{ type: 'OrderCarriedOut', data: {} }],
    },
    GiveAgain: {
      already: (_, { phase }) => phase === 'given-again',
      in: ['refused', 'dismissed'],
      otherwise,
      record: (_, { order }) => (order ? [{ type: 'OrderGivenAgain', data: order }] : []),
    },
    Dismiss: {
      already: (_, { phase }) => phase === 'dismissed',
      in: ['refused', 'given-again'],
      otherwise,
      record: (data) => [{ type: 'OrderDismissed', data }],
    },
  },
  after: {
    OrderRefused: (_, { rule: __, sentence: ___, article: ____, ...order }) => ({
      phase: 'refused',
      order,
    }),
    OrderGivenAgain: (state) => ({ ...state, phase: 'given-again' }),
    OrderCarriedOut: (state) => ({ ...state, phase: 'carried-out' }),
    OrderDismissed: (state) => ({ ...state, phase: 'dismissed' }),
  },
};
