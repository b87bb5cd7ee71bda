import { ensurePassed, optional, stopping, without } from '../../clocks.ts';
import type { DisputeEvent } from '../../events.ts';
import { ensure } from '../../rules.ts';
import { lastSaid, once } from '../../saying.ts';
import { amendedSettlement, inForce, settlementOf } from './settlement.ts';
import {
  known,
  openClaimants,
  type After,
  type Ask,
  type Owed,
  type Said,
  type State,
  type Steps,
} from '../../state.ts';

/** The clocks of what can be done about an agreement that is not performed yet. */
const ofSettlement = ['review', 'confirmation', 'enforcement', 'payment-order', 'payment'];

/** What of an item was paid by a day. */
export const paidBy = ({ paid }: Owed, day: string): number =>
  Object.values(paid)
    .filter(({ on }) => on <= day)
    .reduce((sum, { fen }) => sum + fen, 0);

/** Whether an item is performed in full by a day. */
export const isDone = (owed: Owed, day = '9999-12-31'): boolean =>
  owed.fen === undefined
    ? Object.values(owed.paid).some(({ on }) => on <= day)
    : paidBy(owed, day) >= owed.fen;

const standsAs = (owed: Owed): Said<'PerformanceRecorded'>['stands'] =>
  isDone(owed) ? 'performed' : 'partly';

type Performed = Ask<'RecordPerformance'>;

/** An item with one payment said anew. */
const withPart = (owed: Owed, { part, on, fen = 0 }: Performed, id = ''): Owed => ({
  ...owed,
  paid: { ...owed.paid, [part]: { id, on, fen } },
});

const itemOf = (state: State, settlement: string, item: string): Owed => {
  const owed = settlementOf(state, settlement).items[item];
  ensure(owed !== undefined, 'item-on-file');
  return owed as Owed;
};

/** What is recorded of a payment: where its item stands then. More than was agreed needs a reason. */
export const performanceOf = (state: State, data: Performed): Said<'PerformanceRecorded'> => {
  inForce(state, data.settlement, data.on);
  const owed = itemOf(state, data.settlement, data.item);
  ensure((owed.fen === undefined) === (data.fen === undefined), 'money-in-fen');
  const now = withPart(owed, data);
  const isMore = owed.fen !== undefined && paidBy(now, '9999-12-31') > owed.fen;
  ensure(!isMore || data.because !== undefined, 'paid-more-than-agreed');
  return { ...data, ...optional('towards', owed.claim), stands: standsAs(now) };
};

/** What was performed in time after all is no default. */
export const defaultFollows = (state: State, data: Performed): DisputeEvent[] => {
  const owed = withPart(itemOf(state, data.settlement, data.item), data);
  const { settlement, item } = data;
  return owed.overdue !== '' && isDone(owed, owed.due)
    ? [{ type: 'DefaultTakenBack', data: { settlement, item } }]
    : [];
};

/** Where an agreement that is said anew owes no more than was paid, or more again, the last payment says so. */
export const standingFollows = (
  state: State,
  { settlement, items }: Said<'SettlementReached'>,
  reason: string,
): DisputeEvent[] =>
  items.flatMap((item) => {
    const before = settlementOf(state, settlement).items[item.item];
    const [part, last] = Object.entries(before?.paid ?? {}).at(-1) ?? [];
    if (!before || !part || !last) return [];
    const { paid, overdue } = before;
    const stands = standsAs({ ...item, paid, overdue });
    const said = lastSaid(state, 'PerformanceRecorded', { settlement, item: item.item, part });
    if (!said || stands === standsAs(before)) return [];
    return [{ type: 'PerformanceCorrected', data: { ...said, stands, corrects: last.id, reason } }];
  });

/** Once all that was agreed is performed, nobody can enforce it, have it reviewed or confirmed any more. */
const clocksFollow = (state: State, data: Performed): DisputeEvent[] => {
  const { settlement } = data;
  const { items } = settlementOf(state, settlement);
  const isAll = Object.values(items).every((owed) =>
    isDone(owed.item === data.item ? withPart(owed, data) : owed),
  );
  if (!isAll) return [];
  const own = ofSettlement.map((clock) => `${clock}:${settlement}`);
  const isOver = openClaimants(state).length === 0 && Object.keys(state.settlements).length === 1;
  return stopping(state, ...own, ...(isOver ? ['limitation'] : []));
};

export const performanceSteps: Steps<'RecordPerformance' | 'RecordDefault'> = {
  RecordPerformance: once('PerformanceRecorded', known, (data, state) => {
    const { paid } = itemOf(state, data.settlement, data.item);
    ensure(!paid[data.part], 'part-once');
    ensure(data.fen !== 0, 'money-in-fen');
    return [
      { type: 'PerformanceRecorded', data: performanceOf(state, data) },
      ...defaultFollows(state, data),
      ...clocksFollow(state, data),
    ];
  }),
  RecordDefault: {
    already: ({ settlement, item }, { settlements }) => {
      const owed = settlements[settlement]?.items[item];
      return owed !== undefined && (owed.overdue === owed.due || isDone(owed));
    },
    in: known,
    otherwise: 'clock-must-run',
    record: ({ settlement, item }, state, { at }) => {
      const { due } = itemOf(state, settlement, item);
      ensurePassed(state, state.clocks[`performance:${settlement}/${item}`]?.due, at);
      return [{ type: 'PerformanceFellOverdue', data: { settlement, item, due } }];
    },
  },
};

const amendedItem = (
  state: State,
  { settlement, item }: { readonly settlement: string; readonly item: string },
  change: (before: Owed) => Owed,
): State['settlements'] =>
  amendedSettlement(state, settlement, ({ items }) => {
    const owed = items[item];
    return owed ? { items: { ...items, [item]: change(owed) } } : {};
  });

export const afterPerformance: After<
  'PerformanceRecorded' | 'PerformanceFellOverdue' | 'DefaultTakenBack'
> = {
  PerformanceRecorded: (state, data, { id }) => {
    const settlements = amendedItem(state, data, (owed) => withPart(owed, data, id));
    const owed = settlements[data.settlement]?.items[data.item];
    const name = `performance:${data.settlement}/${data.item}`;
    const clocks = owed && isDone(owed) ? without(state, name) : state.clocks;
    return { ...state, settlements, clocks };
  },
  PerformanceFellOverdue: (state, data) => ({
    ...state,
    settlements: amendedItem(state, data, (owed) => ({ ...owed, overdue: data.due })),
  }),
  DefaultTakenBack: (state, data) => ({
    ...state,
    settlements: amendedItem(state, data, (owed) => ({ ...owed, overdue: '' })),
  }),
};
