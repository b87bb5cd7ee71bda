import * as saying from '../shared/saying.ts';
import type { BargainingEvent } from './events.ts';
import { ensure } from './rules.ts';
import type { Case, Said, State } from './state.ts';

/** The fields that say which thing a fact is about. */
const ids = () => ['offer', 'side', 'person', 'leaves', 'session', 'proposal', 'package', 'draft'];

/** `after` that also remembers what was said. */
export const remembering = (after: Case['after']): Case['after'] => saying.remembering(after, ids);

/** Whether a command that finds its thing done asks for just that; refuses what says something else. */
export const repeats = saying.repeats<BargainingEvent>(ids, () => {
  ensure(false, 'said-otherwise');
});

/** What the last fact of this kind about this thing says now. */
export const lastSaid = <T extends BargainingEvent['type']>(
  { said }: Pick<State, 'said'>,
  type: T,
  about: Readonly<Record<string, string>>,
): Said<T> | undefined => said[saying.nameOf(type, about, ids())] as Said<T> | undefined;
