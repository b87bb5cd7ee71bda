import { sql } from '../../projections/projection.ts';
import type { FactOfFigure } from '../figures.ts';
import type { Cited, Engine, Read } from './engine.ts';

/** Where a fact stands: its id, and in whose history. */
type Place = Pick<FactOfFigure, 'id' | 'subject'>;

type Entry = Readonly<Record<'position' | 'id' | 'category' | 'subject', string>>;

/** The nouns of addresses under which the things behind figures are found. */
export const NOUNS = {
  enterprise: 'enterprises',
  contract: 'contracts',
  case: 'bargaining-cases',
  consultation: 'consultations',
  dispute: 'disputes',
} as const satisfies Record<Engine['thing'], string>;

/** The same by the categories of histories. */
const BY_CATEGORY: Readonly<Record<string, string>> = { ...NOUNS, bargainingCase: NOUNS.case };

const entriesAt = (positions: readonly string[]) =>
  sql<Entry>()`SELECT CAST(position_no AS TEXT) AS position, event_id AS id, category, subject
    FROM journal WHERE position_no IN
      (SELECT CAST(value AS INTEGER) FROM json_each(${JSON.stringify(positions)}))`;

/** Says of each fact where it stands, so that one can go there. */
export const placing = async (
  read: Read,
  facts: readonly Cited[],
): Promise<<F extends Cited>(of: readonly F[]) => readonly (F & Place)[]> => {
  const positions = [...new Set(facts.map(({ position }) => position))];
  const entries = await read.rows(entriesAt(positions));
  const places = new Map(
    entries.map(({ position, id, category, subject }): [string, Place] => [
      position,
      { id, subject: { things: BY_CATEGORY[category] ?? category, id: subject } },
    ]),
  );
  return (of) =>
    of.flatMap((fact) => {
      const place = places.get(fact.position);
      return place ? [{ ...fact, ...place }] : [];
    });
};
