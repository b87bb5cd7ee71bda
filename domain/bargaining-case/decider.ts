import { corrects } from './corrects.ts';
import { law } from '../law/profiles.ts';
import { dayOf } from '../shared/calendar.ts';
import { checked } from '../shared/decider.ts';
import type { Stamp } from '../shared/message.ts';
import { afterClocks, clockSteps } from './clocks.ts';
import { afterClosing, closingSteps } from './steps/closing.ts';
import { BargainingCommand } from './commands.ts';
import { afterCongress, congressSteps } from './steps/congress.ts';
import { afterCoordination, coordinationSteps } from './steps/coordination.ts';
import { coordinationCorrections } from './steps/coordination-corrections.ts';
import { corrections } from './steps/corrections.ts';
import { afterDelegates, delegateSteps } from './steps/delegates.ts';
import { BargainingEvent } from './events.ts';
import { followingEmployerSteps } from './steps/following-employer.ts';
import { afterNotice, noticeSteps } from './steps/notice.ts';
import { afterOffers, offerSteps } from './steps/offers.ts';
import { afterOpening, openingSteps } from './steps/opening.ts';
import { afterProposals, proposalSteps } from './steps/proposals.ts';
import { ensure, rules } from './rules.ts';
import { saidAnew } from './steps/said-anew.ts';
import { afterSigning, signingSteps } from './steps/signing.ts';
import { remembering } from './saying.ts';
import { initial, type Ask, type Case, type State } from './state.ts';
import { afterSuspension, suspensionSteps } from './steps/suspension.ts';
import { afterTable, tableSteps } from './steps/table.ts';
import { tableCorrections } from './steps/table-corrections.ts';

/** What happened has a day that has come, in the place of the case. */
const ensureCome = (data: unknown, { about }: State, { at }: Stamp): void => {
  const {
    on,
    noticeOn,
    profile = about.profile,
  } = data as Partial<State['about'] & Ask<'RegisterCaseAsHistory'>>;
  const today = dayOf(at, law(profile).zone);
  const days = [on, noticeOn];
  ensure(
    days.every((day) => day === undefined || day <= today),
    'not-in-the-future',
  );
};

/**
 * A bargaining case, from the offer to the signatures: each stage has its file with its rows of
 * the state table and what its facts leave behind.
 */
export const bargainingCase: Case = {
  category: 'bargainingCase',
  command: BargainingCommand,
  event: BargainingEvent,
  rules,
  initial,
  corrects,
  steps: checked(
    {
      ...openingSteps,
      ...offerSteps,
      ...noticeSteps,
      ...delegateSteps,
      ...tableSteps,
      ...proposalSteps,
      ...suspensionSteps,
      ...coordinationSteps,
      ...congressSteps,
      ...signingSteps,
      ...closingSteps,
      ...followingEmployerSteps,
      ...clockSteps,
      ...corrections,
      ...tableCorrections,
      ...coordinationCorrections,
      ...saidAnew,
    },
    ensureCome,
  ),
  after: remembering({
    ...afterOpening,
    ...afterOffers,
    ...afterNotice,
    ...afterDelegates,
    ...afterTable,
    ...afterProposals,
    ...afterSuspension,
    ...afterCoordination,
    ...afterCongress,
    ...afterSigning,
    ...afterClosing,
    ...afterClocks,
  }),
};
