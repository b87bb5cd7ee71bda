import { accounts } from '../accounts/accounts.ts';
import {
  AGREEMENT_DIMENSIONS,
  asAsked,
  excluding,
  PLACE_DIMENSIONS,
  placeFilters,
  type Figure,
} from './figure.ts';

/** How many contracts took effect in a period. */
export const contractFlow: Figure = {
  id: 'contract-flow',
  names: { zh: '新生效集体合同', en: 'Contracts that took effect' },
  definition: {
    zh: '期间内（含首尾两日）生效的集体合同份数及合同本身载明的职工数，按生效日统计；企业合同按企业生效当日所在地统计。人数不明者计入份数，列于 excluded 的 unknown-size。',
    en: 'Contracts that took effect in the period, both days included, by their day of effect, with the workers of their own bargaining units; a contract of an enterprise is counted where the enterprise was on that day. One of unknown size counts and is named under excluded: unknown-size.',
  },
  definitionVersion: 1,
  unit: { zh: '份', en: 'contracts' },
  shape: 'count',
  takes: 'from-to',
  dimensions: [...PLACE_DIMENSIONS, ...AGREEMENT_DIMENSIONS],
  parameters: {},
  excludes: ['unknown-size'],
  answer: (question) => ({
    by: 'books',
    thing: 'contract',
    terms: {
      tookEffect: {
        account: accounts.tookEffect,
        filters: [
          ...placeFilters(question),
          ...asAsked(question, 'contractKind'),
          ...asAsked(question, 'contractLevel'),
        ],
      },
    },
    weighs: ['count', 'workers', 'unknown'],
    cell: (sum) => {
      const { count, workers, unknown } = sum('tookEffect');
      return { count, workers, excluded: excluding({ 'unknown-size': unknown }) };
    },
    sides: { numerator: { term: 'tookEffect', weight: 'count' } },
    exclusions: [{ reason: 'unknown-size', term: 'tookEffect', only: 'unknown' }],
    overlapping: false,
  }),
};
