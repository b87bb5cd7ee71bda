import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { enterprises } from '../../src/import/profiles/enterprises.ts';
import { importFile } from '../../src/import/run.ts';
import { openSource } from '../../src/import/files/source.ts';
import { onLog, openedOn, plant, write } from '../support/machine.ts';
import { dataFolder } from '../support/server-process.ts';

const CODE = '91320600MA0123453Y';

it('decides no row on a fact of a version that nobody here knows, on a dry run neither', async () => {
  const { folder, remove } = dataFolder();
  await onLog(folder, (store) =>
    write(store, `enterprise-${CODE}`, { type: 'EnterpriseRegistered', data: plant, version: 99 }),
  );
  const app = await openedOn(folder, '2026-06-01', true);
  const file = join(folder, 'a.csv');
  writeFileSync(
    file,
    `creditCode,name,registeredOn,division,industry\n${CODE},厂,2020-03-01,210902,17\n`,
  );
  for (const dryRun of [true, false]) {
    const source = await openSource(file, 'csv', []);
    await expect(importFile(app, { profile: enterprises, source, dryRun })).rejects.toThrow(
      `(enterprise-${CODE}, EnterpriseRegistered) is of version 99`,
    );
  }
  await app.close();
  remove();
});
