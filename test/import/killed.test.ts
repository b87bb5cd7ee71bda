import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, it, vi } from 'vitest';
import { concordIn } from '../cli/concord.ts';

vi.setConfig({ testTimeout: 180_000 });

const concord = concordIn();
afterAll(() => concord.remove());

const events = (): number => {
  try {
    const db = new DatabaseSync(join(concord.data, 'events.db'), { readOnly: true });
    const row = db.prepare('SELECT count(*) AS n FROM events').get();
    db.close();
    return Number(row?.['n']);
  } catch {
    return 0;
  }
};

it('goes on where it was killed, and records nothing twice', async () => {
  const rows = gunzipSync(readFileSync('test/data/fmcs-f7-2004-a.csv.gz'))
    .toString()
    .split('\n')
    .slice(0, 2501);
  const file = join(concord.folder, 'f7.csv');
  writeFileSync(file, `${rows.join('\n')}\n`);
  const first = concord.started('import', 'fmcs-f7', file);
  for (let tries = 0; tries < 6000 && events() < 2000; tries += 1) await pause(10);
  first.kill('SIGKILL');
  await once(first, 'close');
  const killedAt = events();
  expect(killedAt).toBeGreaterThanOrEqual(2000);

  const { exit, out } = await concord.run('--json', 'import', 'fmcs-f7', file);
  expect(exit).toBe(0);
  const summary = JSON.parse(out) as Record<
    'read' | 'recorded' | 'alreadyThere' | 'rejected' | 'facts',
    number
  >;
  expect(summary).toMatchObject({ read: 2500, rejected: 0 });
  expect(summary.recorded + summary.alreadyThere).toBe(2500);
  expect(summary.alreadyThere).toBeGreaterThan(0);
  const again = await concord.run('--json', 'import', 'fmcs-f7', file);
  expect(JSON.parse(again.out)).toMatchObject({ recorded: 0, facts: 0, alreadyThere: 2500 });
});
