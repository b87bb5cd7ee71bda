import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uiOf } from '../src/web/form/schema.ts';
import { kindOf } from '../src/web/subject/automatic.ts';
import { serving } from './http/serving.ts';

type Schema = {
  readonly title?: string;
  readonly type?: string;
  readonly format?: string;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
};
type Ui = { readonly [name: string]: unknown };
type Entry = { readonly things: string; readonly command: string; readonly schema: string };
/** One value that somebody fills in. */
type Leaf = { readonly at: string; readonly schema: Schema; readonly asked: unknown };

/** How each kind of value must be asked for; a plain text is a line. */
const WIDGETS: Readonly<Record<string, string>> = {
  date: 'day',
  fen: 'money',
  'basis-points': 'basisPoints',
  division: 'division',
  'person-id': 'person',
  'enterprise-id': 'enterprise',
  'contract-id': 'contract',
  'bargaining-case-id': 'bargainingCase',
  'consultation-id': 'meeting',
  'fact-id': 'fact',
  attachment: 'attachment',
  'long-text': 'longText',
};

let on: Awaited<ReturnType<typeof serving>>;
let entries: readonly Entry[];
beforeAll(async () => {
  on = await serving();
  entries = ((await on.get('/api/v1/schemas').expect(200)).body as { items: Entry[] }).items;
});
afterAll(() => on.end());

const schemaOf = async ({ schema }: Entry, language: string): Promise<Schema> =>
  (await on.get(schema).set('Accept-Language', language).expect(200)).body as Schema;

const partsOf = ({ oneOf = [], anyOf = [], allOf = [] }: Schema): readonly Schema[] => [
  ...oneOf,
  ...anyOf,
  ...allOf,
];

/** The values that a form asks for, each with the widget it is asked by. */
const leavesOf = (schema: Schema, ui: Ui, at: string): readonly Leaf[] => {
  const asked = ui['ui:widget'] ?? ui['ui:field'];
  if (asked !== undefined) return [{ at, schema, asked }];
  const { properties, items } = schema;
  if (properties)
    return Object.entries(properties).flatMap(([name, part]) =>
      leavesOf(part, (ui[name] ?? {}) as Ui, `${at}.${name}`),
    );
  if (items) return leavesOf(items, (ui['items'] ?? {}) as Ui, at);
  const parts = partsOf(schema);
  if (parts.length > 0) return parts.flatMap((part) => leavesOf(part, ui, at));
  return schema.const === undefined ? [{ at, schema, asked: undefined }] : [];
};

/** The fields of a form with what they are called. */
const namesIn = (schema: Schema, at: string): readonly (readonly [at: string, title: string])[] => [
  ...Object.entries(schema.properties ?? {}).flatMap(([name, part]) => [
    ...(part.const === undefined ? [[`${at}.${name}`, part.title ?? ''] as const] : []),
    ...namesIn(part, `${at}.${name}`),
  ]),
  // The parts of a file are asked for by no field.
  ...(schema.items && schema.items.format !== 'attachment' ? namesIn(schema.items, at) : []),
  ...partsOf(schema).flatMap((part) => namesIn(part, at)),
];

/** The codes that may be chosen, where each stands. */
const codesIn = (schema: Schema, at: string): readonly (readonly [at: string, code: Schema])[] => {
  const { oneOf = [], properties = {}, items } = schema;
  if (oneOf.length > 0 && oneOf.every((one) => one.const !== undefined))
    return oneOf.map((one) => [at, one] as const);
  return [
    ...Object.entries(properties).flatMap(([name, part]) => codesIn(part, `${at}.${name}`)),
    ...(items ? codesIn(items, at) : []),
    ...partsOf(schema).flatMap((part) => codesIn(part, at)),
  ];
};

const named = ({ things, command }: Entry): string => `${things}/${command}`;

describe('the form of every command', () => {
  it('asks for each kind of value by the widget that knows it', async () => {
    const wrong: string[] = [];
    const seen = new Set<string>();
    for (const entry of entries) {
      const schema = await schemaOf(entry, 'en');
      const ui: Ui = uiOf(schema);
      for (const { at, schema: leaf, asked } of leavesOf(schema, ui, named(entry))) {
        const { format = '', type } = leaf;
        seen.add(format);
        const must = WIDGETS[format];
        const isPlain = asked !== undefined || type === 'string';
        if (must === undefined ? !isPlain : asked !== must)
          wrong.push(`${at}: ${format} ${String(type)} by ${String(asked)}`);
      }
    }
    expect(wrong).toStrictEqual([]);
    expect(Object.keys(WIDGETS).filter((format) => !seen.has(format))).toStrictEqual([]);
  });

  it.each([
    { language: 'zh-CN', said: /\p{Script=Han}|^[A-Z]+$/u },
    { language: 'en', said: /^[^\p{Script=Han}]+$/u },
  ])('calls every field by a word in $language', async ({ language, said }) => {
    const wrong: string[] = [];
    for (const entry of entries) {
      const schema = await schemaOf(entry, language);
      if (!said.test(schema.title ?? '')) wrong.push(`${named(entry)}: ${schema.title ?? ''}`);
      for (const [at, title] of namesIn(schema, named(entry)))
        if (!said.test(title)) wrong.push(`${at}: ${title}`);
    }
    expect(wrong).toStrictEqual([]);
  });

  it('offers every code by a name', async () => {
    const wrong: string[] = [];
    for (const entry of entries)
      for (const [at, { const: code, title }] of codesIn(
        await schemaOf(entry, 'zh-CN'),
        named(entry),
      ))
        if (title === undefined || title === code) wrong.push(`${at}: ${String(code)}`);
    expect(wrong).toStrictEqual([]);
  });
});

it('what the next meeting orders of a report is not offered with what people correct', () => {
  const kinds = ['Record', 'Correct', 'TakeBack'].map((does) => kindOf(`${does}ReportAtNext`));
  expect(kinds).toStrictEqual(['automatic', 'automatic', 'automatic']);
  expect(kindOf('TakeBackLastResolutionHearing')).toBe('correction');
});
