import type { Step } from '../../shared/decider.ts';
import type { ContractEvent } from '../events.ts';
import { ensure, type Rule } from '../rules.ts';
import { noEnd, type State } from '../state.ts';
import type { Steps } from '../terms.ts';
import { reviewSteps } from './review.ts';
import { employerEndTakenBack } from './taking-back.ts';

const REASON = '终止前的审查意见，迟登记 / given before the employer ended, recorded late';

/** The contract as it stood before it ended. */
const before = (state: State): State =>
  state.phase === 'ended' ? { ...state, phase: state.before, end: noEnd, ends: [] } : state;

/** The last day of the term that binds once this is recorded; '' where no text is in effect then. */
const termAfter = ({ texts, effects }: State, acts: readonly ContractEvent[]): string => {
  const more = acts.filter(({ type }) => type === 'ContractTookEffect').length;
  const fewer = acts.filter(({ type }) => type === 'EffectTakenBack').length;
  return texts[effects.length + more - fewer - 1]?.termEnd ?? '';
};

/** The end with the employer comes after the act; where the term that binds then had run out before, it ended nothing. */
const around = (state: State, acts: readonly ContractEvent[]): readonly ContractEvent[] => {
  const { on, other: enterprise } = state.end;
  const term = termAfter(state, acts);
  const ended: ContractEvent = { type: 'ContractEndedWithEmployer', data: { on, enterprise } };
  return [
    employerEndTakenBack(state, { enterprise, reason: REASON }),
    ...acts,
    ...(term !== '' && term < on ? [] : [ended]),
  ];
};

/** The act of a day before the contract ended with its employer, whenever it is recorded. */
const alsoBeforeItsEnd = <Data extends { readonly on: string }>(
  step: Step<State, Data, ContractEvent, Rule>,
): Step<State, Data, ContractEvent, Rule> => ({
  ...step,
  already: (data, state, moment) => step.already?.(data, before(state), moment) ?? false,
  in: [...step.in, 'ended'],
  record: (data, state, moment) => {
    if (state.phase !== 'ended') return step.record(data, state, moment);
    const isInTime = state.ends.every(({ by }) => by === 'employer') && data.on < state.end.on;
    const stood = before(state);
    ensure(isInTime && step.in.includes(stood.phase), step.otherwise);
    return around(state, step.record(data, stood, moment));
  },
});

/** What the authority said of a text before the contract ended with its employer. */
export const reviewBeforeItsEnd: Pick<Steps, 'Object' | 'Approve'> = {
  Object: alsoBeforeItsEnd(reviewSteps.Object),
  Approve: alsoBeforeItsEnd(reviewSteps.Approve),
};
