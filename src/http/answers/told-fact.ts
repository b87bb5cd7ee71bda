import { z } from 'zod';
import type { Recorded } from '../../store/event-store.ts';

/** A fact as people read it. */
export const toldFact = ({ id, type, data, at, by, onBehalfOf, revision, position }: Recorded) => ({
  id,
  type,
  data,
  at,
  by,
  ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
  revision: String(revision),
  position: String(position),
});

/** What OpenAPI says of it. */
export const ToldFact = z
  .object({
    id: z.string(),
    type: z.string(),
    data: z.unknown(),
    at: z.iso.datetime(),
    by: z.string(),
    onBehalfOf: z.string().optional(),
    revision: z.string(),
    position: z.string(),
  })
  .meta({ id: 'Fact' });
