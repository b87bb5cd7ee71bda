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
import {
  changesSince,
  memberFacts,
  memberPage,
  type Meant,
  type Selection,
} from '../../projections/balance/members.ts';
import type {
  Exclusion,
  Fields,
  FromBooks,
  Question,
  Term,
  Window,
} from '../../projections/figures/figure.ts';
import type { Cells, Change, Engine, Found, MemberPage, Read } from './engine.ts';

type Kind = 'on' | 'from-to';
type ByTerm = ReadonlyMap<string, readonly ReadonlyMap<string, Sums>[]>;

const isOf = ({ always, free }: Account, { dimension }: Group): boolean =>
  always.includes(dimension) || free.includes(dimension);

/** The groups of a question that an account keeps. */
const groupsOf = ({ account }: Term, groupBy: readonly Group[]): readonly Group[] =>
  groupBy.filter((group) => isOf(account, group));

const sumAt = (
  balances: readonly ReadonlyMap<string, Sums>[],
  key: string,
  [before, at]: readonly [number, number],
): Sums => {
  const sum = balances[at]?.get(key) ?? NOTHING;
  return before < 0 ? sum : added(sum, balances[before]?.get(key) ?? NOTHING, -1);
};

/** The days between which a term is summed: a stock is so from the beginning. */
const daysOf = (
  { stock }: Term,
  [before, at]: readonly [number, number],
): readonly [number, number] => {
  if (stock === 'opening') return [-1, before];
  return stock === 'closing' ? [-1, at] : [before, at];
};

const isNothing = (sums: Sums): boolean => Object.values(sums).every((value) => value === 0);

/** The balances of every term with its groups added up: an entry stands in one of them. */
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

/** Answers a figure out of the balances of its accounts. */
export const fromBooks = (reckoning: FromBooks, question: Question, takes: Kind): Engine => {
  const terms = Object.entries(reckoning.terms);
  const termNamed = (name: string): Term => {
    const term = reckoning.terms[name];
    if (!term) throw new Error(`There is no term ${name}.`);
    return term;
  };

  const balances = async (
    read: Read,
    groupBy: readonly Group[],
    days: readonly number[],
  ): Promise<ByTerm> => {
    // All at once: heavy reads have threads of their own.
    const found = terms.map(async ([name, term]) => {
      const wanted = { ...term, ...read.at, groupBy: groupsOf(term, groupBy), days };
      return [name, balancesFrom(wanted, await read.rows(movements(wanted)))] as const;
    });
    return new Map(await Promise.all(found));
  };

  /** A term's key within a group: only the values that its account keeps. */
  const keyFor = (term: Term, values: readonly string[]): string =>
    keyOf(values.filter((_, i) => isOf(term.account, question.groupBy[i] as Group)));

  const cellAt = (
    found: ByTerm,
    values: readonly string[],
    at: readonly [number, number],
  ): Fields => {
    const group = Object.fromEntries(
      values.map((value, i) => [question.groupBy[i]?.dimension ?? '', value]),
    );
    const sum = (name: string): Sums => {
      const term = termNamed(name);
      return sumAt(found.get(name) ?? [], keyFor(term, values), daysOf(term, at));
    };
    return reckoning.cell(sum, { ...question.where, ...group });
  };

  /** Every group in which a term that keeps all dimensions has something. */
  const groupKeys = (found: ByTerm, at: readonly [number, number]): string[] => {
    const keys = new Set<string>();
    for (const [name, term] of terms) {
      if (groupsOf(term, question.groupBy).length < question.groupBy.length) continue;
      const days = found.get(name) ?? [];
      const between = daysOf(term, at);
      for (const key of days[between[1]]?.keys() ?? []) {
        if (!isNothing(sumAt(days, key, between))) keys.add(key);
      }
    }
    return [...keys].sort();
  };

  const cells = async (read: Read, { from, to }: Window): Promise<Cells> => {
    const at = takes === 'on' ? ([-1, 0] as const) : ([0, 1] as const);
    const days = takes === 'on' ? [to] : [from - 1, to];
    const found = await balances(read, question.groupBy, days);
    const total = cellAt(wholes(found), [], at);
    if (question.groupBy.length === 0) return { total, groups: [] };
    const groups = groupKeys(found, at).map((key) => {
      const values = valuesOf(key);
      return { values, fields: cellAt(found, values, at) };
    });
    return { total, groups };
  };

  const series = async (read: Read, windows: readonly Window[]): Promise<readonly Fields[]> => {
    const [first] = windows;
    const ends = windows.map(({ to }) => to);
    const days = takes === 'on' || !first ? ends : [first.from - 1, ...ends];
    const found = await balances(read, [], days);
    return windows.map((_, i) => cellAt(found, [], takes === 'on' ? [-1, i] : [i, i + 1]));
  };

  const meant = (name: string, { from, to }: Window, known: bigint): Meant => {
    const { stock, ...term } = termNamed(name);
    return {
      ...term,
      from: takes === 'on' || stock !== undefined ? undefined : from,
      to: stock === 'opening' ? from - 1 : to,
      known,
    };
  };

  const selections = (
    side: string,
    window: Window,
    known: bigint,
  ): (Selection & Pick<Exclusion, 'reason'>)[] => {
    if (side !== 'excluded') {
      const wanted = reckoning.sides[side === 'denominator' ? side : 'numerator'];
      return wanted ? [{ of: meant(wanted.term, window, known), reason: '' }] : [];
    }
    return reckoning.exclusions.map(({ reason, term, only, without }) => ({
      reason,
      of: meant(term, window, known),
      only,
      without: without === undefined ? undefined : meant(without, window, known),
    }));
  };

  /** The place of a page: which reason, and after which unit. */
  const members: Engine['members'] = async (read, window, { side, after, limit }) => {
    const all = selections(side, window, read.at.known);
    const found: Found[] = [];
    let [nth, last] = after;
    for (; nth < all.length && found.length < limit; nth += 1, last = 0) {
      const selection = all[nth] as (typeof all)[number];
      const rows = await read.rows(memberPage(selection, last, limit - found.length));
      const numbers = rows.map(({ number }) => number);
      const facts = await read.rows(memberFacts(selection.of, numbers));
      for (const { number: _, unit, ...sums } of rows) {
        const mine = facts.filter((fact) => fact.unit === unit);
        found.push({ unit, label: unit, reason: selection.reason, weights: sums, facts: mine });
      }
      last = numbers.at(-1) ?? last;
      if (found.length >= limit) return { found, next: [nth, last] } satisfies MemberPage;
    }
    return { found, next: undefined };
  };

  const changes: Engine['changes'] = async (read, window, before) => {
    const changed: Change[] = [];
    for (const side of ['numerator', 'denominator'] as const) {
      const wanted = reckoning.sides[side];
      if (!wanted) continue;
      const rows = await read.rows(changesSince(meant(wanted.term, window, read.at.known), before));
      for (const { cause, unit, position, type, at, ...sums } of rows) {
        const fact = { position, type, at, unit };
        const workers = side === 'numerator' ? sums.workers : 0;
        const moved = { numerator: 0, denominator: 0, [side]: sums[wanted.weight] };
        changed.push({ cause, fact, ...moved, workers });
      }
    }
    return changed;
  };

  return {
    thing: reckoning.thing,
    overlapping: reckoning.overlapping,
    cells,
    series,
    members,
    changes,
  };
};
