import type { BargainingEvent } from '../../domain/bargaining-case/events.ts';
import {
  cancels,
  firstMeets,
  meets,
  overdue,
  recounts,
  starts,
  type DeadlineMove,
  type DeadlineMoves,
} from './moves.ts';

type Of<T> = Extract<BargainingEvent, { type: T }>['data'];
type Moves = {
  readonly [T in BargainingEvent['type']]?: (data: Of<T>) => readonly DeadlineMove[];
};

/** The clocks of the case itself; those of single offers, seats and drafts stop by a fact of their own. */
const own = [
  'window',
  'naming:employer',
  'naming:employees',
  'publish:employer',
  'publish:employees',
  'application',
  'acceptance',
  'coordination',
  'disclosure',
  'report-to-upper-union',
  'notice-to-mediation',
];

const bySide = (deadline: Of<'OfferAccepted'>['naming'], move: typeof starts): DeadlineMove[] => [
  ...move('naming:employer', deadline),
  ...move('naming:employees', deadline),
];

/** What is due before the first session. */
const beforeSession = (
  { disclosure, report }: Pick<Of<'OfferAccepted'>, 'disclosure' | 'report'>,
  move: typeof starts,
): DeadlineMove[] => [...move('disclosure', disclosure), ...move('report-to-upper-union', report)];

const reported = ({ on }: Of<'ReportedToUpperUnion'>) => [meets('report-to-upper-union', on)];

const notified = ({ on }: Of<'MediationServiceNotified'>) => [meets('notice-to-mediation', on)];
const published = ({ side, on }: Of<'DelegatesPublished'>) => [meets(`publish:${side}`, on)];
const coordinated = ({ on }: { readonly on: string }) => [meets('coordination', on)];

const moves: Moves = {
  OfferIssued: ({ window }) => starts('window', window),
  OfferCorrected: ({ window }) => recounts('window', window),
  OfferReceived: ({ offer, reply, window, mediation }) => [
    ...starts(`reply:${offer}`, reply),
    ...starts('window', window),
    ...starts('notice-to-mediation', mediation),
  ],
  ReceiptCorrected: ({ offer, reply, window, mediation }) => [
    ...recounts(`reply:${offer}`, reply),
    ...recounts('window', window),
    ...recounts('notice-to-mediation', mediation),
  ],
  MediationServiceNotified: notified,
  MediationNoticeCorrected: notified,
  OfferAccepted: ({ offer, on, naming, window, ...due }) => [
    meets(`reply:${offer}`, on),
    ...bySide(naming, starts),
    ...starts('window', window),
    ...beforeSession(due, starts),
  ],
  AcceptanceCorrected: ({ offer, on, naming, window }) => [
    meets(`reply:${offer}`, on),
    ...bySide(naming, recounts),
    ...recounts('window', window),
  ],
  // Only the employer owes it, and its first is what the other side prepared with.
  InformationDisclosed: ({ by, on }) => (by === 'employer' ? [firstMeets('disclosure', on)] : []),
  DisclosureCorrected: ({ by, on }) => (by === 'employer' ? [meets('disclosure', on)] : []),
  ReportedToUpperUnion: reported,
  UpperUnionReportCorrected: reported,
  ReplyFellOverdue: ({ offer, due }) => [overdue(`reply:${offer}`, due)],
  OverdueTakenBack: ({ offer }) => [overdue(`reply:${offer}`, null)],
  OfferRefused: ({ offer, on }) => [meets(`reply:${offer}`, on)],
  RefusalCorrected: ({ offer, on }) => [meets(`reply:${offer}`, on)],
  DelegatesNamed: ({ side, on, publish }) => [
    meets(`naming:${side}`, on),
    ...starts(`publish:${side}`, publish),
  ],
  NamingCorrected: ({ side, on, publish }) => [
    meets(`naming:${side}`, on),
    ...recounts(`publish:${side}`, publish),
  ],
  DelegatesPublished: published,
  DelegatePublicationCorrected: published,
  DelegateLeft: ({ person, vacancy }) => starts(`vacancy:${person}`, vacancy),
  LeavingCorrected: ({ person, vacancy }) => recounts(`vacancy:${person}`, vacancy),
  DelegateReplaced: ({ leaves, on }) => [meets(`vacancy:${leaves}`, on)],
  ReplacementCorrected: ({ leaves, on }) => [meets(`vacancy:${leaves}`, on)],
  SessionOpened: ({ window, ...due }) => [
    ...starts('window', window),
    ...cancels('application'),
    ...beforeSession(due, recounts),
  ],
  SessionCorrected: ({ window, ...due }) => [
    ...recounts('window', window),
    ...beforeSession(due, recounts),
  ],
  BargainingSuspended: ({ stops }) =>
    stops.map((clock) => ({ clock, becomes: 'suspended' }) as const),
  BargainingResumed: ({ window }) => starts('window', window),
  ResumptionCorrected: ({ window }) => recounts('window', window),
  DeadlockDeclared: ({ application }) => starts('application', application),
  DeadlockCorrected: ({ application }) => recounts('application', application),
  CoordinationApplied: ({ on, acceptance }) => [
    meets('application', on),
    ...starts('acceptance', acceptance),
  ],
  ApplicationCorrected: ({ on, acceptance }) => [
    meets('application', on),
    ...recounts('acceptance', acceptance),
  ],
  CoordinationAccepted: ({ on, coordination }) => [
    ...cancels('application'),
    meets('acceptance', on),
    ...starts('coordination', coordination),
  ],
  CoordinationCorrected: ({ on, coordination }) => [
    meets('acceptance', on),
    ...recounts('coordination', coordination),
  ],
  CoordinationExtended: ({ coordination }) => recounts('coordination', coordination),
  ExtensionCorrected: ({ coordination }) => recounts('coordination', coordination),
  CoordinationAgreed: coordinated,
  CoordinationAgreementCorrected: coordinated,
  CoordinationFailed: coordinated,
  CoordinationFailureCorrected: coordinated,
  DraftAgreed: ({ draft, congress }) => [
    ...cancels('application'),
    ...starts(`congress:${draft}`, congress),
  ],
  DraftCorrected: ({ draft, congress }) => recounts(`congress:${draft}`, congress),
  CongressHeld: ({ draft, on }) => [meets(`congress:${draft}`, on)],
  CongressCorrected: ({ draft, on }) => [meets(`congress:${draft}`, on)],
  CaseSigned: ({ signedOn }) => [meets('window', signedOn), ...cancels(...own)],
  SigningCorrected: ({ signedOn }) => [meets('window', signedOn)],
  CaseClosed: () => cancels(...own),
  CaseVoided: () => cancels(...own),
  ClosingTakenBack: () => own.map((clock) => ({ clock, becomes: 'reopened' }) as const),
  CaseReopened: ({ clocks }) =>
    Object.entries(clocks).flatMap(([name, deadline]) => starts(name, deadline)),
  ClocksStopped: ({ clocks }) => cancels(...clocks),
  DeadlineRecomputed: ({ clock, deadline }) => recounts(clock, deadline),
};

/** What a fact of a bargaining case does to its clocks. */
export const bargainingDeadlines: DeadlineMoves<BargainingEvent> = ({ type, data }) =>
  (moves[type] as ((data: unknown) => readonly DeadlineMove[]) | undefined)?.(data) ?? [];
