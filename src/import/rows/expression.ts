import { z } from 'zod';
import { isPossibleDivision } from '../../../domain/law/divisions.ts';
import { ProfileId, suggest } from '../../../domain/law/profiles.ts';
import { ContractKind, Day, Division, Id } from '../../../domain/shared/values.ts';
import { derivedId } from '../../ids.ts';
import { stepsEachYear } from './each-year.ts';

type Scalar = string | number | boolean;

/** How a value comes from the cells of a row. A value that is missing leaves its field out. */
export type Expression =
  | { readonly cell: string }
  | { readonly value: Scalar }
  /** A value of the profile's `values`. */
  | { readonly named: string }
  | { readonly join: readonly Expression[]; readonly with?: string | undefined }
  /** Trimmed and case-folded. */
  | { readonly fold: Expression }
  | { readonly upper: Expression }
  /** UUIDv5 of these, joined by U+001F; of all cells for 'row'. */
  | { readonly uuid5: 'row' | readonly Expression[] }
  | { readonly map: Expression; readonly to: Readonly<Record<string, Scalar>> }
  | { readonly unless: Expression; readonly in: readonly Scalar[] }
  | { readonly matching: Expression; readonly form: Form }
  | { readonly first: readonly Expression[] }
  | { readonly list: readonly Expression[] }
  /** Parts of a text, trimmed, empty ones left out; separated by any of these characters. */
  | { readonly split: Expression; readonly at: string }
  | { readonly object: Readonly<Record<string, Expression>> }
  | { readonly greater: Expression; readonly than: Expression }
  | { readonly equal: Expression; readonly to: Scalar }
  /** True where the value is missing. */
  | { readonly missing: Expression }
  | { readonly when: Expression; readonly then: Expression; readonly else?: Expression | undefined }
  /** The law profile of the smallest place that has rules. */
  | { readonly law: Expression; readonly kind: Expression; readonly on: Expression }
  /** The wage steps of an increase a year, in basis points, over a term. */
  | { readonly eachYear: Expression; readonly from: Expression; readonly until: Expression };

const forms = {
  id: (text: string) => Id.safeParse(text).success,
  division: (text: string) => Division.safeParse(text).success && isPossibleDivision(text),
  'two-letters': (text: string) => /^[A-Z]{2}$/i.test(text),
};
type Form = keyof typeof forms;

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const nested: z.ZodType<Expression> = z.lazy(() => Expression);

const operators: Readonly<Record<string, z.ZodType<Expression>>> = {
  cell: z.strictObject({ cell: z.string() }),
  value: z.strictObject({ value: scalar }),
  named: z.strictObject({ named: z.string() }),
  join: z.strictObject({ join: z.array(nested), with: z.string().optional() }),
  fold: z.strictObject({ fold: nested }),
  upper: z.strictObject({ upper: nested }),
  uuid5: z.strictObject({ uuid5: z.union([z.literal('row'), z.array(nested).min(1)]) }),
  map: z.strictObject({ map: nested, to: z.record(z.string(), scalar) }),
  unless: z.strictObject({ unless: nested, in: z.array(scalar) }),
  matching: z.strictObject({ matching: nested, form: z.enum(['id', 'division', 'two-letters']) }),
  first: z.strictObject({ first: z.array(nested).min(1) }),
  list: z.strictObject({ list: z.array(nested) }),
  split: z.strictObject({ split: nested, at: z.string().min(1) }),
  object: z.strictObject({ object: z.record(z.string(), nested) }),
  greater: z.strictObject({ greater: nested, than: nested }),
  equal: z.strictObject({ equal: nested, to: scalar }),
  missing: z.strictObject({ missing: nested }),
  when: z.strictObject({ when: nested, then: nested, else: nested.optional() }),
  law: z.strictObject({ law: nested, kind: nested, on: nested }),
  eachYear: z.strictObject({ eachYear: nested, from: nested, until: nested }),
};

/** An expression is an object with one of the operators; the message for anything else lists them. */
export const Expression: z.ZodType<Expression> = z.unknown().transform((given, context) => {
  const found =
    typeof given === 'object' && given !== null
      ? Object.keys(operators).find((operator) => operator in given)
      : undefined;
  const parsed = found === undefined ? undefined : operators[found]?.safeParse(given);
  if (parsed?.success) return parsed.data;
  const issues = parsed?.error.issues ?? [
    { path: [], message: `must be one of ${Object.keys(operators).join(', ')}` },
  ];
  for (const { path, message } of issues)
    context.issues.push({ code: 'custom', message, path: [...path], input: given });
  return z.NEVER;
});

/** The expressions right inside one. */
const parts = (expression: Expression): readonly Expression[] =>
  Object.values(expression as Readonly<Record<string, unknown>>).flatMap((part): Expression[] => {
    if (Array.isArray(part)) return part.filter((p): p is Expression => typeof p === 'object');
    return typeof part === 'object' && part !== null ? [part as Expression] : [];
  });

const inside = (expression: Expression): readonly Expression[] => {
  if ('map' in expression) return [expression.map];
  if ('object' in expression) return Object.values(expression.object);
  return parts(expression);
};

/** The cells and named values that an expression reads. */
export const references = (
  expression: Expression,
): readonly { readonly kind: 'cell' | 'named'; readonly name: string }[] => {
  if ('cell' in expression) return [{ kind: 'cell', name: expression.cell }];
  if ('named' in expression) return [{ kind: 'named', name: expression.named }];
  return inside(expression).flatMap(references);
};

/** What a row says: each cell as what it is, and as text in its canonical form, in the order of the profile. */
export type Cells = {
  readonly values: ReadonlyMap<string, string | number>;
  readonly texts: readonly string[];
  readonly named: ReadonlyMap<string, unknown>;
};

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

const withText = (value: unknown, change: (text: string) => string): string | undefined => {
  const given = text(value);
  return given === undefined ? undefined : change(given);
};

type Evaluators = {
  readonly [K in Operator]: (expression: Of<K>, cells: Cells) => unknown;
};
type Operator = Expression extends infer E
  ? E extends Expression
    ? Exclude<
        keyof E,
        | 'with'
        | 'to'
        | 'in'
        | 'form'
        | 'at'
        | 'than'
        | 'then'
        | 'else'
        | 'kind'
        | 'on'
        | 'from'
        | 'until'
      >
    : never
  : never;
type Of<K extends string> = Extract<Expression, { readonly [P in K]: unknown }>;

const joined = ({ join, with: between = '' }: Of<'join'>, cells: Cells): string | undefined => {
  const all = join.map((part) => text(valueOf(part, cells)));
  return all.includes(undefined) ? undefined : all.join(between);
};

const lawFor = (expression: Of<'law'>, cells: Cells): string | undefined => {
  const division = valueOf(expression.law, cells);
  const kind = ContractKind.safeParse(valueOf(expression.kind, cells));
  const on = Day.safeParse(valueOf(expression.on, cells));
  if (typeof division !== 'string' || !kind.success || !on.success) return undefined;
  return ProfileId.parse(suggest({ division, kind: kind.data, on: on.data }).profile);
};

const yearly = (expression: Of<'eachYear'>, cells: Cells): unknown => {
  const increase = valueOf(expression.eachYear, cells);
  const from = Day.safeParse(valueOf(expression.from, cells));
  if (typeof increase !== 'number' || !from.success) return undefined;
  return stepsEachYear(increase, from.data, Day.safeParse(valueOf(expression.until, cells)).data);
};

const isAbove = (a: unknown, b: unknown): true | undefined => {
  if (typeof a === 'number' && typeof b === 'number') return a > b || undefined;
  if (typeof a === 'string' && typeof b === 'string') return a > b || undefined;
  return undefined;
};

const evaluators: Evaluators = {
  cell: ({ cell }, { values }) => values.get(cell),
  value: ({ value }) => value,
  named: ({ named }, cells) => cells.named.get(named),
  join: joined,
  fold: ({ fold }, cells) => withText(valueOf(fold, cells), (t) => t.trim().toLowerCase()),
  upper: ({ upper }, cells) => withText(valueOf(upper, cells), (t) => t.toUpperCase()),
  uuid5: ({ uuid5 }, cells) => {
    if (uuid5 === 'row') return derivedId(...cells.texts);
    const all = uuid5.map((part) => text(valueOf(part, cells)));
    return all.every((part) => part !== undefined) ? derivedId(...all) : undefined;
  },
  map: ({ map, to }, cells) => to[text(valueOf(map, cells)) ?? ''],
  unless: (expression, cells) => {
    const value = valueOf(expression.unless, cells) as Scalar;
    return expression.in.includes(value) ? undefined : value;
  },
  matching: ({ matching, form }, cells) => {
    const given = text(valueOf(matching, cells));
    return given !== undefined && forms[form](given) ? given : undefined;
  },
  first: ({ first }, cells) => {
    for (const part of first) {
      const value = valueOf(part, cells);
      if (value !== undefined) return value;
    }
    return undefined;
  },
  list: ({ list }, cells) =>
    list.map((part) => valueOf(part, cells)).filter((value) => value !== undefined),
  split: ({ split, at }, cells) => {
    const given = text(valueOf(split, cells));
    if (given === undefined) return undefined;
    const cut = Array.from(at).reduce((all, sign) => all.replaceAll(sign, '\u001f'), given);
    return cut
      .split('\u001f')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  },
  object: ({ object }, cells) => dataOf(object, cells),
  greater: ({ greater, than }, cells) => isAbove(valueOf(greater, cells), valueOf(than, cells)),
  equal: ({ equal, to }, cells) => valueOf(equal, cells) === to || undefined,
  missing: ({ missing }, cells) => valueOf(missing, cells) === undefined || undefined,
  when: ({ when, then, else: otherwise }, cells) => {
    if (valueOf(when, cells) !== undefined) return valueOf(then, cells);
    return otherwise && valueOf(otherwise, cells);
  },
  law: lawFor,
  eachYear: yearly,
};

const operatorsInOrder = Object.keys(evaluators) as Operator[];

/** What an expression is in this row; undefined when something it needs is missing. */
export const valueOf = (expression: Expression, cells: Cells): unknown => {
  const operator = operatorsInOrder.find((name) => name in expression);
  if (operator === undefined) return undefined;
  const evaluate = evaluators[operator] as (expression: Expression, cells: Cells) => unknown;
  return evaluate(expression, cells);
};

/** An object of expressions; what is missing is left out. */
export const dataOf = (
  fields: Readonly<Record<string, Expression>>,
  cells: Cells,
): Record<string, unknown> => {
  const data: Record<string, unknown> = {};
  for (const [field, expression] of Object.entries(fields)) {
    const value = valueOf(expression, cells);
    if (value !== undefined) data[field] = value;
  }
  return data;
};
