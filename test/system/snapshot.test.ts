import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EventStore } from '../../src/store/event-store.ts';
import { openEmbeddedStore } from '../../src/store/sqlite.ts';
import { takeSnapshot, WrongSnapshot } from '../../src/system/snapshot.ts';
import { plant, reports } from '../support/machine.ts';
import { nodeOn, tell } from '../support/nodes.ts';

const LONG = 180_000;
const TAKEN = '2026-06-01T01:00:00.000Z';
const now = () => TAKEN;

let store: EventStore;
let place: string;
let copied: string;
beforeEach(() => {
  store = openEmbeddedStore({ file: ':memory:' });
  place = mkdtempSync(join(tmpdir(), 'concord-snapshot-'));
  copied = join(place, 'copied');
});
afterEach(async () => {
  await store.close();
  rmSync(place, { recursive: true });
});

/** A node that has recorded something, and a snapshot of its read models taken while it runs. */
const snapshotOf = async (log: EventStore, workers = 100) => {
  const node = await nodeOn(log, { now });
  await tell(node.app, ['enterprises', 'mill'], { type: 'Register', data: plant });
  await tell(node.app, ['enterprises', 'mill'], reports(workers));
  await node.app.settle();
  const note = await takeSnapshot(node.folder, copied, TAKEN);
  return { node, note };
};

/** The same log, and after which positions somebody followed it. */
const watched = (log: EventStore) => {
  const after: bigint[] = [];
  const follow = (position: bigint, signal: AbortSignal) => {
    after.push(position);
    return log.follow(position, signal);
  };
  return { log: { ...log, follow }, after };
};

it(
  'lets a new node begin where another stood, and catch up from there',
  async () => {
    const { node: north, note } = await snapshotOf(store);
    await tell(north.app, ['enterprises', 'later'], { type: 'Register', data: plant });
    const { log, after } = watched(store);
    const south = await nodeOn(log, { now, folder: copied });
    await south.app.settle();
    expect(BigInt(note.position)).toBeGreaterThan(0n);
    expect(after.every((position) => position >= BigInt(note.position))).toBe(true);
    expect(south.app.position()).toBeGreaterThan(BigInt(note.position));
    expect(await south.app.verify()).toStrictEqual([]);
    // The note was for the first start: from now on the folder is the node's own.
    expect(existsSync(join(copied, 'snapshot.json'))).toBe(false);
    await south.close();
    await north.close();
  },
  LONG,
);

it(
  'says what it holds',
  async () => {
    const { node, note } = await snapshotOf(store);
    expect(JSON.parse(readFileSync(join(copied, 'snapshot.json'), 'utf8'))).toEqual(note);
    expect(note).toMatchObject({
      takenAt: TAKEN,
      last: { stream: 'enterprise-mill', revision: 1 },
      models: { journal: expect.any(Number), enterprise_register: expect.any(Number) },
    });
    await node.close();
  },
  LONG,
);

it(
  'is not taken over what is there, nor from a folder without read models',
  async () => {
    const { node } = await snapshotOf(store);
    await expect(takeSnapshot(node.folder, copied, TAKEN)).rejects.toThrow(WrongSnapshot);
    await expect(takeSnapshot(place, join(place, 'other'), TAKEN)).rejects.toThrow(WrongSnapshot);
    await node.close();
  },
  LONG,
);

it(
  'is refused where the event store is another one, and where it ends before the snapshot',
  async () => {
    const { node } = await snapshotOf(store);
    await node.close();
    const empty = openEmbeddedStore({ file: ':memory:' });
    await expect(nodeOn(empty, { now, folder: copied })).rejects.toThrow(
      /beyond the end of the event store/,
    );
    const other = openEmbeddedStore({ file: ':memory:' });
    const elsewhere = join(place, 'elsewhere');
    cpSync(copied, elsewhere, { recursive: true });
    const there = await nodeOn(other, { now });
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f'])
      await tell(there.app, ['enterprises', id], { type: 'Register', data: plant });
    await there.close();
    await expect(nodeOn(other, { now, folder: elsewhere })).rejects.toThrow(
      /of another event store/,
    );
    // A refused snapshot is still one: it can go to the right store.
    const right = await nodeOn(store, { now, folder: elsewhere });
    expect(await right.app.verify()).toStrictEqual([]);
    await right.close();
    await empty.close();
    await other.close();
  },
  LONG,
);
