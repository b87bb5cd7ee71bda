import { dayNumber } from '../../domain/shared/calendar.ts';
import { isWithin } from '../../domain/shared/codes.ts';
import { keyOf, valuesOf } from '../../projections/balance/balances.ts';
import type { Group } from '../../projections/balance/filters.ts';
import {
  regionAsked,
  type Fields,
  type FromRows,
  type Question,
  type UnitOfFigure,
  type Window,
} from '../../projections/figures/figure.ts';
import { sql } from '../../projections/projection.ts';
import type { Change, Cited, Engine, MemberWeights, Read } from './engine.ts';
import { isNothing, plus } from './moved.ts';

type Rows = readonly UnitOfFigure[];

const columns = {
  region: 'region',
  industry: 'industry',
  registrationType: 'registration_type',
  sizeClass: 'size_class',
  unionised: 'unionised',
  contractKind: 'contract_kind',
  contractLevel: 'contract_level',
  age: 'age',
  forum: 'forum',
  meetingLevel: 'meeting_level',
  ownerParty: 'owner_party',
  cause: 'cause',
  level: 'level',
  body: 'body',
  collective: 'collective',
  outcome: 'outcome',
  mediator: 'mediator',
} as const satisfies Record<string, keyof UnitOfFigure>;

const valueOf = (row: UnitOfFigure, dimension: string): string => {
  const column = columns[dimension as keyof typeof columns];
  return row[column] ?? '';
};

const digits = { province: 2, city: 4, county: 6 } as const;

const groupValue = (row: UnitOfFigure, { dimension, level }: Group): string => {
  const value = valueOf(row, dimension);
  return level && /^\d/.test(value) ? value.slice(0, digits[level]) : value;
};

const fits = (row: UnitOfFigure, dimension: string, wanted: string): boolean => {
  const value = valueOf(row, dimension);
  if (dimension !== 'region') return value === wanted;
  const { only, code } = regionAsked(wanted);
  return only ? value === code : isWithin(value, code);
};

const journalOf = (positions: readonly string[]) =>
  sql<Cited>()`SELECT CAST(position_no AS TEXT) AS position, type, at FROM journal
    WHERE position_no IN (SELECT CAST(value AS INTEGER) FROM json_each(${JSON.stringify(positions)}))`;

const citing = async (read: Read, positions: readonly string[]): Promise<Map<string, Cited>> => {
  const facts = await read.rows(journalOf([...new Set(positions)]));
  return new Map(facts.map((fact) => [fact.position, fact]));
};

const sides: Readonly<Record<string, (row: UnitOfFigure) => boolean>> = {
  numerator: ({ numerator }) => numerator !== 0,
  denominator: ({ denominator }) => denominator !== 0,
  excluded: ({ reason }) => reason !== '',
};

const weightsOf = ({ numerator, denominator, workers, value }: UnitOfFigure): MemberWeights => ({
  ...{ numerator, denominator, workers, value },
  ...{ women: null, members: null },
});

/** The position of the fact that made a unit count otherwise: it came, it changed, or it left. */
const turningPoint = (was: UnitOfFigure | undefined, is: UnitOfFigure | undefined): string => {
  if (is && is.since !== was?.since) return is.since;
  return was?.until ?? is?.since ?? '';
};

const sumOf = (rows: Rows, weight: 'numerator' | 'denominator' | 'workers'): number =>
  rows.reduce((sum, row) => sum + (row[weight] ?? 0), 0);

const byUnit = (rows: Rows) => Map.groupBy(rows, ({ unit }) => unit);

/** Units that count otherwise than before: what each adds, and the position of the fact that did it. */
const differing = (before: Rows, after: Rows, cell: FromRows['cell']) => {
  const [old, now] = [byUnit(before), byUnit(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((unit) => {
    const [was, is] = [old.get(unit) ?? [], now.get(unit) ?? []];
    const step = (weight: Parameters<typeof sumOf>[1]) => sumOf(is, weight) - sumOf(was, weight);
    const moved = plus(cell(is), cell(was), -1);
    if (isNothing(moved)) return [];
    const steps = { numerator: step('numerator'), denominator: step('denominator') };
    const fact = turningPoint(was.at(-1), is.at(-1));
    return [{ unit, ...steps, workers: step('workers'), moved, fact }];
  });
};

/** Answers a figure out of rows, one a unit. */
export const fromRows = (
  reckoning: FromRows,
  question: Question,
  takes: 'on' | 'from-to',
): Engine => {
  const chosen = (rows: Rows): Rows =>
    reckoning
      .counted(rows)
      .filter((row) =>
        Object.entries(question.where).every(([name, value]) => fits(row, name, value ?? '')),
      );

  const units = async (read: Read, window: Window, known = read.at.known): Promise<Rows> =>
    chosen(await read.rows(reckoning.rows(window, known)));

  const cells: Engine['cells'] = async (read, window) => {
    const rows = await units(read, window);
    const groups = Map.groupBy(question.groupBy.length === 0 ? [] : rows, (row) =>
      keyOf(question.groupBy.map((group) => groupValue(row, group))),
    );
    return {
      total: reckoning.cell(rows),
      groups: [...groups]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, mine]) => ({ values: valuesOf(key), fields: reckoning.cell(mine) })),
    };
  };

  const anew = async (read: Read, windows: readonly Window[]): Promise<readonly Fields[]> => {
    const found: Fields[] = [];
    for (const window of windows) found.push(reckoning.cell(await units(read, window)));
    return found;
  };

  const flows = async (read: Read, windows: readonly Window[]): Promise<readonly Fields[]> => {
    const [from, to] = [windows[0]?.from ?? 0, windows.at(-1)?.to ?? 0];
    const rows = await read.rows(reckoning.rows({ from, to }, read.at.known));
    const dated = rows.map((row) => ({ row, on: dayNumber(row.day) }));
    return windows.map((window) => {
      const inside = dated.filter(({ on }) => on >= window.from && on <= window.to);
      return reckoning.cell(chosen(inside.map(({ row }) => row)));
    });
  };

  const members: Engine['members'] = async (read, window, { side, after: [, offset], limit }) => {
    const all = (await units(read, window)).filter(sides[side] ?? (() => false));
    const page = all.slice(offset, offset + limit);
    const cited = await citing(
      read,
      page.map(({ since }) => since),
    );
    const found = page.map((row) => {
      const fact = cited.get(row.since);
      const { unit, label, reason } = row;
      return { unit, label, reason, weights: weightsOf(row), facts: fact ? [fact] : [] };
    });
    const end = offset + page.length;
    return { found, next: end < all.length ? [0, end] : undefined };
  };

  const changes: Engine['changes'] = async (read, window, known) => {
    const changed = differing(
      await units(read, window, known),
      await units(read, window),
      reckoning.cell,
    );
    const cited = await citing(
      read,
      changed.map(({ fact }) => fact),
    );
    return changed.map(({ unit, fact, ...moved }): Change => {
      const by = cited.get(fact) ?? { position: fact, type: '', at: '' };
      return { cause: by.type, fact: { ...by, unit }, ...moved };
    });
  };

  return {
    by: 'rows',
    thing: reckoning.thing,
    overlapping: reckoning.overlapping ?? false,
    cells,
    series: takes === 'on' || reckoning.series === 'anew' ? anew : flows,
    members,
    changes,
  };
};
