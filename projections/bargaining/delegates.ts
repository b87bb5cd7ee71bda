import type { BargainingEvent } from '../../domain/bargaining-case/events.ts';
import type { Projection, Seen } from '../projection.ts';

/** Who sits or sat at the table, as a person's id and nothing more about a person. */
export type DelegateRow = {
  /** `<case>/<side>/<person>` */
  readonly id: string;
  readonly case_id: string;
  readonly side: string;
  readonly person: string;
  readonly standing: string;
  readonly from_on: string;
  readonly to_on: string | null;
  readonly left_because: string | null;
  readonly replaced_by: string | null;
  readonly deputy_until: string | null;
  readonly status: 'sitting' | 'left' | 'dropped';
};

type Of<T> = Extract<BargainingEvent, { type: T }>['data'];
type Says = Partial<DelegateRow>;

const seat = (standing: string, from: string): Says => ({
  standing,
  from_on: from,
  to_on: null,
  left_because: null,
  replaced_by: null,
  status: 'sitting',
});

const named = ({ delegates, on }: Of<'DelegatesNamed'>, who: string): Says => {
  const delegate = delegates.find(({ person }) => person === who);
  return delegate ? seat(delegate.standing, on) : { to_on: on, status: 'dropped' };
};

const left = ({ on, because }: Of<'DelegateLeft'>): Says => ({
  to_on: on,
  left_because: because,
  status: 'left',
});

const replaced = ({ leaves, delegate, on }: Of<'DelegateReplaced'>, who: string): Says =>
  who === leaves ? { replaced_by: delegate.person } : seat(delegate.standing, on);

const says: { readonly [T in BargainingEvent['type']]?: (data: Of<T>, who: string) => Says } = {
  DelegatesNamed: named,
  NamingCorrected: named,
  DelegateLeft: left,
  LeavingCorrected: left,
  DelegateReplaced: replaced,
  ReplacementCorrected: replaced,
  ChiefAppointed: () => ({ standing: 'chief' }),
  DeputyAuthorised: ({ until }) => ({ deputy_until: until }),
  DeputyCorrected: ({ until }) => ({ deputy_until: until }),
};

const persons = ({ type, data }: Seen<BargainingEvent>): readonly string[] => {
  if (type === 'DelegatesNamed' || type === 'NamingCorrected')
    return [...data.delegates.map(({ person }) => person), ...(data.drops ?? [])];
  if (type === 'DelegateReplaced' || type === 'ReplacementCorrected')
    return [data.leaves, data.delegate.person];
  return 'person' in data && type in says ? [data.person] : [];
};

const nobody = { standing: '', from_on: '', to_on: null, left_because: null } as const;

export const delegates: Projection<DelegateRow, BargainingEvent> = {
  table: 'delegates',
  version: 1,
  columns: {
    id: 'TEXT NOT NULL',
    case_id: 'TEXT NOT NULL',
    side: 'TEXT NOT NULL',
    person: 'TEXT NOT NULL',
    standing: 'TEXT NOT NULL',
    from_on: 'TEXT NOT NULL',
    to_on: 'TEXT',
    left_because: 'TEXT',
    replaced_by: 'TEXT',
    deputy_until: 'TEXT',
    status: 'TEXT NOT NULL',
  },
  indexes: ['case_id', 'person'],
  categories: ['bargainingCase'],
  keys: (event) =>
    'side' in event.data
      ? persons(event).map((person) => `${event.subject}/${sideOf(event)}/${person}`)
      : [],
  next: (row, event, id) => {
    const person = id.slice(id.lastIndexOf('/') + 1);
    const tell = says[event.type] as ((data: unknown, who: string) => Says) | undefined;
    const said = tell?.(event.data, person) ?? {};
    const before = row ?? {
      id,
      case_id: event.subject,
      side: sideOf(event),
      person,
      ...nobody,
      replaced_by: null,
      deputy_until: null,
      status: 'sitting' as const,
    };
    return { ...before, ...said };
  },
};

const sideOf = ({ data }: Seen<BargainingEvent>): string => ('side' in data ? data.side : '');
