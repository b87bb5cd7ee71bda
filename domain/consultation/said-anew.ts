import type { Moment, Step } from '../shared/decider.ts';
import { correcting, ensureEnd, type Correction } from './corrections.ts';
import type { ConsultationEvent } from './events.ts';
import { daysOf, daysUntilClosing, ensureHearing } from './meeting.ts';
import type { Rule } from './rules.ts';
import {
  corrected,
  ensureSeated,
  held,
  inOrder,
  itemOf,
  recorded,
  resolutionOf,
  wasSaid,
  type Ask,
  type Phase,
  type Said,
  type State,
  type Steps,
} from './state.ts';

type Anew<As extends Correction> = Step<State, Said<As>, ConsultationEvent, Rule>;
type Holds<As extends Correction> = (data: Said<As>, state: State, moment: Moment) => void;

/** How a fact is said anew that nothing else follows from; `holds` is what its act obeys, and what came after it. */
const anew =
  (about: readonly string[], phases: Phase[]) =>
  <As extends Correction>(fact: ConsultationEvent['type'], as: As, holds: Holds<As>): Anew<As> =>
    correcting<Said<As>, ConsultationEvent['type']>({
      fact,
      as,
      about: about as readonly never[],
      in: phases,
      holds,
    });

const over: Phase[] = ['closed', 'issued'];
const ofItem = anew(['item'], recorded);
const ofMeeting = anew([], over);
const ofResolution = anew(['resolution'], held);

type OfItem = { readonly corrects: string; readonly item: string; readonly on: string };

/** An item still comes to its stages in order, and is through with them when the meeting closes. */
const onItsWay = ({ corrects, item, on }: OfItem, { closedOn, ...state }: State): void => {
  const { days } = itemOf(state, item);
  const at = days.findIndex(({ id }) => id === corrects);
  inOrder(days[at - 1]?.on ?? '', on);
  inOrder(on, days[at + 1]?.on ?? on);
  inOrder(on, closedOn || on);
};

/** What became of it at the meeting lies on the day of the meeting or later. */
const atTheMeeting = (data: OfItem, state: State): void => {
  inOrder(state.openedOn, data.on);
  onItsWay(data, state);
};

const itemsAnew = {
  CorrectItemProposal: ofItem('ItemProposed', 'ItemProposalCorrected', (data, state) => {
    ensureSeated(state, [data.by]);
    onItsWay(data, state);
  }),
  CorrectScreening: ofItem('ItemScreened', 'ScreeningCorrected', onItsWay),
  CorrectApproval: ofItem('ItemApproved', 'ApprovalCorrected', onItsWay),
  CorrectResearch: ofItem('ItemResearched', 'ResearchCorrected', onItsWay),
  CorrectTabling: ofItem('ItemTabled', 'TablingCorrected', onItsWay),
  CorrectDropping: ofItem('ItemDropped', 'DroppingCorrected', onItsWay),
  CorrectDiscussion: ofItem('ItemDiscussed', 'DiscussionCorrected', (data, state) => {
    for (const day of daysOf(state, 'heard')) inOrder(day, data.on);
    atTheMeeting(data, state);
  }),
  CorrectDeferral: ofItem('ItemDeferred', 'DeferralCorrected', atTheMeeting),
  CorrectRemittal: ofItem('ItemRemitted', 'RemittalCorrected', atTheMeeting),
};

/** After all that was done at it, and before its minutes and its report. */
const ensureClosing = ({ on }: { readonly on: string }, state: State): void => {
  const { minutesOn, reportedOn } = state;
  for (const day of daysUntilClosing(state)) inOrder(day, on);
  for (const day of [minutesOn, reportedOn]) inOrder(on, day || on);
};

const papersAnew = {
  CorrectCallingOff: anew([], ['called-off'])(
    'MeetingCalledOff',
    'CallingOffCorrected',
    ({ on }, state) => inOrder(state.on, on),
  ),
  CorrectClosing: ofMeeting('MeetingClosed', 'ClosingCorrected', ensureClosing),
  CorrectMinutes: ofMeeting('MinutesDrawnUp', 'MinutesCorrected', ({ on }, state) => {
    inOrder(state.closedOn, on);
    for (const day of Object.values(state.signed)) inOrder(on, day);
  }),
  CorrectMinutesSignature: anew(['body'], over)(
    'MinutesSigned',
    'MinutesSignatureCorrected',
    ({ on }, { minutesOn, issuedOn }) => {
      inOrder(minutesOn, on);
      inOrder(on, issuedOn || on);
    },
  ),
  CorrectJointDocument: ofMeeting(
    'JointDocumentIssued',
    'JointDocumentCorrected',
    (data, state) => {
      for (const day of Object.values(state.signed)) inOrder(day, data.on);
    },
  ),
  CorrectUpwardReport: correcting<Ask<'CorrectUpwardReport'>, 'ReportedUpward'>({
    fact: 'ReportedUpward',
    as: 'UpwardReportCorrected',
    about: [],
    in: over,
    // To whom follows from the level of the meeting.
    with: ({ to }) => ({ to }),
    holds: ({ on }, state) => inOrder(state.closedOn, on),
  }),
};

const followUpAnew = {
  CorrectProgress: ofResolution('ProgressReported', 'ProgressCorrected', (data, state) =>
    inOrder(resolutionOf(state, data.resolution).on, data.on),
  ),
  CorrectResolutionWithdrawal: ofResolution(
    'ResolutionWithdrawn',
    'ResolutionWithdrawalCorrected',
    ensureEnd,
  ),
};

const hearingsAnew: Steps<'CorrectLastResolutionHearing' | 'TakeBackLastResolutionHearing'> = {
  CorrectLastResolutionHearing: correcting<
    Ask<'CorrectLastResolutionHearing'>,
    'LastResolutionHeard'
  >({
    fact: 'LastResolutionHeard',
    as: 'LastResolutionHearingCorrected',
    about: ['resolution'],
    // Which meeting it is told follows from the notice.
    with: ({ previous }) => ({ previous }),
    holds: ensureHearing,
  }),
  TakeBackLastResolutionHearing: {
    already: ({ takesBack }, state) => wasSaid(state, `taken back ${takesBack}`, [takesBack]),
    in: held,
    otherwise: 'not-now',
    record: ({ takesBack: corrects, reason }, _, moment) => {
      const { resolution, previous } = corrected('LastResolutionHeard', { corrects }, moment, []);
      const data = { takesBack: [corrects], reason, resolution, previous };
      return [{ type: 'LastResolutionHearingTakenBack', data }];
    },
  },
};

/** Corrections of what has a day but no clock. */
export const saidAnew: Steps<
  | keyof typeof itemsAnew
  | keyof typeof papersAnew
  | keyof typeof followUpAnew
  | keyof typeof hearingsAnew
> = { ...itemsAnew, ...papersAnew, ...followUpAnew, ...hearingsAnew };
