import type { Logger } from 'pino';
import type { RefusedOrderCommand } from '../domain/refused-order/commands.ts';
import { RefusedOrderEvent } from '../domain/refused-order/events.ts';
import type { Category, Order } from '../domain/shared/policy.ts';
import { Refusal } from '../domain/shared/rules.ts';
import type { Seen } from '../projections/projection.ts';
import type { Asked } from './command/asked.ts';
import { derivedId } from './ids.ts';

type Reason = Pick<Seen, 'id' | 'type' | 'category' | 'subject'>;

/** An order as it is given: on whose word, because of which fact, and in the wake of which fact it is given now. */
export type Given = {
  readonly order: Order;
  /** The command id of the order: the same whenever it is given. */
  readonly orderId: string;
  readonly policy: string;
  readonly cause: Reason;
  readonly attempt: string;
};

/** The n-th order of a policy because of a fact. */
export const given = (order: Order, cause: Seen, policy: string, index: number): Given => {
  const orderId = derivedId('order', cause.id, policy, index);
  return { order, orderId, policy, cause, attempt: cause.id };
};

/** The order that somebody gives again, if that is what this fact says. */
export const givenAgain = ({ id, category, subject, type, data }: Seen): Given | undefined => {
  if (category !== 'refusedOrder' || type !== 'OrderGivenAgain') return undefined;
  const fact = RefusedOrderEvent.parse({ type, data });
  if (fact.type !== 'OrderGivenAgain') return undefined;
  const { policy, cause, causeType, from, to, command } = fact.data;
  return {
    order: { category: to.category as Category, id: to.id, command },
    orderId: subject,
    policy,
    cause: { id: cause, type: causeType, category: from.category as Category, subject: from.id },
    attempt: id,
  };
};

const refusalOf = (
  { order, policy, cause }: Given,
  { rule, sentence, article }: Refusal,
): RefusedOrderCommand => ({
  type: 'RecordRefusal',
  data: {
    policy,
    cause: cause.id,
    causeType: cause.type,
    from: { category: cause.category, id: cause.subject },
    to: { category: order.category, id: order.id },
    command: {
      type: order.command.type,
      data: order.command.data as Readonly<Record<string, unknown>>,
    },
    rule,
    sentence,
    ...(article === undefined ? {} : { article }),
  },
});

export type Giving = {
  /** Executes an order; refusals are thrown. */
  readonly execute: (order: Order, asked: Asked) => Promise<unknown>;
  readonly now: () => string;
  readonly log: Logger;
};

/** Has an order carried out; one that is refused goes on record, and off the list once it is carried out after all. */
export const orderGiver =
  ({ execute, now, log }: Giving) =>
  async (one: Given): Promise<void> => {
    const { order, orderId, policy, cause, attempt } = one;
    const asked = {
      at: now(),
      by: `policy:${policy}`,
      correlationId: cause.id,
      causationId: attempt,
    };
    const keep = async (command: RefusedOrderCommand): Promise<void> => {
      const commandId = derivedId(command.type, orderId, attempt);
      await execute({ category: 'refusedOrder', id: orderId, command }, { ...asked, commandId });
    };
    try {
      await execute(order, { ...asked, commandId: orderId, causationId: cause.id });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { rule } = error;
      log.warn({ policy, order: order.command.type, of: order.id, rule }, 'an order was refused');
      await keep(refusalOf(one, error));
      return;
    }
    await keep({ type: 'RecordCarriedOut', data: {} });
  };
