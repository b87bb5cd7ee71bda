import { isDay } from '../../../domain/shared/calendar.ts';
import type { Column } from '../profile.ts';
import type { reasons } from './reasons.ts';

/** What a cell says: its value, or the reason why it says nothing. */
export type Read =
  { readonly value: string | number | undefined } | { readonly reason: keyof typeof reasons };

const dayParts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/;

const day = (text: string): Read => {
  const [, year, month, date] = dayParts.exec(text) ?? [];
  const value = `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(date ?? '').padStart(2, '0')}`;
  return isDay(value) ? { value } : { reason: 'not-a-day' };
};

/** The day as it is written, whatever the time of day beside it. */
const moment = (text: string): Read => day(text.replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/, ''));

const count = (text: string): Read => {
  const plain = /^\d{1,3}(,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text;
  const value = Number(plain);
  return /^\d+$/.test(plain) && Number.isSafeInteger(value) ? { value } : { reason: 'not-a-count' };
};

/** A percentage as basis points: '6.5' and '6.5%' are 650. */
const percent = (text: string): Read => {
  const [, sign, whole, part] = /^(-?)(\d{1,5})(?:\.(\d{1,2}))?\s*[%％]?$/.exec(text) ?? [];
  if (whole === undefined) return { reason: 'not-a-percentage' };
  const points = Number(whole) * 100 + Number((part ?? '').padEnd(2, '0'));
  return { value: sign === '-' ? -points : points };
};

const meanings = new WeakMap<Column, ReadonlyMap<string, string>>();

/** 区域性 is 区域: Chinese says an adjective with or without its ending. */
const spelt = (text: string): string => text.toLowerCase().replace(/(?<=.)性$/, '');

/** What each spelling of a choice means, by its folded text. */
const meaningsOf = (column: Column): ReadonlyMap<string, string> => {
  const known = meanings.get(column);
  if (known) return known;
  const made = new Map(
    Object.entries(column.choices ?? {}).flatMap(([code, { zh, en }]) =>
      [code, zh, en].map((spelling) => [spelt(spelling), code] as const),
    ),
  );
  meanings.set(column, made);
  return made;
};

const choice = (text: string, column: Column): Read => {
  const value = meaningsOf(column).get(spelt(text));
  return value === undefined ? { reason: 'not-a-choice' } : { value };
};

const readers: Readonly<Record<Column['cell'], (text: string, column: Column) => Read>> = {
  text: (value) => ({ value }),
  day,
  moment,
  count,
  percent,
  choice,
};

/** Reads one cell as its column says; an empty one is missing, never 0. */
export const readCell = (given: string, column: Column): Read => {
  const text = given.trim();
  if (text !== '') return readers[column.cell](text, column);
  return column.required ? { reason: 'cell-missing' } : { value: undefined };
};
