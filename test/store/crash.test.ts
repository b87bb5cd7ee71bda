import { expect, it } from 'vitest';
import { BEGINNING, type EventStore } from '../../src/store/event-store.ts';
import { openEmbeddedStore } from '../../src/store/sqlite.ts';
import { scratchFile } from '../support/scratch.ts';
import { batchesUpTo, envelope, newStream, proposed } from '../support/store/facts.ts';
import { filledUp, killedAfter, type Acknowledged } from '../support/store/process.ts';

const CRASHES = Number(process.env['CRASHES'] ?? 5);
const FACTS_AN_APPEND = 3;

/** How many appends the log holds, each of them whole and every acknowledged one among them. */
const wholeAppends = async (
  store: EventStore,
  acknowledged: readonly Acknowledged[],
): Promise<number> => {
  const batches = await batchesUpTo(store, BEGINNING, await store.head());
  const facts = batches.flatMap((batch) => batch.facts);
  const appends = Map.groupBy(facts, ({ commandId }) => commandId);
  for (const [commandId, parts] of appends)
    expect(parts, `append ${commandId}`).toHaveLength(FACTS_AN_APPEND);
  for (const { commandId, stream, revision, position } of acknowledged)
    expect(appends.get(commandId)?.at(-1)).toMatchObject({ stream, revision, position });
  return appends.size;
};

it(`keeps every acknowledged append whole through ${CRASHES} kills of the writing process`, async () => {
  const { file, remove } = scratchFile();
  const all: Acknowledged[] = [];
  for (let crash = 0; crash < CRASHES; crash++) {
    // From a first append on one stream to a log that has been checkpointed several times.
    const { acknowledged } = await killedAfter(1 + (crash % 6) * 157, file, 1 + (crash % 4) * 13);
    all.push(...acknowledged);
    const store = openEmbeddedStore({ file });
    expect(await wholeAppends(store, all)).toBeGreaterThanOrEqual(all.length);
    await store.close();
  }
  expect(all.length).toBeGreaterThan(CRASHES);
  remove();
}, 600_000);

it('says what it could not record when the disk is full, and goes on when there is room', async () => {
  const { file, remove } = scratchFile();
  const { acknowledged, failed } = await filledUp(600, file);
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(failed[0]).toMatchObject({ healthy: false });
  expect(['unknown', 'not-recorded']).toContain(failed[0]?.failed);

  const store = openEmbeddedStore({ file });
  expect(await wholeAppends(store, acknowledged)).toBeGreaterThanOrEqual(acknowledged.length);
  await store.append(newStream(), proposed(1), -1n, envelope);
  expect(await store.health()).toMatchObject({ ok: true });
  await store.close();
  remove();
});
