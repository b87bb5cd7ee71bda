import type { ContractEvent } from '../../events.ts';
import { binding, employerEndOf, latest, type State } from '../../state.ts';
import type { Ask } from '../../terms.ts';
import { effectBySilence } from '../text/review.ts';
import { employerEndTakenBack } from './taking-back.ts';

const REASON = '用人单位终止日更正 / the day the employer ended was corrected';

/** What took effect by silence after all: its review ran out while the employer was still there. */
const silence = (on: string, state: State) => {
  const { before, filing, ends } = state;
  if (ends.length > 1 || !before.endsWith('under-review') || filing.due === '') return undefined;
  const effect = effectBySilence(state);
  return effect.data.on < on ? effect : undefined;
};

/** The employer ended on another day: what ran out before that day ran out by itself, in its own time. */
const corrected = (data: Ask<'EndWithEmployer'>, state: State): ContractEvent[] => {
  const { on, enterprise } = data;
  const effect = silence(on, state);
  const { termEnd } = effect ? latest(state) : binding(state);
  const isOver = termEnd !== '' && termEnd < on && (effect ?? state.effects[0]) !== undefined;
  if (!effect && !isOver) {
    const anew = { corrects: employerEndOf(state).id, reason: REASON, ...data };
    return [{ type: 'EmployerEndCorrected', data: anew }];
  }
  return [
    employerEndTakenBack(state, { enterprise, reason: REASON }),
    ...(effect ? [effect] : []),
    ...(isOver ? [] : [{ type: 'ContractEndedWithEmployer', data } as const]),
  ];
};

/** The end of a contract with its employer, or that end on another day. */
export const employerEnd = (data: Ask<'EndWithEmployer'>, state: State): ContractEvent[] =>
  employerEndOf(state).id !== ''
    ? corrected(data, state)
    : [{ type: 'ContractEndedWithEmployer', data }];
