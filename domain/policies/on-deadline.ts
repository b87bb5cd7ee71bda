import type { BargainingCommand } from '../bargaining-case/commands.ts';
import type { ContractCommand } from '../collective-contract/commands.ts';
import type { ConsultationCommand } from '../consultation/commands.ts';
import type { DisputeCommand } from '../dispute-case/commands.ts';
import type { Category } from '../shared/policy.ts';

/** A deadline as the clock finds it: whose it is, by which rule, and what it is about within that thing (an offer), or ''. */
export type Passed = {
  readonly category: Category;
  readonly rule: string;
  readonly about: string;
};

/** `passed`: ordered from the day after the last day. `arrived`: ordered on the day itself. */
export type ClockOrder = {
  readonly when: 'passed' | 'arrived';
  readonly command: ContractCommand | BargainingCommand | ConsultationCommand | DisputeCommand;
};

type Orders = Readonly<Record<string, (about: string) => ClockOrder>>;

const contract: Orders = {
  filing: () => ({ when: 'passed', command: { type: 'RecordFilingOverdue', data: {} } }),
  review: () => ({ when: 'passed', command: { type: 'RecordSilence', data: {} } }),
  publication: () => ({
    when: 'passed',
    command: { type: 'RecordPublicationOverdue', data: {} },
  }),
  'renewal-opens': () => ({ when: 'arrived', command: { type: 'OpenRenewalWindow', data: {} } }),
  'term-end': () => ({ when: 'passed', command: { type: 'RecordExpiry', data: {} } }),
};

const bargainingCase: Orders = {
  reply: (offer) => ({
    when: 'passed',
    command: { type: 'RecordReplyOverdue', data: { offer } },
  }),
  window: () => ({ when: 'passed', command: { type: 'RecordWindowOver', data: {} } }),
  application: () => ({ when: 'passed', command: { type: 'RecordNoApplication', data: {} } }),
};

const consultation: Orders = {
  'follow-up': (resolution) => ({
    when: 'passed',
    command: { type: 'RecordFollowUpOverdue', data: { resolution } },
  }),
};

const dispute: Orders = {
  'negotiation-reply': () => ({
    when: 'passed',
    command: { type: 'RecordNoNegotiation', data: {} },
  }),
  performance: (about) => {
    const [settlement = '', item = ''] = about.split('/');
    return { when: 'passed', command: { type: 'RecordDefault', data: { settlement, item } } };
  },
  'arbitration-acceptance': () => ({
    when: 'passed',
    command: { type: 'RecordAcceptanceSilence', data: {} },
  }),
  award: () => ({ when: 'passed', command: { type: 'RecordAwardOverdue', data: {} } }),
  suit: (service) => ({
    when: 'passed',
    command: { type: 'RecordNoSuit', data: { service } },
  }),
};

const orders: Readonly<Partial<Record<Category, Orders>>> = {
  contract,
  bargainingCase,
  consultation,
  dispute,
};

/** The rules with an order, as `<category>/<rule>`: the others wait for people. */
export const rungRules: readonly string[] = Object.entries(orders).flatMap(([category, rules]) =>
  Object.keys(rules).map((rule) => `${category}/${rule}`),
);

/**
 * What the clock orders when a deadline comes, found in the deadlines table: a stored clock, or a
 * derived day (`renewal-opens`, `term-end`). Undefined for deadlines that only people act on.
 */
export const onDeadline = ({ category, rule, about }: Passed): ClockOrder | undefined =>
  orders[category]?.[rule]?.(about);
