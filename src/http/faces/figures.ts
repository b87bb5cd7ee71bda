import { z } from 'zod';
import type { FigureCard } from '../../figures.ts';
import { ensurePossible } from '../asking/codes.ts';
import { described, param, queryOf } from '../asking/input.ts';
import { operation, type Face, type Route } from '../route.ts';
import { Sentence } from '../answers/row-shape.ts';
import { dimensions } from '../../words/dimensions.ts';
import { at } from '../../words/said.ts';

const Cell = z
  .looseObject({ excluded: z.record(z.string(), z.int()), members: z.string() })
  .meta({ id: 'Cell', description: 'Its other fields follow the figure’s `shape`.' });

const Head = z.object({
  figure: z.string(),
  definitionVersion: z.int(),
  on: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  knownAt: z.string(),
  position: z.string(),
  overlapping: z.literal(true).optional(),
});

const Group = Cell.extend({ key: z.string(), label: z.union([Sentence, z.string()]) });

const Subject = z.object({ things: z.string(), id: z.string() });
const Known = z.object({
  id: z.string(),
  position: z.string(),
  type: z.string(),
  at: z.string(),
  subject: Subject,
});

const Numbers = z.record(z.string(), z.number());
const Moved = z.record(z.string(), z.union([z.number(), Numbers]));

const Adds = z.number().meta({ description: 'What it adds above the line, or below it.' });
const Weighs = z.number().nullable().meta({
  description: 'Null where it is unknown, or the figure has no such thing.',
});
const Weights = z.object({
  ...{ numerator: Adds, denominator: Adds },
  ...{ workers: Weighs, women: Weighs, members: Weighs, value: Weighs },
});

/** The four questions a figure answers, each with the shape of its answer. */
const questions = {
  cell: Head.extend({ total: Cell, groups: z.array(Group) }),
  series: Head.extend({ series: z.array(Cell.extend({ date: z.string() })) }),
  members: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        subject: Subject,
        label: z.string(),
        weights: Weights,
        reason: z.string().optional().meta({ description: 'Why it is left out.' }),
        facts: z.array(Known),
      }),
    ),
    next: z.string().nullable(),
  }),
  changes: z.object({
    figure: z.string(),
    on: z.string().optional(),
    from: z.string().optional(),
    to: z.string().optional(),
    before: Cell,
    after: Cell,
    groups: z.array(
      z.object({
        cause: z.string(),
        numerator: z.number().meta({
          description: 'Of a figure that counts, the difference of its `count`.',
        }),
        denominator: z.number(),
        workers: z.number().optional(),
        moved: Moved.meta({
          description: 'By how much each number of the cell that adds up is another one, by name.',
        }),
        facts: z.array(Known.extend({ unit: z.string() })),
      }),
    ),
  }),
} as const;
type Question = keyof typeof questions;

const own: Readonly<Record<Exclude<Question, 'changes'>, readonly string[]>> = {
  cell: ['groupBy'],
  series: ['from', 'to', 'step'],
  members: ['side', 'limit', 'cursor'],
};

const told = ({ parameters, ...card }: FigureCard) => ({
  ...card,
  parameters: z.toJSONSchema(parameters, { io: 'input', unrepresentable: 'any' }),
});

/** What the words beside dimensions and parameters mean. */
const meant: Readonly<Record<string, string>> = {
  on: 'The day (YYYY-MM-DD); today where it is left out.',
  from: 'The first day, included.',
  to: 'The last day, included.',
  groupBy: 'One dimension, or two with a comma; `region:province`, `:city` or `:county`.',
  step: 'day, month, quarter or year.',
  side: 'numerator, denominator or excluded.',
  limit: 'How many items a page has: 1 to 500, 50 where it is left out.',
  cursor: '`next` of the page before.',
};

/** Which units are meant: by dimension and by the parameters of the figure. */
const whereFor = ({ dimensions: own, parameters }: FigureCard): z.ZodRawShape => ({
  ...Object.fromEntries(
    own.map((name) => {
      const said = at(dimensions, name);
      return [name, described(said ? `${said.en} · ${said.zh}` : name)];
    }),
  ),
  ...Object.fromEntries(
    Object.entries(parameters.partial().shape).map(([name, one]) => [
      name,
      one.meta({
        description: 'A parameter of this figure; its own default where it is left out.',
      }),
    ]),
  ),
});

/** Of changes, `from` and `to` are moments of knowledge: a flow names its period in one word. */
const changesFor = (card: FigureCard): z.ZodObject => {
  const day = described('The day the figure is of (YYYY-MM-DD); today where it is left out.');
  const period = described(
    'The period the figure is of, both days included: 2026-03-01/2026-03-31; the year so far where it is left out.',
  );
  return z.object({
    ...(card.takes === 'on' ? { on: day } : { period }),
    from: z.string().meta({ description: 'As known at this instant, day or position.' }),
    to: described('And at this one; now where it is left out.'),
    ...whereFor(card),
  });
};

const queryFor = (card: FigureCard, question: Question): z.ZodObject => {
  if (question === 'changes') return changesFor(card);
  const days = card.takes === 'on' ? ['on'] : ['from', 'to'];
  return z.object({
    ...Object.fromEntries(
      [...days, ...own[question]].map((name) => [name, described(meant[name] ?? name)]),
    ),
    knownAt: described(
      'As known then: an instant with its offset, a day, which means its end, or a position of the log; now where it is left out.',
    ),
    ...whereFor(card),
  });
};

const catalogueRoute = ({ app }: Face): Route => ({
  method: 'get',
  path: '/api/v1/figures',
  says: operation({
    tag: 'figures',
    id: 'list-figures',
    summary: 'The catalogue of published figures',
    ok: z.object({
      items: z.array(
        z.looseObject({
          id: z.string(),
          names: Sentence,
          definition: Sentence,
          definitionVersion: z.int(),
          unit: Sentence,
          shape: z.string(),
          takes: z.enum(['on', 'from-to']),
          dimensions: z.array(z.string()),
          excludes: z.array(z.string()).meta({
            description: 'Why units are left out: a unit for one reason, the first that fits.',
          }),
        }),
      ),
      next: z.null(),
    }),
  }),
  answer: (_req, res) => {
    res.json({ items: app.figures.catalogue.map(told), next: null });
  },
});

/** `only:3206` asks for what stands in the division itself. */
const ensureDimension = (name: string, value = ''): void => {
  ensurePossible(name, name === 'region' ? value.replace(/^only:/, '') : value);
};

const anyFigure = z.object({ figure: z.string().meta({ description: 'An id of the catalogue.' }) });

const figureRoute = ({ app }: Face, question: Question, card?: FigureCard): Route => {
  const rest = question === 'cell' ? '' : `/${question}`;
  const id = card?.id ?? 'figure';
  const summary = card ? `${card.names.en} · ${card.names.zh}` : 'Any figure';
  return {
    method: 'get',
    path: `/api/v1/figures/${card?.id ?? '{figure}'}${rest}`,
    says: operation({
      tag: 'figures',
      id: rest === '' ? id : `${id}-${question}`,
      summary: rest === '' ? summary : `${summary}: ${question}`,
      ...(card
        ? { description: card.definition.en, query: queryFor(card, question) }
        : {
            path: anyFigure,
            query: z.looseObject({}),
            answers: { '404': 'There is no such figure.' },
          }),
      ok: questions[question],
    }),
    answer: async (req, res) => {
      const query = queryOf(req);
      for (const name of card?.dimensions ?? []) ensureDimension(name, query[name]);
      const body = await app.figures[question](card?.id ?? param(req, 'figure'), query);
      if ('position' in body) res.set('Concord-Position', body.position);
      res.set('Cache-Control', 'no-store').json(body);
    },
  };
};

/** The catalogue, and every figure with its series, members and changes; the last ones answer for unknown ids. */
export const figureRoutes = (face: Face): Route[] => [
  catalogueRoute(face),
  ...[...face.app.figures.catalogue, undefined].flatMap((card) =>
    (Object.keys(questions) as Question[]).map((question) => figureRoute(face, question, card)),
  ),
];
