import { z } from 'zod';
import type { Thing } from '../../app.ts';
import { fieldLabel, valuesOf, vocabularies } from '../../words/words.ts';
import type { Language } from '../asking/language.ts';

/** What an id of a field is the id of, where its shape does not say it. */
const REFERENCES: Readonly<Record<string, string>> = {
  enterprise: 'enterprise-id',
  contractsTo: 'enterprise-id',
  contract: 'contract-id',
  predecessor: 'contract-id',
  case: 'bargaining-case-id',
  meeting: 'consultation-id',
  previous: 'consultation-id',
  corrects: 'fact-id',
  takesBack: 'fact-id',
  profile: 'law-profile',
};
const OF_ENTERPRISES: Readonly<Record<string, string>> = {
  successor: 'enterprise-id',
  successors: 'enterprise-id',
  duplicateOf: 'enterprise-id',
};

type Json = z.core.JSONSchema.BaseSchema;
type Naming = { readonly thing: Thing; readonly type: string; readonly language: Language };

const referenceOf = ({ noun }: Thing, field: string): string | undefined =>
  REFERENCES[field] ?? (noun === 'enterprises' ? OF_ENTERPRISES[field] : undefined);

/** Codes are offered by name. */
const namedCodes = (schema: Json, { thing, language }: Naming, field: string): Json => {
  const names = valuesOf(thing.noun, field);
  const { enum: codes, ...rest } = schema;
  if (!names || !codes) return schema;
  const oneOf = codes.map((code) => ({
    const: code,
    title: names[String(code)]?.[language] ?? String(code),
  }));
  return { ...rest, oneOf };
};

const hinted = (schema: Json, { thing }: Naming, field: string): Json => {
  // The form of a day is long, and said by its format.
  const { pattern, ...rest } = schema;
  if (schema.format === 'date') return rest;
  const reference = schema.type === 'string' ? referenceOf(thing, field) : undefined;
  return reference === undefined ? schema : { ...schema, format: reference };
};

const titled = (schema: Json, { thing, type, language }: Naming, field: string): Json => {
  const label = fieldLabel(thing.noun, type, field);
  return label ? { ...schema, title: label[language] } : schema;
};

type Part = Json | boolean;

/** The same schema with names and hints; one shape may stand in many fields, so each is dressed where it stands. */
const dressed = (schema: Json, naming: Naming, field: string): Json => {
  const part = (one: Part): Part => (typeof one === 'boolean' ? one : dressed(one, naming, field));
  const { properties, items, oneOf, anyOf, allOf } = schema;
  const lists = { oneOf, anyOf, allOf };
  const own = {
    ...schema,
    ...(properties ? { properties: dressedFields(properties, naming) } : {}),
    ...(items && !Array.isArray(items) ? { items: part(items) } : {}),
    ...Object.fromEntries(
      Object.entries(lists).flatMap(([name, list]) => (list ? [[name, list.map(part)]] : [])),
    ),
  };
  return namedCodes(hinted(own, naming, field), naming, field);
};

const dressedFields = (
  properties: Readonly<Record<string, Part>>,
  naming: Naming,
): Record<string, Part> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, one]) => [
      name,
      typeof one === 'boolean' ? one : titled(dressed(one, naming, name), naming, name),
    ]),
  );

/**
 * What a command takes, as a small JSON Schema with titles in one language and hints in `format`;
 * `x-corrects` says of which kind the fact is that it says anew or takes back.
 */
export const commandSchema = (naming: Naming, shape: z.ZodType): Json => {
  const { thing, type, language } = naming;
  const title = vocabularies[thing.category].commands[type]?.[language] ?? type;
  const schema = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Json;
  const fact = thing.decider.corrects?.[type] as string | undefined;
  return {
    title,
    ...(fact !== undefined && { 'x-corrects': fact }),
    ...dressed(schema, naming, ''),
  };
};
