import { forumLaw, type Stage } from '../law/forums.ts';
import { ensure } from './rules.ts';
import {
  ensureSeated,
  inOrder,
  itemOf,
  noted,
  wasSaid,
  type After,
  type Item,
  type ItemStage,
  type Phase,
  type State,
  type Steps,
} from './state.ts';

type Recorded = { readonly id: string };
type Act = { readonly item: string; readonly on: string };

const before: Phase[] = ['convened', 'open'];
const outcomes: readonly ItemStage[] = ['dropped', 'resolved', 'deferred', 'remitted'];

/** The item comes to this stage from the one before it in its forum. */
const ensureStage = (state: State, { item, on }: Act, stage: Stage): void => {
  const { stages, article } = forumLaw(state.forum);
  const found = itemOf(state, item);
  const at = stages.indexOf(stage);
  ensure(at > 0 && found.stage === stages[at - 1], 'stage-by-stage', article);
  inOrder(found.on, on);
};

/** The state with an item at a stage since a day; `said` is kept so that a repetition records nothing. */
export const moved = (state: State, said: Act, stage: ItemStage, { id }: Recorded): State => {
  const { item, on } = said;
  const unknown: Item = { by: 'union', subject: 'other', stage, on, days: [] };
  const before = state.items[item] ?? unknown;
  const now = { ...before, stage, on, days: [...before.days, { id, on }] };
  return noted({ ...state, items: { ...state.items, [item]: now } }, `${stage} ${item}`, said);
};

export const agendaSteps: Steps<
  'ProposeItem' | 'ScreenItem' | 'ApproveItem' | 'RecordResearch' | 'TableItem' | 'DropItem'
> = {
  ProposeItem: {
    already: (data, state) => wasSaid(state, `proposed ${data.item}`, data),
    in: before,
    otherwise: 'not-now',
    record: (data, state) => {
      ensure(!Object.hasOwn(state.items, data.item), 'item-once');
      ensureSeated(state, [data.by]);
      return [{ type: 'ItemProposed', data }];
    },
  },
  ScreenItem: {
    already: (data, state) => wasSaid(state, `screened ${data.item}`, data),
    in: before,
    otherwise: 'not-now',
    record: (data, state) => {
      ensureStage(state, data, 'screened');
      return [{ type: 'ItemScreened', data }];
    },
  },
  ApproveItem: {
    already: (data, state) => wasSaid(state, `approved ${data.item}`, data),
    in: before,
    otherwise: 'not-now',
    record: (data, state) => {
      ensureStage(state, data, 'approved');
      return [{ type: 'ItemApproved', data }];
    },
  },
  RecordResearch: {
    already: (data, state) => wasSaid(state, `researched ${data.item}`, data),
    in: before,
    otherwise: 'not-now',
    record: (data, state) => {
      ensureStage(state, data, 'researched');
      return [{ type: 'ItemResearched', data }];
    },
  },
  TableItem: {
    already: (data, state) => wasSaid(state, `tabled ${data.item}`, data),
    in: before,
    otherwise: 'not-now',
    record: (data, state) => {
      ensureStage(state, data, 'tabled');
      return [{ type: 'ItemTabled', data }];
    },
  },
  DropItem: {
    already: (data, state) => wasSaid(state, `dropped ${data.item}`, data),
    in: before,
    otherwise: 'not-now',
    record: (data, state) => {
      const { stage, on } = itemOf(state, data.item);
      ensure(!outcomes.includes(stage), 'dropped-before-outcome');
      inOrder(on, data.on);
      return [{ type: 'ItemDropped', data }];
    },
  },
};

export const afterAgenda: After<
  'ItemProposed' | 'ItemScreened' | 'ItemApproved' | 'ItemResearched' | 'ItemTabled' | 'ItemDropped'
> = {
  ItemProposed: (state, data, { id }) => {
    const { item, by, subject, on } = data;
    const proposed = { by, subject, stage: 'proposed', on, days: [{ id, on }] } as const;
    const items = { ...state.items, [item]: proposed };
    return noted({ ...state, items }, `proposed ${item}`, data);
  },
  ItemScreened: (state, data, fact) => moved(state, data, 'screened', fact),
  ItemApproved: (state, data, fact) => moved(state, data, 'approved', fact),
  ItemResearched: (state, data, fact) => moved(state, data, 'researched', fact),
  ItemTabled: (state, data, fact) => moved(state, data, 'tabled', fact),
  ItemDropped: (state, data, fact) => moved(state, data, 'dropped', fact),
};
