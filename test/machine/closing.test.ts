import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { thingNamed } from '../../src/import/rows/decide-row.ts';
import { dropViews } from '../../src/read/views.ts';
import { openApp } from '../../src/system/open-app.ts';
import { as, registers } from '../support/machine.ts';

const folder = mkdtempSync(join(tmpdir(), 'concord-closing-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('a system that is closed while its read models are still built does so in silence', async () => {
  const said: string[] = [];
  const log = pino({ level: 'error' }, { write: (line) => said.push(line) });
  const config = readConfig({ CONCORD_DATA: folder, LOG_LEVEL: 'error' });
  const before = await openApp(config, { log });
  const thing = thingNamed(before, 'enterprises');
  for (let n = 0; n < 40; n += 1) await before.handle(thing, `mill-${n}`, registers, as(`${n}`));
  await before.close();
  for (let turns = 0; turns < 60; turns += 3) {
    dropViews(folder);
    const app = await openApp(config, { log, atOnce: true });
    for (let turn = 0; turn < turns; turn += 1) await nextTurn();
    await app.close();
    // What began too late meets the closed files now.
    for (let turn = 0; turn < 20; turn += 1) await nextTurn();
  }
  expect(said).toStrictEqual([]);
});
