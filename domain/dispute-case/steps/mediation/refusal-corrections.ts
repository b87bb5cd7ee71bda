import { ensureStillThen } from './conclusion-correction.ts';
import { correcting, ensureLast, type Made } from '../correcting.ts';
import type { DisputeEvent } from '../../events.ts';
import { refusalOf } from './mediation.ts';
import { negotiationOf } from '../receipt/parties.ts';
import { endOfRefusalFollows } from './proceeding-end-correction.ts';
import { lastSaid } from '../../saying.ts';
import { inOrder, type Ask, type Said, type State, type Steps } from '../../state.ts';

/** The conclusion of the dispute, where it was this refusal that concluded it. */
const concludedBy = (
  { conclusion }: State,
  { proceeding, on }: Pick<Said<'ConsentRefused'>, 'proceeding' | 'on'>,
): Said<'DisputeConcluded'> | undefined =>
  conclusion?.outcome === 'refused' && conclusion.proceeding === proceeding && conclusion.on === on
    ? conclusion
    : undefined;

type Refused = Pick<Said<'ConsentRefused'>, 'proceeding' | 'on'>;

/** The refusal is no earlier than the proceeding, and its end still lies where it can. */
const ensureRefusedThen = (state: State, { proceeding, on }: Refused, before: Refused): void => {
  inOrder(state.proceedings[proceeding]?.on ?? '', on);
  const conclusion = concludedBy(state, before);
  if (conclusion) ensureStillThen(state, { ...conclusion, on }, conclusion, state.concluding);
};

/** The refusal is the end of the mediation: both have one day. */
const endFollows = ({
  said: { on },
  reason,
  corrects,
  state,
  moment,
}: Made<'ConsentRefusalCorrected' | 'AcceptanceRefusalCorrected'>): DisputeEvent[] => {
  const before = moment.past(corrects)?.data as Refused;
  const conclusion = concludedBy(state, before);
  if (!conclusion || conclusion.on === on)
    return endOfRefusalFollows(state, before, { on, reason }, moment);
  const anew = { ...conclusion, on, corrects: state.concluding, reason };
  return [{ type: 'ConclusionCorrected', data: anew }];
};

/** Corrections of a negotiation that was asked for, and of a mediation that was refused. */
export const refusalCorrections: Steps<
  'CorrectNegotiationRequest' | 'CorrectConsentRefusal' | 'CorrectAcceptanceRefusal'
> = {
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
      ensureRefusedThen(state, data, before);
      const notified = lastSaid(state, 'RefusalNotified', { proceeding });
      if (notified) inOrder(on, notified.on);
      return refusalOf(state, data);
    },
    follows: endFollows,
  }),
  CorrectAcceptanceRefusal: correcting<
    Ask<'CorrectAcceptanceRefusal'>,
    'AcceptanceRefused',
    'AcceptanceRefusalCorrected'
  >({
    fact: 'AcceptanceRefused',
    as: 'AcceptanceRefusalCorrected',
    about: ['proceeding'],
    says: (data, state, before) => {
      ensureRefusedThen(state, data, before);
      return data;
    },
    follows: endFollows,
  }),
};
