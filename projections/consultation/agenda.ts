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
  /** The fact that brought it to its stage. */
  readonly stage_fact: string;
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
type Said = { readonly on: string; readonly because?: string; readonly to?: string };
type Fact = { readonly id: string; readonly data: Said };
type Correction = { readonly data: Said & { readonly corrects: string } };

const at = (row: AgendaRow, { on, because, to: remitted }: Said) => ({
  stage_on: on,
  because: because ?? row.because,
  remitted_to: remitted ?? row.remitted_to,
});

const to =
  (stage: Stage) =>
  (row: AgendaRow, { id, data }: Fact): AgendaRow => ({
    ...row,
    ...at(row, data),
    stage,
    stage_fact: id,
    tabled_on: stage === 'tabled' ? data.on : row.tabled_on,
  });

/** Where it stands is said anew only by the fact that brought it there. */
const anew = (row: AgendaRow, { data }: Correction): AgendaRow =>
  data.corrects === row.stage_fact ? { ...row, ...at(row, data) } : row;

type Proposal = Extract<ConsultationEvent, { type: 'ItemProposed' }>['data'];
const proposed = (data: Proposal) => ({
  title: data.title,
  subject: data.subject,
  proposed_by: data.by,
  by_party: partyOf(data.by),
  proposed_on: data.on,
});

/** What was on the agenda, who put it there and what became of it. */
export const agenda = register<AgendaRow, ConsultationEvent>({
  table: 'agenda',
  version: 2,
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
    stage_fact: 'TEXT NOT NULL',
  },
  keeps: ['stage_fact'],
  indexes: ['meeting', 'stage', 'subject'],
  categories: ['consultation'],
  keys: ({ subject, data }) => ('item' in data ? [`${subject}/${data.item}`] : []),
  create: {
    ItemProposed: ({ id: fact, subject: meeting, data }, id) => ({
      id,
      meeting,
      item: data.item,
      ...proposed(data),
      stage: 'proposed',
      stage_on: data.on,
      tabled_on: null,
      because: null,
      remitted_to: null,
      stage_fact: fact,
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
    ItemProposalCorrected: (row, fact) => anew({ ...row, ...proposed(fact.data) }, fact),
    ScreeningCorrected: anew,
    ApprovalCorrected: anew,
    ResearchCorrected: anew,
    TablingCorrected: (row, fact) => anew({ ...row, tabled_on: fact.data.on }, fact),
    DroppingCorrected: anew,
    DiscussionCorrected: anew,
    ResolutionCorrected: anew,
    DeferralCorrected: anew,
    RemittalCorrected: anew,
  },
});
