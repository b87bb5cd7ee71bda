import type { Account } from '../../projections/ledger.ts';
import {
  added,
  balancesFrom,
  keyOf,
  movements,
  NOTHING,
  valuesOf,
  type Sums,
} from '../../projections/balance/balances.ts';
import type { Group } from '../../projections/balance/filters.ts';
import type { Fields, FromBooks, Question, Term } from '../../projections/figures/figure.ts';
import type { Engine, Read } from './engine.ts';

/** A figure out of the books, and what is asked of it. */
export type Reckoned = {
  readonly reckoning: FromBooks;
  readonly question: Question;
  readonly takes: 'on' | 'from-to';
};

type Balances = readonly ReadonlyMap<string, Sums>[];
type ByTerm = ReadonlyMap<string, Balances>;
/** Between which of the days that were asked for; −1 is the beginning. */
type Between = readonly [number, number];

export const termNamed = ({ reckoning }: Reckoned, name: string): Term => {
  const term = reckoning.terms[name];
  if (!term) throw new Error(`There is no term ${name}.`);
  return term;
};

const isOf = ({ always, free }: Account, { dimension }: Group): boolean =>
  always.includes(dimension) || free.includes(dimension);

/** The groups of a question that an account keeps. */
const groupsOf = ({ account }: Term, groupBy: readonly Group[]): readonly Group[] =>
  groupBy.filter((group) => isOf(account, group));

/** The balances of every term; all at once, for heavy reads have threads of their own. */
const balancesOf = async (
  { reckoning }: Reckoned,
  read: Read,
  groupBy: readonly Group[],
  days: readonly number[],
): Promise<ByTerm> => {
  const found = Object.entries(reckoning.terms).map(async ([name, term]) => {
    const asked = { weighs: reckoning.weighs, groupBy: groupsOf(term, groupBy), days };
    const wanted = { ...term, ...read.at, ...asked };
    return [name, balancesFrom(wanted, await read.rows(movements(wanted)))] as const;
  });
  return new Map(await Promise.all(found));
};

/** The balances with their groups added up: an entry stands in one of them. */
const wholes = (found: ByTerm): ByTerm =>
  new Map(
    [...found].map(([name, days]) => [
      name,
      days.map((groups) => {
        const sums = [...groups.values()];
        return new Map([['', sums.reduce((all, one) => added(all, one), NOTHING)]]);
      }),
    ]),
  );

const sumAt = (balances: Balances, key: string, [before, at]: Between): Sums => {
  const sum = balances[at]?.get(key) ?? NOTHING;
  return before < 0 ? sum : added(sum, balances[before]?.get(key) ?? NOTHING, -1);
};

/** The days between which a term is summed: a stock is so from the beginning. */
const daysOf = ({ stock }: Term, [before, at]: Between): Between => {
  if (stock === 'opening') return [-1, before];
  return stock === 'closing' ? [-1, at] : [before, at];
};

const isNothing = (sums: Sums): boolean => Object.values(sums).every((value) => value === 0);

/** The cell of a group; no values, and it is that of the whole. */
const cellAt = (
  reckoned: Reckoned,
  found: ByTerm,
  values: readonly string[],
  at: Between,
): Fields => {
  const { reckoning, question } = reckoned;
  const groupAt = (i: number) => question.groupBy[i] as Group;
  const group = Object.fromEntries(values.map((value, i) => [groupAt(i).dimension, value]));
  const sum = (name: string): Sums => {
    const term = termNamed(reckoned, name);
    // A term's key holds only the values that its account keeps.
    const key = keyOf(values.filter((_, i) => isOf(term.account, groupAt(i))));
    return sumAt(found.get(name) ?? [], key, daysOf(term, at));
  };
  return reckoning.cell(sum, { ...question.where, ...group });
};

/** Every group in which a term that keeps all dimensions has something. */
const groupKeys = ({ reckoning, question }: Reckoned, found: ByTerm, at: Between): string[] => {
  const keys = new Set<string>();
  for (const [name, term] of Object.entries(reckoning.terms)) {
    if (groupsOf(term, question.groupBy).length < question.groupBy.length) continue;
    const days = found.get(name) ?? [];
    const between = daysOf(term, at);
    for (const key of days[between[1]]?.keys() ?? []) {
      if (!isNothing(sumAt(days, key, between))) keys.add(key);
    }
  }
  return [...keys].sort();
};

/** The whole and the groups of a day or a period. */
export const cellsIn =
  (reckoned: Reckoned): Engine['cells'] =>
  async (read, { from, to }) => {
    const { question, takes } = reckoned;
    const at: Between = takes === 'on' ? [-1, 0] : [0, 1];
    const days = takes === 'on' ? [to] : [from - 1, to];
    const found = await balancesOf(reckoned, read, question.groupBy, days);
    const total = cellAt(reckoned, wholes(found), [], at);
    if (question.groupBy.length === 0) return { total, groups: [] };
    const groups = groupKeys(reckoned, found, at).map((key) => {
      const values = valuesOf(key);
      return { values, fields: cellAt(reckoned, found, values, at) };
    });
    return { total, groups };
  };

/** The whole of several days or periods, in one pass. */
export const seriesIn =
  (reckoned: Reckoned): Engine['series'] =>
  async (read, windows) => {
    const isStock = reckoned.takes === 'on';
    const [first] = windows;
    const ends = windows.map(({ to }) => to);
    const days = isStock || !first ? ends : [first.from - 1, ...ends];
    const found = await balancesOf(reckoned, read, [], days);
    return windows.map((_, i) => cellAt(reckoned, found, [], isStock ? [-1, i] : [i, i + 1]));
  };
