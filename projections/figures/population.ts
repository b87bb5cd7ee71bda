import { accounts, ANY } from '../accounts/accounts.ts';
import type { Filter } from '../balance/filters.ts';
import type { Dimension } from '../ledger.ts';
import { asAsked, isGroupedBy, placeFilters, type Question, type Term } from './figure.ts';

const UNION: Filter = { dimension: 'unionised', is: ['own', 'federated'] };

/** Enterprises of the population: unionised on the day, or all. */
export const populationFilters = (question: Question): Filter[] => [
  ...placeFilters(question),
  ...(question.parameters['population'] === 'all' ? [] : [UNION]),
];

/** Distinct enterprises are kept per kind and level and for any: the one that is asked for, each of them when grouped. */
const agreement = (question: Question, dimension: Dimension): Filter[] => {
  const asked = asAsked(question, dimension);
  if (asked.length > 0) return asked;
  return [isGroupedBy(question, dimension) ? { dimension, isNot: ANY } : { dimension, is: [ANY] }];
};

const agreements = (question: Question): Filter[] => [
  ...agreement(question, 'contractKind'),
  ...agreement(question, 'contractLevel'),
];

/** The population, those of it that are covered, and those of whom nobody knows. */
export const coverageTerms = (question: Question) => {
  const filters = populationFilters(question);
  const within = [...filters, ...agreements(question)];
  return {
    population: { account: accounts.registered, filters },
    covered: { account: accounts.covered, filters: within },
    uncertain: { account: accounts.uncertain, filters: within },
  } satisfies Record<string, Term>;
};

/** Whether one enterprise can stand in several groups. */
export const overlaps = (question: Question): boolean =>
  isGroupedBy(question, 'contractKind') || isGroupedBy(question, 'contractLevel');
