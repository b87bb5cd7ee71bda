import { corrects } from './corrects.ts';
import { law } from '../law/profiles.ts';
import { dayOf } from '../shared/calendar.ts';
import { checked } from '../shared/decider.ts';
import type { Stamp } from '../shared/message.ts';
import { afterArbitration, arbitrationSteps } from './steps/tribunal/arbitration.ts';
import { arbitrationCorrections } from './steps/tribunal/arbitration-corrections.ts';
import { afterArchive, archiveSteps } from './steps/archive.ts';
import { afterJurisdiction, jurisdictionSteps } from './steps/mediation/jurisdiction.ts';
import { afterAwards, awardSteps } from './steps/tribunal/awards.ts';
import { afterClocks, clockSteps } from './clocks.ts';
import { afterClosing, closingSteps } from './steps/mediation/closing.ts';
import { DisputeCommand } from './commands.ts';
import { afterConfirmation, confirmationSteps } from './steps/settlement/confirmation.ts';
import { conclusionCorrection } from './steps/mediation/conclusion-correction.ts';
import { corrections } from './steps/corrections.ts';
import { afterCourts, courtSteps } from './steps/tribunal/courts.ts';
import { afterEmployers, employerSteps } from './steps/receipt/employers.ts';
import { DisputeEvent } from './events.ts';
import { followingEmployersSteps } from './steps/receipt/following-employers.ts';
import { afterHearings, hearingSteps } from './steps/tribunal/hearings.ts';
import { afterIntake, intakeSteps } from './steps/receipt/intake.ts';
import { laterCorrections } from './steps/later-corrections.ts';
import { limitationCorrections } from './steps/receipt/limitation-corrections.ts';
import { afterLimitation, limitationSteps } from './steps/receipt/limitation.ts';
import { afterMediation, mediationSteps } from './steps/mediation/mediation.ts';
import { mediatorCorrections } from './steps/mediation/mediator-corrections.ts';
import { afterParties, partySteps } from './steps/receipt/parties.ts';
import { partyCorrections } from './steps/receipt/party-corrections.ts';
import { afterPerformance, performanceSteps } from './steps/settlement/performance.ts';
import { proceedingEndCorrection } from './steps/mediation/proceeding-end-correction.ts';
import { afterProceedings, proceedingSteps } from './steps/mediation/proceedings.ts';
import { refusalCorrections } from './steps/mediation/refusal-corrections.ts';
import { ensure, rules } from './rules.ts';
import { remembering } from './saying.ts';
import { saidAnew } from './steps/said-anew.ts';
import { saidAnewInCourt } from './steps/tribunal/said-anew-in-court.ts';
import { afterSuspensions, suspensionSteps } from './steps/mediation/suspensions.ts';
import { afterSettlement, settlementSteps } from './steps/settlement/settlement.ts';
import { titleCorrections } from './steps/receipt/title-corrections.ts';
import { initial, type Case, type State } from './state.ts';

/** What happened has a day that has come, in the place of the dispute. */
const ensureCome = (data: unknown, { about }: State, { at }: Stamp): void => {
  const said = data as Partial<State['about']> & {
    readonly receivedOn?: string;
    readonly concludedOn?: string;
    readonly acceptedOn?: string;
    readonly initiatedOn?: string;
    /** With `from`: the limitation, and the day it runs from. */
    readonly runs?: string;
    readonly from?: string;
  };
  const { profile = about.profile } = said;
  const since = said.runs === undefined ? undefined : said.from;
  const today = dayOf(at, law(profile).zone);
  const { on, receivedOn, concludedOn, acceptedOn, initiatedOn } = said;
  const days = [on, receivedOn, concludedOn, acceptedOn, initiatedOn, since];
  ensure(
    days.every((day) => day === undefined || day <= today),
    'not-in-the-future',
  );
};

/**
 * A dispute, from its receipt to the enforcement: each stage has its file with its rows of the
 * state table and what its facts leave behind.
 */
export const disputeCase: Case = {
  category: 'dispute',
  command: DisputeCommand,
  event: DisputeEvent,
  rules,
  initial,
  corrects,
  steps: checked(
    {
      ...intakeSteps,
      ...partySteps,
      ...employerSteps,
      ...followingEmployersSteps,
      ...mediationSteps,
      ...proceedingSteps,
      ...suspensionSteps,
      ...closingSteps,
      ...settlementSteps,
      ...performanceSteps,
      ...confirmationSteps,
      ...limitationSteps,
      ...arbitrationSteps,
      ...hearingSteps,
      ...awardSteps,
      ...courtSteps,
      ...jurisdictionSteps,
      ...archiveSteps,
      ...clockSteps,
      ...corrections,
      ...conclusionCorrection,
      ...proceedingEndCorrection,
      ...refusalCorrections,
      ...mediatorCorrections,
      ...limitationCorrections,
      ...titleCorrections,
      ...laterCorrections,
      ...arbitrationCorrections,
      ...saidAnew,
      ...partyCorrections,
      ...saidAnewInCourt,
    },
    ensureCome,
  ),
  after: remembering({
    ...afterIntake,
    ...afterParties,
    ...afterEmployers,
    ...afterMediation,
    ...afterProceedings,
    ...afterSuspensions,
    ...afterClosing,
    ...afterSettlement,
    ...afterPerformance,
    ...afterConfirmation,
    ...afterLimitation,
    ...afterArbitration,
    ...afterHearings,
    ...afterAwards,
    ...afterCourts,
    ...afterJurisdiction,
    ...afterArchive,
    ...afterClocks,
  }),
};
