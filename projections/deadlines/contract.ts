import type { ContractEvent } from '../../domain/collective-contract/events.ts';
import { law } from '../../domain/law/profiles.ts';
import { noticeToOtherSide, renewalOpens, termEnds } from '../../domain/law/term-clocks.ts';
import { dayOf } from '../../domain/shared/calendar.ts';
import type { Deadline } from '../../domain/shared/values.ts';
import {
  cancels,
  drops,
  firstMeets,
  meets,
  meetsAnew,
  overdue,
  recounts,
  stands,
  starts,
  startsAll,
  supersedes,
  type DeadlineMove,
  type DeadlineMoves,
} from './moves.ts';

type Of<T> = Extract<ContractEvent, { type: T }>['data'];
type Moves = {
  readonly [T in ContractEvent['type']]?: (data: Of<T>, at: string) => readonly DeadlineMove[];
};

/** The clocks of a contract that is over; breaches and the report of its end stay open. */
const own = [
  'filing',
  'review',
  'review:refiled',
  'publication',
  'fulfilment-report',
  'renewal-opens',
  'notice-to-other-side',
  'term-end',
];

const ofTerm = ['renewal-opens', 'notice-to-other-side', 'term-end'];

const REVIEW = ['review', 'review:refiled'];

/** The clocks that a text sets when it takes effect, whatever is done under it. */
const ofText = ['publication', ...ofTerm];

/** The term of a contract from an older register; none where it had run out by the day of recording. */
const historyTerm = (
  { termStart, effectiveOn, registeredOn, termEnd, profile: id }: Of<'ContractRegisteredAsHistory'>,
  at: string,
): DeadlineMove[] => {
  const profile = law(id);
  if (!termEnd || termEnd < dayOf(at, profile.zone)) return cancels(...ofTerm);
  return [
    ...starts('renewal-opens', renewalOpens(termEnd, profile)),
    ...starts('notice-to-other-side', noticeToOtherSide(termEnd, profile)),
    ...starts('term-end', termEnds(termStart ?? effectiveOn ?? registeredOn, termEnd)),
  ];
};

/**
 * The record of an older register said anew: what runs anew by its term is said beside it. Nobody waits for
 * an unknown term, nor for what another law does not ask; where the record tells of no term, it moves its clocks itself.
 */
const historyAnew = (data: Of<'HistoryCorrected'>, at: string): DeadlineMove[] => {
  const { corrects: of, termStart, effectiveOn, registeredOn, termEnd, term } = data;
  const profile = law(data.profile);
  if (!termEnd) return cancels(...ofTerm);
  const clocks = {
    'renewal-opens': renewalOpens(termEnd, profile),
    'notice-to-other-side': noticeToOtherSide(termEnd, profile),
    'term-end': termEnds(termStart ?? effectiveOn ?? registeredOn, termEnd),
  };
  const sets = Object.entries(clocks);
  const unasked = sets.flatMap(([clock, set]) => (set ? [] : cancels(clock)));
  if (term) return unasked;
  const over = termEnd < dayOf(at, profile.zone);
  const follows = sets.flatMap(([clock, set]) =>
    set ? [{ clock, becomes: 'revised', of, revised: over ? undefined : set } as const] : [],
  );
  return [...unasked, ...follows];
};

/** A day that the union demanded: agreed by nobody's calendar. */
const demanded = ({ on, due }: Of<'RectificationDemanded'>): Deadline => ({
  rule: 'rectification',
  from: on,
  due,
  period: '',
  article: '',
  calendar: 'final',
  calendarVersion: '',
});

/** The clocks of a text that binds. */
type Clocks = Pick<Of<'ContractTookEffect'>, 'renewal' | 'notice' | 'term' | 'fulfilment'>;
const binding = (data: Clocks): DeadlineMove[] => [
  ...starts('renewal-opens', data.renewal),
  ...starts('notice-to-other-side', data.notice),
  ...starts('term-end', data.term),
  ...starts('fulfilment-report', data.fulfilment),
];

const effect = (data: Of<'ContractTookEffect'>): DeadlineMove[] => [
  meets(data.review ?? 'review', data.on),
  ...starts('publication', data.publication),
  ...binding(data),
];

const ending = (report: Deadline | undefined): DeadlineMove[] => [
  ...cancels(...own),
  ...starts('report-end', report),
];

/** The clocks that ran run again; records that do not name them had none that the contract ended with otherwise. */
const notSuperseded = ({ clocks }: Of<'SupersessionTakenBack'>): DeadlineMove[] =>
  clocks
    ? [...own.map((clock) => ({ clock, becomes: 'over' }) as const), ...startsAll(clocks)]
    : [...ofText, 'fulfilment-report'].map((clock) => ({ clock, becomes: 'reopened' }) as const);

/** Nobody waits for the report of an end that is set aside, or never was. */
const notEnded = ({ clocks }: Of<'AgreedEndTakenBack'>): DeadlineMove[] => [
  ...cancels('report-end'),
  ...startsAll(clocks),
];

/** A report meets the clock of its year; the next one runs in its place. */
const performed = ({ on, fulfilment }: Of<'FulfilmentReported'>): DeadlineMove[] =>
  fulfilment ? starts('fulfilment-report', fulfilment) : [meets('fulfilment-report', on)];

const rectified = ({ breach, on }: Of<'BreachRectified'>) => [meets(`rectification:${breach}`, on)];
const reported = ({ on }: Of<'EndReported'>) => [meets('report-end', on)];

/** Nobody waited for the amendment; where it was in force, the clocks of the text before stand or run in the place of its own. */
const unamended = ({ clocks, stood = {} }: Of<'AmendmentTakenBack'>): DeadlineMove[] => [
  ...drops('filing', ...REVIEW),
  ...('term-end' in { ...clocks, ...stood } ? drops(...ofText) : []),
  ...('term-end' in clocks ? cancels('fulfilment-report', 'report-end') : []),
  ...stands(stood),
  ...startsAll(clocks),
];

const moves: Moves = {
  ContractSigned: ({ filing }) => starts('filing', filing),
  SigningCorrected: ({ filing }) => recounts('filing', filing),
  ContractRegisteredAsHistory: historyTerm,
  HistoryCorrected: historyAnew,
  ContractFiled: ({ filedOn, review }) => [meets('filing', filedOn), ...starts('review', review)],
  FilingCorrected: ({ filedOn, review }) => [
    meetsAnew('filing', filedOn),
    ...recounts('review', review),
  ],
  ReviewObjected: () => cancels(...REVIEW),
  ContractRefiled: ({ review }) => starts('review:refiled', review),
  RefilingCorrected: ({ review }) => recounts('review:refiled', review),
  ContractTookEffect: effect,
  EffectCorrected: ({ on, publication, review = 'review', fulfilment }) => [
    meetsAnew(review, on),
    ...recounts('publication', publication),
    ...recounts('fulfilment-report', fulfilment),
  ],
  EffectTakenBack: ({ review = 'review', expiry, ...data }) => [
    { clock: review, becomes: 'unmet' },
    ...cancels(...ofText, 'fulfilment-report'),
    ...(expiry ? cancels('report-end') : []),
    ...binding(data),
  ],
  FulfilmentReported: performed,
  FulfilmentReportCorrected: performed,
  NoticeGiven: ({ on }) => [firstMeets('notice-to-other-side', on)],
  NoticeCorrected: ({ on }) => [meets('notice-to-other-side', on)],
  FilingFellOverdue: ({ due }) => [overdue('filing', due)],
  PublicationFellOverdue: ({ due }) => [overdue('publication', due)],
  ContractPublished: ({ on }) => [meets('publication', on)],
  PublicationCorrected: ({ on }) => [meetsAnew('publication', on)],
  AmendmentSigned: ({ filing }) => starts('filing', filing),
  AmendmentCorrected: ({ filing }) => recounts('filing', filing),
  RectificationDemanded: (data) => starts(`rectification:${data.breach}`, demanded(data)),
  RectificationDemandCorrected: (data) => recounts(`rectification:${data.breach}`, demanded(data)),
  BreachRectified: rectified,
  RectificationCorrected: rectified,
  RenewalWindowOpened: ({ on }) => [meets('renewal-opens', on)],
  // The performance of its days is still owed a report, and its end is.
  ContractExpired: ({ on, report }) => [
    meets('term-end', on),
    ...cancels('renewal-opens', 'filing'),
    ...starts('report-end', report),
  ],
  ContractRescinded: ({ report }) => ending(report),
  RescissionCorrected: ({ report }) => recounts('report-end', report),
  ContractTerminated: ({ report }) => ending(report),
  TerminationCorrected: ({ report }) => recounts('report-end', report),
  ContractEndedWithEmployer: () => cancels(...own),
  // The clocks of the renewal run in their place.
  ContractSuperseded: () => supersedes(...own),
  SupersessionTakenBack: notSuperseded,
  EmployerEndTakenBack: ({ clocks }) => startsAll(clocks),
  AgreedEndTakenBack: notEnded,
  ExpiryTakenBack: notEnded,
  RescissionTakenBack: notEnded,
  TerminationTakenBack: notEnded,
  AmendmentTakenBack: unamended,
  EndReported: reported,
  EndReportCorrected: reported,
  // A term that was said anew runs again, even after it had run out; a notice that was given stays given.
  DeadlineRecomputed: ({ clock, deadline }) => {
    const { rule } = deadline;
    if (rule === 'term-end') return [...starts(rule, deadline), ...cancels('report-end')];
    if (rule === 'notice-to-other-side')
      return [...recounts(rule, deadline), { clock: rule, becomes: 'reopened' }];
    return rule === 'renewal-opens' ? starts(rule, deadline) : recounts(clock ?? rule, deadline);
  },
  ContractVoided: () => cancels(...own, 'report-end'),
};

/** What a fact of a collective contract does to its clocks. */
export const contractDeadlines: DeadlineMoves<ContractEvent> = ({ type, data, at }) =>
  (moves[type] as ((data: unknown, at: string) => readonly DeadlineMove[]) | undefined)?.(
    data,
    at,
  ) ?? [];
