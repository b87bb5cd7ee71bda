import { correct, correction, takeBack } from '../shared/message.ts';
import * as arbitration from './arbitration-particulars.ts';
import { amendment, session } from './particulars.ts';
import * as plain from './plain-particulars.ts';
import { application } from './settlement-particulars.ts';

/** The facts that say anew what starts no clock. */
export const plainCorrectionEvents = [
  correction('ClaimAmendmentCorrected', amendment),
  correction('ClaimantJoiningCorrected', plain.joined),
  correction('ClaimantLeavingCorrected', plain.joined),
  correction('LeadClaimsCorrected', plain.leadClaims),
  correction('ClaimantSuccessionCorrected', plain.succession),
  correction('EmployerJoiningCorrected', plain.employerJoining),
  correction('RepresentativesCorrected', plain.election),
  correction('NegotiationAnswerCorrected', plain.negotiationAnswer),
  correction('ConsentCorrected', plain.consent),
  correction('RefusalNoticeCorrected', plain.refusalNotice),
  correction('AcceptanceRefusalCorrected', plain.acceptanceRefusal),
  correction('InterestCorrected', plain.interest),
  correction('SessionCorrected', session),
  correction('ReviewApplicationCorrected', application),
  correction('ReviewRejectionCorrected', plain.rejection),
  correction('ConfirmationApplicationCorrected', plain.confirmationApplication),
  correction('ConfirmationRejectionCorrected', plain.rejection),
  correction('PaymentOrderLapseCorrected', plain.orderLapse),
  correction('ArbitrationRefusalCorrected', plain.notAccepted),
  correction('DefenceForwardingCorrected', plain.defenceForwarding),
  correction('TribunalCorrected', arbitration.tribunal),
  correction('ArbitratorRecusalCorrected', plain.arbitratorRecusal),
  correction('PostponementCorrected', plain.ofHearing),
  correction('HearingHeldCorrected', plain.ofHearing),
  correction('PriorEnforcementCorrected', plain.priorEnforcement),
  correction('ArbitrationEndCorrected', arbitration.arbitrationEnd),
  correction('AnnulmentApplicationCorrected', arbitration.annulment),
  correction('SuitCorrected', arbitration.suit),
  correction('JudgmentCorrected', arbitration.judgment),
  correction('EnforcementApplicationCorrected', arbitration.enforcement),
] as const;

// What the decider works out, nobody asks for.
const { on, claims } = plain.leadClaims;
const { successors } = plain.succession;
const { employer } = plain.employerJoining;

/** The requests for them, and for what never was. */
export const plainCorrectionCommands = [
  correct('CorrectClaimAmendment', amendment),
  correct('CorrectClaimantJoining', plain.joined),
  correct('CorrectClaimantLeaving', plain.joined),
  correct('CorrectLeadClaims', { on, claims }),
  takeBack('TakeBackLeadClaims'),
  correct('CorrectClaimantSuccession', { ...plain.joined, successors }),
  takeBack('TakeBackClaimantSuccession'),
  correct('CorrectEmployerJoining', { on, employer }),
  takeBack('TakeBackJoinedEmployer'),
  correct('CorrectRepresentatives', plain.election),
  correct('CorrectNegotiationAnswer', plain.negotiationAnswer),
  correct('CorrectConsent', plain.consent),
  correct('CorrectRefusalNotice', plain.refusalNotice),
  correct('CorrectAcceptanceRefusal', plain.acceptanceRefusal),
  correct('CorrectInterest', plain.interest),
  correct('CorrectSession', session),
  correct('CorrectReviewApplication', application),
  correct('CorrectReviewRejection', plain.rejection),
  correct('CorrectConfirmationApplication', plain.confirmationApplication),
  correct('CorrectConfirmationRejection', plain.rejection),
  correct('CorrectPaymentOrderLapse', plain.orderLapse),
  correct('CorrectArbitrationRefusal', plain.notAccepted),
  correct('CorrectDefenceForwarding', plain.defenceForwarding),
  correct('CorrectTribunal', arbitration.tribunal),
  correct('CorrectArbitratorRecusal', plain.arbitratorRecusal),
  correct('CorrectPostponement', plain.ofHearing),
  correct('CorrectHearingHeld', plain.ofHearing),
  correct('CorrectPriorEnforcement', plain.priorEnforcement),
  correct('CorrectArbitrationEnd', arbitration.arbitrationEnd),
  correct('CorrectAnnulmentApplication', arbitration.annulment),
  correct('CorrectSuit', arbitration.suit),
  correct('CorrectJudgment', arbitration.judgment),
  correct('CorrectEnforcementApplication', arbitration.enforcement),
] as const;
