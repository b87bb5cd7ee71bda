import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import type { DisputeEvent } from '../../../domain/dispute-case/events.ts';
import { deadlines } from '../../../projections/deadlines/deadlines.ts';
import { after, saidAnew, story } from './disputes.ts';
import { rowsAfter } from './row-after.ts';

type Commands = readonly DisputeCommand[];
type Said = readonly [DisputeEvent['type'], DisputeCommand['type'], object];

/** What came before, then the first fact of a type said anew. */
export const whenSaidAnew = (past: Commands, ...[fact, type, data]: Said) =>
  story(...past).when(saidAnew(past, fact, type, data));

/** The same, as it stands afterwards. */
export const withSaidAnew = (past: Commands, ...[fact, type, data]: Said): Commands => [
  ...past,
  saidAnew(past, fact, type, data),
];

/** A clock of the dispute as the list of deadlines has it. */
export const clockOf = (name: string, commands: Commands) =>
  rowsAfter({ ...deadlines, categories: ['dispute'] }, after(...commands)).get(
    `dispute/c1/${name}`,
  );
