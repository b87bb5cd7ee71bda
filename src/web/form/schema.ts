import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import type { JsonSchema } from '../api/types.ts';

const WIDGETS: Readonly<Record<string, string>> = {
  date: 'day',
  'date-time': 'instant',
  fen: 'money',
  'basis-points': 'basisPoints',
  'person-id': 'person',
  'enterprise-id': 'enterprise',
  'long-text': 'longText',
};

type Node = JsonSchema & { readonly [key: string]: unknown };

const partsOf = (schema: Node): readonly Node[] =>
  [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])] as Node[];

const isChoice = (schema: Node): boolean =>
  (schema.oneOf ?? []).length > 0 && (schema.oneOf ?? []).every((one) => one.const !== undefined);

/** How each part is asked for, by the format that the server gives it. */
export const uiOf = (schema: Node): UiSchema => {
  const { format = '', items, properties = {} } = schema;
  if (format === 'attachment') return { 'ui:field': 'attachment' };
  const widget = WIDGETS[format];
  if (widget) return { 'ui:widget': widget };
  if (schema.type === 'integer' || schema.type === 'number') return { 'ui:widget': 'whole' };
  if (items) {
    const many = isChoice(items) ? { 'ui:widget': 'choices' } : {};
    return { items: uiOf(items), ...many };
  }
  const own = Object.fromEntries(
    Object.entries(properties).map(([name, part]) => [name, uiOf(part as Node)]),
  );
  const parts: UiSchema = isChoice(schema)
    ? {}
    : partsOf(schema).reduce<UiSchema>((before, part) => ({ ...before, ...uiOf(part) }), {});
  return { ...parts, ...own };
};

/** An alternative goes by the code that tells it from the others. */
const nameOf = (schema: Node): string | undefined => {
  const [, fixed] =
    Object.entries(schema.properties ?? {}).find(([, part]) => part.const !== undefined) ?? [];
  return fixed?.title ?? (typeof fixed?.const === 'string' ? fixed.const : undefined);
};

/** The server's schema without what only the server checks; choices of codes unique, alternatives named. */
export const formSchema = (schema: Node): RJSFSchema => {
  const { pattern: _pattern, $schema: _schema, format, ...rest } = schema;
  const parts = (list: readonly JsonSchema[] | undefined) =>
    list?.map((one) => ({
      ...formSchema(one),
      ...(one.title === undefined && nameOf(one) !== undefined ? { title: nameOf(one) } : {}),
    }));
  const { items, properties } = rest;
  return {
    ...rest,
    ...(format === undefined || WIDGETS[format] ? {} : { format }),
    ...(items
      ? {
          items: formSchema(items),
          ...(isChoice(items) ? { uniqueItems: true } : {}),
        }
      : {}),
    ...(properties
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, part]) => [name, formSchema(part as Node)]),
          ),
        }
      : {}),
    ...(rest.oneOf ? { oneOf: isChoice(schema) ? rest.oneOf : parts(rest.oneOf) } : {}),
    ...(rest.anyOf ? { anyOf: parts(rest.anyOf) } : {}),
  } as RJSFSchema;
};

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
const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length === 0;
