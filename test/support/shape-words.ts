import { z } from 'zod';

/** A field of a command or fact, wherever it stands in it, and the codes it can hold. */
export type Told = {
  readonly noun: string;
  readonly type: string;
  readonly field: string;
  readonly codes: readonly string[];
};

type Inner = { readonly name: string; readonly schema: unknown };

/** What a schema is made of, one step down; a part without a name of its own keeps that of its whole. */
const within = (name: string, schema: unknown): Inner[] => {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).map(([key, inner]) => ({ name: key, schema: inner }));
  if (schema instanceof z.ZodUnion) return schema.options.map((inner) => ({ name, schema: inner }));
  if (schema instanceof z.ZodArray) return [{ name, schema: schema.element }];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return [{ name, schema: schema.unwrap() }];
  return [];
};

const codesOf = (schema: unknown): readonly string[] => {
  if (schema instanceof z.ZodEnum) return schema.options.map(String);
  return schema instanceof z.ZodLiteral ? [...schema.values].map(String) : [];
};

/** Every field of a shape with the codes it can hold. */
export const shapeWords = (noun: string, type: string, shape: unknown): Told[] => {
  const found: Told[] = [];
  const walk = ({ name, schema }: Inner): void => {
    const codes = codesOf(schema);
    if (name !== '') found.push({ noun, type, field: name, codes });
    within(name, schema).forEach(walk);
  };
  within('', shape).forEach(walk);
  return found;
};

/** The messages of a union, by type, each with the shape of its data. */
export const typesOf = (schema: unknown): [string, unknown][] => {
  if (!(schema instanceof z.ZodUnion)) return [];
  return schema.options.flatMap((one): [string, unknown][] => {
    if (!(one instanceof z.ZodObject)) return typesOf(one);
    const { type, data } = one.shape as Record<string, unknown>;
    return type instanceof z.ZodLiteral ? [[String(type.value), data]] : [];
  });
};
