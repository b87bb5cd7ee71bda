import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import type { JsonSchema } from '../api/json-schema.ts';

const WIDGETS: Readonly<Record<string, string>> = {
  date: 'day',
  'date-time': 'instant',
  fen: 'money',
  'basis-points': 'basisPoints',
  division: 'division',
  'person-id': 'person',
  'enterprise-id': 'enterprise',
  'long-text': 'longText',
  'contract-id': 'contract',
  'bargaining-case-id': 'bargainingCase',
  'consultation-id': 'meeting',
  'fact-id': 'fact',
};
const ID = /\{0,63\}\$$/;
/** Ids that no fact of the thing has named before. */
const OWN = new Set(['id', 'duplicateOf', 'by', 'to', 'origin', 'title']);

type Node = JsonSchema & { readonly [key: string]: unknown };

const partsOf = (schema: Node): readonly Node[] =>
  [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])] as Node[];

const isChoice = (schema: Node): boolean =>
  (schema.oneOf ?? []).length > 0 && (schema.oneOf ?? []).every((one) => one.const !== undefined);

/** The codes that may be chosen, by name. */
const choicesOf = ({ oneOf = [] }: Node): readonly Choice[] =>
  oneOf.map(({ const: value, title }) => ({ value: String(value), label: title ?? String(value) }));
export type Choice = { readonly value: string; readonly label: string };

/** How a single value is asked for; undefined for what has parts. */
const widgetOf = (schema: Node, name: string): UiSchema | undefined => {
  const { format = '', pattern = '', type } = schema;
  if (format === 'attachment') return { 'ui:field': 'attachment' };
  const widget = WIDGETS[format];
  if (widget) return { 'ui:widget': widget };
  if (isChoice(schema))
    return { 'ui:widget': 'choice', 'ui:options': { choices: choicesOf(schema) } };
  if (ID.test(pattern) && !OWN.has(name)) return { 'ui:widget': 'reference' };
  return type === 'integer' || type === 'number' ? { 'ui:widget': 'whole' } : undefined;
};

/** How each part is asked for, by the format that the server gives it. */
export const uiOf = (schema: Node, name = ''): UiSchema => {
  const widget = widgetOf(schema, name);
  if (widget) return widget;
  const { items, properties = {} } = schema;
  if (items && isChoice(items))
    return { 'ui:widget': 'choices', 'ui:options': { choices: choicesOf(items) } };
  if (items?.format === 'person-id') return { 'ui:widget': 'people' };
  if (items) return { items: uiOf(items, name) };
  const own = Object.entries(properties).map(
    ([inner, part]) => [inner, uiOf(part as Node, inner)] as const,
  );
  const parts = partsOf(schema).map((part) => uiOf(part, name));
  return Object.assign({}, ...parts, Object.fromEntries(own)) as UiSchema;
};

/** An alternative goes by the code that tells it from the others. */
const nameOf = (schema: Node): string | undefined => {
  const [, fixed] =
    Object.entries(schema.properties ?? {}).find(([, part]) => part.const !== undefined) ?? [];
  return fixed?.title ?? (typeof fixed?.const === 'string' ? fixed.const : undefined);
};

const alternative = (one: JsonSchema): RJSFSchema => {
  const title = one.title ?? nameOf(one);
  return { ...formSchema(one), ...(title === undefined ? {} : { title }) };
};

const insideOf = ({ items, properties, oneOf, anyOf }: Node): RJSFSchema => ({
  ...(items ? { items: formSchema(items) } : {}),
  ...(items && isChoice(items) ? { uniqueItems: true } : {}),
  ...(properties
    ? {
        properties: Object.fromEntries(
          Object.entries(properties).map(([name, part]) => [name, formSchema(part as Node)]),
        ),
      }
    : {}),
  ...(oneOf ? { oneOf: oneOf.map(alternative) } : {}),
  ...(anyOf ? { anyOf: anyOf.map(alternative) } : {}),
});

/** The server's schema without what only the server checks: codes as a plain list (none is chosen beforehand), alternatives named. */
export function formSchema(schema: Node): RJSFSchema {
  const { pattern: _pattern, $schema: _schema, format: _format, ...rest } = schema;
  if (!isChoice(schema)) return { ...(rest as RJSFSchema), ...insideOf(rest) };
  const { oneOf = [], ...plain } = rest;
  return { ...(plain as RJSFSchema), enum: oneOf.map(({ const: code }) => code as string) };
}

/** What was typed without what was left empty. */
export const tidy = (value: unknown): unknown => {
  if (Array.isArray(value))
    return value.filter((one) => one !== undefined && one !== null).map(tidy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, one]) => [name, tidy(one)] as const)
      .filter(([, one]) => one !== undefined && one !== null && one !== '' && !isEmpty(one)),
  );
};
/** A part in which nothing was typed: its lists stand there from the start. */
const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((one) => Array.isArray(one) && one.length === 0);
