import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enterprise } from '../../domain/enterprise/decider.ts';
import { enterpriseRegister } from '../../projections/enterprise-register.ts';
import { commandHandler, type Handle } from '../../src/handle.ts';
import { projector } from '../../src/projector.ts';
import { books } from '../../src/read/books/books.ts';
import { journal } from '../../src/read/journal.ts';
import { rowModel, type ReadModel } from '../../src/read/model.ts';
import { openViewsToRead } from '../../src/read/views.ts';
import { as, machinery, read, registers, reports, write } from '../support/machine.ts';

let machine: ReturnType<typeof machinery>;
let handle: Handle;
let failures: string[];
let running: ReturnType<typeof projector>[];
beforeEach(() => {
  machine = machinery();
  handle = commandHandler(machine.store).handle;
  failures = [];
  running = [];
});
afterEach(async () => {
  for (const one of running) await one.close();
  await machine.close();
});

const models: readonly ReadModel[] = [journal, books, rowModel(enterpriseRegister)];
const started = async (some: readonly ReadModel[] = models) => {
  const { db, store } = machine;
  const stopped = (reason: Error) => failures.push(reason.message);
  const one = projector({ db, store, models: some, read, stopped });
  running.push(one);
  await one.start();
  return one;
};
const stop = async (): Promise<void> => running.pop()?.close();

const mills = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, i) => `mill-${String(from + i)}`);
const record = async (ids: readonly string[]): Promise<bigint> => {
  let last = 0n;
  for (const id of ids) {
    await handle(enterprise, id, registers, as(`registers ${id}`));
    ({ position: last } = await handle(enterprise, id, reports(100), as(`reports ${id}`)));
  }
  return last;
};
const rows = (text: string) => machine.db.prepare(text).all();
const everything = () =>
  models.flatMap(({ contents }) => contents.map((text) => rows(text.replaceAll('$', ''))));
const registered = () => rows('SELECT id FROM enterprise_register').length;

/** The register as a later version would keep it: every name is another. */
const { next } = enterpriseRegister;
const louder: typeof enterpriseRegister = {
  ...enterpriseRegister,
  version: enterpriseRegister.version + 1,
  next: (row, fact, key) => {
    const after = next(row, fact, key);
    return after && { ...after, name: after.name.toUpperCase().concat('!') };
  },
};

describe('read models built anew', () => {
  it('are what the live ones were', async () => {
    const live = await started();
    await live.seen(await record(mills(0, 20)), 5_000);
    const before = everything();
    await live.rebuild(models);
    expect(everything()).toStrictEqual(before);
    expect(live.rebuilding()).toStrictEqual([]);
  });

  it('take in what is recorded meanwhile, and never show a blank', async () => {
    const live = await started();
    await live.seen(await record(mills(0, 60)), 5_000);
    const counts: number[] = [];
    const rebuilt = live.rebuild(models);
    const last = await record(mills(60, 80));
    counts.push(registered());
    await rebuilt;
    await live.seen(last, 5_000);
    counts.push(registered());
    expect(counts[0]).toBeGreaterThanOrEqual(60);
    expect(counts[1]).toBe(80);
    const before = everything();
    await live.rebuild(models);
    expect(everything()).toStrictEqual(before);
  });

  it('are to a reader what they were or what they are, never half of each', async () => {
    machine.db.exec('PRAGMA journal_mode = WAL');
    const live = await started();
    await live.seen(await record(mills(0, 60)), 5_000);
    const reader = openViewsToRead(join(machine.folder, 'views.db'));
    const look = reader.prepare(`SELECT count(*) AS mills,
      count(*) FILTER (WHERE name LIKE '%!') AS anew FROM enterprise_register`);
    const seen = new Set<string>();
    const swapped = new AbortController();
    const rebuilt = live.rebuild([rowModel(louder)]).then(() => swapped.abort());
    while (!swapped.signal.aborted) {
      seen.add(JSON.stringify(look.get()));
      await breathe();
    }
    await rebuilt;
    seen.add(JSON.stringify(look.get()));
    reader.close();
    expect([...seen]).toStrictEqual(['{"mills":60,"anew":0}', '{"mills":60,"anew":60}']);
  });

  it('go on with what comes after, in their new place', async () => {
    const live = await started();
    await record(mills(0, 5));
    await live.rebuild(models);
    expect(await live.seen(await record(mills(5, 8)), 5_000)).toBe(true);
    expect(registered()).toBe(8);
  });
});

describe('read models begun over a long log', () => {
  it('are what those are that saw every fact come', async () => {
    const live = await started();
    await live.seen(await record(mills(0, 300)), 20_000);
    const before = everything();
    await stop();
    machine.db.exec('DELETE FROM checkpoints');
    const again = await started();
    expect(everything()).toStrictEqual(before);
    expect(again.position()).toBe(600n);
    expect(again.rebuilding()).toStrictEqual([]);
    expect(await again.seen(await record(mills(300, 303)), 5_000)).toBe(true);
    expect(registered()).toBe(303);
  });

  it('stop at a fact that nobody understands, and show nothing of what came before', async () => {
    await record(mills(0, 300));
    const bad = await write(machine.store, 'spaceship-1', { type: 'Launched', data: {} });
    await expect(started()).rejects.toThrow(`position ${String(bad)} (spaceship-1, Launched)`);
    expect(failures[0]).toContain('spaceship-1');
    expect(registered()).toBe(0);
  });
});

describe('a version of a row', () => {
  it('stands from the position of the fact that made it up to that of the one that replaced it', async () => {
    const live = await started();
    // All of it at one instant: only positions can tell.
    await live.seen(await record(mills(0, 2)), 5_000);
    const told = await machine.store.read('enterprise-mill-1');
    expect(new Set(told.map(({ at }) => at)).size).toBe(1);
    const [first, second] = told.map(({ position }) => Number(position));
    expect(
      rows(`SELECT since, until FROM enterprise_register_history
        WHERE id = 'mill-1' ORDER BY since`).map((row) => ({ ...row })),
    ).toStrictEqual([
      { since: first, until: second },
      { since: second, until: null },
    ]);
  });
});

describe('a model with a new version', () => {
  it('is built from the first fact and swapped in; the others stay as they are', async () => {
    const first = await started();
    await first.seen(await record(mills(0, 10)), 5_000);
    const before = rows('SELECT * FROM journal_facts');
    await stop();
    await started([journal, books, rowModel(louder)]);
    const names = rows('SELECT DISTINCT substr(name, 1, 6) AS name FROM enterprise_register');
    expect(names).toMatchObject([{ name: '阜新棉纺厂!' }]);
    expect(rows('SELECT * FROM journal_facts')).toStrictEqual(before);
  });

  it('is not built again the next time', async () => {
    await record(mills(0, 3));
    await started();
    const generations = () => rows('SELECT name, generation FROM checkpoints ORDER BY name');
    const before = generations();
    await stop();
    await started();
    expect(generations()).toStrictEqual(before);
  });
});

describe('a fact that nobody understands', () => {
  it.each([
    { what: 'of an unknown type', fact: { type: 'EnterpriseTeleported', data: {} } },
    { what: 'with other data', fact: { type: 'HeadcountReported', data: { workers: 'many' } } },
  ])('$what stops the read models there, and none after it is taken', async ({ fact }) => {
    const live = await started();
    const sound = await record(mills(0, 2));
    await live.seen(sound, 5_000);
    const bad = await write(machine.store, 'enterprise-strange', fact);
    const after = await record(mills(2, 4));
    expect(await live.seen(after, 5_000)).toBe(false);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toContain(`position ${String(bad)} (enterprise-strange, ${fact.type})`);
    expect(live.failure()?.message).toBe(failures[0]);
    expect(live.position()).toBe(sound);
    expect(registered()).toBe(2);
  });

  it('of an aggregate that this version does not know stops them, too', async () => {
    const live = await started();
    const bad = await write(machine.store, 'spaceship-1', { type: 'Launched', data: {} });
    expect(await live.seen(bad, 5_000)).toBe(false);
    expect(failures[0]).toContain('spaceship-1');
  });

  it('says so again at the next start', async () => {
    await write(machine.store, 'spaceship-1', { type: 'Launched', data: {} });
    await expect(started()).rejects.toThrow('spaceship-1');
  });
});
