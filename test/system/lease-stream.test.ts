import { expect, it } from 'vitest';
import { openEsdbStore } from '../../src/store/esdb.ts';
import { LEASE_STREAM, leaseIn } from '../../src/system/lease.ts';
import { reactorPlace } from '../../src/system/place.ts';
import { openDouble } from '../support/esdb/double.ts';

const TERM = 30_000;
const now = () => '2026-06-01T01:00:00.000Z';

it('a lease stays small on a server that keeps the last words only, also for a node that slept', async () => {
  const double = await openDouble();
  const store = openEsdbStore({ url: double.url, categories: ['enterprise'] });
  for (const stream of [LEASE_STREAM, 'lease-reactor'])
    double.log.setMetadata(stream, { $maxCount: 3 });
  let elapsed = 0;
  const node = (holder: string) =>
    leaseIn({ store, holder, term: TERM, now, elapsed: () => elapsed });
  const [north, south] = [node('north'), node('south')];
  expect([await north.turn(), await south.turn()]).toStrictEqual([true, false]);
  for (let thirds = 0; thirds < 12; thirds++) {
    elapsed += TERM / 3;
    expect(await north.turn()).toBe(true);
  }
  expect(await south.turn()).toBe(false);
  elapsed += TERM;
  expect(await south.turn()).toBe(true);

  const place = reactorPlace(store, now);
  for (let position = 1n; position <= 8n; position++) await place.mark(position);
  expect(await reactorPlace(store, now).find()).toBe(8n);
  await store.close();
  await double.close();
}, 60_000);
