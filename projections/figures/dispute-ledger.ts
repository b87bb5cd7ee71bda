import type { DisputeEvent } from '../../domain/dispute-case/events.ts';
import { accounts } from '../accounts/accounts.ts';
import { DISPUTE_DIMENSIONS } from './disputes.ts';
import { asAsked, placeFilters, type Figure, type Term } from './figure.ts';

const LINES = {
  closing: { account: accounts.disputeOpen, stock: 'closing' },
  opening: { account: accounts.disputeOpen, stock: 'opening' },
  received: { account: accounts.disputeReceived },
  reopened: { account: accounts.disputeReopened },
  transferredIn: { account: accounts.disputeTransferredIn },
  transferredOut: { account: accounts.disputeTransferredOut },
  concluded: { account: accounts.disputeConcluded },
} as const satisfies Readonly<Record<string, Omit<Term, 'filters'>>>;
const names = Object.keys(LINES);

type Outcome = Extract<DisputeEvent, { type: 'DisputeConcluded' }>['data']['outcome'];
const outcomes = [
  'settled',
  'failed',
  'withdrawn',
  'refused',
  'referred',
  'unknown',
] as const satisfies readonly Outcome[];
const byOutcome = (outcome: string): string => `concluded: ${outcome}`;

/** What came, what went, and what is in hand. */
export const disputeLedger: Figure = {
  id: 'dispute-ledger',
  names: { zh: '争议收结存台账', en: 'Dispute ledger' },
  definition: {
    zh: '期初在办 + 收到 + 重新受理 + 转入 − 转出 − 结案 = 期末在办，任何期间、地区、案由、层级、调解组织皆平衡。争议自收到之日起在办，自转出或结案之日起不在办；地区、案由和是否集体争议以收到时为准，层级和调解组织随争议所在的组织。重新受理后再次结案的，每次各计一次。outcomes 按结果列出结案件数，其和等于结案。line 指明成员名单列哪一项，默认 closing。',
    en: 'Opening + received + reopened + transferred in − transferred out − concluded = closing, for every period, region, cause, level and body. A dispute is in hand from the day of its receipt, and no more from the day on which it is transferred or concluded; region, cause and collective are those of the receipt, level and body go with the body it stands with. One that is concluded again after it was reopened counts each time. `outcomes` says how the concluded ended, and sums to them. `line` says which line the members are of, closing by default.',
  },
  definitionVersion: 1,
  unit: { zh: '件争议', en: 'disputes' },
  shape: 'ledger',
  takes: 'from-to',
  dimensions: DISPUTE_DIMENSIONS,
  parameters: { line: names },
  excludes: [],
  answer: (question) => {
    const filters = [
      ...placeFilters(question),
      ...(['cause', 'collective', 'level', 'body'] as const).flatMap((dimension) =>
        asAsked(question, dimension),
      ),
    ];
    const concluded = (outcome: string): Term => ({
      account: accounts.disputeConcluded,
      filters: [...filters, { dimension: 'outcome', is: [outcome] }],
    });
    const terms = Object.fromEntries<Term>([
      ...Object.entries(LINES).map(([name, term]) => [name, { ...term, filters }] as const),
      ...outcomes.map((outcome) => [byOutcome(outcome), concluded(outcome)] as const),
    ]);
    return {
      by: 'books',
      thing: 'dispute',
      terms,
      weighs: ['count'],
      cell: (sum) => ({
        opening: sum('opening').count,
        received: sum('received').count,
        reopened: sum('reopened').count,
        transferredIn: sum('transferredIn').count,
        transferredOut: sum('transferredOut').count,
        concluded: sum('concluded').count,
        closing: sum('closing').count,
        outcomes: Object.fromEntries(
          outcomes.map((outcome) => [outcome, sum(byOutcome(outcome)).count]),
        ),
        excluded: {},
      }),
      sides: { numerator: { term: question.parameters['line'] ?? 'closing', weight: 'count' } },
      exclusions: [],
      overlapping: false,
    };
  },
};
