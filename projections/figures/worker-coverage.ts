import {
  AGREEMENT_DIMENSIONS,
  excluding,
  PLACE_DIMENSIONS,
  rate,
  type Figure,
  type FromBooks,
  type Question,
} from './figure.ts';
import { coverageTerms, overlaps } from './population.ts';
import { bySize } from './sized-population.ts';

/** The women's contract is women over women. */
const isWomens = ({ where }: Question): boolean => where['contractKind'] === 'women';

const fromBooks = (question: Question): FromBooks => {
  const people = isWomens(question) ? 'women' : 'workers';
  return {
    by: 'books',
    thing: 'enterprise',
    terms: coverageTerms(question),
    weighs: ['count', 'workers', 'women', 'unknown'],
    cell: (sum, group) => {
      const numerator = sum('covered').workers;
      const whose = group['contractKind'] === 'women' ? 'women' : people;
      const denominator = sum('population')[whose];
      return {
        numerator,
        denominator,
        rate: rate(numerator, denominator),
        excluded: excluding({
          'unknown-term': sum('uncertain').count,
          'unknown-headcount': sum('population').unknown - sum('uncertain').unknown,
        }),
      };
    },
    sides: {
      numerator: { term: 'covered', weight: 'workers' },
      denominator: { term: 'population', weight: people },
    },
    exclusions: [
      { reason: 'unknown-term', term: 'uncertain' },
      { reason: 'unknown-headcount', term: 'population', only: 'unknown', without: 'uncertain' },
    ],
    overlapping: overlaps(question),
  };
};

/** 覆盖率: how many workers are covered, each once. */
export const workerCoverage: Figure = {
  id: 'worker-coverage',
  names: { zh: '集体合同职工覆盖率', en: 'Worker coverage' },
  definition: {
    zh: '被所选类型、层级的生效集体合同覆盖的企业当日职工数（每人只计一次）÷ 总体企业当日职工数；女职工专项集体合同分子、分母均只计女职工。当日职工数取该日或之前最近一次报告；此前未报告者职工数不明，列于 excluded。',
    en: 'Workers of the enterprises of the population that a contract of the kind and level in force covers, each once ÷ workers of the population, by the last headcount of the day or before; for the women’s contract, women over women. Enterprises without a headcount yet add no workers and are counted under excluded.',
  },
  definitionVersion: 1,
  unit: { zh: '职工', en: 'workers' },
  shape: 'ratio',
  takes: 'on',
  dimensions: [...PLACE_DIMENSIONS, 'unionised', ...AGREEMENT_DIMENSIONS],
  parameters: { population: ['unionised', 'all'], minWorkers: 'count' },
  excludes: ['unknown-term', 'unknown-headcount'],
  answer: (question) =>
    question.parameters['minWorkers']
      ? bySize(question, isWomens(question) ? 'women' : 'workers')
      : fromBooks(question),
};
