import type { BargainingEvent } from '../../domain/bargaining-case/events.ts';
import { register, type Seen } from '../projection.ts';

/** One row an offer: the figure `reply-on-time` counts these by their due day. */
export type OfferRow = {
  /** `<case>/<offer>` */
  readonly id: string;
  readonly case_id: string;
  readonly offer: string;
  readonly by_side: string;
  readonly topics: string;
  readonly issued_on: string;
  readonly proposed_on: string;
  readonly place: string;
  readonly received_on: string | null;
  /** Null where the law sets no time to reply. */
  readonly due_on: string | null;
  readonly replied_on: string | null;
  readonly answer: 'open' | 'accepted' | 'refused';
  /** 'no-limit' without a clock; 'overdue' is unanswered when the clock had run out, 'late' is answered after it. */
  readonly timeliness: 'pending' | 'no-limit' | 'timely' | 'late' | 'overdue';
};

type Story = Omit<OfferRow, 'timeliness'> & { readonly timeliness: string };

const timely = (row: Story, lapsed = row.timeliness === 'overdue'): OfferRow => {
  const { received_on, due_on, replied_on } = row;
  const is = (timeliness: OfferRow['timeliness']): OfferRow => ({ ...row, timeliness });
  if (received_on !== null && due_on === null) return is('no-limit');
  if (replied_on === null) return is(lapsed ? 'overdue' : 'pending');
  return is(replied_on <= (due_on ?? replied_on) ? 'timely' : 'late');
};

const keyOf = ({ subject }: Seen, offer: string): string => `${subject}/${offer}`;

const replied =
  (answer: 'accepted' | 'refused') =>
  (row: OfferRow, { data: { on } }: { readonly data: { readonly on: string } }): OfferRow =>
    timely({ ...row, answer, replied_on: on });

const received = (
  row: OfferRow,
  { data: { on, reply } }: { readonly data: { readonly on: string; readonly reply?: unknown } },
): OfferRow =>
  timely({ ...row, received_on: on, due_on: (reply as { due: string } | undefined)?.due ?? null });

const isReply = (clock: string): boolean => clock.startsWith('reply:');

export const offers = register<OfferRow, BargainingEvent>({
  table: 'offers',
  version: 1,
  columns: {
    id: 'TEXT NOT NULL',
    case_id: 'TEXT NOT NULL',
    offer: 'TEXT NOT NULL',
    by_side: 'TEXT NOT NULL',
    topics: 'TEXT NOT NULL',
    issued_on: 'TEXT NOT NULL',
    proposed_on: 'TEXT NOT NULL',
    place: 'TEXT NOT NULL',
    received_on: 'TEXT',
    due_on: 'TEXT',
    replied_on: 'TEXT',
    answer: 'TEXT NOT NULL',
    timeliness: 'TEXT NOT NULL',
  },
  indexes: ['case_id', 'due_on'],
  categories: ['bargainingCase'],
  keys: (event) => {
    const { data } = event;
    if ('offer' in data) return [keyOf(event, data.offer)];
    if ('clock' in data && isReply(data.clock))
      return [keyOf(event, data.clock.slice('reply:'.length))];
    return [];
  },
  create: {
    OfferIssued: ({ subject, data }, id) => ({
      id,
      case_id: subject,
      offer: data.offer,
      by_side: data.by,
      topics: data.topics.join(' '),
      issued_on: data.on,
      proposed_on: data.proposedOn,
      place: data.place,
      received_on: null,
      due_on: null,
      replied_on: null,
      answer: 'open',
      timeliness: 'pending',
    }),
  },
  change: {
    OfferCorrected: (row, { data }) => ({
      ...row,
      by_side: data.by,
      topics: data.topics.join(' '),
      issued_on: data.on,
      proposed_on: data.proposedOn,
      place: data.place,
    }),
    OfferReceived: received,
    ReceiptCorrected: received,
    OfferAccepted: replied('accepted'),
    AcceptanceCorrected: replied('accepted'),
    OfferRefused: replied('refused'),
    RefusalCorrected: replied('refused'),
    ReplyFellOverdue: (row) => timely(row, true),
    OverdueTakenBack: (row) => timely(row, false),
    DeadlineRecomputed: (row, { data }) => timely({ ...row, due_on: data.deadline.due }),
  },
});
