import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Query } from '../../../projections/projection.ts';
import { httpApp } from '../../../src/http/server.ts';
import { old } from '../../support/concord.ts';
import { caller, opened } from '../serving.ts';

let on: Awaited<ReturnType<typeof opened>>;
let get: ReturnType<typeof caller>['get'];
const heard: Query<unknown>[] = [];

beforeAll(async () => {
  on = await opened();
  const { app } = on;
  const all: typeof app.all = (query) => {
    heard.push(query);
    return app.all(query);
  };
  const face = caller(httpApp({ ...app, all }));
  get = face.get;
  for (const id of ['c1', 'c2', 'c3']) {
    const history = old('comprehensive', ['2026-01-01', '2026-12-31'], { enterprise: id });
    await face.post(`/api/v1/contracts/${id}/register-as-history`, history).expect(200);
  }
  const rescission = { ground: 'agreement', because: '企业搬迁' };
  for (const [id, on] of [
    ['c2', '2026-06-02'],
    ['c3', '2026-06-01'],
  ] as const)
    await face.post(`/api/v1/contracts/${id}/rescind`, { ...rescission, on }).expect(200);
});
afterAll(() => on.end());

/** The contracts that a query lists, and how SQLite finds them. */
const listed = async (query: string) => {
  heard.length = 0;
  const { body } = await get(`/api/v1/contracts?${query}`).expect(200);
  const { items } = body as { readonly items: readonly { readonly id: string }[] };
  const page = heard.find(({ text }) => text.includes('LIMIT'));
  if (!page) throw new Error('No page was asked for.');
  const plan = on.app.all<{ readonly detail: string }>({
    text: `EXPLAIN QUERY PLAN ${page.text}`,
    values: page.values,
  });
  return {
    ids: items.map(({ id }) => id),
    reads: plan
      .filter(({ detail }) => /^(SCAN|SEARCH)/.test(detail))
      .map(({ detail }) => detail.replace(/contract_register\S*/g, '').replace(/.* \(/, '(')),
    sorts: plan.filter(({ detail }) => detail.startsWith('USE TEMP B-TREE')).length,
  };
};
/** How those are found whose end was agreed ahead. */
const ahead = '(phase=? AND ended_on>?)';

it.each([
  ['phase=in-force&sort=workers', ['c1', 'c2']],
  ['phase=in-force&sort=-workers', ['c1', 'c2']],
  ['phase=in-force', ['c1', 'c2']],
  ['phase=ended&sort=workers', ['c3']],
  ['phase=signed&sort=workers', []],
])('contracts of one phase are found by it, however they are sorted: %s', async (query, ids) =>
  expect(await listed(query)).toMatchObject({ ids, reads: ['(phase=?)', ahead] }),
);

it('those of one enterprise are found by it, whatever their phase', async () => {
  expect(await listed('enterprise=c2&phase=in-force')).toMatchObject({
    ids: ['c2'],
    reads: ['(enterprise=?)', ahead],
  });
});

it('all of them and those in force are read in the order of the page; only those that end later are sorted', async () => {
  const ids = ['c1', 'c2', 'c3'];
  expect(await listed('')).toStrictEqual({ ids, reads: ['SCAN ', ahead], sorts: 1 });
  expect(await listed('phase=in-force&limit=9')).toMatchObject({ sorts: 1 });
});
