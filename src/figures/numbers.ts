import { numberedDay, plusMonths } from '../../domain/shared/calendar.ts';
import type { Group } from '../../projections/balance/filters.ts';
import { ONLY, type Fields, type Figure, type Window } from '../../projections/figures/figure.ts';
import type { Asking, Cell, FigureDesk } from '../figures.ts';
import { DAYS, dayIn, windowOf, type Sources } from './asking.ts';
import {
  daysIn,
  figureNamed,
  headOf,
  inquire,
  membersUrl,
  windowIn,
  type Inquiry,
} from './inquiry.ts';
import { groupLabel } from './labels.ts';
import { windowsOf } from './steps.ts';

/** A group's value as a filter asks for it; a region that was not cut is that very code. */
const asFilter = ({ dimension, level }: Group, value: string): string => {
  if (dimension !== 'region' || value === '') return value;
  const cut = { province: 2, city: 4, county: 6 }[level ?? 'county'];
  const isSubtree = level !== undefined && /^\d/.test(value) && value.length === cut;
  return isSubtree ? value : `${ONLY}${value}`;
};

/** The whole and the groups. Where groups overlap, their accounts would count a unit in each: the whole is asked apart. */
const cellsOf = async (inquiry: Inquiry, window: Window) => {
  const { engine, read, whole } = inquiry;
  const { total, groups } = await engine.cells(read, window);
  return engine.overlapping
    ? { total: (await whole().cells(read, window)).total, groups }
    : { total, groups };
};

/** A figure of a day or a period, whole and by groups. */
export const cellDesk =
  (sources: Sources): FigureDesk['cell'] =>
  async (id, asking) => {
    const words = [...DAYS[figureNamed(id).takes], 'groupBy'];
    const inquiry = inquire(sources, [id, asking], words);
    const { figure, known, question } = inquiry;
    const days = daysIn(figure, asking, question.today);
    const { total, groups } = await cellsOf(inquiry, windowIn(days));
    const dimensions = question.groupBy.map(({ dimension }) => dimension);
    const withUrl = (fields: Fields, more: Asking = {}): Cell => ({
      ...fields,
      members: membersUrl(figure, asking, { ...days, knownAt: known.said, ...more }),
    });
    const filtersFor = (values: readonly string[]): Asking =>
      Object.fromEntries(
        question.groupBy.map((group, i) => [group.dimension, asFilter(group, values[i] ?? '')]),
      );
    return {
      ...headOf(inquiry),
      ...days,
      total: withUrl(total),
      groups: groups.map(({ values, fields }) => ({
        key: values.join(','),
        label: groupLabel(dimensions, values),
        ...withUrl(fields, filtersFor(values)),
      })),
    };
  };

/** A stock is asked on the last day of a step, a flow from the first to the last. */
const daysOf = ({ takes }: Figure, { from, to }: Window): Asking =>
  takes === 'on' ? { on: numberedDay(to) } : { from: numberedDay(from), to: numberedDay(to) };

/** A figure step by step. */
export const seriesDesk =
  (sources: Sources): FigureDesk['series'] =>
  async (id, asking) => {
    const inquiry = inquire(sources, [id, asking], ['from', 'to', 'step']);
    const { figure, known, question, engine, read } = inquiry;
    const to = dayIn(asking, 'to', question.today);
    const from = dayIn(asking, 'from', plusMonths(to, -12));
    const windows = windowsOf(windowOf(from, to), asking['step']);
    const found = await engine.series(read, windows);
    const { from: _, to: __, ...rest } = asking;
    const series = found.map((fields, i) => {
      const window = windows[i] ?? { from: 0, to: 0 };
      const days = daysOf(figure, window);
      const members = membersUrl(figure, rest, { ...days, knownAt: known.said });
      return { date: numberedDay(window.to), ...fields, members };
    });
    return { ...headOf(inquiry), from, to, series };
  };
