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
  profile: 'law-profile',
};
const OF_ENTERPRISES: Readonly<Record<string, string>> = {
  successor: 'enterprise-id',
  successors: 'enterprise-id',
  duplicateOf: 'enterprise-id',
};

type Json = z.core.JSONSchema.BaseSchema;
type Part = { readonly jsonSchema: Json; readonly path: readonly (string | number)[] };
type Naming = { readonly thing: Thing; readonly type: string; readonly language: Language };

/** The field that a part of a schema belongs to, and whether the part is that field itself. */
const placeOf = (path: Part['path']): { readonly field: string; readonly isField: boolean } => {
  const at = path.lastIndexOf('properties');
  return { field: at < 0 ? '' : String(path[at + 1]), isField: at >= 0 && at === path.length - 2 };
};

const referenceOf = ({ noun }: Thing, field: string): string | undefined =>
  REFERENCES[field] ?? (noun === 'enterprises' ? OF_ENTERPRISES[field] : undefined);

/** Codes are offered by name. */
const offerNames = (schema: Json, { thing, language }: Naming, field: string): void => {
  const names = valuesOf(thing.noun, field);
  if (!names || !schema.enum) return;
  schema.oneOf = schema.enum.map((code) => ({
    const: code,
    title: names[String(code)]?.[language] ?? String(code),
  }));
  delete schema.enum;
};

const dress = (naming: Naming, { jsonSchema, path }: Part): void => {
  const { field, isField } = placeOf(path);
  const label = fieldLabel(naming.thing.noun, naming.type, field);
  if (isField && label) jsonSchema.title = label[naming.language];
  // The form of a day is long, and said by its format.
  if (jsonSchema.format === 'date') delete jsonSchema.pattern;
  const reference = jsonSchema.type === 'string' ? referenceOf(naming.thing, field) : undefined;
  if (reference) jsonSchema.format = reference;
  offerNames(jsonSchema, naming, field);
};

/** What a command takes, as a small JSON Schema with titles in one language and hints in `format`. */
export const commandSchema = (naming: Naming, shape: z.ZodType): Json => {
  const { thing, type, language } = naming;
  const title = vocabularies[thing.category].commands[type]?.[language] ?? type;
  const schema = z.toJSONSchema(shape, {
    io: 'input',
    unrepresentable: 'any',
    override: (part) => dress(naming, part as Part),
  });
  return { title, ...schema };
};
