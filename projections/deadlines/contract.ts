import type { ContractEvent } from '../../domain/collective-contract/events.ts';
import { law } from '../../domain/law/profiles.ts';
import { renewalOpens, termEnds } from '../../domain/law/term-clocks.ts';
import { dayOf } from '../../domain/shared/calendar.ts';
import type { Deadline } from '../../domain/shared/values.ts';
import {
  cancels,
  meets,
  recounts,
  starts,
  supersedes,
  type DeadlineMove,
  type DeadlineMoves,
} from './moves.ts';

type Of<T> = Extract<ContractEvent, { type: T }>['data'];
type Moves = {
  readonly [T in ContractEvent['type']]?: (data: Of<T>, at: string) => readonly DeadlineMove[];
};

/** The clocks of a contract that is over; breaches and the report of its end stay open. */
const own = ['filing', 'review', 'review:refiled', 'publication', 'renewal-opens', 'term-end'];

const REVIEW = ['review', 'review:refiled'];

/** The term of a contract from an older register; none where it had run out by the day of recording. */
const historyTerm = (
  { termStart, effectiveOn, registeredOn, termEnd, profile: id }: Of<'ContractRegisteredAsHistory'>,
  at: string,
): DeadlineMove[] => {
  const profile = law(id);
  if (!termEnd || termEnd < dayOf(at, profile.zone)) return cancels('renewal-opens', 'term-end');
  return [
    ...starts('renewal-opens', renewalOpens(termEnd, profile)),
    ...starts('term-end', termEnds(termStart ?? effectiveOn ?? registeredOn, termEnd)),
  ];
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

const effect = ({ on, publication, review = 'review', renewal, term }: Of<'ContractTookEffect'>) =>
  [
    meets(review, on),
    ...starts('publication', publication),
    ...starts('renewal-opens', renewal),
    ...starts('term-end', term),
  ] as const;

const ending = (report: Deadline | undefined): DeadlineMove[] => [
  ...cancels(...own),
  ...starts('report-end', report),
];

const rectified = ({ breach, on }: Of<'BreachRectified'>) => [meets(`rectification:${breach}`, on)];
const reported = ({ on }: Of<'EndReported'>) => [meets('report-end', on)];

const moves: Moves = {
  ContractSigned: ({ filing }) => starts('filing', filing),
  SigningCorrected: ({ filing }) => recounts('filing', filing),
  ContractRegisteredAsHistory: historyTerm,
  HistoryCorrected: historyTerm,
  ContractFiled: ({ filedOn, review }) => [meets('filing', filedOn), ...starts('review', review)],
  FilingCorrected: ({ filedOn, review }) => [
    meets('filing', filedOn),
    ...recounts('review', review),
  ],
  ReviewObjected: () => cancels(...REVIEW),
  ContractRefiled: ({ review }) => starts('review:refiled', review),
  RefilingCorrected: ({ review }) => recounts('review:refiled', review),
  ContractTookEffect: effect,
  EffectCorrected: ({ on, publication, review = 'review' }) => [
    meets(review, on),
    ...recounts('publication', publication),
  ],
  EffectTakenBack: ({ review = 'review', renewal, term }) => [
    { clock: review, becomes: 'unmet' },
    ...cancels('publication', 'renewal-opens', 'term-end'),
    ...starts('renewal-opens', renewal),
    ...starts('term-end', term),
  ],
  ContractPublished: ({ on }) => [meets('publication', on)],
  PublicationCorrected: ({ on }) => [meets('publication', on)],
  AmendmentSigned: ({ filing }) => starts('filing', filing),
  AmendmentCorrected: ({ filing }) => recounts('filing', filing),
  RectificationDemanded: (data) => starts(`rectification:${data.breach}`, demanded(data)),
  RectificationDemandCorrected: (data) => recounts(`rectification:${data.breach}`, demanded(data)),
  BreachRectified: rectified,
  RectificationCorrected: rectified,
  RenewalWindowOpened: ({ on }) => [meets('renewal-opens', on)],
  ContractExpired: ({ on }) => [meets('term-end', on), ...cancels('renewal-opens', 'filing')],
  ContractRescinded: ({ report }) => ending(report),
  RescissionCorrected: ({ report }) => recounts('report-end', report),
  ContractTerminated: ({ report }) => ending(report),
  TerminationCorrected: ({ report }) => recounts('report-end', report),
  ContractEndedWithEmployer: () => cancels(...own),
  // The clocks of the renewal run in their place.
  ContractSuperseded: () => supersedes(...own),
  SupersessionTakenBack: () =>
    ['renewal-opens', 'term-end', 'publication'].map(
      (clock) => ({ clock, becomes: 'reopened' }) as const,
    ),
  EmployerEndTakenBack: ({ clocks }) =>
    Object.entries(clocks).flatMap(([name, deadline]) => starts(name, deadline)),
  EndReported: reported,
  EndReportCorrected: reported,
  // A term that was said anew runs again, even after it had run out.
  DeadlineRecomputed: ({ clock, deadline }) => {
    const { rule } = deadline;
    const isTerm = rule === 'term-end' || rule === 'renewal-opens';
    return isTerm ? starts(rule, deadline) : recounts(clock ?? rule, deadline);
  },
  ContractVoided: () => cancels(...own, 'report-end'),
};

/** What a fact of a collective contract does to its clocks. */
export const contractDeadlines: DeadlineMoves<ContractEvent> = ({ type, data, at }) =>
  (moves[type] as ((data: unknown, at: string) => readonly DeadlineMove[]) | undefined)?.(
    data,
    at,
  ) ?? [];
