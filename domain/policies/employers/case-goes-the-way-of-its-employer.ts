import type { BargainingCommand } from '../../bargaining-case/commands.ts';
import type { BargainingEvent } from '../../bargaining-case/events.ts';
import type { EnterpriseEvent } from '../../enterprise/events.ts';
import type { EmployerChange, Follower, Order, Policy } from '../../shared/policy.ts';
import { ACTS } from './contract-goes-the-way-of-its-employer.ts';

type Why = Omit<Extract<BargainingCommand, { type: 'FollowEmployer' }>['data'], 'ends'>;

/** An employer that goes on after its split bargains on. */
const told = ({ enterprise, on, to, goesOn }: EmployerChange) =>
  goesOn ? [] : [{ enterprise, on, ...(to !== null && { to }) }];

const following =
  (why: Why) =>
  ({ id, changes }: Follower): Order<BargainingCommand> => ({
    category: 'bargainingCase',
    id,
    command: { type: 'FollowEmployer', data: { ends: changes.flatMap(told), ...why } },
  });

/**
 * When an employer ends, nobody is left to bargain with, and its open cases close that day; where another takes
 * its place they go on with that one, until it ends.
 */
export const changedEmployerIsFollowedInItsCases: Policy<EnterpriseEvent, Follower> = {
  name: 'changed-employer-is-followed-in-its-cases',
  on: 'enterprise',
  asks: ({ type }, id) =>
    ACTS.has(type) ? { list: 'ends-of-employer', of: 'employer', id } : undefined,
  orders: ({ data }, _, found) =>
    found.map(following('reason' in data ? { reason: data.reason } : {})),
};

/** What brings a case to an employer, or takes up again what was closed. */
const TURNS: readonly BargainingEvent['type'][] = [
  ...(['CasePrepared', 'PreparationCorrected', 'ClosingTakenBack', 'CaseReopened'] as const),
];

/** A case that comes to an employer, or is taken up again, closed with that employer where it is no more. */
export const caseGoesTheWayOfItsEmployer: Policy<BargainingEvent, Follower> = {
  name: 'case-goes-the-way-of-its-employer',
  on: 'bargainingCase',
  asks: ({ type }, id) =>
    TURNS.includes(type) ? { list: 'ends-of-employer', of: 'case', id } : undefined,
  orders: ({ type, data }, _, found) =>
    type === 'PreparationCorrected'
      ? found.map(following({ reason: data.reason }))
      : found.filter(({ changes }) => changes.length > 0).map(following({})),
};
