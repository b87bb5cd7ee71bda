import type { ContractEvent } from '../../events.ts';
import { laterReports, type SaidAnew } from '../../fulfilment.ts';
import type { State } from '../../state.ts';

/** The days of a clock said once more: a correction of an earlier text says those of its own. */
const again = ({ deadlines }: State, rule: string, clock = rule): ContractEvent[] => {
  const deadline = deadlines[rule];
  const named = clock === rule ? {} : { clock };
  return deadline ? [{ type: 'DeadlineRecomputed', data: { ...named, deadline } }] : [];
};

/** The days to file of the text signed last, where it is another one that is said anew. */
export const filingStands = (state: State, text: string): ContractEvent[] =>
  state.texts.at(-1)?.id === text ? [] : again(state, 'filing');

/** The review of the receipt that came last, where it is another one that is said anew. */
export const reviewStands = (state: State, receipt: string): ContractEvent[] =>
  state.filing.id === receipt ? [] : again(state, 'review', state.filing.clock);

/**
 * What follows for the later effects from one that is said anew: their reports, and the days to publish
 * the last one, unless that is said anew itself.
 */
export const laterEffects = (state: State, index: number, made: SaidAnew): ContractEvent[] => {
  const reports = laterReports(state, index, made);
  const last = state.effects.at(-1);
  const isSaid = reports.some(
    ({ type, data }) => type === 'EffectCorrected' && data.corrects === last?.id,
  );
  const stands = isSaid || last === state.effects[index] ? [] : again(state, 'publication');
  return [...reports, ...stands];
};
