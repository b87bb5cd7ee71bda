import type { Topic } from '../shared/terms.ts';
import type { ContractKind, ContractLevel } from '../shared/values.ts';
import { law, type ProfileId } from './profiles.ts';

/** A clause or wage step of a contract that is in force over an enterprise. */
export type Term = {
  readonly contract: string;
  readonly kind: ContractKind;
  readonly level: ContractLevel;
  readonly profile: ProfileId;
  readonly topic: Topic;
  readonly value: number | null;
  readonly unit: string | null;
};

export const precedences = [
  'higher-wage-floor',
  'special-over-comprehensive',
  'floor-not-in-numbers',
] as const;
export type Precedence = (typeof precedences)[number];

/**
 * Whether a term prevails, by which rule and article, and over (or under) which contracts. No rule:
 * nothing stands against it. `prevails` is null where people must read what no number says.
 */
export type Standing = {
  readonly prevails: boolean | null;
  readonly rule: Precedence | null;
  readonly article: string | null;
  readonly against: readonly string[];
};

/** Of one matter, in two contracts; what is `other` has no matter in common. */
const meet = (a: Term, b: Term): boolean =>
  a.contract !== b.contract && a.topic === b.topic && a.topic !== 'other';

/** A floor in fen a month, as a floor without a unit is. */
const isMonthly = ({ value, unit }: Term): boolean =>
  value !== null && (unit ?? 'fen-per-month') === 'fen-per-month';

const isSame = (a: Term, b: Term): boolean =>
  a.value !== null && a.value === b.value && a.unit === b.unit;

const isHigher = (a: Term, b: Term): boolean =>
  isMonthly(a) && isMonthly(b) && (a.value ?? 0) > (b.value ?? 0);

/** By which rule a term goes before another, if it does. */
const ruleOver = (a: Term, b: Term): Precedence | null => {
  if (!meet(a, b)) return null;
  if (a.topic === 'wage-floor') return isHigher(a, b) ? 'higher-wage-floor' : null;
  const isSpecial = a.kind !== 'comprehensive' && b.kind === 'comprehensive';
  return isSpecial && !isSame(a, b) ? 'special-over-comprehensive' : null;
};

/** Whether a term binds all whom the other binds: a contract for women leaves the men to the other. */
const bindsAllOf = (a: Term, b: Term): boolean =>
  a.kind !== 'women' || b.kind === 'women' || b.topic === 'women';

const isOusted = (a: Term, b: Term): boolean => ruleOver(a, b) !== null && bindsAllOf(a, b);

/** The article of the winner's law, or of the loser's; that of a floor is about levels. */
const articleOf = (rule: Precedence, winner: Term, loser: Term): string | null => {
  const said = [winner, loser].map(({ profile }) => law(profile).precedence);
  if (rule !== 'higher-wage-floor') return said.find(({ special }) => special)?.special ?? null;
  const isAcross = (winner.level === 'enterprise') !== (loser.level === 'enterprise');
  return isAcross ? (said.find(({ floor }) => floor)?.floor ?? null) : null;
};

const contractsOf = (terms: readonly Term[]): string[] => [
  ...new Set(terms.map(({ contract }) => contract)),
];

const standing = (term: Term, terms: readonly Term[]): Standing => {
  const above = terms.filter((other) => isOusted(other, term));
  const best = above.filter((one) => !terms.some((other) => isOusted(other, one)));
  const [winner] = best;
  const below = terms.filter((other) => ruleOver(term, other) !== null);
  const [loser] = below;
  const rule = winner ? ruleOver(winner, term) : loser ? ruleOver(term, loser) : null;
  if (rule && winner)
    return {
      prevails: false,
      rule,
      article: articleOf(rule, winner, term),
      against: contractsOf(best),
    };
  if (rule && loser)
    return {
      prevails: true,
      rule,
      article: articleOf(rule, term, loser),
      against: contractsOf(below),
    };
  const others = terms.filter((other) => meet(term, other));
  if (term.topic === 'wage-floor' && !isMonthly(term) && others.length > 0)
    return {
      prevails: null,
      rule: 'floor-not-in-numbers',
      article: null,
      against: contractsOf(others),
    };
  return { prevails: true, rule: null, article: null, against: [] };
};

/**
 * How the terms of all contracts over one enterprise stand to each other, in their order: of wage
 * floors the highest applies, whatever its level; of any other matter a special contract goes before
 * a comprehensive one where the two differ.
 */
export const standings = (terms: readonly Term[]): readonly Standing[] =>
  terms.map((term) => standing(term, terms));
