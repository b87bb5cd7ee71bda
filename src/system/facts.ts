import type { Message } from '../../domain/shared/message.ts';
import type { Category } from '../../domain/shared/policy.ts';
import type { Seen } from '../../projections/projection.ts';
import type { AnyDecider } from '../command/asked.ts';
import { Corrupt, FACT_VERSION, type Recorded } from '../store/event-store.ts';

/** Streams of our own beside the business: the places of reactor and clock. No projection sees them. */
export const OWN_CATEGORY = 'lease';

const placeOf = ({ position, stream, type }: Recorded): string =>
  `The fact at position ${String(position)} (${stream}, ${type})`;

/** What a stored fact says. Throws Corrupt for one of a version that we do not know, or of another shape. */
export const understood = (schema: AnyDecider['event'], stored: Recorded): Message => {
  if (stored.version !== FACT_VERSION)
    throw new Corrupt(
      `${placeOf(stored)} is of version ${String(stored.version)}, which this version of the program does not know.`,
    );
  const parsed = schema.safeParse(stored);
  if (parsed.success) return parsed.data as Message;
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Corrupt(`${placeOf(stored)} cannot be understood: ${wrong.join('; ')}`);
};

/** Turns stored facts into what projections and policies see; nothing for our own streams, Corrupt for what can't be understood. */
export const factReader = (deciders: readonly AnyDecider[]) => {
  const schemas = new Map<string, AnyDecider['event']>(
    deciders.map(({ category, event }) => [category, event]),
  );
  return (stored: Recorded): Seen | undefined => {
    const dash = stored.stream.indexOf('-');
    const category = stored.stream.slice(0, dash);
    if (category === OWN_CATEGORY) return undefined;
    const schema = schemas.get(category);
    if (!schema)
      throw new Corrupt(`${placeOf(stored)} belongs to no aggregate that this version knows.`);
    const { type, data } = understood(schema, stored);
    return {
      type,
      data,
      id: stored.id,
      at: stored.at,
      by: stored.by,
      category: category as Category,
      subject: stored.stream.slice(dash + 1),
      revision: stored.revision,
      position: stored.position,
    };
  };
};
export type FactReader = ReturnType<typeof factReader>;
