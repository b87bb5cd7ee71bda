import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mill, offered, path, serving } from '../serving.ts';

type Served = Awaited<ReturnType<typeof serving>>;

let on: Served;
let now: string;
beforeEach(async () => {
  now = '2026-06-01T01:00:00.000Z';
  on = await serving({}, { now: () => now });
  for (const id of ['a', 'b', 'c']) await on.post(`${path}/${id}/register`, mill).expect(200);
});
afterEach(() => on.end());

const ids = ({ body }: { readonly body: unknown }): string[] =>
  (body as { readonly items: readonly { readonly id: string }[] }).items.map(({ id }) => id);

describe('a page that was asked for before', () => {
  it('is the same answer, with its link and its position', async () => {
    const first = await on.get(`${path}?limit=2`);
    const again = await on.get(`${path}?limit=2`);
    expect(ids(again)).toStrictEqual(['a', 'b']);
    expect(again.text).toBe(first.text);
    for (const header of ['link', 'concord-position', 'content-type', 'cache-control'])
      expect(again.headers[header]).toBe(first.headers[header]);
    const [, next = ''] = /<(.*)>/.exec(String(again.headers['link'])) ?? [];
    expect(ids(await on.get(next))).toStrictEqual(['c']);
  });

  it('is another once something was recorded', async () => {
    expect(ids(await on.get(path))).toStrictEqual(['a', 'b', 'c']);
    const { body } = await on.post(`${path}/d/register`, mill).expect(200);
    const after = await on.get(path);
    expect(ids(after)).toStrictEqual(['a', 'b', 'c', 'd']);
    expect(after.headers['concord-position']).toBe(
      (body as { readonly position: string }).position,
    );
  });

  it('is another on the day after its clocks ran out, though nothing was recorded', async () => {
    await offered(on, 'k', '2026-05-12');
    const overdue = async () =>
      (await on.get('/api/v1/deadlines?rule=reply&status=overdue')).body as object;
    expect(await overdue()).toMatchObject({ items: [] });
    now = '2026-06-01T15:59:59.999Z';
    expect(await overdue()).toMatchObject({ items: [] });
    now = '2026-06-01T16:00:00.000Z';
    expect(await overdue()).toMatchObject({ items: [{ subject: 'k', due_on: '2026-06-01' }] });
  });
});
