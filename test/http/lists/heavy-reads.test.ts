import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../projections/projection.ts';
import { mill, path, serving } from '../serving.ts';

let on: Awaited<ReturnType<typeof serving>>;
beforeAll(async () => {
  on = await serving();
});
afterAll(() => on.end());

/** A question that takes its time. */
const long = sql<{ n: number }>()`
  WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 4000000)
  SELECT count(*) AS n FROM n`;

test('while somebody asks for much, others record, and are told that all is well', async () => {
  const answers: unknown[] = [];
  const asked = on.app.heavy(long).then((rows) => {
    answers.push(rows);
    return rows;
  });
  const meanwhile = { recorded: 0, alive: 0 };
  while (answers.length === 0) {
    await on.post(`${path}/mill-${String(meanwhile.recorded)}/register`, mill).expect(200);
    meanwhile.recorded += 1 - answers.length;
    await on.get('/livez').expect(200);
    meanwhile.alive += 1 - answers.length;
  }
  expect(await asked).toStrictEqual([{ n: 4_000_000 }]);
  expect(meanwhile.recorded).toBeGreaterThan(0);
  expect(meanwhile.alive).toBeGreaterThan(0);
});
