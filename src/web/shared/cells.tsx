import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { Cell } from '../api/types.ts';
import { isCategory, things, type Category } from '../api/things.ts';
import { daysBetween, today, useFormat } from '../words/format.ts';
import { useClocks } from '../shell/clocks.ts';
import { useTerms } from '../words/terms.ts';
import { DivisionNames } from './divisions.tsx';
import { PersonName } from './names.tsx';
import { SubjectLink } from './subject-link.tsx';

/** Fen as yuan. */
export const Money = ({ fen }: { readonly fen: number | null }) => {
  const format = useFormat();
  return fen === null ? '–' : <span className="number">{format.money(fen)}</span>;
};

/** A day as people write it, its weekday on hover. */
export const Day = ({ day }: { readonly day: string | null }) => {
  const format = useFormat();
  if (day === null) return '–';
  return (
    <time dateTime={day} title={format.weekday(day)}>
      {format.day(day)}
    </time>
  );
};

/** A moment as people write it. */
export const Instant = ({ at }: { readonly at: string }) => {
  const format = useFormat();
  return <time dateTime={at}>{format.instant(at)}</time>;
};

/** How far a due day is from today, or from the day that is looked at: in 3 days, 2 days ago (red). */
export const DaysLeft = ({ due }: { readonly due: string }) => {
  const format = useFormat();
  const { on = today() } = useClocks();
  const left = daysBetween(on, due);
  return <span className={left < 0 ? 'bad' : 'soft'}>{format.inDays(left)}</span>;
};

const COLORS: Readonly<Record<string, string>> = {
  overdue: 'red',
  defaulted: 'red',
  'not-done': 'red',
  rejected: 'red',
  objected: 'orange',
  deadlocked: 'orange',
  suspended: 'orange',
  late: 'orange',
  provisional: 'gold',
  'in-force': 'green',
  signed: 'green',
  settled: 'green',
  done: 'green',
  met: 'green',
  performed: 'green',
  fulfilled: 'green',
  timely: 'green',
  approved: 'green',
};

/** The phase of a thing. */
export const Phase = ({
  category,
  phase,
}: {
  readonly category: Category;
  readonly phase: string;
}) => {
  const terms = useTerms();
  return <Tag color={COLORS[phase] ?? 'blue'}>{terms.phase(category, phase)}</Tag>;
};

type CodedProps = { readonly field: string; readonly value: string; readonly list?: string };

/** A coded value of a field by its name. */
export const Coded = ({ field, value, list = '' }: CodedProps) => {
  const terms = useTerms();
  const text = terms.value(field, value, list);
  const color = COLORS[value];
  return color === undefined ? text : <Tag color={color}>{text}</Tag>;
};

/** A coded value as a tag, whether it has a colour of its own or not. */
export const CodedTag = ({ field, value, list = '' }: CodedProps) => (
  <Tag color={COLORS[value] ?? 'default'}>{useTerms().value(field, value, list)}</Tag>
);

const CLOCKS = new Set(['next_clock', 'rule']);
const SUBJECTS: Readonly<Record<string, Category>> = {
  enterprise: 'enterprise',
  employer: 'enterprise',
  successor: 'enterprise',
  split_from: 'enterprise',
  passed_from: 'enterprise',
  opened_with: 'enterprise',
  contract: 'contract',
  predecessor: 'contract',
  superseded_by: 'contract',
  renews_for: 'enterprise',
  case_id: 'bargainingCase',
  dispute: 'dispute',
  meeting: 'consultation',
  previous: 'consultation',
};
const PEOPLE = new Set([
  'person',
  'recorder',
  'mediator',
  'chair',
  'delegate',
  'claimant',
  'replaced_by',
]);

type Terms = ReturnType<typeof useTerms>;
type Format = ReturnType<typeof useFormat>;

const numberCell = (name: string, value: number, format: Format): ReactNode => {
  if (/_fen$|^fen$|_fen_per_month$|^fen_per_month$/.test(name)) return <Money fen={value} />;
  if (name === 'basis_points') return format.basisPoints(value);
  // Kept in thousandths of a basis point.
  if (name.startsWith('increase_')) return format.basisPoints(value / 1000);
  if (name === 'size_year') return String(value);
  return <span className="number">{format.number(value)}</span>;
};

const textCell = (
  list: string,
  name: string,
  value: string,
  { terms, format }: { readonly terms: Terms; readonly format: Format },
): ReactNode => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return <Day day={value} />;
  if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return <Instant at={value} />;
  if (CLOCKS.has(name)) return terms.clock(value);
  if (name === 'profile') return terms.law(value);
  if (name === 'category') return isCategory(value) ? terms.one(things[value].noun) : value;
  const category = SUBJECTS[name];
  if (category) return <SubjectLink category={category} id={value} />;
  if (PEOPLE.has(name)) return <PersonName id={value} />;
  if (name === 'division' || name === 'divisions') return <DivisionNames codes={value} />;
  if (terms.hasValue(name, value, list)) return <Coded field={name} value={value} list={list} />;
  const parts = value.split(' ');
  if (parts.length > 1 && parts.every((part) => terms.hasValue(name, part, list)))
    return format.list(parts.map((part) => terms.value(name, part, list)));
  return value;
};

/** Whatever a column holds, as people read it: days, money, codes by their names, ids as links. */
export const CellView = ({
  name,
  value,
  list = '',
}: {
  readonly name: string;
  readonly value: Cell;
  /** The list whose column it is. */
  readonly list?: string;
}) => {
  const terms = useTerms();
  const format = useFormat();
  if (value === null || value === '') return <span className="soft">–</span>;
  return typeof value === 'number'
    ? numberCell(name, value, format)
    : textCell(list, name, value, { terms, format });
};
