import { createContext, use } from 'react';
import { get } from '../api/request.ts';
import { useLanguage, type Language, type Sentence } from './language.ts';

type Table = Readonly<Record<string, Sentence>>;
type Tables = Readonly<Record<string, Table>>;

/** What people call what the code names: the answer of `/api/v1/words`. */
export type TermTables = {
  readonly commands: Tables;
  readonly facts: Tables;
  readonly phases: Tables;
  readonly columns: Tables;
  readonly fields: Table;
  readonly values: Table;
  readonly statuses: Table;
  readonly clocks: Table;
  readonly laws: Table;
  readonly dimensions: Table;
  readonly dimensionValues: Tables;
  readonly nouns: Table;
  readonly singular: Table;
};

const empty: TermTables = {
  commands: {},
  facts: {},
  phases: {},
  columns: {},
  fields: {},
  values: {},
  statuses: {},
  clocks: {},
  laws: {},
  dimensions: {},
  dimensionValues: {},
  nouns: {},
  singular: {},
};

/** Asked for once, before the first page shows; without it names stand for themselves. */
export const loadTerms = (): Promise<TermTables> => get<TermTables>('/v1/words').catch(() => empty);

export const TermContext = createContext<TermTables>(empty);

const camel = (name: string): string =>
  name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const spoken = (sentence: Sentence | undefined, name: string, speaks: Language): string =>
  sentence ? capital(sentence[speaks]) : name;

const valueIn = ({ values, statuses }: TermTables, field: string, value: string) =>
  values[`${camel(field)}:${value}`] ?? (field === 'status' ? statuses[value] : undefined);

const termsIn = (tables: TermTables, speaks: Language) => ({
  /** What a command is called: `terms.command('contract', 'File')`. */
  command: (category: string, type: string) =>
    spoken(tables.commands[category]?.[type], type, speaks),
  /** What a fact is called. */
  fact: (category: string, type: string) => spoken(tables.facts[category]?.[type], type, speaks),
  /** A fact whose thing is not named. */
  anyFact: (type: string) =>
    spoken(Object.values(tables.facts).find((facts) => type in facts)?.[type], type, speaks),
  phase: (category: string, phase: string) =>
    spoken(tables.phases[category]?.[phase], phase, speaks),
  phases: (category: string): readonly string[] => Object.keys(tables.phases[category] ?? {}),
  /** What a clock is called: `rule` of a deadline, with or without the part it is about. */
  clock: (rule: string) => spoken(tables.clocks[rule.replace(/:.*/, '')], rule, speaks),
  status: (status: string) => spoken(tables.statuses[status], status, speaks),
  dimension: (name: string) => spoken(tables.dimensions[name], name, speaks),
  /** The values a dimension is known to have; none where they are open, as regions are. */
  dimensionValues: (name: string): readonly string[] =>
    Object.keys(tables.dimensionValues[name] ?? {}),
  dimensionValue: (name: string, value: string) =>
    spoken(tables.dimensionValues[name]?.[value], value, speaks),
  /** A kind of thing, one or many: `terms.noun('contracts')`. */
  noun: (noun: string) => spoken(tables.nouns[noun], noun, speaks),
  one: (noun: string) => spoken(tables.singular[noun], noun, speaks),
  /** A field of a fact or command, in snake or camel case. */
  field: (name: string) => spoken(tables.fields[camel(name)], name, speaks),
  /** A column of a list. */
  column: (list: string, name: string) =>
    spoken(tables.columns[list]?.[name] ?? tables.fields[camel(name)], name, speaks),
  /** Whether a list has such a column: others cannot be sorted by. */
  isColumn: (list: string, name: string) => Object.hasOwn(tables.columns[list] ?? {}, name),
  /** A coded value of a field or column; `list` where it says something else there. */
  value: (field: string, value: string, list = '') =>
    spoken(
      tables.values[`${list}.${camel(field)}:${value}`] ?? valueIn(tables, field, value),
      value,
      speaks,
    ),
  hasValue: (field: string, value: string, list = '') =>
    `${list}.${camel(field)}:${value}` in tables.values ||
    valueIn(tables, field, value) !== undefined,
  law: (profile: string) => spoken(tables.laws[profile], profile, speaks),
  /** A sentence that the API gave in both languages. */
  said: (text: Sentence | string) => (typeof text === 'string' ? text : text[speaks]),
});
export type Terms = ReturnType<typeof termsIn>;

/** The glossary in the language of the page. */
export const useTerms = (): Terms => termsIn(use(TermContext), useLanguage());

/** Every type of fact there is. */
export const factTypes = (tables: TermTables): readonly string[] => [
  ...new Set(Object.values(tables.facts).flatMap((facts) => Object.keys(facts))),
];
