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

it('is not opened by a program that waits for it', async () => {
  await onLog(folder, (store) => write(store, 'enterprise-x', { type: 'Teleported', data: {} }));
  await expect(openedOn(folder, '2026-06-01')).rejects.toThrow('Teleported');
});
