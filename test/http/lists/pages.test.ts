import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mill, path, serving } from '../serving.ts';

let on: Awaited<ReturnType<typeof serving>>;
let now = '2026-06-01T01:00:00.000Z';
beforeAll(async () => {
  on = await serving({}, { now: () => now });
});
afterAll(() => on.end());

type Page = { items: { id: string; name: string }[]; next: string | null };
const list = async (query = ''): Promise<Page> =>
  (await on.get(`${path}?${query}`).expect(200)).body as Page;
const ids = async (query = '') => (await list(query)).items.map(({ id }) => id);
const register = (id: string, over: object = {}) =>
  on.post(`${path}/${id}/register`, { ...mill, ...over }).expect(200);

describe('what was known at a moment', () => {
  test('is found by the moment, in whatever offset it is told', async () => {
    now = '2026-06-02T01:00:00.000Z';
    await register('early');
    // As text, nine in the morning of Shanghai is after one in the morning of Greenwich.
    expect(await ids('knownAt=2026-06-02T08:59:59.999%2B08:00')).toStrictEqual([]);
    expect(await ids('knownAt=2026-06-02T09:00:00%2B08:00')).toStrictEqual(['early']);
    // As text, nine in the evening of New York is before it.
    expect(await ids('knownAt=2026-06-01T20:59:59-04:00')).toStrictEqual([]);
    expect(await ids('knownAt=2026-06-01T21:00:00-04:00')).toStrictEqual(['early']);
  });

  test('on a day is what was known at its end, in the place', async () => {
    now = '2026-06-02T15:59:59.999Z';
    await register('eve');
    now = '2026-06-02T16:00:00.000Z';
    await register('midnight');
    expect(await ids('knownAt=2026-06-01')).toStrictEqual([]);
    expect(await ids('knownAt=2026-06-02')).toStrictEqual(['early', 'eve']);
    expect(await ids('knownAt=2026-06-03')).toStrictEqual(['early', 'eve', 'midnight']);
  });
});

describe('a page', () => {
  const named = (n: number) => `p${String(n).padStart(3, '0')}`;
  const all = Array.from({ length: 51 }, (_, n) => named(n));
  beforeAll(async () => {
    now = '2026-06-04T01:00:00.000Z';
    for (const id of all) await register(id, { division: '440305' });
  });

  test('has fifty rows where nobody asks for another number', async () => {
    const { items, next } = await list('division=440305');
    expect(items.map(({ id }) => id)).toStrictEqual(all.slice(0, 50));
    expect(await ids(`cursor=${next ?? ''}`)).toStrictEqual(all.slice(50));
  });

  test('has five hundred at most', async () => {
    expect(await ids('division=440305&limit=500')).toStrictEqual(all);
    const { body } = await on.get(`${path}?limit=501`).expect(400);
    expect(body).toMatchObject({ violations: [{ path: 'limit' }] });
  });

  test('and the next go on with the same filters, as known when the first was read', async () => {
    const { next } = await list('division=440305&limit=10');
    now = '2026-06-05T01:00:00.000Z';
    await register('p0005', { division: '440305' });
    await register('p999', { division: '440305' });
    await on.post(`${path}/${named(50)}/move`, { on: '2026-06-05', division: '440306' });
    const rest: string[] = [];
    for (let cursor = next; cursor !== null;) {
      const page = await list(`cursor=${cursor}&limit=17`);
      rest.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    expect(rest).toStrictEqual(all.slice(10));
    expect(await ids('division=440305&limit=500')).toContain('p0005');
  });
});
