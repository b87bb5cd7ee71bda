import type { Said, State } from './state.ts';

/** Whether this account mediates the dispute: assigned to one of its proceedings, and not recused. */
export const isMediatorOf = (
  { proceedings }: Pick<State, 'proceedings'>,
  reader: string,
): boolean => Object.values(proceedings).some(({ mediators }) => mediators.includes(reader));

/** The one place that says who reads a note: what is for mediators only, only mediators of the dispute. */
export const mayReadNote = (
  { visibility }: Pick<Said<'NoteTaken'>, 'visibility'>,
  state: Pick<State, 'proceedings'>,
  reader: string,
): boolean => visibility === 'parties' || isMediatorOf(state, reader);
