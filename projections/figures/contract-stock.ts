import { accounts } from '../accounts/accounts.ts';
import {
  AGREEMENT_DIMENSIONS,
  asAsked,
  excluding,
  PLACE_DIMENSIONS,
  placeFilters,
  type Figure,
} from './figure.ts';

/** How many contracts are in force, each once, with the workers of their own bargaining units. */
export const contractStock: Figure = {
  id: 'contract-stock',
  names: { zh: '生效集体合同存量', en: 'Contracts in force' },
  definition: {
    zh: '某日生效的集体合同份数（生效日、合同起始日两者较晚之日起至期满日止，未提前终止）及合同本身载明的职工数；每份只计一次，企业合同按企业当日所在地统计。人数不明者计入份数，列于 excluded 的 unknown-size；期限不明者不计，列于 unknown-term。',
    en: 'Contracts in force on the day, from the later of effect and start of term to the end of the term unless ended before, each once, with the workers of their own bargaining units; a contract of an enterprise is counted where the enterprise is on the day. A contract of unknown size counts and is named under excluded: unknown-size; one of unknown term does not, and is named under unknown-term.',
  },
  definitionVersion: 1,
  unit: { zh: '份', en: 'contracts' },
  shape: 'count',
  takes: 'on',
  dimensions: [...PLACE_DIMENSIONS, ...AGREEMENT_DIMENSIONS],
  parameters: {},
  excludes: ['unknown-term', 'unknown-size'],
  answer: (question) => {
    const filters = [
      ...placeFilters(question),
      ...asAsked(question, 'contractKind'),
      ...asAsked(question, 'contractLevel'),
    ];
    return {
      by: 'books',
      thing: 'contract',
      terms: {
        inForce: { account: accounts.inForce, filters },
        unknownTerm: { account: accounts.unknownTerm, filters },
      },
      weighs: ['count', 'workers', 'unknown'],
      cell: (sum) => {
        const { count, workers, unknown } = sum('inForce');
        return {
          count,
          workers,
          excluded: excluding({
            'unknown-term': sum('unknownTerm').count,
            'unknown-size': unknown,
          }),
        };
      },
      sides: { numerator: { term: 'inForce', weight: 'count' } },
      exclusions: [
        { reason: 'unknown-term', term: 'unknownTerm' },
        { reason: 'unknown-size', term: 'inForce', only: 'unknown' },
      ],
      overlapping: false,
    };
  },
};
