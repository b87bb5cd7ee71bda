import type { Request, Response } from 'express';
import { z } from 'zod';
import { divisionName } from '../../../../domain/law/divisions.ts';
import type { Category } from '../../../../domain/shared/policy.ts';
import type { Sentence as Said } from '../../../../domain/shared/rules.ts';
import { casesStanding } from '../../../../projections/bargaining/cases-standing.ts';
import { contractsStanding } from '../../../../projections/contracts/contracts-standing.ts';
import { raw, sql, type Query } from '../../../../projections/projection.ts';
import { folded } from '../../../../projections/search-terms.ts';
import type { App, Thing } from '../../../app.ts';
import { valuesOf, vocabularies } from '../../../words/words.ts';
import { manyOf, parsed } from '../../asking/input.ts';
import { mayReadPeople } from '../../asking/who.ts';
import { Sentence } from '../../answers/row-shape.ts';
import { invalid } from '../../answers/problem.ts';
import { operation, type Face, type Route } from '../../route.ts';
import { today } from '../deadlines/deadlines.ts';

const Asked = z.strictObject({
  q: z.string().trim().min(1).max(100).meta({ description: 'What is looked for.' }),
  limit: z.coerce.number().int().min(1).max(50).default(20).meta({
    description: 'How many at most.',
  }),
  things: z.array(z.string()).max(10).optional().meta({
    description: 'Narrows to enterprises, people, …; may come again.',
  }),
});
type Asked = z.infer<typeof Asked>;

const Hit = z.object({
  things: z.string(),
  id: z.string(),
  label: z.string(),
  hint: Sentence.nullable(),
  field: z.string().meta({ description: 'By which of its words it was found.' }),
  text: z.string().meta({ description: 'That word: a former name, for example.' }),
});

type Found = {
  readonly category: Category;
  readonly subject: string;
  readonly field: string;
  readonly text: string;
};

/** How many words a piece of text is looked up in before the best are chosen. */
const ENOUGH = 2_000;

/** Words that begin so, by the index; and those that hold it anywhere, as many as are enough. */
const holding = (q: string): Query<unknown> =>
  sql()`SELECT * FROM (SELECT category, subject, field, text, folded FROM search_terms
      WHERE folded >= ${q} AND folded < ${`${q}\u{10ffff}`} LIMIT ${ENOUGH})
    UNION ALL SELECT * FROM (SELECT category, subject, field, text, folded FROM search_terms
      WHERE instr(folded, ${q}) > 1 LIMIT ${ENOUGH})
    UNION ALL SELECT 'person', id, 'name', name, folded FROM person_names
      WHERE instr(folded, ${q}) > 0`;

/** Whole words first, then beginnings, then anywhere; of one thing its best word. Short words before long ones. */
const matches = (q: string, categories: readonly Category[]): Query<Found> =>
  sql<Found>()`SELECT category, subject, field, text, min(rank) AS best FROM (
      SELECT category, subject, field, text,
        CASE instr(folded, ${q}) WHEN 1 THEN (folded <> ${q}) ELSE 2 END * 1000 + length(folded) AS rank
      FROM (${holding(q)})
      WHERE category IN (SELECT value FROM json_each(${JSON.stringify(categories)})))
    GROUP BY category, subject ORDER BY best, category, subject`;

type Telling = { readonly id: string; readonly label: string; readonly about: string | null };

/** What goes by the name of its employer, or by something else where it has none. */
const ofEmployer = (rows: Query<unknown>, otherwise: string): Query<unknown> =>
  sql()`SELECT t.id, coalesce(e.name, ${raw(otherwise)}, t.id) AS label, t.phase AS about
    FROM ${rows} t LEFT JOIN enterprise_register e ON e.id = t.enterprise`;

/** What a hit is called and what tells it from others today, by category: a division, a phase, an employer. */
const tellings: Readonly<Record<string, (day: string) => Query<unknown>>> = {
  enterprise: () => raw('SELECT id, name AS label, division AS about FROM enterprise_register'),
  contract: (day) => ofEmployer(contractsStanding(day), 't.union_name, t.employers_body'),
  bargainingCase: (day) => ofEmployer(casesStanding(day), 't.union_name, t.employers_body'),
  consultation: () => raw('SELECT id, name AS label, phase AS about FROM meetings'),
  dispute: () => ofEmployer(raw('dispute_docket'), 't.employers'),
  person: () =>
    raw('SELECT id, name AS label, coalesce(position, employer) AS about FROM person_names'),
};

const told = async (app: App, category: string, ids: readonly string[]) => {
  const telling = tellings[category];
  if (!telling) return new Map<string, Telling>();
  const rows = await app.heavy(
    sql<Telling>()`SELECT id, label, about FROM (${telling(today(app))})
      WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  );
  return new Map(rows.map((row) => [`${category}/${row.id}`, row]));
};

const hintOf = (category: Category, about: string | null): Said | null => {
  if (about === null) return null;
  if (category === 'enterprise') return divisionName(about) ?? { zh: about, en: about };
  if (category === 'person') return { zh: about, en: about };
  return vocabularies[category].phases[about] ?? valuesOf('', 'status')?.[about] ?? null;
};

/** A kind of thing that there is not is a slip. */
const ensureNouns = (app: App, asked: readonly string[] = []): void => {
  const nouns = app.things.map(({ noun }) => noun);
  const wrong = asked.find((noun) => !nouns.includes(noun));
  if (wrong === undefined) return;
  const names = nouns.join(', ');
  throw invalid('things', `可用：${names}。`, `There is no ${wrong}; there are: ${names}.`);
};

const searched = ({ app }: Face, req: Request, { things }: Asked): readonly Thing[] => {
  const among = app.things.filter(({ category }) => Object.hasOwn(tellings, category));
  const asked = things ? among.filter(({ noun }) => things.includes(noun)) : among;
  return mayReadPeople(req) ? asked : asked.filter(({ category }) => category !== 'person');
};

const query = (req: Request): Asked => {
  const many = manyOf(req);
  const things = many.get('things');
  const rest = [...many].filter(([name]) => name !== 'things');
  return parsed(req, Asked, {
    ...Object.fromEntries(rest.map(([name, values]) => [name, values.join(',')])),
    ...(things ? { things } : {}),
  });
};

const hitsFor = async ({ app }: Face, asked: Asked, things: readonly Thing[]) => {
  const categories = things.map(({ category }) => category);
  const found = await app.heavy(
    sql<Found>()`${matches(folded(asked.q), categories)} LIMIT ${asked.limit}`,
  );
  const ids = Map.groupBy(found, ({ category }) => category);
  const names = await Promise.all(
    [...ids].map(([category, rows]) =>
      told(
        app,
        category,
        rows.map(({ subject }) => subject),
      ),
    ),
  );
  const rows = new Map(names.flatMap((one) => [...one]));
  return found.map(({ category, subject, field, text }) => {
    const row = rows.get(`${category}/${subject}`);
    return {
      things: things.find((thing) => thing.category === category)?.noun ?? category,
      id: subject,
      label: row?.label ?? subject,
      hint: hintOf(category, row?.about ?? null),
      field,
      text,
    };
  });
};

const answer = async (face: Face, req: Request, res: Response): Promise<void> => {
  const asked = query(req);
  ensureNouns(face.app, asked.things);
  const items = await hitsFor(face, asked, searched(face, req, asked));
  res.set('Cache-Control', 'no-store').json({ items, next: null });
};

/** One question over everything that has a name, a code or a number. */
export const searchRoute = (face: Face): Route => ({
  method: 'get',
  path: '/api/v1/search',
  says: operation({
    tag: 'search',
    id: 'search',
    summary: 'Find anything by its name, a former name, a code or a number',
    description:
      '`q` is looked for anywhere in the words; whole words come first, then beginnings. `things` (more than once) ' +
      'narrows to enterprises, people, …',
    query: Asked,
    ok: z.object({ items: z.array(Hit), next: z.null() }),
  }),
  answer: (req, res) => answer(face, req, res),
});
