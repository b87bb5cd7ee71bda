import { law } from '../../law/profiles.ts';
import { plusDays } from '../../shared/calendar.ts';
import type { Moment } from '../../shared/decider.ts';
import type { ContractEvent } from '../events.ts';
import { ensure } from '../rules.ts';
import type { State } from '../state.ts';
import { today, type Ask, type Said, type Steps } from '../terms.ts';
import { around, asItStood } from './end/before-its-end.ts';
import { correcting } from './correcting.ts';
import { rescission, termination } from './end/ending.ts';
import { ensurePublishable } from './text/force.ts';
import { laterEffects, reviewStands } from './text/later-text.ts';
import {
  effectBySilence,
  effectOf,
  ensureInReview,
  filing,
  reviewed,
  takenBack,
} from './text/review.ts';
import { byAccession, ensureAccession, stayToEnd } from './roster.ts';

/** How long the contract would wait for silence: what comes on the day of its end comes too late. */
type Waiting = { readonly due: string; readonly endedOn: string };

const isTooLate = ({ due, endedOn }: Waiting): boolean =>
  endedOn !== '' && plusDays(due, 1) >= endedOn;

/** What silence means when the clock it was reckoned by turns out to be another. */
const silenceAnew = (state: State, waiting: Waiting, moment: Moment): ContractEvent[] => {
  const effect = state.effects.at(-1);
  const byThisClock = effect?.mode === 'deemed' && state.effects.length === state.texts.length;
  if (!byThisClock) return [];
  const { due } = waiting;
  if (due >= today(moment, law(state.profile)) || isTooLate(waiting))
    return [takenBack(state, effect, 'filing-corrected')];
  const on = plusDays(due, 1);
  if (on === effect.on) return [];
  const data = effectOf({ ...state, number: state.effects.length }, { mode: 'deemed', on });
  const reason = '报送收到日更正 / the day of receipt was corrected';
  return [{ type: 'EffectCorrected', data: { corrects: effect.id, reason, ...data } }];
};

/** The place of the text that a fact belongs to. */
const placeOf = ({ texts }: State, id: string): number =>
  texts.findIndex(({ came }) => came.includes(id));

/** A receipt of a text said anew, with the review that it starts. */
const filingAnew = (
  data: Ask<'File'>,
  state: State,
  { id }: { readonly id: string },
): Said<'ContractFiled'> =>
  filing(data, state.texts[placeOf(state, id)]?.signedOn ?? '', law(state.profile));

/** What was under review when the contract ended took effect by silence before, where that came in time. */
const silenceBeforeItsEnd = (
  stood: State,
  waiting: Waiting,
  moment: Moment,
): readonly ContractEvent[] => {
  if (!stood.phase.endsWith('under-review')) return silenceAnew(stood, waiting, moment);
  const { due } = waiting;
  if (due === '' || isTooLate(waiting)) return [];
  return [effectBySilence({ ...stood, filing: { ...stood.filing, due } })];
};

/** The receipt under review moves what silence means. */
const filingFollows = (
  state: State,
  {
    id,
    now,
    moment,
  }: { readonly id: string; readonly now: Said<'ContractFiled'>; readonly moment: Moment },
): readonly ContractEvent[] => {
  if (state.filing.id !== id) return reviewStands(state, id);
  const waiting = { due: now.review?.due ?? '', endedOn: state.end.on };
  if (state.phase !== 'ended') return silenceAnew(state, waiting, moment);
  return around(state, silenceBeforeItsEnd(asItStood(state), waiting, moment), moment);
};

/** An effect can move within its review; by silence it has one day only. */
const effectSaid = (
  data: Pick<Ask<'CorrectEffect'>, 'mode' | 'on' | 'opinionNo'>,
  state: State,
  id: string,
): Said<'ContractTookEffect'> => {
  const index = state.effects.findIndex((effect) => effect.id === id);
  const effect = state.effects[index];
  ensure(effect !== undefined, 'correct-what-is-recorded');
  const { review } = law(state.profile);
  if (effect && review) {
    const { article } = review;
    if (data.mode === 'explicit') ensureInReview(data.on, effect, 'approve-in-time', article);
    else ensure(data.on === plusDays(effect.due, 1), 'silence-day-is-law', article);
  }
  return effectOf({ ...state, number: index + 1 }, data);
};

/** The end being corrected does not stand in its own way. */
const notEnded = (state: State): State => ({ ...state, end: { ...state.end, on: '' } });

const reviewCorrections: Pick<
  Steps,
  'CorrectFiling' | 'CorrectRefiling' | 'CorrectObjection' | 'CorrectEffect' | 'CorrectPublication'
> = {
  CorrectFiling: {
    ...correcting<Ask<'CorrectFiling'>, 'ContractFiled', 'FilingCorrected'>({
      fact: 'ContractFiled',
      as: 'FilingCorrected',
      came: 'receivedOn',
      says: filingAnew,
      follows: filingFollows,
    }),
    law: reviewed,
  },
  CorrectRefiling: {
    ...correcting<Ask<'CorrectRefiling'>, 'ContractRefiled', 'RefilingCorrected'>({
      fact: 'ContractRefiled',
      as: 'RefilingCorrected',
      came: 'receivedOn',
      says: filingAnew,
      follows: filingFollows,
    }),
    law: reviewed,
  },
  CorrectObjection: correcting<Ask<'CorrectObjection'>, 'ReviewObjected', 'ObjectionCorrected'>({
    fact: 'ReviewObjected',
    as: 'ObjectionCorrected',
    came: 'on',
    says: (data, { objections, profile }, { id }) => {
      const review = objections[id];
      if (review) ensureInReview(data.on, review, 'object-in-time', law(profile).review?.article);
      return data;
    },
  }),
  CorrectEffect: correcting<Ask<'CorrectEffect'>, 'ContractTookEffect', 'EffectCorrected'>({
    fact: 'ContractTookEffect',
    as: 'EffectCorrected',
    came: 'on',
    says: (data, state, { id }) => effectSaid(data, state, id),
    follows: (state, { id, now, reason, moment: { past } }) => {
      const index = state.effects.findIndex((effect) => effect.id === id);
      return laterEffects(state, index, { now, reason, past });
    },
  }),
  CorrectPublication: correcting<
    Ask<'CorrectPublication'>,
    'ContractPublished',
    'PublicationCorrected'
  >({
    fact: 'ContractPublished',
    as: 'PublicationCorrected',
    came: 'on',
    says: (data, state, { id }) => {
      const effects = state.effects.slice(0, placeOf(state, id) + 1);
      ensurePublishable(data, { ...state, effects });
      return data;
    },
  }),
};

const rosterCorrections: Pick<Steps, 'CorrectAccession' | 'CorrectWithdrawal'> = {
  CorrectAccession: {
    ...correcting<Ask<'CorrectAccession'>, 'EnterpriseAcceded', 'AccessionCorrected'>({
      fact: 'EnterpriseAcceded',
      as: 'AccessionCorrected',
      says: (data, state, { id }) => {
        ensureAccession(
          data,
          state,
          state.roster.filter((stay) => stay.id !== id),
        );
        return data;
      },
    }),
    law: byAccession,
  },
  CorrectWithdrawal: correcting<
    Ask<'CorrectWithdrawal'>,
    'EnterpriseWithdrew',
    'WithdrawalCorrected'
  >({
    fact: 'EnterpriseWithdrew',
    as: 'WithdrawalCorrected',
    says: (data, state, { was }) => {
      const others = state.roster.map((stay) =>
        stay.id === was.accession ? { ...stay, outOn: '' } : stay,
      );
      const stay = stayToEnd(data, others);
      ensure(stay !== undefined, 'withdraw-what-acceded');
      return { ...data, accession: stay?.id ?? '' };
    },
  }),
};

const endCorrections: Pick<Steps, 'CorrectRescission' | 'CorrectTermination'> = {
  CorrectRescission: correcting<
    Ask<'CorrectRescission'>,
    'ContractRescinded',
    'RescissionCorrected'
  >({
    fact: 'ContractRescinded',
    as: 'RescissionCorrected',
    says: (data, state) => rescission(data, notEnded(state)),
  }),
  CorrectTermination: correcting<
    Ask<'CorrectTermination'>,
    'ContractTerminated',
    'TerminationCorrected'
  >({
    fact: 'ContractTerminated',
    as: 'TerminationCorrected',
    says: (data, state) => termination(data, notEnded(state)),
  }),
};

/** What came after the signature, said anew by its event id. */
export const correctionSteps = {
  ...reviewCorrections,
  ...rosterCorrections,
  ...endCorrections,
} satisfies Partial<Steps>;
