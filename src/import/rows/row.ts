import type { Sentence } from '../../../domain/shared/rules.ts';
import type { Message } from '../../../domain/shared/message.ts';
import { derivedId } from '../../ids.ts';
import { readCell } from './cells.ts';
import { dataOf, references, valueOf, type Cells, type Expression } from './expression.ts';
import type { Heading } from './heading.ts';
import type { Column, Profile } from '../profile.ts';
import { fault, type Fault } from './reasons.ts';
import type { Said } from './rule-column.ts';

/** One command of a row: to which thing, under which ids. `columns` says where each field came from. */
export type Order = {
  readonly noun: string;
  readonly id: string;
  readonly command: Message;
  readonly commandId: string;
  readonly columns: Readonly<Record<string, string>>;
};

/** What the row refers to, the column that says so, and what it says there. */
export type Need = {
  readonly noun: string;
  readonly id: string;
  readonly column?: string;
  readonly said: Sentence;
};

/** What a row asks for, or every reason why it asks for nothing. */
export type Meaning =
  | {
      readonly orders: readonly Order[];
      readonly needs: readonly Need[];
      readonly flags: readonly string[];
      readonly said: Said;
    }
  | { readonly faults: readonly Fault[] };

const firstCell = (expression: Expression): string | undefined =>
  references(expression).find(({ kind }) => kind === 'cell')?.name;

const readAll = (
  cells: readonly string[],
  { columns }: Profile,
  heading: Heading,
): { readonly cells: Omit<Cells, 'named'>; readonly faults: readonly Fault[] } => {
  const values = new Map<string, string | number>();
  const texts: string[] = [];
  const faults: Fault[] = [];
  for (const column of columns) {
    const place = heading.places.get(column.key);
    const read = readCell(place === undefined ? '' : (cells[place] ?? ''), column);
    if ('reason' in read)
      faults.push(fault(read.reason, column.key, choicesOf(column, read.reason)));
    else if (read.value !== undefined) values.set(column.key, read.value);
    texts.push('value' in read && read.value !== undefined ? String(read.value) : '');
  }
  return { cells: { values, texts }, faults };
};

const choicesOf = (column: Column, reason: string): string | undefined =>
  reason === 'not-a-choice'
    ? Object.entries(column.choices ?? {})
        .map(([code, { zh }]) => `${code} ${zh}`)
        .join(', ')
    : undefined;

const named = (profile: Profile, read: Omit<Cells, 'named'>): Cells => {
  const values = new Map<string, unknown>();
  const cells = { ...read, named: values };
  for (const [name, expression] of Object.entries(profile.values)) {
    values.set(name, valueOf(expression, cells));
  }
  return cells;
};

const columnsOf = (step: Profile['commands'][number]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(step.data).flatMap(([field, expression]) => {
      const column = firstCell(expression);
      return column === undefined ? [] : [[field, column]];
    }),
  );

type NeedOf = Profile['needs'][number];

/** Where the column that says it is empty: the one that says it otherwise, and what to look at. */
const saidOtherwise = ({ column, otherwise }: NeedOf, { values }: Cells): NeedOf['otherwise'] =>
  column === undefined || values.has(column) ? undefined : otherwise;

/** An id that was made of a name says nothing to people: they are told what the file said. */
const toldNeed = (need: NeedOf, id: string, cells: Cells): Pick<Need, 'column' | 'said'> => {
  const { column, hint } = saidOtherwise(need, cells) ?? { column: need.column };
  const text = String((column === undefined ? undefined : cells.values.get(column)) ?? id);
  const said = hint
    ? { zh: `${text}：${hint.zh}`, en: `${text}: ${hint.en}` }
    : { zh: text, en: text };
  return { ...(column !== undefined && { column }), said };
};

/** Where each field of each command comes from; the same for every row. */
export type Origins = readonly Readonly<Record<string, string>>[];
export const originsOf = (profile: Profile): Origins => profile.commands.map(columnsOf);

/** The reader of a file's rows under a profile: pure. */
export const rowReader = (profile: Profile, heading: Heading) => {
  const origins = originsOf(profile);

  const ordersOf = (cells: Cells): Order[] | Fault[] => {
    const orders: Order[] = [];
    for (const [index, { thing, id, type, data, when }] of profile.commands.entries()) {
      if (when && valueOf(when, cells) === undefined) continue;
      const whose = valueOf(id, cells);
      if (typeof whose !== 'string') return [fault('no-id', firstCell(id))];
      orders.push({
        noun: thing,
        id: whose,
        command: { type, data: dataOf(data, cells) },
        commandId: derivedId(profile.id, ...cells.texts, index),
        columns: origins[index] ?? {},
      });
    }
    return orders;
  };

  const needsOf = (cells: Cells): Need[] =>
    profile.needs.flatMap((need) => {
      const { thing, id } = need;
      const whose = valueOf(id, cells);
      return typeof whose === 'string'
        ? [{ noun: thing, id: whose, ...toldNeed(need, whose, cells) }]
        : [];
    });

  return (given: readonly string[]): Meaning => {
    const read = readAll(given, profile, heading);
    if (read.faults.length > 0) return { faults: read.faults };
    const cells = named(profile, read.cells);
    const orders = ordersOf(cells);
    if (!isOrders(orders)) return { faults: orders };
    const flags = Object.entries(profile.flags)
      .filter(([, { when }]) => valueOf(when, cells) !== undefined)
      .map(([name]) => name);
    return { orders, needs: needsOf(cells), flags, said: read.cells.values };
  };
};

const isOrders = (list: readonly Order[] | readonly Fault[]): list is Order[] =>
  list.every((one) => 'command' in one);
