import { z } from 'zod';
import {
  Attachments,
  BasisPoints,
  ContractKind,
  ContractLevel,
  Count,
  CoverageMode,
  Day,
  Fen,
  Id,
  LongText,
  Scope,
  Text,
} from './values.ts';

/** One step of an agreed wage increase; what cannot be put in numbers says so and stays out of the mean. */
export const WageStep = z.discriminatedUnion('by', [
  z.object({ by: z.literal('percent'), effectiveOn: Day, basisPoints: BasisPoints }),
  /** `fenPerMonth` more a month on a mean monthly wage of `onFenPerMonth`. */
  z.object({
    by: z.literal('amount'),
    effectiveOn: Day,
    fenPerMonth: Fen,
    onFenPerMonth: Fen.min(1).optional(),
  }),
  z.object({ by: z.literal('not-quantifiable'), effectiveOn: Day, text: Text }),
]);
export type WageStep = z.infer<typeof WageStep>;

/** What a clause is about, as a code that can be counted. */
export const Topic = z.enum([
  'wage-increase',
  'wage-floor',
  'wage-structure',
  'payment-guarantee',
  'labor-quota',
  'working-hours',
  'leave',
  'insurance-and-welfare',
  'safety-and-health',
  'women',
  'training',
  'employment',
  'discipline',
  'union-rights',
  'other',
]);
export type Topic = z.infer<typeof Topic>;

/** A clause as it is coded: `id` is stable through proposals, drafts, contracts and inspections. */
export const Clause = z.object({
  id: Id,
  topic: Topic,
  title: Text,
  text: LongText.optional(),
  /** wage-floor: fen a month. payment-guarantee: the day of the month. labor-quota: share of workers able to meet it, in basis points. */
  value: z.int().optional(),
  unit: z
    .enum(['fen-per-month', 'day-of-month', 'basis-points', 'hours', 'days', 'fen'])
    .optional(),
});
export type Clause = z.infer<typeof Clause>;

/** What the two sides agree in a draft, beside whom and where it is for. */
export const AgreedTerms = z.object({
  termStart: Day,
  termEnd: Day,
  steps: z.array(WageStep).max(40),
  clauses: z.array(Clause).max(300),
  text: Attachments,
});
export type AgreedTerms = z.infer<typeof AgreedTerms>;

/** For whom a contract is: one enterprise, or a scope of divisions and industries. */
export const Parties = z.object({
  kind: ContractKind,
  level: ContractLevel,
  enterprise: Id.optional(),
  scope: Scope.optional(),
  coverage: CoverageMode,
  /** The employers' and the workers' organisations that signed above the enterprise; bodies, never persons. */
  employersBody: Text.optional(),
  union: Text.optional(),
  /** Workers in the bargaining unit at signing; left out = unknown. */
  workers: Count.optional(),
  women: Count.optional(),
});
export type Parties = z.infer<typeof Parties>;

/** Who acts for a contract: what has to be alike where one contract amends or replaces another. */
export const Whose = Parties.pick({ kind: true, level: true, enterprise: true, scope: true });
export type Whose = z.infer<typeof Whose>;

/** Of all that is said of a contract, whose it is. */
export const whoseOf = ({ kind, level, enterprise, scope }: Whose): Whose => ({
  kind,
  level,
  ...(enterprise === undefined ? {} : { enterprise }),
  ...(scope === undefined ? {} : { scope }),
});
