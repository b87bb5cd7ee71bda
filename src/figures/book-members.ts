import { NOTHING, type Sums } from '../../projections/balance/balances.ts';
import {
  changesSince,
  memberFacts,
  memberPage,
  memberSums,
  type Meant,
  type Selection,
  type UnitRow,
} from '../../projections/balance/members.ts';
import type { Exclusion, Window } from '../../projections/figures/figure.ts';
import { termNamed, type Reckoned } from './book-sums.ts';
import type { Change, Engine, Found, MemberPage, MemberWeights, Read } from './engine.ts';
import { plus } from './moved.ts';

/** The entries that a term sums over a day or a period. */
const meant = (reckoned: Reckoned, name: string, { from, to }: Window, known: bigint): Meant => {
  const { stock, ...term } = termNamed(reckoned, name);
  return {
    ...term,
    from: reckoned.takes === 'on' || stock !== undefined ? undefined : from,
    to: stock === 'opening' ? from - 1 : to,
    known,
  };
};

type Chosen = Selection & Pick<Exclusion, 'reason'>;

type Line = 'numerator' | 'denominator';

/** Which line a side lists; undefined for what is left out of both. */
const lineOf = (side: string): Line | undefined => {
  if (side === 'excluded') return undefined;
  return side === 'denominator' ? side : 'numerator';
};

/** The units of a side; of those left out, reason by reason. */
const selections = (
  reckoned: Reckoned,
  side: string,
  window: Window,
  known: bigint,
): readonly Chosen[] => {
  const { sides, exclusions } = reckoned.reckoning;
  const line = lineOf(side);
  if (line) {
    const wanted = sides[line];
    return wanted ? [{ of: meant(reckoned, wanted.term, window, known), reason: '' }] : [];
  }
  return exclusions.map(({ reason, term, only, without }) => ({
    reason,
    of: meant(reckoned, term, window, known),
    only,
    without: without === undefined ? undefined : meant(reckoned, without, window, known),
  }));
};

/** What each unit of a page adds above the line, and below it; what the page lists is read already. */
const addsIn = async (
  reckoned: Reckoned,
  read: Read,
  window: Window,
  { line: listed, rows: page }: { readonly line: Line | undefined; readonly rows: UnitRow[] },
): Promise<(number: number) => Readonly<Record<Line, number>>> => {
  const numbers = page.map(({ number }) => number);
  const on = async (line: Line): Promise<ReadonlyMap<number, number>> => {
    const side = reckoned.reckoning.sides[line];
    if (!side) return new Map();
    const of = meant(reckoned, side.term, window, read.at.known);
    const rows = line === listed ? page : await read.rows(memberSums(of, numbers));
    return new Map(rows.map((row) => [row.number, row[side.weight]]));
  };
  const [above, below] = await Promise.all([on('numerator'), on('denominator')]);
  return (one) => ({ numerator: above.get(one) ?? 0, denominator: below.get(one) ?? 0 });
};

const weightsOf = (
  { workers, women, members, unknown }: UnitRow,
  adds: Readonly<Record<Line, number>>,
): MemberWeights => ({
  ...{ numerator: adds.numerator, denominator: adds.denominator },
  ...(unknown > 0 ? { workers: null, women: null } : { workers, women }),
  ...{ members, value: null },
});

/** A page of members; its place is which reason, and after which unit. */
export const membersIn =
  (reckoned: Reckoned): Engine['members'] =>
  async (read, window, { side, after, limit }) => {
    const all = selections(reckoned, side, window, read.at.known);
    const found: Found[] = [];
    let [nth, last] = after;
    for (; nth < all.length && found.length < limit; nth += 1, last = 0) {
      const selection = all[nth] as Chosen;
      const rows = await read.rows(memberPage(selection, last, limit - found.length));
      const numbers = rows.map(({ number }) => number);
      const facts = await read.rows(memberFacts(selection.of, numbers));
      const adds = await addsIn(reckoned, read, window, { line: lineOf(side), rows });
      for (const row of rows) {
        const { unit, number } = row;
        const mine = facts.filter((fact) => fact.unit === unit);
        const weights = weightsOf(row, adds(number));
        found.push({ unit, label: unit, reason: selection.reason, weights, facts: mine });
      }
      last = numbers.at(-1) ?? last;
      if (found.length >= limit) return { found, next: [nth, last] } satisfies MemberPage;
    }
    return { found, next: undefined };
  };

type Changed = Pick<Change, 'cause' | 'fact'> & { readonly sums: Map<string, Sums> };

/** What facts changed in every term of a figure since a position, fact by fact and unit by unit. */
const changedIn = async (
  reckoned: Reckoned,
  { rows, at }: Read,
  window: Window,
  before: bigint,
): Promise<readonly Changed[]> => {
  const changed = new Map<string, Changed>();
  const terms = Object.keys(reckoned.reckoning.terms).map(async (term) => {
    const entries = meant(reckoned, term, window, at.known);
    return [term, await rows(changesSince(entries, before))] as const;
  });
  for (const [term, found] of await Promise.all(terms)) {
    for (const { cause, unit, position, type, at: recordedAt, ...sums } of found) {
      const key = `${position} ${unit} ${cause}`;
      const fact = { position, type, at: recordedAt, unit };
      const held = changed.get(key) ?? { cause, fact, sums: new Map<string, Sums>() };
      held.sums.set(term, sums);
      changed.set(key, held);
    }
  }
  return [...changed.values()].sort((a, b) => inOrder(a.fact, b.fact));
};

const inOrder = (a: Change['fact'], b: Change['fact']): number =>
  Number(a.position) - Number(b.position) || (a.unit < b.unit ? -1 : 1);

/** What facts changed in a figure since a position: in its sides, and in each number of its cell. */
export const changesIn =
  (reckoned: Reckoned): Engine['changes'] =>
  async (read, window, before) => {
    const { sides, cell } = reckoned.reckoning;
    const changed = await changedIn(reckoned, read, window, before);
    return changed.map(({ cause, fact, sums }): Change => {
      const sum = (term: string): Sums => sums.get(term) ?? NOTHING;
      const on = (side: 'numerator' | 'denominator'): number => {
        const wanted = sides[side];
        return wanted ? sum(wanted.term)[wanted.weight] : 0;
      };
      return {
        ...{ cause, fact, numerator: on('numerator'), denominator: on('denominator') },
        workers: sides.numerator ? sum(sides.numerator.term).workers : 0,
        moved: plus(cell(sum, reckoned.question.where), {}),
      };
    });
  };
