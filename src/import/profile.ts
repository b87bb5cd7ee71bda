import { z } from 'zod';
import { Expression, references } from './rows/expression.ts';

const Sentence = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const Key = z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, {
  error: 'must be a word of letters and digits',
});

/** A column of the file: by which headers it is known, and what its cells are. */
export const Column = z.strictObject({
  key: Key,
  headers: z.strictObject({
    zh: z.string().min(1),
    en: z.string().min(1),
    also: z.array(z.string().min(1)).optional(),
  }),
  /** `moment` is a day with a time of day, of which the day counts as it is written. */
  cell: z.enum(['text', 'day', 'moment', 'count', 'percent', 'choice']).default('text'),
  /** For `choice`: what a cell may say, by what it means. */
  choices: z.record(z.string(), Sentence).optional(),
  required: z.boolean().default(false),
  note: Sentence.optional(),
  example: z.string().optional(),
});
export type Column = z.infer<typeof Column>;

/** A command that a row gives: to which thing, under which id, with what data; `when` leaves it out. */
const Step = z.strictObject({
  thing: z.string().min(1),
  id: Expression,
  type: z.string().min(1),
  data: z.record(z.string(), Expression),
  when: Expression.optional(),
});
export type Step = z.infer<typeof Step>;

const Keys = z.array(Key).min(1).max(20);
/** The column that a rule is about: one, the empty one of several, or the one whose day lies last or first. */
const RuleColumn = z.union([
  Key,
  z.strictObject({ missing: Keys }),
  z.strictObject({ latest: Keys }),
  z.strictObject({ earliest: Keys }),
]);

const Fields = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,47}$/, {
    error: 'must be lower-case letters, digits and hyphens',
  }),
  name: Sentence,
  columns: z.array(Column).min(1).max(200),
  /** Values that several commands need, each from the cells and the values before it. */
  values: z.record(Key, Expression).default({}),
  commands: z.array(Step).min(1).max(20),
  /** What must be in the register (or come before it in the row) for the row to be taken. */
  needs: z
    .array(
      z.strictObject({
        thing: z.string().min(1),
        id: Expression,
        column: Key.optional(),
        /** Which column says it where that one is empty, and what to look at when it is not found so. */
        otherwise: z.strictObject({ column: Key, hint: Sentence }).optional(),
      }),
    )
    .default([]),
  /** By rule of the business, the column that is to be put right when the rule refuses a row. */
  ruleColumns: z.record(z.string(), RuleColumn).default({}),
  /** What is kept as it is but counted in the summary. */
  flags: z.record(z.string(), z.strictObject({ when: Expression, sentence: Sentence })).default({}),
});
type Fields = z.infer<typeof Fields>;
type Place = readonly [PropertyKey[], Expression];

/** Every expression that may use any named value, and where it stands. */
const places = ({ commands, needs, flags }: Fields): Place[] => [
  ...commands.flatMap(({ id, when, data }, i): Place[] => [
    [['commands', i, 'id'], id],
    ...(when ? [[['commands', i, 'when'], when] satisfies Place] : []),
    ...Object.entries(data).map(([field, e]): Place => [['commands', i, 'data', field], e]),
  ]),
  ...needs.map(({ id }, i): Place => [['needs', i, 'id'], id]),
  ...Object.entries(flags).map(([flag, { when }]): Place => [['flags', flag], when]),
];

/** Every column that is named by itself, to be put right, and where. */
const columnsNamed = ({ needs, ruleColumns }: Fields): [PropertyKey[], string][] => [
  ...needs.flatMap(({ column, otherwise }, i) =>
    [column, otherwise?.column].flatMap((key): [PropertyKey[], string][] =>
      key === undefined ? [] : [[['needs', i], key]],
    ),
  ),
  ...Object.entries(ruleColumns).flatMap(([rule, named]) =>
    (typeof named === 'string' ? [named] : Object.values(named).flat()).map(
      (column): [PropertyKey[], string] => [['ruleColumns', rule], column],
    ),
  ),
];

type Complain = (message: string, path: PropertyKey[]) => void;

/** Every cell and named value that is referred to exists, and stands before its use. */
const checkReferences = (fields: Fields, complain: Complain): void => {
  const known = { cell: new Set(fields.columns.map(({ key }) => key)), named: new Set<string>() };
  const check = ([path, expression]: Place): void => {
    for (const { kind, name } of references(expression))
      if (!known[kind].has(name)) complain(`there is no ${kind} ${name}`, path);
  };
  for (const [name, expression] of Object.entries(fields.values)) {
    check([['values', name], expression]);
    known.named.add(name);
  }
  for (const place of places(fields)) check(place);
  for (const [path, column] of columnsNamed(fields))
    if (!known.cell.has(column)) complain(`there is no cell ${column}`, path);
};

/** What a file means, as data: columns, named values, and the commands of a row in their order. */
export const Profile = Fields.superRefine((fields, context) => {
  const complain: Complain = (message, path) => context.addIssue({ code: 'custom', message, path });
  for (const [i, { key, cell, choices }] of fields.columns.entries()) {
    const twice = fields.columns.findIndex((column) => column.key === key) !== i;
    if (twice) complain(`column ${key} stands twice`, ['columns', i, 'key']);
    if (cell === 'choice' && !choices) complain('names no choices', ['columns', i]);
  }
  checkReferences(fields, complain);
});
export type Profile = z.infer<typeof Profile>;

/** The profile itself is wrong; every line names a place in it and what is wrong there. */
export class WrongProfile extends Error {
  override readonly name = 'WrongProfile';
  readonly violations: readonly { readonly path: string; readonly message: string }[];
  constructor(violations: readonly { readonly path: string; readonly message: string }[]) {
    super(violations.map(({ path, message }) => `${path}: ${message}`).join('\n'));
    this.violations = violations;
  }
}

/** Reads a profile that somebody wrote; throws WrongProfile naming everything that is wrong. */
export const readProfile = (given: unknown): Profile => {
  const result = Profile.safeParse(given);
  if (result.success) return result.data;
  throw new WrongProfile(
    result.error.issues.map(({ path, message }) => ({
      path: path.map(String).join('.') || 'profile',
      message,
    })),
  );
};
