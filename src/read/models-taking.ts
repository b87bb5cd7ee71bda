import type { Recorded } from '../store/event-store.ts';
import { applyAll, inTransaction } from './build.ts';
import { gathered } from './gather.ts';
import type { Writer } from './model.ts';
import type { Kept, Shared } from './models-kept.ts';
import { paceMaker } from './pace.ts';

/** The loop: takes what happened batch by batch, one transaction each, until the signal. */
export const taking = (
  { db, store, read }: Kept,
  { marks, inTurn, signal, stands }: Shared,
  live: () => ReadonlyMap<string, Writer>,
) => {
  const pace = paceMaker();

  const take = async (facts: readonly Recorded[], upTo: bigint): Promise<void> => {
    const began = performance.now();
    const position = stands.position();
    const news = facts.filter((fact) => fact.position > position);
    const writers = live();
    await inTransaction(db, async () => {
      await applyAll(writers.values(), news, read);
      for (const name of writers.keys()) marks.move(name, upTo);
    });
    for (const writer of writers.values()) writer.committed?.();
    pace.took(performance.now() - began);
    stands.moved(upTo);
  };

  const run = async (): Promise<void> => {
    try {
      for await (const { facts, upTo } of gathered(store, stands.position(), signal)) {
        if (facts.length > 0 || upTo > stands.position()) await inTurn(() => take(facts, upTo));
        await pace.rest(() => signal.aborted || stands.isAwaited());
      }
    } catch (error) {
      stands.fail(error);
    }
  };

  return { run, hurry: pace.hurry };
};
