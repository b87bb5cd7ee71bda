import { ensureStillThen } from './conclusion-correction.ts';
import { correcting, ensureLast } from './correcting.ts';
import { refusalOf } from './mediation.ts';
import { negotiationOf } from './parties.ts';
import { endOfRefusalFollows } from './proceeding-end-correction.ts';
import { lastSaid } from '../saying.ts';
import { inOrder, type Ask, type Said, type State, type Steps } from '../state.ts';

/** The conclusion of the dispute, where it was this refusal that concluded it. */
const concludedBy = (
  { conclusion }: State,
  { proceeding, on }: Pick<Said<'ConsentRefused'>, 'proceeding' | 'on'>,
): Said<'DisputeConcluded'> | undefined =>
  conclusion?.outcome === 'refused' && conclusion.proceeding === proceeding && conclusion.on === on
    ? conclusion
    : undefined;

/** Corrections of a negotiation that was asked for, and of a consent that was refused. */
export const refusalCorrections: Steps<'CorrectNegotiationRequest' | 'CorrectConsentRefusal'> = {
  CorrectNegotiationRequest: correcting<
    Ask<'CorrectNegotiationRequest'>,
    'NegotiationRequested',
    'NegotiationRequestCorrected'
  >({
    fact: 'NegotiationRequested',
    as: 'NegotiationRequestCorrected',
    about: [],
    says: (data, state, before) => {
      ensureLast(state, 'NegotiationRequested', {}, before);
      const isAnswered = ['willing', 'unwilling'].includes(state.negotiation);
      const answered = isAnswered ? lastSaid(state, 'NegotiationAnswered', {}) : undefined;
      if (answered) inOrder(data.on, answered.on);
      return negotiationOf(state, data);
    },
  }),
  CorrectConsentRefusal: correcting<
    Ask<'CorrectConsentRefusal'>,
    'ConsentRefused',
    'ConsentRefusalCorrected'
  >({
    fact: 'ConsentRefused',
    as: 'ConsentRefusalCorrected',
    about: ['proceeding'],
    says: (data, state, before) => {
      const { proceeding, on } = data;
      inOrder(state.proceedings[proceeding]?.on ?? '', on);
      const notified = lastSaid(state, 'RefusalNotified', { proceeding });
      if (notified) inOrder(on, notified.on);
      const conclusion = concludedBy(state, before);
      if (conclusion) ensureStillThen(state, { ...conclusion, on }, conclusion, state.concluding);
      return refusalOf(state, data);
    },
    // The refusal is the end of the mediation: both have one day.
    follows: ({ said: { on }, reason, corrects, state, moment }) => {
      const before = moment.past(corrects)?.data as Said<'ConsentRefused'>;
      const conclusion = concludedBy(state, before);
      return conclusion && conclusion.on !== on
        ? [
            {
              type: 'ConclusionCorrected',
              data: { ...conclusion, on, corrects: state.concluding, reason },
            },
          ]
        : endOfRefusalFollows(state, before, { on, reason }, moment);
    },
  }),
};
