import { z } from 'zod';
import { command } from '../shared/message.ts';
import { Text } from '../shared/values.ts';
import { order, refusal } from './events.ts';

const giveAgain = command('GiveAgain', {});
const dismiss = command('Dismiss', { reason: Text });

/** What people may ask: to give the order once more, or to let it go with a reason. */
export const OperatorCommand = z.discriminatedUnion('type', [giveAgain, dismiss]);

/** Everything that is recorded about an order that was refused; who gives orders records the rest. */
export const RefusedOrderCommand = z.discriminatedUnion('type', [
  command('RecordRefusal', { ...order, ...refusal }),
  command('RecordCarriedOut', {}),
  giveAgain,
  dismiss,
]);
export type RefusedOrderCommand = z.infer<typeof RefusedOrderCommand>;
