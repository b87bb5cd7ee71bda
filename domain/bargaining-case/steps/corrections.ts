import { ensureParties } from '../../law/parties.ts';
import { law } from '../../law/profiles.ts';
import { dayOf } from '../../shared/calendar.ts';
import type { Deadline } from '../../shared/values.ts';
import { proposalFollows } from '../before-first-session.ts';
import { daysStood, optional, rewound } from '../clocks.ts';
import { draftOf, ensureTerm, ensureVotes, outcomeOf } from './congress.ts';
import { correcting, restarted } from './correcting.ts';
import type { BargainingEvent } from '../events.ts';
import { takenBack } from './offers.ts';
import { ensurePrepared } from './opening.ts';
import { ensureBeforeTalks, ensureDraftDay, ensureVoteDay } from './order.ts';
import { ensure } from '../rules.ts';
import { completion, ensureSignature, resigned } from './signing.ts';
import { inOrder, lawOf, type Ask, type State, type Steps } from '../state.ts';

/** A window that starts on another day still does not count the days it stood. */
export const windowFollows = (
  { window }: { readonly window?: Deadline | undefined },
  state: State,
): readonly BargainingEvent[] => (daysStood(state) > 0 ? rewound(state, window) : []);

/** A receipt on another day moves the last day to reply: what the clock recorded may not be so any more. */
const overdueFollows = (
  offer: string,
  due: string | undefined,
  state: State,
  at: string,
): BargainingEvent[] => {
  const { overdue = false, repliedOn = '' } = state.offers[offer] ?? {};
  const asOf = repliedOn === '' ? dayOf(at, lawOf(state).zone) : repliedOn;
  if (!overdue || (due !== undefined && asOf > due)) return [];
  return [{ type: 'OverdueTakenBack', data: { offer, because: 'receipt-corrected' } }];
};

/** What the vote decides when it is counted anew: the other outcome, or the same one on another day. */
const voteFollows = (
  { corrects: _, reason: __, ...held }: Ask<'CorrectCongress'>,
  state: State,
): BargainingEvent[] => {
  const lastVote = state.said.congress as Ask<'HoldCongress'> | undefined;
  const decided = ['rejected', 'approved', 'signed'].includes(state.phase);
  if (!decided || lastVote?.draft !== held.draft) return [];
  const outcome = outcomeOf(state, held);
  const isApproved = outcome.type === 'DraftApproved';
  ensure(state.phase !== 'signed' || isApproved, 'signed-stands');
  const unchanged = isApproved ? state.approvedOn === held.on : state.rejected !== '';
  if (unchanged) return [];
  if (state.phase === 'signed' || !isApproved) return [outcome];
  return [outcome, ...completion({ ...state, approvedOn: held.on })];
};

type Corrections =
  | 'CorrectPreparation'
  | 'CorrectHistory'
  | 'CorrectOffer'
  | 'CorrectReceipt'
  | 'CorrectAcceptance'
  | 'CorrectRefusal'
  | 'CorrectDraft'
  | 'CorrectCongress'
  | 'CorrectSignature'
  | 'CorrectNotice'
  | 'CorrectClosing';

/** Corrections of the offer, the vote and the signature; those of the table are in their own file. */
export const corrections: Steps<Corrections> = {
  CorrectPreparation: correcting<Ask<'CorrectPreparation'>, 'CasePrepared', 'PreparationCorrected'>(
    {
      fact: 'CasePrepared',
      as: 'PreparationCorrected',
      about: [],
      says: (data, _, before) => {
        const stays = (['profile', 'purpose', 'contract'] as const).every(
          (key) => data[key] === before[key],
        );
        ensure(stays, 'identity-stays');
        ensurePrepared(data);
        return data;
      },
      follows: (data, { said, state, moment }) =>
        resigned({ ...state, about: said }, moment, data.reason),
    },
  ),
  CorrectHistory: correcting<Ask<'CorrectHistory'>, 'CaseRegisteredAsHistory', 'HistoryCorrected'>({
    fact: 'CaseRegisteredAsHistory',
    as: 'HistoryCorrected',
    about: ['contract'],
    in: ['history'],
    says: (data) => {
      ensureParties(data, law(data.profile), ensure);
      return data;
    },
  }),
  CorrectOffer: correcting<Ask<'CorrectOffer'>, 'OfferIssued', 'OfferCorrected'>({
    fact: 'OfferIssued',
    as: 'OfferCorrected',
    about: ['offer'],
    says: (data, state, before) => {
      inOrder(state.about.on, data.on);
      const { receivedOn = '' } = state.offers[data.offer] ?? {};
      inOrder(data.on, receivedOn === '' ? data.on : receivedOn);
      return { ...data, ...optional('window', restarted(state, before.window, data.on)) };
    },
    follows: ({ offer, proposedOn }, { said, state }) => [
      ...windowFollows(said, state),
      ...(state.offers[offer]?.answer === 'accepted' ? proposalFollows(state, proposedOn) : []),
    ],
  }),
  CorrectReceipt: correcting<Ask<'CorrectReceipt'>, 'OfferReceived', 'ReceiptCorrected'>({
    fact: 'OfferReceived',
    as: 'ReceiptCorrected',
    about: ['offer'],
    says: (data, state, before) => {
      const { issuedOn = '', repliedOn = '' } = state.offers[data.offer] ?? {};
      inOrder(issuedOn, data.on);
      inOrder(data.on, repliedOn === '' ? data.on : repliedOn);
      return {
        ...data,
        ...optional('reply', restarted(state, before.reply, data.on)),
        ...optional('window', restarted(state, before.window, data.on)),
        ...optional('mediation', restarted(state, before.mediation, data.on)),
        ...optional('notice', before.notice),
      };
    },
    follows: ({ offer }, { said, state, moment }) => [
      ...overdueFollows(offer, said.reply?.due, state, moment.at),
      ...windowFollows(said, state),
    ],
  }),
  CorrectAcceptance: correcting<Ask<'CorrectAcceptance'>, 'OfferAccepted', 'AcceptanceCorrected'>({
    fact: 'OfferAccepted',
    as: 'AcceptanceCorrected',
    about: ['offer'],
    obeys: ensureBeforeTalks,
    says: (data, state, before) => {
      inOrder(state.offers[data.offer]?.receivedOn ?? '', data.on);
      return {
        ...data,
        ...optional('naming', restarted(state, before.naming, data.on)),
        ...optional('window', restarted(state, before.window, data.on)),
        // Counted from the day proposed for the first session, which stands.
        ...optional('disclosure', before.disclosure),
        ...optional('report', before.report),
      };
    },
    follows: (data, { said, state }) => [
      ...replyFollows(data, state),
      ...windowFollows(said, state),
    ],
  }),
  CorrectRefusal: correcting<Ask<'CorrectRefusal'>, 'OfferRefused', 'RefusalCorrected'>({
    fact: 'OfferRefused',
    as: 'RefusalCorrected',
    about: ['offer'],
    says: (data, state) => {
      inOrder(state.offers[data.offer]?.receivedOn ?? '', data.on);
      return data;
    },
    follows: (data, { state }) => replyFollows(data, state),
  }),
  CorrectDraft: correcting<Ask<'CorrectDraft'>, 'DraftAgreed', 'DraftCorrected'>({
    fact: 'DraftAgreed',
    as: 'DraftCorrected',
    about: ['draft'],
    obeys: ensureDraftDay,
    says: (data, state, before) => {
      ensureTerm(state, data);
      const { version, congress } = before;
      return { ...data, version, ...optional('congress', restarted(state, congress, data.on)) };
    },
    follows: (data, { state, moment }) =>
      state.draft.id === data.draft
        ? resigned({ ...state, draft: draftOf(data) }, moment, data.reason)
        : [],
  }),
  CorrectCongress: correcting<Ask<'CorrectCongress'>, 'CongressHeld', 'CongressCorrected'>({
    fact: 'CongressHeld',
    as: 'CongressCorrected',
    about: ['draft'],
    obeys: ensureVoteDay,
    says: (data) => {
      ensureVotes(data);
      return data;
    },
    follows: (data, { state, moment }) => [
      ...voteFollows(data, state),
      ...resigned({ ...state, approvedOn: data.on }, moment, data.reason),
    ],
  }),
  CorrectSignature: correcting<Ask<'CorrectSignature'>, 'ChiefSigned', 'SignatureCorrected'>({
    fact: 'ChiefSigned',
    as: 'SignatureCorrected',
    about: ['draft', 'side'],
    says: (data, state) => {
      ensureSignature(state, data);
      return data;
    },
    follows: (data, { state, moment }) => {
      const signedOn = { ...state.signedOn, [data.side]: data.on };
      return resigned({ ...state, signedOn }, moment, data.reason);
    },
  }),
  CorrectNotice: correcting<Ask<'CorrectNotice'>, 'ApprovalNotified', 'NoticeCorrected'>({
    fact: 'ApprovalNotified',
    as: 'NoticeCorrected',
    about: ['draft'],
    says: (data, state) => {
      inOrder(state.approvedOn, data.on);
      return data;
    },
    follows: (data, { state, moment }) =>
      resigned({ ...state, notifiedOn: data.on }, moment, data.reason),
  }),
  CorrectClosing: correcting<Ask<'CorrectClosing'>, 'CaseClosed', 'ClosingCorrected'>({
    fact: 'CaseClosed',
    as: 'ClosingCorrected',
    about: [],
    says: (data, state) => {
      inOrder(state.about.on, data.on);
      return data;
    },
  }),
};

/** A reply that turns out to be in time takes back what the clock recorded. */
const replyFollows = (
  { offer, on }: { readonly offer: string; readonly on: string },
  { offers }: State,
): BargainingEvent[] => {
  const answered = offers[offer];
  return answered ? takenBack(offer, answered, on) : [];
};
