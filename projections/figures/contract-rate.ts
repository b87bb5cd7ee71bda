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

const fromBooks = (question: Question): FromBooks => ({
  by: 'books',
  thing: 'enterprise',
  terms: coverageTerms(question),
  weighs: ['count'],
  cell: (sum) => {
    const numerator = sum('covered').count;
    const denominator = sum('population').count;
    return {
      numerator,
      denominator,
      rate: rate(numerator, denominator),
      excluded: excluding({ 'unknown-term': sum('uncertain').count }),
    };
  },
  sides: {
    numerator: { term: 'covered', weight: 'count' },
    denominator: { term: 'population', weight: 'count' },
  },
  exclusions: [{ reason: 'unknown-term', term: 'uncertain' }],
  overlapping: overlaps(question),
});

/** 签约率: how many enterprises have a contract. */
export const contractRate: Figure = {
  id: 'contract-rate',
  names: { zh: '集体合同签约率', en: 'Contract rate' },
  definition: {
    zh: '某日总体中至少有一份所选类型、层级的集体合同生效的企业数（每家只计一次）÷ 总体企业数。总体默认为已建会企业（本单位或联合工会），population=all 为全部在册企业；minWorkers=N 只计当日职工数不少于 N 的企业。合同期限不明且未被其他合同覆盖的企业计入分母，并列于 excluded。',
    en: 'Distinct enterprises of the population with at least one contract of the kind and level in force on the day ÷ enterprises of the population. The population is the unionised enterprises (own or federated union) unless population=all; minWorkers=N keeps those with at least N workers on the day. Enterprises whose only contract has an unknown term stay in the denominator and are counted under excluded.',
  },
  definitionVersion: 1,
  unit: { zh: '企业', en: 'enterprises' },
  shape: 'ratio',
  takes: 'on',
  dimensions: [...PLACE_DIMENSIONS, 'unionised', ...AGREEMENT_DIMENSIONS],
  parameters: { population: ['unionised', 'all'], minWorkers: 'count' },
  excludes: ['unknown-term', 'unknown-headcount'],
  answer: (question) =>
    question.parameters['minWorkers'] ? bySize(question, 'enterprises') : fromBooks(question),
};
