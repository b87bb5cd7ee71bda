import { sql } from '../../projections/projection.ts';
import type { Cited, Read } from './engine.ts';

/** Where a fact stands: its id, and in whose history. */
type Place = {
  readonly id: string;
  readonly subject: { readonly things: string; readonly id: string };
};
export type Placed<F extends Cited = Cited> = F & Place;

type Entry = Readonly<Record<'position' | 'id' | 'category' | 'subject', string>>;

/** The nouns of addresses, by the categories of histories. */
const NOUNS: Readonly<Record<string, string>> = {
  enterprise: 'enterprises',
  bargainingCase: 'bargaining-cases',
  contract: 'contracts',
  consultation: 'consultations',
  dispute: 'disputes',
};

const entriesAt = (positions: readonly string[]) =>
  sql<Entry>()`SELECT CAST(position_no AS TEXT) AS position, event_id AS id, category, subject
    FROM journal WHERE position_no IN
      (SELECT CAST(value AS INTEGER) FROM json_each(${JSON.stringify(positions)}))`;

/** Says of each fact where it stands, so that one can go there. */
export const placing = async (
  read: Read,
  facts: readonly Cited[],
): Promise<<F extends Cited>(of: readonly F[]) => readonly Placed<F>[]> => {
  const positions = [...new Set(facts.map(({ position }) => position))];
  const entries = await read.rows(entriesAt(positions));
  const places = new Map(
    entries.map(({ position, id, category, subject }): [string, Place] => [
      position,
      { id, subject: { things: NOUNS[category] ?? category, id: subject } },
    ]),
  );
  return (of) =>
    of.flatMap((fact) => {
      const place = places.get(fact.position);
      return place ? [{ ...fact, ...place }] : [];
    });
};
