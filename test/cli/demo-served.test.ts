import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { concordIn } from './concord.ts';

const concord = concordIn();
const server = concord.started('serve');

beforeAll(async () => {
  while (!existsSync(join(concord.data, 'server.json'))) await pause(100);
});
afterAll(async () => {
  server.kill('SIGTERM');
  if (server.exitCode === null) await once(server, 'exit');
  concord.remove();
});

it('a demo city is founded through the server that holds the folder, once', async () => {
  const wrong = await concord.run('demo', '--until', '2999-01-01');
  expect([wrong.exit, wrong.err]).toEqual([2, expect.stringContaining('until')]);
  const words = ['demo', '--enterprises', '1', '--seed', '2'];
  const { exit, out, err } = await concord.run('--json', ...words);
  expect([exit, err]).toStrictEqual([0, '']);
  expect(JSON.parse(out)).toMatchObject({ enterprises: 1, refused: {} });
  const again = await concord.run(...words);
  expect([again.exit, again.out, again.err]).toEqual([1, '', expect.stringMatching(/empty/)]);
});

it('a signal that comes twice at once, as npm hands on what the terminal gave already, lets it end in order', async () => {
  server.kill('SIGINT');
  server.kill('SIGINT');
  await once(server, 'exit');
  expect([server.exitCode, server.signalCode]).toStrictEqual([0, null]);
  expect(existsSync(join(concord.data, 'server.json'))).toBe(false);
});
