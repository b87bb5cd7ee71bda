import { dayNumber, dayOf, endOfDay, normalInstant } from '../../domain/shared/calendar.ts';
import { Day } from '../../domain/shared/values.ts';
import { Division } from '../../domain/shared/values.ts';
import type { Group } from '../../projections/balance/filters.ts';
import {
  regionAsked,
  type Figure,
  type Parameter,
  type Question,
  type Window,
} from '../../projections/figures/figure.ts';
import type { Query } from '../../projections/projection.ts';
import type { Dimension } from '../../projections/ledger.ts';
import type { Asking } from '../figures.ts';
import { knownValues } from './labels.ts';
import { wrong, WrongQuestion, type Complaint } from './wrong-question.ts';

/** Where figures read. */
export type Sources = {
  /** A light read on this thread. */
  readonly all: <R>(query: Query<R>) => R[];
  /** A heavy read in a worker. */
  readonly heavy: <R>(query: Query<R>) => Promise<R[]>;
  /** The last position known at an instant (UTC, milliseconds). */
  readonly positionAt: (instant: string) => bigint;
  /** How far the read models are. */
  readonly position: () => bigint;
  readonly now: () => string;
  /** The zone of days that name no place. */
  readonly zone: string;
};

/** A moment of knowledge: the instant asked for, the position it resolves to, and how to ask for just that again. */
export type Known = { readonly at: string; readonly position: bigint; readonly said: string };

/** Words a question may use beside dimensions and parameters. */
export const DAYS = { on: ['on'], 'from-to': ['from', 'to'] } as const;

/** A name nobody knows is an error, for someone meant something by it. */
export const refuseUnknown = (
  { dimensions, parameters, id }: Figure,
  asking: Asking,
  words: readonly string[],
): void => {
  const known = [...words, ...dimensions, ...Object.keys(parameters)];
  const complaints = Object.keys(asking)
    .filter((name) => !known.includes(name))
    .map((path): Complaint => ({
      path,
      message: {
        zh: `${id} 没有“${path}”这个参数；可用：${known.join('、')}。`,
        en: `${id} has no parameter ${path}; it has: ${known.join(', ')}.`,
      },
    }));
  if (complaints.length > 0) throw new WrongQuestion(complaints);
};

/** A day out of a question, or the one that stands in for it. */
export const dayIn = (asking: Asking, name: string, otherwise: string): string => {
  const text = asking[name] ?? otherwise;
  return Day.safeParse(text).success
    ? text
    : wrong(name, '应为日期（YYYY-MM-DD）。', 'This is a day (YYYY-MM-DD).');
};

/** Two days in order, as numbers. */
export const windowOf = (from: string, to: string): Window =>
  from <= to
    ? { from: dayNumber(from), to: dayNumber(to) }
    : wrong('to', '结束日早于开始日。', 'The last day is before the first.');

/** The instant a text names; a bare day is its end in the place. */
const instantIn = (name: string, text: string, zone: string): string => {
  try {
    return Day.safeParse(text).success ? endOfDay(text, zone) : normalInstant(text);
  } catch {
    return wrong(
      name,
      '应为日期（YYYY-MM-DD）或带时区的时刻。',
      'This is a day (YYYY-MM-DD) or an instant with its offset.',
    );
  }
};

/** When it is known: at an instant or a position, as asked, else now. What is still to come is not known: it is now. */
export const knownIn = (sources: Sources, name: string, text: string | undefined): Known => {
  const head = sources.position();
  const now = sources.now();
  const upTo = (position: bigint): bigint => (position < head ? position : head);
  if (text !== undefined && /^\d{1,18}$/.test(text)) {
    const position = upTo(BigInt(text));
    return { at: now, position, said: String(position) };
  }
  const at = text === undefined ? now : instantIn(name, text, sources.zone);
  if (at >= now) return { at: now, position: head, said: now };
  return { at, position: upTo(sources.positionAt(at)), said: at };
};

const LEVELS = ['province', 'city', 'county'] as const;

const groupIn = (figure: Figure, text: string): Group => {
  const [name = '', level] = text.split(':');
  if (!figure.dimensions.includes(name)) {
    const list = figure.dimensions.join(', ');
    return wrong('groupBy', `只能按以下维度分组：${list}。`, `It is grouped by: ${list}.`);
  }
  const cut = LEVELS.find((one) => one === level);
  if (level !== undefined && (name !== 'region' || !cut)) {
    return wrong(
      'groupBy',
      '只有 region 可以加级别：province、city、county。',
      'Only region takes a level: province, city or county.',
    );
  }
  return { dimension: name as Dimension, level: cut };
};

/** One or two dimensions to group by. */
export const groupsIn = (figure: Figure, text: string | undefined): readonly Group[] => {
  if (text === undefined || text === '') return [];
  const groups = text.split(',').map((one) => groupIn(figure, one.trim()));
  const distinct = new Set(groups.map(({ dimension }) => dimension));
  return groups.length <= 2 && distinct.size === groups.length
    ? groups
    : wrong('groupBy', '最多按两个不同维度分组。', 'Group by two different dimensions at most.');
};

const valueIn = (dimension: string, value: string): string => {
  if (value === '') return value;
  if (dimension === 'region') {
    return Division.safeParse(regionAsked(value).code).success
      ? value
      : wrong('region', '应为行政区划代码。', 'This is a division code.');
  }
  const values = knownValues(dimension);
  return !values || values.includes(value)
    ? value
    : wrong(dimension, `应为：${values.join('、')}。`, `One of: ${values.join(', ')}.`);
};

const countIn = (name: string, text: string): string =>
  /^\d{0,9}$/.test(text) ? text : wrong(name, '应为整数。', 'This is a whole number.');

const wordIn = (name: string, words: readonly string[], text: string): string => {
  if (words.includes(text)) return text;
  const list = words.filter((word) => word !== '').join(', ');
  return wrong(name, `应为：${list}。`, `One of: ${list}.`);
};

const parameterIn = (name: string, parameter: Parameter, text: string | undefined): string =>
  parameter === 'count'
    ? countIn(name, text ?? '')
    : wordIn(name, parameter, text ?? parameter[0] ?? '');

/** The part of a question that does not depend on days. */
export const questionIn = (
  figure: Figure,
  asking: Asking,
  { known, zone }: { readonly known: Known; readonly zone: string },
): Question => {
  const where = Object.fromEntries(
    figure.dimensions.flatMap((name) => {
      const value = asking[name];
      return value === undefined ? [] : [[name, valueIn(name, value)]];
    }),
  );
  const parameters = Object.fromEntries(
    Object.entries(figure.parameters).map(([name, parameter]) => [
      name,
      parameterIn(name, parameter, asking[name]),
    ]),
  );
  return {
    where,
    parameters,
    groupBy: groupsIn(figure, asking['groupBy']),
    today: dayOf(known.at, zone),
  };
};
