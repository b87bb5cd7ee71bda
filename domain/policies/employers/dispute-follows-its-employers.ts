import type { DisputeCommand } from '../../dispute-case/commands.ts';
import type { DisputeEvent } from '../../dispute-case/events.ts';
import type { EnterpriseEvent } from '../../enterprise/events.ts';
import type { EmployerChange, Follower, Order, Policy } from '../../shared/policy.ts';

type Why = Omit<Extract<DisputeCommand, { type: 'FollowEmployers' }>['data'], 'changes'>;

const told = ({ id: act, enterprise, on, heirs }: EmployerChange) =>
  heirs.length === 0 ? [] : [{ act, enterprise, on, heirs: [...heirs] }];

const following =
  (why: Why) =>
  ({ id, changes }: Follower): Order<DisputeCommand> => ({
    category: 'dispute',
    id,
    command: { type: 'FollowEmployers', data: { changes: changes.flatMap(told), ...why } },
  });

/** By which an employer's place is another's, or is not after all. */
const ACTS: readonly EnterpriseEvent['type'][] = [
  ...(['EnterpriseMergedInto', 'MergerCorrected', 'MergerTakenBack'] as const),
  ...(['EnterpriseSplitInto', 'SplitCorrected', 'SplitTakenBack'] as const),
  ...(['EnterpriseVoided', 'EnterpriseFoundDuplicate'] as const),
];

/** When an employer is absorbed or split up, or was not after all, its disputes go on with whoever takes its place. */
export const changedEmployerIsFollowedInItsDisputes: Policy<EnterpriseEvent, Follower> = {
  name: 'changed-employer-is-followed-in-its-disputes',
  on: 'enterprise',
  asks: ({ type }, id) =>
    ACTS.includes(type) ? { list: 'changes-of-parties', of: 'party', id } : undefined,
  orders: ({ type, data }, _, found) => {
    const { reason } = data as { readonly reason?: string };
    const released = type === 'MergerTakenBack' ? data.successor : undefined;
    const before = type === 'MergerCorrected' ? data.releases : released;
    return found.map(following({ ...(before && { released: before }), ...(reason && { reason }) }));
  },
};

/** What brings employers to a dispute, or takes up again what was decided. */
const TURNS: readonly DisputeEvent['type'][] = [
  ...(['DisputeReceived', 'DisputeRegisteredAsHistory'] as const),
  ...(['ReceiptCorrected', 'HistoryCorrected', 'EmployerJoined'] as const),
  ...(['EmployerJoiningTakenBack'] as const),
  ...(['DisputeReopened', 'ConclusionCorrected', 'ArbitrationFiled'] as const),
];

/** Whoever joined by a merger or split was followed to the end, and stays out where that is taken back. */
const isTurn = ({ type, data }: DisputeEvent): boolean =>
  TURNS.includes(type) && !('act' in data && data.act !== undefined);

const hasChanged = ({ changes }: Follower): boolean =>
  changes.some(({ heirs }) => heirs.length > 0);

/** A dispute that comes to an employer or leaves it, or is taken up again, goes on with whoever has taken its parties' place since. */
export const disputeFollowsItsEmployers: Policy<DisputeEvent, Follower> = {
  name: 'dispute-follows-its-employers',
  on: 'dispute',
  asks: (fact, id) =>
    isTurn(fact) ? { list: 'changes-of-parties', of: 'dispute', id } : undefined,
  orders: ({ data }, _, found) => {
    const isAnew = 'corrects' in data || 'takesBack' in data;
    const why = 'takesBack' in data ? { reason: data.reason } : {};
    return found.filter((one) => isAnew || hasChanged(one)).map(following(why));
  },
};
