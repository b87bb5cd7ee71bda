import type { DisputeEvent } from '../../domain/dispute-case/events.ts';
import type { Deadline } from '../../domain/shared/values.ts';
import {
  cancels,
  meets,
  overdue,
  recounts,
  starts,
  type DeadlineMove,
  type DeadlineMoves,
} from './moves.ts';

type Of<T> = Extract<DisputeEvent, { type: T }>['data'];
type Moves = {
  readonly [T in DisputeEvent['type']]?: (data: Of<T>) => readonly DeadlineMove[];
};
type Move = typeof starts;

/** What a body's receipt starts. */
const received =
  (move: Move) =>
  (data: {
    readonly proceeding: string;
    readonly acceptance?: Deadline | undefined;
    readonly mediation?: Deadline | undefined;
  }): DeadlineMove[] => [
    ...move(`acceptance:${data.proceeding}`, data.acceptance),
    ...move(`mediation-from-receipt:${data.proceeding}`, data.mediation),
  ];

const accepted =
  (move: Move) =>
  ({ proceeding, on, mediation }: Of<'MediationAccepted'>): DeadlineMove[] => [
    meets(`acceptance:${proceeding}`, on),
    ...move(`mediation-from-acceptance:${proceeding}`, mediation),
  ];

const extended = ({ proceeding, receipt, acceptance }: Of<'MediationExtended'>): DeadlineMove[] => [
  ...recounts(`mediation-from-receipt:${proceeding}`, receipt),
  ...recounts(`mediation-from-acceptance:${proceeding}`, acceptance),
];

const concluded = ({ proceeding, on }: Of<'DisputeConcluded'>): DeadlineMove[] => [
  meets(`mediation-from-receipt:${proceeding}`, on),
  meets(`mediation-from-acceptance:${proceeding}`, on),
];

const performance = ({
  settlement,
  item,
}: Pick<Of<'PerformanceRecorded'>, 'settlement' | 'item'>) => `performance:${settlement}/${item}`;

const inForce =
  (move: Move) =>
  ({ settlement, review, confirmation, performance: owed }: Of<'SettlementTookEffect'>) => [
    ...move(`review:${settlement}`, review),
    ...move(`confirmation:${settlement}`, confirmation),
    ...owed.flatMap(({ item, deadline }) => move(performance({ settlement, item }), deadline)),
  ];

const performed = (
  data: Of<'PerformanceRecorded'>,
  otherwise: readonly DeadlineMove[],
): readonly DeadlineMove[] =>
  data.stands === 'performed' ? [meets(performance(data), data.on)] : otherwise;

const resumed = ({ clocks }: Of<'HandlingResumed'>, move: Move): DeadlineMove[] =>
  clocks.flatMap(({ clock, deadline }) => move(clock, deadline));

const accepting =
  (move: Move) =>
  ({ on, service, tribunal, award }: Of<'ArbitrationAccepted'>): DeadlineMove[] => [
    meets('arbitration-acceptance', on),
    ...move('service', service),
    ...move('tribunal', tribunal),
    ...move('award', award),
  ];

const served =
  (move: Move) =>
  ({ service, suit, annulment }: Of<'AwardServed'>): DeadlineMove[] => [
    ...move(`suit:${service}`, suit),
    ...move(`annulment:${service}`, annulment),
  ];

const made = ({ part, on }: Of<'AwardMade'>): DeadlineMove[] =>
  part === 'whole' ? [meets('award', on)] : [];

const enforcedAnew = ({ settlement, enforcement }: Of<'SettlementConfirmed'>): DeadlineMove[] =>
  recounts(`enforcement:${settlement}`, enforcement);

/** Who sues for all of them uses the days that run since the annulment. */
const sued = ({ award, on, claimants }: Of<'SuitFiled'>): DeadlineMove[] =>
  claimants.length === 0 ? [meets(`suit-after-annulment:${award ?? ''}`, on)] : [];

const moves: Moves = {
  DisputeReceived: received(starts),
  ReceiptCorrected: received(recounts),
  ProceedingJoined: received(starts),
  JoiningCorrected: received(recounts),
  DisputeTransferred: received(starts),
  TransferCorrected: received(recounts),
  DisputeReopened: received(starts),
  ReopeningCorrected: received(recounts),
  NegotiationRequested: ({ reply }) => starts('negotiation-reply', reply),
  NegotiationRequestCorrected: ({ reply }) => recounts('negotiation-reply', reply),
  NegotiationAnswered: ({ on }) => [meets('negotiation-reply', on)],
  NegotiationAnswerCorrected: ({ on }) => [meets('negotiation-reply', on)],
  ConsentRefused: ({ proceeding, on, notice }) => [
    meets(`acceptance:${proceeding}`, on),
    ...starts(`refusal-notice:${proceeding}`, notice),
  ],
  ConsentRefusalCorrected: ({ proceeding, on, notice }) => [
    meets(`acceptance:${proceeding}`, on),
    ...recounts(`refusal-notice:${proceeding}`, notice),
  ],
  RefusalNotified: ({ proceeding, on }) => [meets(`refusal-notice:${proceeding}`, on)],
  RefusalNoticeCorrected: ({ proceeding, on }) => [meets(`refusal-notice:${proceeding}`, on)],
  AcceptanceRefused: ({ proceeding, on }) => [meets(`acceptance:${proceeding}`, on)],
  AcceptanceRefusalCorrected: ({ proceeding, on }) => [meets(`acceptance:${proceeding}`, on)],
  MediationAccepted: accepted(starts),
  AcceptanceCorrected: accepted(recounts),
  MediationExtended: extended,
  ExtensionCorrected: extended,
  HandlingSuspended: ({ stops }) => stops.map((clock) => ({ clock, becomes: 'suspended' })),
  HandlingResumed: (data) => resumed(data, starts),
  ResumptionCorrected: (data) => resumed(data, recounts),
  DisputeConcluded: concluded,
  ConclusionCorrected: concluded,
  SettlementTookEffect: inForce(starts),
  EffectCorrected: inForce(recounts),
  PerformanceRecorded: (data) => performed(data, []),
  PerformanceCorrected: (data) => performed(data, [{ clock: performance(data), becomes: 'unmet' }]),
  PerformanceFellOverdue: (data) => [overdue(performance(data), data.due)],
  DefaultTakenBack: (data) => [overdue(performance(data), null)],
  ReviewApplied: ({ settlement, on }) => [meets(`review:${settlement}`, on)],
  ReviewApplicationCorrected: ({ settlement, on }) => [meets(`review:${settlement}`, on)],
  ReviewGranted: ({ settlement, enforcement }) => starts(`enforcement:${settlement}`, enforcement),
  ReviewGrantCorrected: enforcedAnew,
  ConfirmationApplied: ({ settlement, on }) => [meets(`confirmation:${settlement}`, on)],
  ConfirmationApplicationCorrected: ({ settlement, on }) => [
    meets(`confirmation:${settlement}`, on),
  ],
  SettlementConfirmed: ({ settlement, enforcement }) =>
    starts(`enforcement:${settlement}`, enforcement),
  ConfirmationCorrected: enforcedAnew,
  PaymentOrderApplied: ({ settlement, answer }) => starts(`payment-order:${settlement}`, answer),
  PaymentOrderApplicationCorrected: ({ settlement, answer }) =>
    recounts(`payment-order:${settlement}`, answer),
  PaymentOrderIssued: ({ settlement, on, pay }) => [
    meets(`payment-order:${settlement}`, on),
    ...starts(`payment:${settlement}`, pay),
  ],
  PaymentOrderCorrected: ({ settlement, on, pay }) => [
    meets(`payment-order:${settlement}`, on),
    ...recounts(`payment:${settlement}`, pay),
  ],
  PaymentOrderLapsed: ({ settlement }) =>
    cancels(`payment-order:${settlement}`, `payment:${settlement}`),
  // None runs any more where arrears turn out to arise in the employment.
  LimitationStarted: ({ limitation }) =>
    limitation ? starts('limitation', limitation) : cancels('limitation'),
  LimitationCorrected: ({ limitation }) => recounts('limitation', limitation),
  // It begins anew; where it stands still, it goes on standing.
  LimitationInterrupted: ({ limitation }) => recounts('limitation', limitation),
  InterruptionCorrected: ({ limitation }) => recounts('limitation', limitation),
  LimitationSuspended: () => [{ clock: 'limitation', becomes: 'suspended' }],
  LimitationResumed: ({ limitation }) => starts('limitation', limitation),
  LimitationResumptionCorrected: ({ limitation }) => recounts('limitation', limitation),
  ArbitrationFiled: ({ on, acceptance }) => [
    meets('limitation', on),
    ...starts('arbitration-acceptance', acceptance),
  ],
  FilingCorrected: ({ on, acceptance }) => [
    meets('limitation', on),
    ...recounts('arbitration-acceptance', acceptance),
  ],
  ArbitrationMoved: ({ acceptance }) => starts('arbitration-acceptance', acceptance),
  MovingCorrected: ({ acceptance }) => recounts('arbitration-acceptance', acceptance),
  ArbitrationNotAccepted: ({ on }) => [meets('arbitration-acceptance', on)],
  ArbitrationRefusalCorrected: ({ on }) => [meets('arbitration-acceptance', on)],
  ArbitrationAccepted: accepting(starts),
  ArbitrationAcceptanceCorrected: accepting(recounts),
  ApplicationServed: ({ on, defence }) => [meets('service', on), ...starts('defence', defence)],
  ApplicationServiceCorrected: ({ on, defence }) => [
    meets('service', on),
    ...recounts('defence', defence),
  ],
  DefenceFiled: ({ on, forward }) => [meets('defence', on), ...starts('defence-forward', forward)],
  DefenceCorrected: ({ on, forward }) => [
    meets('defence', on),
    ...recounts('defence-forward', forward),
  ],
  DefenceForwarded: ({ on }) => [meets('defence-forward', on)],
  DefenceForwardingCorrected: ({ on }) => [meets('defence-forward', on)],
  TribunalFormed: ({ on }) => [meets('tribunal', on)],
  TribunalCorrected: ({ on }) => [meets('tribunal', on)],
  HearingScheduled: ({ hearing, postponement }) => starts(`postponement:${hearing}`, postponement),
  HearingCorrected: ({ hearing, postponement }) =>
    recounts(`postponement:${hearing}`, postponement),
  HearingPostponed: ({ hearing, on }) => [meets(`postponement:${hearing}`, on)],
  PostponementCorrected: ({ hearing, on }) => [meets(`postponement:${hearing}`, on)],
  HearingHeld: ({ hearing }) => cancels(`postponement:${hearing}`),
  AwardPeriodExtended: ({ award }) => recounts('award', award),
  AwardPeriodCorrected: ({ award }) => recounts('award', award),
  AwardMade: made,
  AwardCorrected: made,
  AwardFellOverdue: ({ due }) => [overdue('award', due)],
  ArbitrationEnded: ({ on }) => [meets('award', on)],
  ArbitrationEndCorrected: ({ on }) => [meets('award', on)],
  AwardServed: served(starts),
  AwardServiceCorrected: served(recounts),
  AwardTookEffect: ({ award, enforcement }) => starts(`enforcement:${award}`, enforcement),
  AnnulmentDecided: ({ award, suit }) => starts(`suit-after-annulment:${award}`, suit),
  AnnulmentDecisionCorrected: ({ award, suit }) => recounts(`suit-after-annulment:${award}`, suit),
  SuitFiled: sued,
  SuitCorrected: sued,
  EnforcementApplied: ({ title, on }) => [meets(`enforcement:${title}`, on)],
  EnforcementApplicationCorrected: ({ title, on }) => [meets(`enforcement:${title}`, on)],
  ClocksStopped: ({ clocks }) => cancels(...clocks),
  DeadlineRecomputed: ({ clock, deadline }) => recounts(clock, deadline),
};

/** What a fact of a dispute does to its clocks. */
export const disputeDeadlines: DeadlineMoves<DisputeEvent> = ({ type, data }) =>
  (moves[type] as ((data: unknown) => readonly DeadlineMove[]) | undefined)?.(data) ?? [];
