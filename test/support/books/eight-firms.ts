import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import type { EnterpriseEvent } from '../../../domain/enterprise/events.ts';
import type { Told } from './bookkeeping.ts';

/** The day all numbers of the fixture are for. */
export const DAY = '2026-06-30';

type Enterprise = Told<EnterpriseEvent>;
type Contract = Told<ContractEvent>;

const about =
  (subject: string) =>
  (event: EnterpriseEvent): Enterprise => ({ ...event, category: 'enterprise', subject });
export const of =
  (subject: string) =>
  (event: ContractEvent): Contract => ({ ...event, category: 'contract', subject });

type Firm = readonly [id: string, workers: number, women: number, union: 'own' | 'federated' | ''];

const firms: readonly Firm[] = [
  ['E1', 500, 200, 'own'],
  ['E2', 120, 50, 'own'],
  ['E3', 80, 30, 'federated'],
  ['E4', 40, 10, ''],
  ['E5', 1000, 400, 'own'],
  ['E6', 300, 150, 'own'],
  ['E7', 25, 20, 'own'],
  ['E8', 60, 20, ''],
];

const unionOf = (union: Firm[3]): EnterpriseEvent[] => {
  if (union === 'own') return [{ type: 'UnionFounded', data: { on: '2021-01-01' } }];
  return union === 'federated'
    ? [{ type: 'UnionFederated', data: { on: '2021-01-01', federation: '港区联合工会' } }]
    : [];
};

const register = ([id, workers, women, union]: Firm): Enterprise[] =>
  [
    {
      type: 'EnterpriseRegistered' as const,
      data: {
        registeredOn: '2020-01-01',
        name: `企业${id}`,
        // Only E1 to E4 lie in the area of the regional contract R1.
        division: ['E1', 'E5', 'E6', 'E7', 'E8'].includes(id) ? '320612' : '320681',
        industry: 'C17',
        industryScheme: 'gb4754-2017' as const,
      },
    },
    { type: 'HeadcountReported' as const, data: { asOf: '2025-12-31', workers, women } },
    ...unionOf(union),
  ].map(about(id));

type Opening = Extract<ContractEvent, { type: 'ContractSigned' }>['data'];

const signed = (over: Partial<Opening>): ContractEvent => ({
  type: 'ContractSigned',
  data: {
    kind: 'comprehensive',
    level: 'enterprise',
    coverage: 'ALL_IN_SCOPE',
    profile: 'national-2004',
    case: 'case-1',
    signedOn: '2025-01-01',
    termStart: '2025-01-01',
    termEnd: '2027-12-31',
    steps: [],
    clauses: [],
    text: [],
    ...over,
  },
});
export const effective = (on: string, mode: 'explicit' | 'deemed' = 'explicit'): ContractEvent => ({
  type: 'ContractTookEffect',
  data: { on, mode },
});
const acceded = (enterprise: string, from: string): ContractEvent => ({
  type: 'EnterpriseAcceded',
  data: { enterprise, from },
});
const contract = (id: string, ...events: ContractEvent[]): Contract[] => events.map(of(id));

export type Coverage = 'ACCEDED_ONLY' | 'ALL_IN_SCOPE';

const contracts = (coverage: Coverage): Contract[] => [
  ...contract('C1', signed({ enterprise: 'E1' }), effective('2025-01-01')),
  ...contract(
    'W1',
    signed({
      kind: 'wage',
      enterprise: 'E1',
      signedOn: '2026-02-20',
      termStart: '2026-03-01',
      termEnd: '2027-02-28',
    }),
    effective('2026-03-01'),
  ),
  ...contract(
    'R1',
    signed({
      level: 'regional',
      coverage,
      scope: { divisions: ['320681'], industries: [] },
      termStart: '2025-07-01',
      termEnd: '2028-06-30',
    }),
    effective('2025-07-01'),
    acceded('E2', '2025-07-01'),
    acceded('E3', '2025-07-01'),
  ),
  ...contract(
    'I1',
    signed({
      kind: 'wage',
      level: 'industry',
      coverage: 'ACCEDED_ONLY',
      scope: { divisions: ['3206'], industries: ['C17'] },
      termStart: '2026-01-01',
      termEnd: '2026-12-31',
    }),
    effective('2026-01-01'),
    acceded('E2', '2026-01-01'),
  ),
  ...contract(
    'W3',
    signed({ kind: 'wage', enterprise: 'E3', termStart: '2025-04-01', termEnd: '2026-03-31' }),
    effective('2025-04-01'),
  ),
  ...contract(
    'C5',
    signed({
      enterprise: 'E5',
      signedOn: '2026-06-20',
      termStart: '2026-06-20',
      termEnd: '2028-06-19',
    }),
    {
      type: 'ContractFiled',
      data: { receiptNo: '26-5', filedOn: '2026-06-26', receivedOn: '2026-06-26' },
    },
  ),
  ...contract(
    'C6',
    signed({ enterprise: 'E6', signedOn: '2026-05-28', termStart: '2026-06-01' }),
    {
      type: 'ContractFiled',
      data: { receiptNo: '26-6', filedOn: '2026-06-01', receivedOn: '2026-06-01' },
    },
    { type: 'ReviewObjected', data: { on: '2026-06-10', items: ['工时'] } },
  ),
  ...contract(
    'F7',
    signed({ kind: 'women', enterprise: 'E7', termStart: '2025-03-08', termEnd: '2028-03-07' }),
    effective('2025-03-08'),
  ),
  ...contract('C8', signed({ enterprise: 'E8' }), effective('2025-01-01')),
];

const deregistered = about('E8')({ type: 'EnterpriseDeregistered', data: { on: '2026-05-31' } });
const ended = of('C8')({
  type: 'ContractEndedWithEmployer',
  data: { on: '2026-05-31', enterprise: 'E8' },
});

/** Eight firms and nine contracts, R1 covering all in its area or those that acceded. */
export const eightFirms = (coverage: Coverage): Told[] => [
  ...firms.flatMap(register),
  ...contracts(coverage),
  deregistered,
  ended,
];
