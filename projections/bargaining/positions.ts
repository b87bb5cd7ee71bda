import type { BargainingEvent } from '../../domain/bargaining-case/events.ts';
import { register } from '../projection.ts';

/** Where a side stood on an item of the agenda in a session; both sides' rows of one item are compared. */
export type PositionRow = {
  /** `<case>/<session>/<side>/<item>` */
  readonly id: string;
  readonly case_id: string;
  readonly session: string;
  readonly side: string;
  readonly item: string;
  readonly topic: string;
  readonly position: string;
  readonly value: number | null;
  readonly unit: string | null;
};

type Tabled = Extract<BargainingEvent, { type: 'PositionTabled' }>['data'];

const said = ({ topic, position, value, unit }: Tabled) => ({
  topic,
  position,
  value: value ?? null,
  unit: unit ?? null,
});

export const positions = register<PositionRow, BargainingEvent>({
  table: 'positions',
  version: 1,
  columns: {
    id: 'TEXT NOT NULL',
    case_id: 'TEXT NOT NULL',
    session: 'TEXT NOT NULL',
    side: 'TEXT NOT NULL',
    item: 'TEXT NOT NULL',
    topic: 'TEXT NOT NULL',
    position: 'TEXT NOT NULL',
    value: 'INTEGER',
    unit: 'TEXT',
  },
  indexes: ['case_id, item'],
  categories: ['bargainingCase'],
  keys: ({ subject, data }) =>
    'item' in data ? [`${subject}/${data.session}/${data.side}/${data.item}`] : [],
  create: {
    PositionTabled: ({ subject, data }, id) => ({
      id,
      case_id: subject,
      session: data.session,
      side: data.side,
      item: data.item,
      ...said(data),
    }),
  },
  change: {
    PositionTabled: (row, { data }) => ({ ...row, ...said(data) }),
    PositionCorrected: (row, { data }) => ({ ...row, ...said(data) }),
  },
});
