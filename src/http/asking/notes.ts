import { disputeCase } from '../../../domain/dispute-case/decider.ts';
import type { DisputeEvent } from '../../../domain/dispute-case/events.ts';
import { mayReadNote } from '../../../domain/dispute-case/reading.ts';
import type { State } from '../../../domain/dispute-case/state.ts';
import { fold } from '../../../domain/shared/decider.ts';
import type { Fact } from '../../../domain/shared/message.ts';
import type { App } from '../../app.ts';
import type { Recorded } from '../../store/event-store.ts';

type Note = Extract<DisputeEvent, { type: 'NoteTaken' }>['data'];
const PREFIX = 'dispute-';

const noteIn = ({ type, data, stream }: Recorded): Note | undefined =>
  type === 'NoteTaken' && stream.startsWith(PREFIX) ? (data as Note) : undefined;

/** The fact without a word of which note it is, and about whom. */
const withheld = (fact: Recorded, { session, visibility }: Note): Recorded => ({
  ...fact,
  data: { session, visibility },
});

/** Where the disputes stand that facts are about, each looked up once. */
const disputesOf = (app: App) => {
  const states = new Map<string, Promise<State>>();
  const thing = app.things.find(({ category }) => category === 'dispute');
  const load = async (id: string): Promise<State> => {
    const facts = thing ? await app.history(thing, id) : [];
    return fold(disputeCase, facts as readonly Fact[] as readonly Fact<DisputeEvent>[]);
  };
  return (id: string): Promise<State> => {
    const found = states.get(id) ?? load(id);
    states.set(id, found);
    return found;
  };
};

/** Facts as this account may read them: of mediators' notes, others see that there is one. */
export const asReadBy = async (
  app: App,
  reader: string,
  facts: readonly Recorded[],
): Promise<readonly Recorded[]> => {
  const stateOf = disputesOf(app);
  const read = async (fact: Recorded): Promise<Recorded> => {
    const note = noteIn(fact);
    if (!note || note.visibility === 'parties') return fact;
    const state = await stateOf(fact.stream.slice(PREFIX.length));
    return mayReadNote(note, state, reader) ? fact : withheld(fact, note);
  };
  return Promise.all(facts.map(read));
};
