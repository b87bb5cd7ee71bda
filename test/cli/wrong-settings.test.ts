import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { concordIn } from './concord.ts';

vi.setConfig({ testTimeout: 60_000 });

const concord = concordIn();
const file = join(concord.folder, 'a-file');
writeFileSync(file, '');
afterAll(() => concord.remove());

/** Where nobody can make a folder: below a file, and where the system has only its own. */
const nowhere = [join(file, 'data'), ...(existsSync('/proc/self') ? ['/proc/nope'] : [])];

/** How the server ends that is started with these settings, and what it says. */
const served = async (settings: Readonly<Record<string, string>>) => {
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: { PATH: process.env['PATH'], CONCORD_DATA: concord.data, PORT: '0', ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const [exit] = (await once(child, 'close')) as [number | null];
  return { exit, err };
};

describe('a folder that cannot be', () => {
  it.each(nowhere)(
    'ends the server with 3 and one sentence that names the setting: %s',
    async (folder) => {
      for (const setting of ['CONCORD_DATA', 'CONCORD_KEYS', 'CONCORD_ATTACHMENTS']) {
        const { exit, err } = await served({ [setting]: folder });
        expect(exit).toBe(3);
        expect(err).toMatch(new RegExp(`^${setting}: ${folder} .*\n$`));
      }
    },
  );
  it.each(nowhere)('ends a command with 3 in the same way: %s', async (folder) => {
    const asked = ['--folder', folder, 'figure', 'contract-rate', '--on', '2025-12-31'];
    const { exit, err } = await concord.run(...asked);
    expect([exit, err]).toStrictEqual([3, expect.stringMatching(/^CONCORD_DATA: .*\n$/)]);
  });
  it.each(nowhere)('keeps no backup: %s', async (folder) => {
    const { exit, err } = await concord.run('backup', folder);
    expect([exit, err]).toStrictEqual([3, expect.stringContaining(folder)]);
  });
});

it('an address that cannot be listened on ends the server with 3 and its settings', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const taken = await served({ PORT: String(port) });
  expect([taken.exit, taken.err]).toStrictEqual([
    3,
    expect.stringMatching(
      new RegExp(`^HOST=127.0.0.1 PORT=${String(port)}: .* cannot be listened on .*\n$`),
    ),
  ]);
  other.close();
  // 192.0.2.0/24 is kept for examples: no machine has such an address.
  const nobodys = await served({ HOST: '192.0.2.1' });
  expect([nobodys.exit, nobodys.err]).toStrictEqual([
    3,
    expect.stringMatching(/^HOST=192\.0\.2\.1 PORT=0: .*\n$/),
  ]);
});

it('a wrong setting ends the server with 2 and its name', async () => {
  const { exit, err } = await served({ CONCORD_ZONE: 'Mars/Olympus' });
  expect([exit, err]).toStrictEqual([2, 'CONCORD_ZONE: is not an IANA time zone\n']);
});

describe('what goes wrong before anything is asked', () => {
  it('founds no city whose history would go on after yesterday', async () => {
    const { exit, err } = await concord.run('demo', '--enterprises', '1', '--until', '2999-01-01');
    expect([exit, err]).toStrictEqual([2, expect.stringMatching(/--until 2999-01-01: .* … \d{4}/)]);
  });
  it('says which import profiles there are', async () => {
    const { exit, err } = await concord.run('import', 'nope', file);
    expect([exit, err]).toStrictEqual([
      2,
      expect.stringContaining('there is no import profile nope; there are: enterprises, contracts'),
    ]);
  });
  it('names every wrong setting, as JSON where that is wanted', async () => {
    const elsewhere = concordIn({ CONCORD_ZONE: 'Mars/Olympus', PORT: 'x' });
    const { exit, out, err } = await elsewhere.run('--json', 'figure');
    expect([exit, out]).toStrictEqual([2, '']);
    const { code, violations } = JSON.parse(err) as {
      code: string;
      violations: { path: string }[];
    };
    expect(code).toBe('wrong-setting');
    expect(violations.map(({ path }) => path).sort()).toStrictEqual(['CONCORD_ZONE', 'PORT']);
    elsewhere.remove();
  });
  it.each([
    [2, 'wrong-usage', ['--json', 'bogus']],
    [2, 'wrong-usage', ['show', 'enterprises', '--json']],
    [2, 'wrong-usage', ['--json', 'import', 'nix', file]],
    [2, 'wrong-usage', ['--json', '--lang', 'fr', 'figure']],
    [3, 'out-of-reach', ['--json', '--folder', join(file, 'data'), 'figure']],
  ])('ends with %i and says %s as JSON, alone on the error stream', async (code, said, words) => {
    const { exit, out, err } = await concord.run(...words);
    expect([exit, out]).toStrictEqual([code, '']);
    expect(JSON.parse(err)).toMatchObject({ code: said, violations: [] });
  });
  it('help is no error', async () => {
    const { exit, out, err } = await concord.run('--json', '--help');
    expect([exit, err]).toStrictEqual([0, '']);
    expect(out).toContain('--json');
  });
});

it('a command ends with 3 where the event store stays out of reach', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  await new Promise((done) => silent.close(done));
  const away = concordIn({ EVENTSTORE_URL: `esdb://127.0.0.1:${String(port)}?tls=false` });
  const { exit, out, err } = await away.run('figure', 'contract-rate', '--on', '2025-12-31');
  away.remove();
  expect([exit, out]).toStrictEqual([3, '']);
  expect(err).toContain('Reading the end of the log failed');
});
