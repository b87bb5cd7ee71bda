import { afterEach, beforeEach, expect, it } from 'vitest';
import request from 'supertest';
import { httpApp } from '../../src/http/server.ts';
import { as, onLog, openedOn, registers, write } from '../support/machine.ts';
import { commandHandler } from '../../src/handle.ts';
import { enterprise } from '../../domain/enterprise/decider.ts';
import { dataFolder } from '../support/server-process.ts';

let folder: string;
let remove: () => void;
beforeEach(() => {
  ({ folder, remove } = dataFolder());
});
afterEach(() => {
  remove();
});

it('a log that nobody understands is held, not served: nothing after the strange fact is read', async () => {
  await onLog(folder, async (store) => {
    await write(store, 'enterprise-x', { type: 'Teleported', data: {} });
    await commandHandler(store).handle(enterprise, 'mill', registers, as('registers'));
  });
  const app = await openedOn(folder, '2026-06-01', true);
  expect(await app.seen(2n, 5_000)).toBe(false);
  const ask = (path: string) => request(httpApp(app)).get(path);
  const { status, body } = await ask('/readyz');
  expect(status).toBe(503);
  expect(body).toMatchObject({ ready: false, reasons: ['read-models-stopped'] });
  expect((await ask('/livez')).status).toBe(200);
  expect((await app.progress()).stopped).toContain('position 1 (enterprise-x, Teleported)');
  expect((await app.verify())[0]).toContain('position 1 (enterprise-x, Teleported)');
  await app.close();
});

it.each([
  'enterprises',
  'enterprises/mill',
  'enterprises?format=csv',
  'bargaining-cases/case-1',
  'deadlines',
  'search?q=mill',
  'figures/contract-rate?on=2026-06-01',
])('what stopped before it ever stood level is not told as nothing: %s', async (path) => {
  await onLog(folder, async (store) => {
    await commandHandler(store).handle(enterprise, 'mill', registers, as('registers'));
    await write(store, 'bargainingCase-case-1', { type: 'Teleported', data: {} });
  });
  const app = await openedOn(folder, '2026-06-01', true);
  expect(await app.seen(2n, 5_000)).toBe(false);
  const where = 'position 2 (bargainingCase-case-1, Teleported)';
  const read = await request(httpApp(app)).get(`/api/v1/${path}`).set('Accept-Language', 'en');
  expect([read.status, read.body]).toMatchObject([503, { code: 'lagging-reads' }]);
  expect((read.body as { detail: string }).detail).toContain(where);
  const written = await request(httpApp(app))
    .post('/api/v1/enterprises/mill/void')
    .set('Accept-Language', 'en')
    .send({ reason: 'twice' });
  expect([written.status, written.body]).toMatchObject([
    503,
    { code: 'not-started', outcome: 'not-recorded' },
  ]);
  expect((written.body as { detail: string }).detail).toContain(where);
  await app.close();
});

it('a known fact of a version that nobody here knows is as strange as an unknown one', async () => {
  await onLog(folder, (store) =>
    write(store, 'enterprise-mill', {
      type: 'EnterpriseRegistered',
      data: registers.data,
      version: 99,
    }),
  );
  const app = await openedOn(folder, '2026-06-01', true);
  expect(await app.seen(1n, 5_000)).toBe(false);
  const said =
    'position 1 (enterprise-mill, EnterpriseRegistered) is of version 99, which this version of the program does not know';
  expect((await app.progress()).stopped).toContain(said);
  expect((await app.verify())[0]).toContain(said);
  await app.close();
  await onLog(folder, (store) =>
    expect(
      commandHandler(store).handle(enterprise, 'mill', registers, as('again')),
    ).rejects.toThrow(said),
  );
});

it('is not opened by a program that waits for it', async () => {
  await onLog(folder, (store) => write(store, 'enterprise-x', { type: 'Teleported', data: {} }));
  await expect(openedOn(folder, '2026-06-01')).rejects.toThrow('Teleported');
});
