import type { Message } from '../../domain/shared/message.ts';
import type { Category } from '../../domain/shared/policy.ts';
import type { Seen } from '../../projections/projection.ts';
import type { AnyDecider } from '../handle.ts';
import { Corrupt, type Recorded } from '../store/event-store.ts';

/** Streams of our own beside the business: the places of reactor and clock. No projection sees them. */
export const OWN_CATEGORY = 'lease';

/** Turns stored facts into what projections and policies see; nothing for our own streams, Corrupt for what can't be understood. */
export const factReader = (deciders: readonly AnyDecider[]) => {
  const schemas = new Map<string, AnyDecider['event']>(
    deciders.map(({ category, event }) => [category, event]),
  );
  return (stored: Recorded): Seen | undefined => {
    const dash = stored.stream.indexOf('-');
    const category = stored.stream.slice(0, dash);
    if (category === OWN_CATEGORY) return undefined;
    const where = `The fact at position ${String(stored.position)} (${stored.stream}, ${stored.type})`;
    const schema = schemas.get(category);
    if (!schema) throw new Corrupt(`${where} belongs to no aggregate that this version knows.`);
    const parsed = schema.safeParse(stored);
    if (!parsed.success) {
      throw new Corrupt(`${where} cannot be understood: ${parsed.error.message}`);
    }
    const { type, data } = parsed.data as Message;
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
