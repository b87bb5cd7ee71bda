import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { concordIn } from './concord.ts';

const concord = concordIn();
afterAll(() => concord.remove());

beforeAll(async () => {
  const file = join(concord.folder, 'enterprises.csv');
  const heads = 'name,registeredOn,division,industry,unionFoundedOn';
  writeFileSync(file, `${heads}\n南通纺织厂,2020-03-01,320681,17,2021-01-01\n`);
  expect((await concord.run('import', 'enterprises', file)).exit).toBe(0);
  const events = new DatabaseSync(join(concord.data, 'events.db'));
  events.exec(
    `UPDATE events SET data = '{}' WHERE type IN ('EnterpriseRegistered', 'UnionFounded')`,
  );
  events.close();
});

it('verify lists every fact that cannot be understood, says so with 1, and nothing else is wrong', async () => {
  const { exit, out, err } = await concord.run('--json', 'verify');
  const { findings } = JSON.parse(out) as { findings: string[] };
  expect([exit, err]).toStrictEqual([1, '']);
  expect(findings).toHaveLength(2);
  expect(findings[0]).toMatch(
    /^The fact at position 1 \(enterprise-.*, EnterpriseRegistered\) cannot be understood: data.registeredOn: .*$/,
  );
  expect(findings[1]).toMatch(/UnionFounded\) cannot be understood/);
});

it('what is there can be backed up all the same, without a word about what cannot be read', async () => {
  const { exit, err } = await concord.run('backup', join(concord.folder, 'copy'));
  expect([exit, err]).toEqual([0, expect.not.stringContaining('closed')]);
});
