import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { concordIn } from './concord.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const concord = concordIn();
const CODE = '91320600MA0123453Y';
const template = join(concord.folder, 'enterprises.csv');
let server: ChildProcess;

const listens = async (): Promise<void> => {
  for (let tries = 0; tries < 400 && !existsSync(join(concord.data, 'server.json')); tries += 1)
    await pause(100);
};

beforeAll(async () => {
  await concord.run('template', 'enterprises', '--format', 'csv', '-o', template);
  server = concord.started('serve');
  await listens();
});
afterAll(async () => {
  server.kill('SIGTERM');
  if (server.exitCode === null) await once(server, 'exit');
  concord.remove();
});

it('imports through the server that holds the data, under the same ids as without one', async () => {
  const first = await concord.run('--json', 'import', 'enterprises', template);
  expect(JSON.parse(first.out)).toMatchObject({ read: 1, recorded: 1 });
  const again = await concord.run('--json', 'import', 'enterprises', template);
  expect(JSON.parse(again.out)).toMatchObject({ recorded: 0, alreadyThere: 1 });
});

it('brings the rejects back', async () => {
  const file = join(concord.folder, 'bad.csv');
  const rejects = join(concord.folder, 'rejects.csv');
  writeFileSync(file, readFileSync(template, 'utf8').replace('2019-03-01', '2019-02-30'));
  const { exit } = await concord.run('import', 'enterprises', file, '--rejects', rejects);
  expect(exit).toBe(1);
  expect(readFileSync(rejects, 'utf8')).toContain('not-a-day');
});

it('names a file that is not there, and ends with 2', async () => {
  const { exit, err } = await concord.run('import', 'enterprises', join(concord.folder, 'no.csv'));
  expect([exit, err]).toStrictEqual([2, expect.stringMatching(/no such file.*no\.csv/)]);
});

it('sends, shows and asks through the server', async () => {
  const sent = await concord.run(
    'send',
    'enterprises',
    CODE,
    'suspend',
    '--data',
    '{"on":"2024-06-01"}',
  );
  expect([sent.exit, sent.out]).toEqual([0, expect.stringContaining('EnterpriseSuspended')]);
  const shown = await concord.run('--json', 'show', 'enterprises', CODE);
  expect(JSON.parse(shown.out)).toMatchObject({ status: 'suspended' });
  expect((await concord.run('figure', 'contract-rate', '--on', '2024-12-31')).exit).toBe(0);
  expect((await concord.run('events')).out).toContain('EnterpriseSuspended');
});

it('has the server verify, back up and rebuild, which holds the data', async () => {
  const verified = await concord.run('--json', 'verify');
  expect([verified.exit, verified.out.trim()]).toEqual([0, expect.stringContaining('"findings"')]);
  const folder = join(concord.folder, 'copy');
  expect((await concord.run('backup', folder)).exit).toBe(0);
  expect(existsSync(join(folder, 'events.db')) && existsSync(join(folder, 'keys.db'))).toBe(true);
  expect((await concord.run('rebuild', 'offers')).exit).toBe(0);
  const { exit, err } = await concord.run('rebuild', 'nothing');
  expect([exit, err]).toEqual([2, expect.stringContaining('nothing')]);
});

it('keeps the house for nobody without the key that lies in the data folder', async () => {
  const note = join(concord.data, 'server.json');
  const said = JSON.parse(readFileSync(note, 'utf8')) as { url: string; key: string };
  expect(statSync(note).mode & 0o077).toBe(0);
  const asked = (key: string) =>
    fetch(`${said.url}/api/v1/admin/verify`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Keeper-Key': key },
      body: '{}',
    });
  expect((await asked('')).status).toBe(403);
  expect((await asked('x'.repeat(said.key.length))).status).toBe(403);
  expect(await (await asked(said.key)).json()).toStrictEqual({ findings: [] });
});

it('restores nothing under a server that runs', async () => {
  const { exit, err } = await concord.run('restore', join(concord.folder, 'copy'));
  expect([exit, err]).toEqual([3, expect.stringContaining('stop the server first')]);
});

it('ends with 3 when the server is gone but its process number lives on', async () => {
  const note = join(concord.data, 'server.json');
  const said = readFileSync(note, 'utf8');
  writeFileSync(note, JSON.stringify({ url: 'http://127.0.0.1:9', pid: process.pid }));
  expect((await concord.run('figure')).exit).toBe(3);
  writeFileSync(note, said);
});
