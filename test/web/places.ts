import type { Browsing } from './browser.ts';

/** A page or a part of one: what it is called, and its address. */
export type Place = { readonly name: string; readonly address: string };

type Row = { readonly id: string } & Readonly<Record<string, unknown>>;

/** The facts of a thing look the same everywhere: those of a case stand for all. */
const PARTS = {
  bargaining: ['overview', 'table', 'sessions', 'drafts', 'facts'],
  contracts: ['overview', 'covers', 'clauses', 'fulfilment', 'chain'],
  disputes: ['claims', 'levels', 'sessions', 'settlement', 'awards', 'links'],
  consultation: ['agenda', 'report', 'resolutions', 'presence'],
  enterprises: ['lifeline', 'overview', 'terms', 'all'],
} as const;

const partsOf = (noun: keyof typeof PARTS, called: string, id: string): Place[] =>
  PARTS[noun].map((part, at) => ({
    name: `${called}-${part}`,
    address: `/${noun}/${encodeURIComponent(id)}${at === 0 ? '' : `?tab=${part}`}`,
  }));

const YEAR = 'from=2025-01-01&to=2025-12-31';

/** Each way to look at a figure, on figures of every shape. */
const FIGURES: readonly Place[] = [
  { name: 'figure', address: '/analysis/contract-rate?groupBy=region:county' },
  {
    name: 'figure-cross',
    address: '/analysis/contract-rate?show=cross&groupBy=region:county&across=industry',
  },
  { name: 'figure-series', address: '/analysis/contract-rate?show=series&step=quarter' },
  {
    name: 'figure-compare',
    address: '/analysis/contract-rate?show=compare&before=2024-12-31&after=2025-12-31',
  },
  { name: 'figure-members', address: '/analysis/contract-rate?show=members&region=320623' },
  { name: 'figure-mean', address: `/analysis/wage-increase?${YEAR}&groupBy=industry` },
  { name: 'figure-duration', address: `/analysis/days-to-resolution?${YEAR}&groupBy=cause` },
  { name: 'figure-pipeline', address: '/analysis/bargaining-pipeline?groupBy=contractKind' },
  { name: 'figure-ledger', address: `/analysis/dispute-ledger?${YEAR}&groupBy=region:county` },
];

/** The pages that are there without any thing, but for those that the navigation leads to. */
const OTHERS: readonly Place[] = [
  { name: 'bargaining-list', address: '/bargaining?view=table' },
  { name: 'disputes-board', address: '/disputes?view=board' },
  { name: 'disputes-payments', address: '/disputes?view=payments' },
  { name: 'forums', address: '/consultation?view=forums' },
  { name: 'follow-up', address: '/consultation?view=followUp' },
  { name: 'law-compare', address: '/law?compare=shandong-wage-2017&compare=zhejiang-2011' },
  { name: 'law-reckon', address: '/law?show=reckon&from=2026-09-28' },
  { name: 'health-orders', address: '/health?settled=yes' },
  { name: 'deadlines-open', address: '/deadlines?status=overdue&status=running&status=suspended' },
  { name: 'known-at', address: '/contracts?on=2025-06-30&knownAt=2025-07-01' },
  { name: 'search-found', address: '/search?q=2026' },
  { name: 'people', address: '/people' },
];

/** The pages that the navigation leads to. */
export const PAGES: readonly Place[] = [
  { name: 'today', address: '/' },
  ...['bargaining', 'disputes', 'consultation', 'analysis', 'enterprises'].map((name) => ({
    name,
    address: `/${name}`,
  })),
  ...['contracts', 'deadlines', 'import', 'law', 'health'].map((name) => ({
    name,
    address: `/${name}`,
  })),
];

/** The demo city’s things that have most to show, each with its parts, and every other page. */
export const places = async (on: Pick<Browsing, 'get'>): Promise<readonly Place[]> => {
  const one = async (query: string): Promise<Row> => {
    const { items } = await on.get<{ readonly items: readonly Row[] }>(`/${query}&limit=1`);
    if (!items[0]) throw new Error(`The demo city has no ${query}.`);
    return items[0];
  };
  const talks = await one('bargaining-cases?kind=wage&phase=signed&sort=-signed_on');
  const open = await one('bargaining-cases?phase=offered&phase=bargaining&phase=drafted');
  const contract = await one('contracts?kind=wage&phase=in-force&sort=-signed_on');
  const settled = await one('disputes?phase=settled&collective=collective&sort=-received_on');
  const decided = await one('disputes?phase=decided&sort=-received_on');
  const meeting = await one('consultations?phase=issued&sort=-meets_on');
  return [
    ...partsOf('bargaining', 'case', talks.id),
    { name: 'case-open', address: `/bargaining/${open.id}` },
    ...partsOf('contracts', 'contract', contract.id),
    ...partsOf('disputes', 'dispute', settled.id),
    { name: 'dispute-decided', address: `/disputes/${decided.id}?tab=awards` },
    ...partsOf('consultation', 'meeting', meeting.id),
    ...partsOf('enterprises', 'enterprise', String(talks['enterprise'])),
    ...FIGURES,
    ...OTHERS,
  ];
};
