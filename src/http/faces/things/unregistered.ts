import {
  unregistered,
  unregisteredColumns,
  type UnregisteredRow,
} from '../../../../projections/unregistered.ts';
import { sql } from '../../../../projections/projection.ts';
import type { App } from '../../../app.ts';
import type { Face, Route } from '../../route.ts';
import { listRoute } from './lists.ts';

export const UNREGISTERED = 'unregistered-enterprises';

/** The enterprises that one thing names and nobody has registered. */
export const unregisteredIn = (app: App, category: string, subject: string): string[] =>
  app
    .all(
      sql<
        Pick<UnregisteredRow, 'enterprise'>
      >()`SELECT DISTINCT enterprise FROM ${unregistered(undefined, { category, subject })} ORDER BY 1`,
    )
    .map(({ enterprise }) => enterprise);

/** Which enterprises are named, by which fact of which thing, and not registered. */
export const unregisteredRoute = (face: Face): Route =>
  listRoute(
    face,
    {
      name: UNREGISTERED,
      columns: unregisteredColumns,
      codes: { names_as: ['successor', 'origin', 'employer', 'member'] },
      rows: (known) => unregistered(known),
    },
    'enterprises',
  );
