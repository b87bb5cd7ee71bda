import { periodSentence, before, explain, type Explained } from './deadlines.ts';
import type { Period, Profile } from './profile.ts';
import type { Deadline } from '../shared/values.ts';

/** A clock that a profile sets: how long, and whether it is counted back from a coming day. */
export type NamedClock = {
  readonly rule: string;
  readonly period: Period;
  readonly backwards: boolean;
};

const forwards = (profile: Profile): Readonly<Record<string, Period | null | undefined>> => ({
  reply: profile.reply,
  window: profile.window?.period,
  naming: profile.delegates.naming,
  publish: profile.delegates.publish,
  vacancy: profile.delegates.vacancy,
  congress: profile.draftToCongress,
  revote: profile.revote,
  filing: profile.filing,
  review: profile.review,
  publication: profile.publication,
  'report-end': profile.reportEnd,
  'fulfilment-report': profile.fulfilmentReport,
  application: profile.coordination?.applyWithin,
  acceptance: profile.coordination?.acceptWithin,
  coordination: profile.coordination?.period,
  'coordination-extension': profile.coordination?.extension,
  'notice-to-mediation': profile.notice?.toMediation,
});

const backwards = (profile: Profile) => ({
  disclosure: profile.disclosure,
  'report-to-upper-union': profile.reportToUpperUnion,
  'renewal-opens': profile.renewal,
  'notice-to-other-side': profile.notice?.toOtherSide,
});

const named = (
  periods: Readonly<Record<string, Period | null | undefined>>,
  back: boolean,
): NamedClock[] =>
  Object.entries(periods).flatMap(([rule, period]) =>
    period ? [{ rule, period, backwards: back }] : [],
  );

/** The clocks that are counted back from a coming day; every other runs forward. */
const backRules: readonly string[] = [
  'disclosure',
  'report-to-upper-union',
  'renewal-opens',
  'notice-to-other-side',
] satisfies (keyof ReturnType<typeof backwards>)[];

export const isCountedBack = (rule: string): boolean => backRules.includes(rule);

/** Every clock that a profile sets, by the name its deadlines carry. */
export const clocksOf = (profile: Profile): readonly NamedClock[] => [
  ...named(forwards(profile), false),
  ...named(backwards(profile), true),
];

/** The deadline of a clock from a day, and how it came about. */
export const reckoned = (
  { rule, period, backwards: back }: NamedClock,
  from: string,
  profile: Profile,
): { readonly deadline: Deadline; readonly steps: readonly Explained[] } => {
  const clock = { rule, from, period, profile };
  if (!back) return explain(clock);
  const deadline = before(clock);
  const span = periodSentence(period);
  const start = {
    zh: `自 ${from} 向前计算，当日不计`,
    en: `counted back from ${from}, which itself does not count`,
  };
  const end = {
    zh: `${span.zh}前为 ${deadline.due}（${period.article}），不顺延`,
    en: `${span.en} earlier is ${deadline.due} (${period.article}); it is never rolled`,
  };
  return {
    deadline,
    steps: [
      { day: from, sentence: start },
      { day: deadline.due, sentence: end },
    ],
  };
};
