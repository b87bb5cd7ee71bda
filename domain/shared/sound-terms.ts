import type { Sentence } from './rules.ts';
import type { Clause, WageStep } from './terms.ts';

/** What no text of a contract can say, in the draft of a case and in the contract alike. */
export const soundTermsRules = {
  'clause-id-once': {
    zh: '同一文本中的条款编号不得重复。',
    en: 'Each clause of a text has an id of its own.',
  },
  'wage-cut-below-nothing': {
    zh: '工资降幅不得达到或超过百分之百。',
    en: 'A wage cannot be cut by all of it or more.',
  },
  'parts-within-workers': {
    zh: '女职工、被派遣劳动者、残疾职工各自的人数不得多于职工总数。',
    en: 'There cannot be more women, dispatched or disabled workers than workers.',
  },
} as const satisfies Readonly<Record<string, Sentence>>;

type Ensure = (holds: boolean, rule: keyof typeof soundTermsRules) => void;

type Terms = { readonly steps: readonly WageStep[]; readonly clauses: readonly Clause[] };

const WHOLE = 10_000;

/** Clauses that can be told apart, and steps that leave a wage. */
export const ensureSound = ({ steps, clauses }: Terms, ensure: Ensure): void => {
  ensure(new Set(clauses.map(({ id }) => id)).size === clauses.length, 'clause-id-once');
  const leavesSomething = steps.every((step) => step.by !== 'percent' || step.basisPoints > -WHOLE);
  ensure(leavesSomething, 'wage-cut-below-nothing');
};

/** Parts of the workers are not more than the workers; what is unknown is not compared. */
export const ensureParts = (
  workers: number | undefined,
  parts: readonly (number | undefined)[],
  ensure: Ensure,
): void => {
  const most = Math.max(0, ...parts.map((part = 0) => part));
  ensure(workers === undefined || most <= workers, 'parts-within-workers');
};
