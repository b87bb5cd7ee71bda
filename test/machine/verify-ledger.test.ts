import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { concord, type Concord } from '../support/concord.ts';
import { conclude, mediating, receive, transfer } from '../support/stories/disputes.ts';

let they: Concord;
let views: DatabaseSync;
beforeAll(async () => {
  they = await concord('2026-06-01');
  const told = {
    d1: [...mediating, conclude()],
    d2: [receive(), transfer()],
    d3: [receive(), conclude({ on: '2026-03-02', outcome: 'withdrawn', ending: 'cancelled' })],
  };
  for (const [id, commands] of Object.entries(told))
    for (const { type, data } of commands) await they.send('disputes', id, type, data);
  views = new DatabaseSync(join(they.app().config.CONCORD_DATA, 'views.db'));
});
afterAll(async () => {
  views.close();
  await they.app().rebuild();
  await they.close();
});

const faults = async (): Promise<readonly string[]> =>
  (await they.app().verify()).filter((finding) => finding.startsWith('dispute-ledger'));
const inAccount = (name: string): string =>
  `account = (SELECT id FROM book_accounts WHERE name = '${name}')`;

it('finds nothing wrong with a ledger that nobody touched', async () =>
  expect(await they.app().verify()).toStrictEqual([]));

it.each([
  'dispute.open',
  'dispute.received',
  'dispute.transferred-in',
  'dispute.transferred-out',
  'dispute.concluded',
])(
  'says of which day and place the ledger does not balance when %s was tampered with',
  async (account) => {
    const where = `${inAccount(account)} AND count = 1`;
    const { changes } = views.prepare(`UPDATE book_entries SET count = 3 WHERE ${where}`).run();
    expect(Number(changes)).toBeGreaterThan(0);
    const found = await faults();
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toMatch(/^dispute-ledger: on 2026-03-\d\d, .* \(210902, remuneration, /);
    views
      .prepare(`UPDATE book_entries SET count = 1 WHERE ${inAccount(account)} AND count = 3`)
      .run();
    expect(await faults()).toStrictEqual([]);
  },
);
