import type { ContractEvent } from '../events.ts';
import type { State } from '../state.ts';
import { recorded, type Ask, type Steps } from '../terms.ts';
import type { Moment } from '../../shared/decider.ts';
import { endingSteps } from './ending.ts';
import { estranged, successionSteps } from './succession.ts';

const { EndWithEmployer } = endingSteps;
const { PassToSuccessor } = successionSteps;

type Change = Ask<'FollowEmployer'>['changes'][number];
type Records = () => readonly ContractEvent[];

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

/** What first mends its way: then the first change, by its day, that means something. The rest is asked for anew. */
const first = (
  { changes }: Ask<'FollowEmployer'>,
  state: State,
  moment: Moment,
): Records | undefined => {
  const mends = estranged(state);
  if (mends) return mends;
  for (const change of changes) {
    const records = bearing(change, state, moment);
    if (records) return records;
  }
  return undefined;
};

/** What policies order when a contract comes to an employer, or is its again. */
export const followingEmployerSteps: Pick<Steps, 'FollowEmployer'> = {
  FollowEmployer: {
    already: (data, state, moment) =>
      state.phase === 'void' || first(data, state, moment) === undefined,
    in: recorded,
    otherwise: 'contract-on-record',
    record: (data, state, moment) => first(data, state, moment)?.() ?? [],
  },
};
