import type { Category } from '../../domain/shared/policy.ts';
import type { Sentence } from '../../domain/shared/rules.ts';
import type { FigureCard } from '../figures.ts';
import { groupLabel, knownValues } from '../figures/labels.ts';
import type { Register, Thing } from '../app.ts';
import * as bargaining from './bargaining.ts';
import { clocks } from './clocks.ts';
import { columns } from './columns.ts';
import * as consultation from './consultation.ts';
import * as contract from './contract.ts';
import { dimensions } from './dimensions.ts';
import * as dispute from './dispute.ts';
import * as enterprise from './enterprise.ts';
import { fields } from './fields.ts';
import { particularFields } from './particular-fields.ts';
import * as person from './person.ts';
import * as refusedOrder from './refused-order.ts';
import { at, type Words } from './said.ts';
import { sameValues } from './statuses.ts';
import { nouns, singular } from './things.ts';
import { values } from './values.ts';

/** What can be asked of one kind of thing, what happened to it, where it stands. */
type Vocabulary = { readonly commands: Words; readonly events: Words; readonly phases: Words };

/** The words of every aggregate. */
export const vocabularies: Readonly<Record<Category, Vocabulary>> = {
  enterprise,
  person,
  bargainingCase: bargaining,
  contract,
  consultation,
  dispute,
  refusedOrder,
};

const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What a field of a command or fact is called; a deadline in a fact goes by the name of its clock. */
export const fieldLabel = (noun: string, type: string, name: string): Sentence | undefined =>
  at(particularFields, `${noun}.${type}.${name}`) ??
  at(particularFields, `${noun}.${name}`) ??
  at(fields, name) ??
  at(clocks, kebab(name));

const camel = (column: string): string =>
  column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** Spells of a table say the same as the fields they were made of: `received_on` is `receivedOn`. */
export const columnLabel = (noun: string, column: string): Sentence | undefined =>
  at(columns, `${noun}.${column}`) ??
  at(columns, column) ??
  fieldLabel(noun, '', camel(column)) ??
  at(singular, `${column}s`);

/** The codes of a field or column of a list, with what they are called; undefined where it holds no codes. */
export const valuesOf = (noun: string, name: string): Words | undefined => {
  const field = camel(name);
  const key = sameValues[field] ?? field;
  return values[`${noun}.${key}`] ?? values[key];
};

const dimensionValues = (dimension: string) =>
  Object.fromEntries(
    (knownValues(dimension) ?? []).map((value) => [value, groupLabel([dimension], [value])]),
  );

/** `effectMode:deemed`: every code under the name of its field, also where that borrows another's codes. */
const codes = (): Words => {
  const borrowed = Object.entries(sameValues).map(([field, key]) => [field, values[key]] as const);
  return Object.fromEntries(
    [...Object.entries(values), ...borrowed].flatMap(([field, words = {}]) =>
      Object.entries(words).map(([code, sentence]) => [`${field}:${code}`, sentence] as const),
    ),
  );
};

const plainColumns = (): Words =>
  Object.fromEntries(
    Object.entries<Sentence>(columns).map(([name, sentence]) => [camel(name), sentence] as const),
  );

type Source = {
  readonly things: readonly Thing[];
  readonly lists: readonly Omit<Register, 'table'>[];
  readonly figures: readonly FigureCard[];
};

const byCategory = <T>(things: readonly Thing[], of: (thing: Thing) => T) =>
  Object.fromEntries(things.map((thing) => [thing.category, of(thing)]));

const byList = (lists: readonly Omit<Register, 'table'>[]) =>
  Object.fromEntries(
    lists.map(({ noun, columns: own }) => [
      noun,
      Object.fromEntries(Object.keys(own).map((name) => [name, columnLabel(noun, name)])),
    ]),
  );

/** Every word that pages show people, in both languages. */
export const wordsOf = ({ things, lists, figures }: Source) => ({
  nouns,
  singular,
  commands: byCategory(things, ({ category }) => vocabularies[category].commands),
  facts: byCategory(things, ({ category }) => vocabularies[category].events),
  phases: byCategory(things, ({ category }) => vocabularies[category].phases),
  rules: byCategory(things, ({ decider }) => decider.rules),
  fields: { ...plainColumns(), ...fields, ...particularFields },
  columns: byList(lists),
  values: codes(),
  statuses: values.status,
  clocks,
  laws: values.profile,
  figures: Object.fromEntries(
    figures.map(({ id, names, definition, unit }) => [id, { names, definition, unit }]),
  ),
  dimensions,
  dimensionValues: Object.fromEntries(
    Object.keys(dimensions).map((name) => [name, dimensionValues(name)]),
  ),
});
