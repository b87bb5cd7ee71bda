import { describe, it } from 'vitest';
import { refusedOrder } from '../../domain/refused-order/decider.ts';
import type { RefusedOrderEvent } from '../../domain/refused-order/events.ts';
import { given } from '../support/stories/given.ts';

const order = {
  policy: 'signed-case-becomes-contract',
  cause: 'fact-1',
  causeType: 'CaseSigned',
  from: { category: 'bargainingCase', id: 'case-2' },
  to: { category: 'contract', id: 'contract-1' },
  command: { type: 'Sign', data: { case: 'case-2' } },
};
const refusal = {
  ...order,
  rule: 'signed-once',
  sentence: { zh: '该合同已经签订。', en: 'This contract was signed already.' },
};
const refused: RefusedOrderEvent = { type: 'OrderRefused', data: refusal };
const again: RefusedOrderEvent = { type: 'OrderGivenAgain', data: order };
const carriedOut: RefusedOrderEvent = { type: 'OrderCarriedOut', data: {} };
const dismissed: RefusedOrderEvent = { type: 'OrderDismissed', data: { reason: 'signed anew' } };

const refuse = { type: 'RecordRefusal', data: refusal } as const;
const succeed = { type: 'RecordCarriedOut', data: {} } as const;
const giveAgain = { type: 'GiveAgain', data: {} } as const;
const dismiss = { type: 'Dismiss', data: { reason: 'signed anew' } } as const;

describe('an order that is refused', () => {
  it('goes on record once, however often it is repeated', () => {
    given(refusedOrder).when(refuse).thenRecords(refused);
    given(refusedOrder, refused).when(refuse).thenRecords();
  });
  it('can be given again, whole', () => {
    given(refusedOrder, refused).when(giveAgain).thenRecords(again);
    given(refusedOrder, refused, again).when(giveAgain).thenRecords();
  });
  it('that was given again is carried out, or refused once more', () => {
    given(refusedOrder, refused, again).when(succeed).thenRecords(carriedOut);
    given(refusedOrder, refused, again).when(refuse).thenRecords(refused);
  });
  it('is dismissed with a reason, once', () => {
    given(refusedOrder, refused).when(dismiss).thenRecords(dismissed);
    given(refusedOrder, refused, dismissed).when(dismiss).thenRecords();
  });
  it('that was dismissed stays so when a restart repeats it, and can still be given again', () => {
    given(refusedOrder, refused, dismissed).when(refuse).thenRecords();
    given(refusedOrder, refused, dismissed).when(giveAgain).thenRecords(again);
    given(refusedOrder, refused, dismissed).when(succeed).thenRecords(carriedOut);
  });
  it('that was carried out is owed no more', () => {
    given(refusedOrder, refused, carriedOut).when(giveAgain).thenRefuses('order-is-owed');
    given(refusedOrder, refused, carriedOut).when(dismiss).thenRefuses('order-is-owed');
    given(refusedOrder, refused, carriedOut).when(refuse).thenRecords();
  });
});

it('an order that was never refused leaves no trace', () => {
  given(refusedOrder).when(succeed).thenRecords();
  given(refusedOrder).when(giveAgain).thenRefuses('order-is-owed');
  given(refusedOrder).when(dismiss).thenRefuses('order-is-owed');
});
