import type { Request } from 'express';
import { z } from 'zod';
import { Id } from '../../../domain/shared/values.ts';
import { complaints } from '../../import/rows/complaints.ts';
import { languageOf } from './language.ts';
import { invalid, Problem, type Violation } from '../answers/problem.ts';

type Issue = z.core.$ZodIssue;

/** One violation per unknown key, so that each is named; `data` is ours, not the client's. */
const violationsOf = (issue: Issue): Violation[] => {
  const path = issue.path[0] === 'data' ? issue.path.slice(1) : issue.path;
  const { message } = issue;
  if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), message }];
  return issue.keys.map((key) => ({ path: [...path, key].join('.'), message }));
};

/** Parses what a client sent, or says in its language what is wrong where. */
export const parsed = <T>(req: Request, schema: z.ZodType<T>, input: unknown): T => {
  const result = schema.safeParse(input, { error: complaints[languageOf(req)] });
  if (result.success) return result.data;
  throw new Problem('invalid-request', { violations: result.error.issues.flatMap(violationsOf) });
};

/** A part of the path, as it was written there. */
export const param = (req: Request, name: string): string => {
  const value = req.params[name];
  return typeof value === 'string' ? value : '';
};

/** The id in the path. */
export const idOf = (req: Request): string => {
  const id = param(req, 'id');
  if (Id.safeParse(id).success) return id;
  throw invalid(
    'id',
    '编号应为 1 至 64 个字母、数字、点、下划线或连字符，且以字母或数字开头。',
    'An id is 1 to 64 letters, digits, dots, underscores and hyphens, and starts with a letter or digit.',
  );
};

/** The query as name → values, in the order they came. */
export const manyOf = (req: Request): Map<string, string[]> => {
  const { searchParams } = new URL(req.url, 'http://concord');
  return new Map([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]));
};

/** The query as name → value; a name that comes twice is an error. */
export const queryOf = (req: Request): Record<string, string> =>
  Object.fromEntries(
    [...manyOf(req)].map(([name, values]) => {
      const [value = '', second] = values;
      if (second === undefined) return [name, value];
      throw invalid(name, '该参数只能出现一次。', 'This parameter may come once only.');
    }),
  );

/** The query through a schema; unknown names are an error that names them. */
export const asked = <T>(req: Request, schema: z.ZodType<T>): T =>
  parsed(req, schema, queryOf(req));

/** The query of an address that takes none: a name in it is an error, for someone meant something by it. */
export const ensureNothingAsked = (req: Request): void => {
  asked(req, z.strictObject({}));
};

/** How many items a page has. */
export const Limit = z.coerce
  .number()
  .int()
  .min(1)
  .max(500)
  .default(50)
  .meta({ description: 'How many items a page has.' });

/** A position of the log, as text. */
export const Position = z.string().regex(/^\d{1,18}$/);

/** From where a list of facts goes on. */
export const After = Position.default('0').meta({
  description: 'Those after this position; `next` of the page before.',
});

/** A parameter that is read by hand: what it means. */
export const described = (description: string) => z.string().optional().meta({ description });

/** As known when: the same wherever it is asked for. */
export const KnownAt = described(
  'As known then: an instant with its offset, or a day, which means its end; now where it is left out.',
);
