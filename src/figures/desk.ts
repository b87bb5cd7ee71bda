import { numberedDay, plusMonths } from '../../domain/shared/calendar.ts';
import { z } from 'zod';
import { figures } from '../../projections/figures/catalogue.ts';
import {
  ONLY,
  Unanswerable,
  type Fields,
  type Figure,
  type Parameter,
  type Question,
  type Window,
} from '../../projections/figures/figure.ts';
import type { Group } from '../../projections/balance/filters.ts';
import type { Asking, Cell, FigureBody, FigureCard, FigureDesk, Member } from '../figures.ts';
import {
  DAYS,
  dayIn,
  knownIn,
  momentIn,
  questionIn,
  refuseUnknown,
  windowOf,
  type Known,
  type Sources,
} from './asking.ts';
import type { Change, Engine, Found, Read } from './engine.ts';
import { NOUNS, placing } from './facts.ts';
import { fromBooks } from './from-books.ts';
import { fromRows } from './from-rows.ts';
import { groupLabel, memberNames } from './labels.ts';
import { pageEnd, pageStart } from './page.ts';
import { windowsOf } from './steps.ts';
import { NoSuchFigure, wrong, WrongQuestion } from './wrong-question.ts';

/** How many facts a group of changes names. */
const FACTS = 1_000;

const parameterShape = (parameter: Parameter): z.ZodType => {
  if (parameter === 'count') return z.string().regex(/^\d{0,9}$/);
  return z.enum(parameter.filter((value) => value !== ''));
};

const cardOf = ({ answer: _, parameters, ...head }: Figure): FigureCard => ({
  ...head,
  parameters: z.object(
    Object.fromEntries(
      Object.entries(parameters).map(([name, one]) => [name, parameterShape(one)]),
    ),
  ),
});

const figureNamed = (id: string): Figure => {
  const found = figures.find((figure) => figure.id === id);
  if (!found) throw new NoSuchFigure(id);
  return found;
};

const engineOf = (figure: Figure, question: Question): Engine => {
  try {
    const reckoning = figure.answer(question);
    return reckoning.by === 'books'
      ? fromBooks(reckoning, question, figure.takes)
      : fromRows(reckoning, question, figure.takes);
  } catch (error) {
    if (!(error instanceof Unanswerable)) throw error;
    throw new WrongQuestion([{ path: error.parameter, message: error.message }]);
  }
};

type Days = Readonly<Partial<Record<'on' | 'from' | 'to', string>>>;

/** The days of a figure: a stock's day is today unless asked, a flow's period the year so far. */
const daysIn = ({ takes }: Figure, asking: Asking, today: string): Days => {
  if (takes === 'on') return { on: dayIn(asking, 'on', today) };
  const to = dayIn(asking, 'to', today);
  return { from: dayIn(asking, 'from', `${to.slice(0, 4)}-01-01`), to };
};
const windowIn = ({ on, from, to }: Days): Window => windowOf(on ?? from ?? '', on ?? to ?? '');

/** A group's value as a filter asks for it; a region that was not cut is that very code. */
const asFilter = ({ dimension, level }: Group, value: string): string => {
  if (dimension !== 'region' || value === '') return value;
  const cut = { province: 2, city: 4, county: 6 }[level ?? 'county'];
  const isSubtree = level !== undefined && /^\d/.test(value) && value.length === cut;
  return isSubtree ? value : `${ONLY}${value}`;
};

/** Where the units behind a cell are listed. */
const membersUrl = (figure: Figure, asking: Asking, more: Asking): string => {
  const { groupBy: _, step: __, ...rest } = asking;
  const query = new URLSearchParams({ ...rest, ...more });
  return `/api/v1/figures/${figure.id}/members?${query.toString()}`;
};

const member = (
  thing: Engine['thing'],
  found: Found,
  name: string | undefined,
  facts: Member['facts'],
): Member => ({
  id: found.unit,
  subject: { things: NOUNS[thing], id: found.label },
  label: name ?? found.unit,
  weights: found.weights,
  ...(found.reason === '' ? {} : { reason: found.reason }),
  facts,
});

type Weight = 'numerator' | 'denominator' | 'workers';

/** Changes cause by cause, in what a cell of this shape says; what moves nothing of it is left out. */
const grouped = ({ shape }: Figure, changes: readonly Change[]) => {
  const weights: readonly Weight[] = ['numerator', 'denominator'];
  const shown = shape === 'count' ? [...weights, 'workers' as const] : weights;
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    if (shown.every((weight) => change[weight] === 0)) continue;
    const mine = groups.get(change.cause);
    if (mine) mine.push(change);
    else groups.set(change.cause, [change]);
  }
  const sum = (mine: readonly Change[], weight: Weight): number =>
    mine.reduce((total, change) => total + change[weight], 0);
  return [...groups].map(([cause, mine]) => ({
    cause,
    numerator: sum(mine, 'numerator'),
    denominator: sum(mine, 'denominator'),
    ...(shape === 'count' ? { workers: sum(mine, 'workers') } : {}),
    facts: mine.slice(0, FACTS).map(({ fact }) => fact),
  }));
};

/** Where figures are asked for: known now on this thread, everything else in a worker. */
export const figureDesk = (sources: Sources): FigureDesk => {
  const reading = (known: bigint, weight: 'light' | 'heavy' = 'light'): Read => {
    const head = sources.position();
    const isLight = weight === 'light' && known >= head;
    return { at: { known, head }, rows: isLight ? sources.all : sources.heavy };
  };

  const asked = (id: string, asking: Asking, words: readonly string[], known?: Known) => {
    const figure = figureNamed(id);
    refuseUnknown(figure, asking, [...words, 'knownAt']);
    const when = known ?? knownIn(sources, 'knownAt', asking['knownAt']);
    const question = questionIn(figure, asking, { known: when, zone: sources.zone });
    const engine = engineOf(figure, question);
    const head = {
      figure: figure.id,
      definitionVersion: figure.definitionVersion,
      knownAt: when.at,
      position: String(when.position),
      ...(engine.overlapping ? { overlapping: true as const } : {}),
    };
    return { figure, known: when, question, engine, head };
  };
  const readFor = ({ by }: ReturnType<Figure['answer']>, known: bigint): Read =>
    reading(known, by === 'books' ? 'light' : 'heavy');

  const cell: FigureDesk['cell'] = async (id, asking) => {
    const takes = DAYS[figureNamed(id).takes];
    const { figure, known, question, engine, head } = asked(id, asking, [...takes, 'groupBy']);
    const days = daysIn(figure, asking, question.today);
    const read = readFor(figure.answer(question), known.position);
    const { groups, ...whole } = await engine.cells(read, windowIn(days));
    // Where groups overlap, their accounts would count an enterprise in each: the whole is asked apart.
    const { total } = engine.overlapping
      ? await engineOf(figure, { ...question, groupBy: [] }).cells(read, windowIn(days))
      : whole;
    const dimensions = question.groupBy.map(({ dimension }) => dimension);
    const withUrl = (fields: Fields, more: Asking = {}): Cell => ({
      ...fields,
      members: membersUrl(figure, asking, { ...days, knownAt: known.at, ...more }),
    });
    const body: FigureBody = {
      ...head,
      ...days,
      total: withUrl(total),
      groups: groups.map(({ values, fields }) => {
        const filters = question.groupBy.map((group, i) => [
          group.dimension,
          asFilter(group, values[i] ?? ''),
        ]);
        return {
          key: values.join(','),
          label: groupLabel(dimensions, values),
          ...withUrl(fields, Object.fromEntries(filters) as Asking),
        };
      }),
    };
    return body;
  };

  const series: FigureDesk['series'] = async (id, asking) => {
    const words = ['from', 'to', 'step'];
    const { figure, known, question, engine, head } = asked(id, asking, words);
    const to = dayIn(asking, 'to', question.today);
    const from = dayIn(asking, 'from', plusMonths(to, -12));
    const windows = windowsOf(windowOf(from, to), asking['step']);
    const read = readFor(figure.answer(question), known.position);
    const found = await engine.series(read, windows);
    const { from: _, to: __, ...rest } = asking;
    return {
      ...head,
      from,
      to,
      series: found.map((fields, i) => {
        const window = windows[i] ?? { from: 0, to: 0 };
        const [first, date] = [numberedDay(window.from), numberedDay(window.to)];
        const days: Asking = figure.takes === 'on' ? { on: date } : { from: first, to: date };
        const members = membersUrl(figure, rest, { ...days, knownAt: known.at });
        return { date, ...fields, members };
      }),
    };
  };

  const members: FigureDesk['members'] = async (id, asking) => {
    const words = [...DAYS[figureNamed(id).takes], 'side', 'limit', 'cursor'];
    const { figure, known, question, engine } = asked(id, asking, words);
    const days = daysIn(figure, asking, question.today);
    const side = asking['side'] ?? 'numerator';
    if (!['numerator', 'denominator', 'excluded'].includes(side)) {
      wrong(
        'side',
        '应为 numerator、denominator 或 excluded。',
        'numerator, denominator or excluded.',
      );
    }
    const start = pageStart(asking, known.position);
    const read = reading(start.known, 'heavy');
    const page = await engine.members(read, windowIn(days), { side, ...start });
    const labels = page.found.map(({ label }) => label);
    const names = await read.rows(memberNames(engine.thing, labels));
    const nameOf = new Map(names.map(({ id: unit, name }) => [unit, name]));
    const placed = await placing(
      read,
      page.found.flatMap(({ facts }) => facts),
    );
    return {
      items: page.found.map((found) => {
        const facts = found.facts.map(({ position, type, at }) => ({ position, type, at }));
        return member(engine.thing, found, nameOf.get(found.label), placed(facts));
      }),
      next: page.next ? pageEnd(asking, start.known, page.next) : null,
    };
  };

  const changes: FigureDesk['changes'] = async (id, asking) => {
    const { from, to, period, ...rest } = asking;
    const { takes } = figureNamed(id);
    const after = momentIn(sources, 'to', to);
    const before =
      from === undefined
        ? wrong('from', '缺少起始时刻。', 'From which moment?')
        : momentIn(sources, 'from', from);
    if (before.position > after.position) {
      wrong('to', '结束时刻早于起始时刻。', 'The later moment is before the earlier one.');
    }
    const { figure, question, engine } = asked(id, rest, takes === 'on' ? ['on'] : [], after);
    const days = daysIn(figure, takes === 'on' ? rest : periodIn(period), question.today);
    const window = windowIn(days);
    const at = async ({ at: knownAt, position }: Known): Promise<Cell> => {
      const { total } = await engine.cells(reading(position, 'heavy'), window);
      return { ...total, members: membersUrl(figure, rest, { ...days, knownAt }) };
    };
    const read = reading(after.position, 'heavy');
    const groups = grouped(figure, await engine.changes(read, window, before.position));
    const placed = await placing(
      read,
      groups.flatMap(({ facts }) => facts),
    );
    return {
      figure: figure.id,
      ...days,
      before: await at(before),
      after: await at(after),
      groups: groups.map((group) => ({ ...group, facts: placed(group.facts) })),
    };
  };

  return { catalogue: figures.map(cardOf), cell, series, members, changes };
};

/** The period of a flow, `2026-01-01/2026-06-30`: where `from` and `to` are moments of knowledge. */
const periodIn = (text: string | undefined): Asking => {
  if (text === undefined) return {};
  const [from = '', to = ''] = text.split('/');
  return { from, to };
};
