import { said } from './said.ts';

/** What can be asked. */
export const commands = said({
  RecordRefusal: ['指令被拒绝', 'Record refusal'],
  RecordCarriedOut: ['指令已执行', 'Record carried out'],
  GiveAgain: ['重新下达指令', 'Give again'],
  Dismiss: ['不再执行', 'Dismiss'],
});

/** What can have happened. */
export const events = said({
  OrderRefused: ['指令被拒绝', 'Order refused'],
  OrderGivenAgain: ['指令重新下达', 'Order given again'],
  OrderCarriedOut: ['指令已执行', 'Order carried out'],
  OrderDismissed: ['指令不再执行', 'Order dismissed'],
});

/** Where it can stand. */
export const phases = said({
  none: ['未被拒绝', 'Never refused'],
  refused: ['待处理', 'Refused'],
  'given-again': ['已重新下达', 'Given again'],
  'carried-out': ['已执行', 'Carried out'],
  dismissed: ['不再执行', 'Dismissed'],
});
