import type { ConsultationEvent } from '../../domain/consultation/events.ts';
import { partyOf } from '../../domain/law/forums.ts';
import { register } from '../projection.ts';

/** One agenda item of a meeting. */
export type AgendaRow = {
  /** `<meeting>/<item>` */
  readonly id: string;
  readonly meeting: string;
  readonly item: string;
  readonly title: string;
  readonly subject: string;
  readonly proposed_by: string;
  readonly by_party: string;
  readonly proposed_on: string;
  readonly stage: string;
  /** The day it came to its stage. */
  readonly stage_on: string;
  readonly tabled_on: string | null;
  readonly because: string | null;
  readonly remitted_to: string | null;
};

type Stage =
  | 'screened'
  | 'approved'
  | 'researched'
  | 'tabled'
  | 'dropped'
  | 'discussed'
  | 'resolved'
  | 'deferred'
  | 'remitted';
type Said = {
  readonly data: { readonly on: string; readonly because?: string; readonly to?: string };
};

const to =
  (stage: Stage) =>
  (row: AgendaRow, { data }: Said): AgendaRow => ({
    ...row,
    stage,
    stage_on: data.on,
    tabled_on: stage === 'tabled' ? data.on : row.tabled_on,
    because: data.because ?? row.because,
    remitted_to: data.to ?? row.remitted_to,
  });

/** What was on the agenda, who put it there and what became of it. */
export const agenda = register<AgendaRow, ConsultationEvent>({
  table: 'agenda',
  version: 1,
  columns: {
    id: 'TEXT NOT NULL',
    meeting: 'TEXT NOT NULL',
    item: 'TEXT NOT NULL',
    title: 'TEXT NOT NULL',
    subject: 'TEXT NOT NULL',
    proposed_by: 'TEXT NOT NULL',
    by_party: 'TEXT NOT NULL',
    proposed_on: 'TEXT NOT NULL',
    stage: 'TEXT NOT NULL',
    stage_on: 'TEXT NOT NULL',
    tabled_on: 'TEXT',
    because: 'TEXT',
    remitted_to: 'TEXT',
  },
  indexes: ['meeting', 'stage', 'subject'],
  categories: ['consultation'],
  keys: ({ subject, data }) => ('item' in data ? [`${subject}/${data.item}`] : []),
  create: {
    ItemProposed: ({ subject: meeting, data }, id) => ({
      id,
      meeting,
      item: data.item,
      title: data.title,
      subject: data.subject,
      proposed_by: data.by,
      by_party: partyOf(data.by),
      proposed_on: data.on,
      stage: 'proposed',
      stage_on: data.on,
      tabled_on: null,
      because: null,
      remitted_to: null,
    }),
  },
  change: {
    ItemScreened: to('screened'),
    ItemApproved: to('approved'),
    ItemResearched: to('researched'),
    ItemTabled: to('tabled'),
    ItemDropped: to('dropped'),
    ItemDiscussed: to('discussed'),
    ItemResolved: to('resolved'),
    ItemDeferred: to('deferred'),
    ItemRemitted: to('remitted'),
  },
});
