import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mill, path, serving } from './serving.ts';

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
    const send = (command: string, body: object) =>
      on.post(`/api/v1/bargaining-cases/k/${command}`, body).expect(200);
    await send('prepare-offer', {
      on: '2026-04-01',
      profile: 'national-2004',
      kind: 'comprehensive',
      level: 'enterprise',
      purpose: 'first',
      contract: 'k-contract',
      enterprise: 'a',
      representedBy: 'union',
      preparedBy: 'employees',
      topics: ['wage-increase'],
    });
    await send('issue-offer', {
      offer: 'o1',
      by: 'employees',
      on: '2026-05-12',
      topics: ['wage-increase'],
      proposedOn: '2026-07-01',
      place: '公司会议室',
    });
    await send('record-receipt', { offer: 'o1', on: '2026-05-12', receipt: '签收单' });
    const overdue = async () =>
      (await on.get('/api/v1/deadlines?rule=reply&status=overdue')).body as object;
    expect(await overdue()).toMatchObject({ items: [] });
    now = '2026-06-01T15:59:59.999Z';
    expect(await overdue()).toMatchObject({ items: [] });
    now = '2026-06-01T16:00:00.000Z';
    expect(await overdue()).toMatchObject({ items: [{ subject: 'k', due_on: '2026-06-01' }] });
  });
});
