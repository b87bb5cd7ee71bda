import { accounts } from '../accounts/accounts.ts';
import { excluding, PLACE_DIMENSIONS, placeFilters, rate, type Figure } from './figure.ts';

/** 建会率 and 入会率: how many enterprises have a union, and how many of their workers are members. */
export const unionRate: Figure = {
  id: 'union-rate',
  names: { zh: '建会率与入会率', en: 'Union rate and membership' },
  definition: {
    zh: '建会率：某日已建会（本单位工会或联合工会）的在册企业数 ÷ 在册企业数。入会率（membership）：会员数 ÷ 在册企业当日职工数，均取该日或之前最近一次报告；未建会企业的会员数为零。未报告职工数的企业（excluded 的 unknown-headcount）和已建会而从未报告会员数的企业（unknown-members）不计入入会率。',
    en: 'Union rate: enterprises on the register with a union of their own or a federated one on the day ÷ enterprises on the register. Membership: union members ÷ workers of the enterprises on the register, both by the last report of the day or before; where there is no union there are none. Membership leaves out enterprises without a headcount (excluded: unknown-headcount) and those with a union whose members were never counted (unknown-members).',
  },
  definitionVersion: 2,
  unit: { zh: '企业', en: 'enterprises' },
  shape: 'ratio',
  takes: 'on',
  dimensions: [...PLACE_DIMENSIONS, 'unionised'],
  parameters: {},
  excludes: ['unknown-headcount', 'unknown-members'],
  answer: (question) => {
    const filters = placeFilters(question);
    return {
      by: 'books',
      thing: 'enterprise',
      terms: {
        registered: { account: accounts.registered, filters },
        unionised: {
          account: accounts.registered,
          filters: [...filters, { dimension: 'unionised', is: ['own', 'federated'] }],
        },
        uncounted: { account: accounts.membersUnknown, filters },
      },
      weighs: ['count', 'workers', 'unknown', 'members'],
      cell: (sum) => {
        const { count, workers, members, unknown } = sum('registered');
        const numerator = sum('unionised').count;
        const uncounted = sum('uncounted');
        const measured = workers - uncounted.workers;
        return {
          numerator,
          denominator: count,
          rate: rate(numerator, count),
          membership: { numerator: members, denominator: measured, rate: rate(members, measured) },
          excluded: excluding({
            'unknown-headcount': unknown,
            'unknown-members': uncounted.count,
          }),
        };
      },
      sides: {
        numerator: { term: 'unionised', weight: 'count' },
        denominator: { term: 'registered', weight: 'count' },
      },
      exclusions: [
        { reason: 'unknown-headcount', term: 'registered', only: 'unknown' },
        { reason: 'unknown-members', term: 'uncounted' },
      ],
      overlapping: false,
    };
  },
};
