import { law } from '../../../law/profiles.ts';
import type { Moment, Step } from '../../../shared/decider.ts';
import type { ContractEvent } from '../../events.ts';
import { ensure, type Rule } from '../../rules.ts';
import { binding, latest, type Phase, type State } from '../../state.ts';
import { today } from '../../terms.ts';
import { expiryOf } from '../text/force.ts';
import { alsoOnceOver } from './once-over.ts';
import { clocksAs } from './taking-back.ts';

const REASON = '期满前的行为，迟登记 / of a day before the term ran out, recorded late';

/** Where it stood when its term ran out: an amendment that was under review then had kept it from expiring. */
const standing = (state: State): Phase => {
  const { texts, effects, objections } = state;
  if (texts.length === effects.length) return 'in-force';
  return latest(state).came.some((id) => id in objections) ? 'amendment-objected' : 'amending';
};

/** The contract as it stood before its term ran out. */
const asItRan = (state: State): State =>
  state.phase === 'expired' ? { ...state, phase: standing(state) } : state;

/** The last day of the term that binds once this is recorded; '' where no text is in effect then. */
export const termAfter = ({ texts, effects }: State, acts: readonly ContractEvent[]): string => {
  const signed = acts.flatMap((act) => (act.type === 'AmendmentSigned' ? [act.data] : []));
  const all = signed.length > 0 ? [...texts.slice(0, effects.length), ...signed] : texts;
  const more = acts.filter(({ type }) => type === 'ContractTookEffect').length;
  const fewer = acts.filter(({ type }) => type === 'EffectTakenBack').length;
  return all[effects.length + more - fewer - 1]?.termEnd ?? '';
};

const isFiled = ({ type }: ContractEvent): boolean =>
  type === 'ContractFiled' || type === 'ContractRefiled';

/** The expiry, said again where the term that binds then has run out; one under review waits for its outcome. */
const ranOut = (state: State, acts: readonly ContractEvent[], moment: Moment): ContractEvent[] => {
  const term = termAfter(state, acts);
  const isOver = term < today(moment, law(state.profile)) && !acts.some(isFiled);
  return isOver ? [expiryOf(term, state)] : [];
};

/** The act of a day within the term, also when it is recorded after that ran out. */
export const alsoBeforeItRanOut = <Data>(
  step: Step<State, Data, ContractEvent, Rule>,
  dayOf: (data: Data) => string,
): Step<State, Data, ContractEvent, Rule> => {
  const late = alsoOnceOver(step, 'expired', asItRan);
  const offered = (state: State): boolean =>
    late.offered(state) && (state.phase !== 'expired' || state.expiry !== '');
  const record: typeof step.record = (data, state, moment) => {
    if (state.phase !== 'expired') return step.record(data, state, moment);
    const stood = asItRan(state);
    ensure(state.expiry !== '' && step.in.includes(stood.phase), step.otherwise);
    ensure(dayOf(data) <= binding(state).termEnd, 'before-its-end');
    const acts = step.record(data, stood, moment);
    const takesBack = [state.expiry];
    const clocks = clocksAs(state, stood.phase);
    return [
      { type: 'ExpiryTakenBack', data: { takesBack, reason: REASON, clocks } },
      ...acts,
      ...ranOut(stood, acts, moment),
    ];
  };
  return { ...late, offered, record };
};
