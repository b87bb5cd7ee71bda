import {
  changesSince,
  memberFacts,
  memberPage,
  type Meant,
  type Selection,
} from '../../projections/balance/members.ts';
import type { Exclusion, Window } from '../../projections/figures/figure.ts';
import { termNamed, type Reckoned } from './book-sums.ts';
import type { Change, Engine, Found, MemberPage } from './engine.ts';

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

/** The units of a side; of those left out, reason by reason. */
const selections = (
  reckoned: Reckoned,
  side: string,
  window: Window,
  known: bigint,
): readonly Chosen[] => {
  const { sides, exclusions } = reckoned.reckoning;
  if (side !== 'excluded') {
    const wanted = sides[side === 'denominator' ? side : 'numerator'];
    return wanted ? [{ of: meant(reckoned, wanted.term, window, known), reason: '' }] : [];
  }
  return exclusions.map(({ reason, term, only, without }) => ({
    reason,
    of: meant(reckoned, term, window, known),
    only,
    without: without === undefined ? undefined : meant(reckoned, without, window, known),
  }));
};

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
      for (const { number: _, unit, ...sums } of rows) {
        const mine = facts.filter((fact) => fact.unit === unit);
        found.push({ unit, label: unit, reason: selection.reason, weights: sums, facts: mine });
      }
      last = numbers.at(-1) ?? last;
      if (found.length >= limit) return { found, next: [nth, last] } satisfies MemberPage;
    }
    return { found, next: undefined };
  };

/** What facts changed in the sides of a figure since a position. */
export const changesIn =
  (reckoned: Reckoned): Engine['changes'] =>
  async (read, window, before) => {
    const changed: Change[] = [];
    for (const side of ['numerator', 'denominator'] as const) {
      const wanted = reckoned.reckoning.sides[side];
      if (!wanted) continue;
      const entries = meant(reckoned, wanted.term, window, read.at.known);
      for (const row of await read.rows(changesSince(entries, before))) {
        const { cause, unit, position, type, at, ...sums } = row;
        const fact = { position, type, at, unit };
        const workers = side === 'numerator' ? sums.workers : 0;
        const moved = { numerator: 0, denominator: 0, [side]: sums[wanted.weight] };
        changed.push({ cause, fact, ...moved, workers });
      }
    }
    return changed;
  };
