import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDouble, type Double } from '../support/esdb/double.ts';
import { until } from '../support/nodes.ts';
import { startServer } from '../support/server-process.ts';
import { concordIn } from './concord.ts';

const LONG = 600_000;

let double: Double;
const city = concordIn();
beforeAll(async () => {
  double = await openDouble();
  const { exit } = await city.run('demo', '--enterprises', '1', '--seed', '1');
  expect(exit).toBe(0);
}, LONG);
afterAll(async () => {
  await double.close();
  city.remove();
});

const copies = async (...words: readonly string[]) => {
  const { exit, out, err } = await city.run('copy', ...words, '--json');
  return { exit, err, copied: out === '' ? undefined : (JSON.parse(out) as { already: number }) };
};

describe('concord copy', () => {
  it(
    'goes on after it was killed in the middle, and compares everything at the end',
    async () => {
      const killed = city.started('copy', '--from', 'embedded', '--to', double.url);
      await until(() => double.log.records.length > 60);
      killed.kill('SIGKILL');
      await once(killed, 'exit');
      const { exit, copied } = await copies('--from', 'embedded', '--to', double.url);
      expect(exit).toBe(0);
      expect(copied?.already).toBeGreaterThan(50);

      const home = join(city.folder, 'home');
      const back = await copies('--from', double.url, '--to', home);
      expect(back.copied).toStrictEqual({ ...copied, already: 0 });
      const verified = await city.run('--folder', home, 'verify');
      // The files of attachments are not in the event store: they are copied by other means.
      const findings = verified.out.split('\n').filter((line) => !line.startsWith('attachment '));
      expect(findings.filter((line) => line !== '' && line !== 'all is well')).toStrictEqual([]);
    },
    LONG,
  );

  it(
    'ends with 1 where the target is no beginning of a copy, and with 2 where nothing is',
    async () => {
      const other = concordIn();
      await other.run('demo', '--enterprises', '2', '--seed', '2');
      const refused = await other.run('copy', '--from', 'embedded', '--to', city.data);
      expect([refused.exit, refused.err]).toStrictEqual([
        1,
        expect.stringContaining('not the beginning of a copy'),
      ]);
      expect((await other.run('copy', '--from', 'esdb', '--to', 'embedded')).exit).toBe(2);
      other.remove();
    },
    LONG,
  );
});

describe('concord snapshot', () => {
  it(
    'is taken while a server runs, and another begins with it',
    async () => {
      const settings = { EVENTSTORE_URL: double.url, LOG_LEVEL: 'info', CONCORD_KEYS: city.data };
      const north = await startServer(city.folder, settings);
      const ready = async (url: string) => (await fetch(`${url}/readyz`)).ok;
      await until(() => ready(north.url));
      const folder = join(city.folder, 'south');
      const { exit, out } = await city.run('--folder', city.folder, 'snapshot', folder, '--json');
      expect([exit, existsSync(join(folder, 'views.db'))]).toStrictEqual([0, true]);
      expect(JSON.parse(out)).toMatchObject({ folder, last: expect.any(Object) });

      const south = await startServer(folder, settings);
      await until(() => ready(south.url));
      const metrics = await (await fetch(`${south.url}/metrics`)).text();
      for (const name of ['retries', 'replacements', 'drops'])
        expect(metrics).toContain(`\nconcord_store_${name} `);
      const figure = async (url: string) =>
        (
          await fetch(`${url}/api/v1/figures/contract-stock?on=2025-12-31&knownAt=2026-01-01`)
        ).json();
      const [one, other] = [await figure(north.url), await figure(south.url)] as {
        total: unknown;
      }[];
      expect(other?.total).toStrictEqual(one?.total);
      await south.stop();
      await north.stop();
    },
    LONG,
  );
});
