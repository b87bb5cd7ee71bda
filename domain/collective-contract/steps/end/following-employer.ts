import type { ContractEvent } from '../../events.ts';
import { employerEndOf, type Passing, type State } from '../../state.ts';
import { recorded, type Ask, type Steps } from '../../terms.ts';
import type { Moment } from '../../../shared/decider.ts';
import { endingSteps } from './ending.ts';
import { estranged, REASON, returned, successionSteps } from './succession.ts';
import { employerEndTakenBack } from './taking-back.ts';

const { EndWithEmployer } = endingSteps;
const { PassToSuccessor } = successionSteps;

type Asked = Ask<'FollowEmployer'>;
type Change = Asked['changes'][number];
type Records = () => readonly ContractEvent[];

/** What that employer did to the contract by an act that the register does not tell any more; undefined where nothing. */
const undone = (asked: Asked, state: State): Records | undefined => {
  const { released, reason = REASON } = asked;
  const acts = asked.changes.filter(({ enterprise }) => enterprise === released);
  // A passing that does not say by what is told by the enterprise alone.
  const isTold = (passing: Passing): boolean =>
    acts.some(({ act, to }) => to !== undefined && ['', act].includes(passing.act));
  const at = state.passed.findIndex((one) => one.from === released && !isTold(one));
  if (at !== -1) return () => returned(state, at, reason);
  const { other: enterprise } = employerEndOf(state);
  const ends = acts.some(({ to }) => to === undefined);
  return enterprise === released && !ends
    ? () => [employerEndTakenBack(state, { enterprise, reason })]
    : undefined;
};

/** What a change of an employer means for the contract: undefined where it means nothing. */
const bearing = (change: Change, state: State, moment: Moment): Records | undefined => {
  const { enterprise, on, to, act, ownFrom } = change;
  if (to === undefined) {
    const data = { on, enterprise };
    const bears =
      enterprise === state.enterprise && !EndWithEmployer.already?.(data, state, moment);
    return bears ? () => EndWithEmployer.record(data, state, moment) : undefined;
  }
  const data = { on, from: enterprise, to, act, ...(ownFrom && { ownFrom }) };
  const had = [state.enterprise, ...state.passed.map(({ from }) => from)].includes(enterprise);
  const bears = had && !PassToSuccessor.already?.(data, state, moment);
  return bears ? () => PassToSuccessor.record(data, state, moment) : undefined;
};

/** Whether an employer changed before the contract came to it: where that cannot be, it keeps nothing else from being told. */
const isEarly = ({ enterprise, on }: Change, { passed }: State): boolean =>
  on < (passed.findLast(({ to }) => to === enterprise)?.on ?? '');

/** What first mends its way: then the first change, by its day, that means something. The rest is asked for anew. */
const first = (asked: Asked, state: State, moment: Moment): Records | undefined => {
  const mends = undone(asked, state) ?? estranged(state);
  if (mends) return mends;
  const inOrder = asked.changes.toSorted(
    (a, b) => Number(isEarly(a, state)) - Number(isEarly(b, state)),
  );
  for (const change of inOrder) {
    const records = bearing(change, state, moment);
    if (records) return records;
  }
  return undefined;
};

/** What policies order when an employer changed, or a contract comes to one or is its again. */
export const followingEmployerSteps: Pick<Steps, 'FollowEmployer'> = {
  FollowEmployer: {
    already: (data, state, moment) =>
      state.phase === 'void' || first(data, state, moment) === undefined,
    in: recorded,
    otherwise: 'contract-on-record',
    record: (data, state, moment) => first(data, state, moment)?.() ?? [],
  },
};
