import { optional } from '../../clocks.ts';
import { ensure } from '../../rules.ts';
import { lastSaid } from '../../saying.ts';
import { inOrder, type Ask, type Said, type State, type Steps } from '../../state.ts';
import { ensureOutcome } from './closing.ts';
import { correcting } from '../correcting.ts';
import { ensureRefusalStands } from './mediation.ts';

/** The day by which something else had come after this conclusion: its reopening, or the filing. */
const nextAfter = (state: State, { on }: Said<'DisputeConcluded'>, corrects: string): string => {
  if (state.conclusion && state.concluding === corrects) return state.arbitration.filedOn;
  return (
    Object.keys(state.proceedings)
      .flatMap((proceeding) => lastSaid(state, 'DisputeReopened', { proceeding })?.on ?? [])
      .filter((day) => day >= on)
      .toSorted()[0] ?? ''
  );
};

/** A conclusion stays between what came before it and what came after. */
export const ensureStillThen = (
  state: State,
  data: Said<'DisputeConcluded'>,
  before: Said<'DisputeConcluded'>,
  corrects: string,
): void => {
  const { on = '', acceptedOn = '' } = state.proceedings[data.proceeding] ?? {};
  inOrder(on, data.on);
  inOrder(acceptedOn, data.on);
  const next = nextAfter(state, before, corrects);
  if (next !== '') inOrder(data.on, next);
};

/** A conclusion by an agreement stays one, and no other becomes one. */
const ensureConclusion = (
  state: State,
  data: Said<'DisputeConcluded'>,
  before: Said<'DisputeConcluded'>,
): void => {
  ensureOutcome(data);
  const isInterest = state.about.cause === 'contract-conclusion';
  const isKept = (data.outcome === 'settled') === (before.outcome === 'settled');
  ensure(isInterest || isKept, 'settlement-stands');
};

export const conclusionCorrection: Steps<'CorrectConclusion'> = {
  CorrectConclusion: correcting<
    Ask<'CorrectConclusion'>,
    'DisputeConcluded',
    'ConclusionCorrected'
  >({
    fact: 'DisputeConcluded',
    as: 'ConclusionCorrected',
    about: ['proceeding'],
    says: (data, state, before, corrects) => {
      ensureStillThen(state, data, before, corrects);
      ensureConclusion(state, data, before);
      ensureRefusalStands(state, data);
      return { ...data, ...optional('alongside', before.alongside) };
    },
  }),
};
