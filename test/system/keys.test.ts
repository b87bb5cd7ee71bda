import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { restoreFrom } from '../../src/cli/restore.ts';
import { readConfig } from '../../src/config.ts';
import { httpApp } from '../../src/http/server.ts';
import { claim, claimIn } from '../../src/people/keeper.ts';
import { keysIn, openVault } from '../../src/people/vault.ts';
import type { EventStore } from '../../src/store/event-store.ts';
import { openEmbeddedStore } from '../../src/store/sqlite.ts';
import { copyAll } from '../../src/system/copy/copy.ts';
import { plant } from '../support/machine.ts';
import { nodeOn, tell } from '../support/nodes.ts';
import { dataFolder } from '../support/server-process.ts';

const details = { name: 'CANARY-李四' };
const now = () => '2026-06-01T01:00:00.000Z';

type Node = Awaited<ReturnType<typeof nodeOn>>;

let store: EventStore;
let north: Node;
let south: Node;
beforeEach(async () => {
  store = openEmbeddedStore({ file: ':memory:' });
  north = await nodeOn(store);
  south = await nodeOn(store);
});
afterEach(async () => {
  await south.close();
  await north.close();
  await store.close();
});

const post = (app: App, path: string, body: object) =>
  request(httpApp(app)).post(`/api/v1/${path}`).set('Host', 'localhost').send(body);
const get = (app: App, path: string) => request(httpApp(app)).get(path).set('Host', 'localhost');
const code = (answer: { readonly body: unknown }) => (answer.body as { code?: string }).code;
const person = (app: App, id: string, name = 'register') =>
  post(app, `people/${id}/${name}`, { details });
const erase = (app: App, id: string) =>
  post(app, `people/${id}/erase`, { on: '2026-05-31', reason: 'on-request' });

describe('two nodes with keys of their own', () => {
  it('the one that seals the first person keeps them all; the other says where they are not', async () => {
    expect((await get(south.app, '/readyz')).body).toMatchObject({ keys: 'unclaimed' });
    expect((await person(north.app, 'p1')).status).toBe(200);
    expect(await claimIn(store)).toBe(keysIn(join(north.folder, 'keys.db')));

    for (const answer of [
      await person(south.app, 'p2'),
      await person(south.app, 'p1', 'correct-details'),
      await erase(south.app, 'p1'),
    ]) {
      expect(answer.status).toBe(503);
      expect(answer.body).toMatchObject({ code: 'keys-elsewhere', outcome: 'not-recorded' });
    }
    const facts = async (id: string) => (await store.read(`person-${id}`)).length;
    expect([await facts('p1'), await facts('p2')]).toStrictEqual([1, 0]);
    expect((await person(north.app, 'p2')).status).toBe(200);
  });

  it('the other does everything else, is ready all the same, and says so to whoever watches', async () => {
    await person(north.app, 'p1');
    await tell(south.app, ['enterprises', 'A'], { type: 'Register', data: plant });
    await south.app.settle();
    const ready = await get(south.app, '/readyz');
    expect([ready.status, ready.body]).toMatchObject([200, { keys: 'elsewhere' }]);
    expect((await get(south.app, '/metrics')).text).toContain('\nconcord_keys_elsewhere 1');
    expect((await get(north.app, '/metrics')).text).toContain('\nconcord_keys_elsewhere 0');
    expect((await get(south.app, '/api/v1/people/p1')).body).toMatchObject({ details: null });
    expect(await south.app.verify()).toStrictEqual([]);
  });

  it('the other opens no note, also where nobody looked yet who keeps the keys', async () => {
    await person(north.app, 'p1');
    const note = { note: 'n1', kind: 'reason', text: 'CANARY' };
    expect((await post(north.app, 'people/p1/seal-note', note)).status).toBe(200);
    const thing = south.app.things.find(({ noun }) => noun === 'people');
    const sealed = (await store.read('person-p1')).find(({ type }) => type === 'NoteSealed');
    const opened = () => sealed && thing?.opensNote?.('p1', sealed);
    expect(opened).toThrow(expect.objectContaining({ name: 'KeysElsewhere' }));
    await south.app.keys();
    expect(opened).toThrow(expect.objectContaining({ name: 'KeysElsewhere' }));
  });

  it('of two that seal somebody at the same moment, one has the people', async () => {
    const answers = await Promise.all([person(north.app, 'p1'), person(south.app, 'p2')]);
    expect(answers.map(({ status }) => status).toSorted()).toStrictEqual([200, 503]);
    expect(answers.map(code).filter(Boolean)).toStrictEqual(['keys-elsewhere']);
    expect(await store.read('lease-keys')).toHaveLength(1);
  });

  it('who starts later with other keys leaves them and the erased people alone', async () => {
    await person(north.app, 'p1');
    expect((await erase(north.app, 'p1')).status).toBe(200);
    const folder = dataFolder();
    const own = openVault(join(folder.folder, 'keys.db'));
    own.erase({ person: 'x9', on: '2026-05-31', reason: 'on-request' });
    own.close();
    const late = await nodeOn(store, { folder: folder.folder });
    expect(await late.app.keys()).toBe('elsewhere');
    expect(await store.read('person-x9')).toStrictEqual([]);
    await late.app.close();
    folder.remove();
  });
});

describe('keys that move', () => {
  it('are the same keys in a copy of their file', async () => {
    await person(north.app, 'p1');
    const folder = dataFolder();
    await north.app.backup(folder.folder);
    copyFileSync(join(north.folder, 'keys.kek'), join(folder.folder, 'keys.kek'));
    const moved = await nodeOn(store, { folder: folder.folder });
    expect(await moved.app.keys()).toBe('here');
    await moved.app.settle();
    expect((await get(moved.app, '/api/v1/people/p1')).body).toMatchObject({ details });
    await moved.app.close();
    folder.remove();
  });

  it('a log that moves house takes along whose they are', async () => {
    await person(north.app, 'p1');
    await north.app.settle();
    const target = openEmbeddedStore({ file: ':memory:' });
    await copyAll({ from: store, to: target, atOnce: 1, now });
    expect(await claimIn(target)).toBe(await claimIn(store));
    expect((await copyAll({ from: store, to: target, atOnce: 1, now })).already).toBe(1);

    const other = openEmbeddedStore({ file: ':memory:' });
    await claim(other, 'b4b4b4b4-0000-4000-8000-000000000000', now());
    await expect(copyAll({ from: store, to: other, atOnce: 1, now })).rejects.toThrow('other keys');
    expect(await other.read('person-p1')).toStrictEqual([]);
    await Promise.all([target.close(), other.close()]);
  });

  it('a backup is not restored over keys that open nothing in it', async () => {
    const folder = dataFolder();
    const [saved, home] = [join(folder.folder, 'saved'), join(folder.folder, 'home')];
    for (const each of [saved, home]) {
      mkdirSync(each);
      openVault(join(each, 'keys.db')).close();
    }
    const events = openEmbeddedStore({ file: join(saved, 'events.db') });
    await events.close();
    const config = readConfig({ CONCORD_DATA: home, LOG_LEVEL: 'silent' });
    await expect(restoreFrom(config, saved)).rejects.toMatchObject({ exit: 1 });
    copyFileSync(join(saved, 'keys.db'), join(home, 'keys.db'));
    expect(await restoreFrom(config, saved)).toMatchObject({ head: '0' });
    folder.remove();
  });
});
