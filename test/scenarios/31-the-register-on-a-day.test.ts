import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { concord, type Concord } from '../support/concord.ts';

type Row = Readonly<Record<string, unknown>>;
type Page = { readonly items: readonly Row[]; readonly next: string | null };

describe('an enterprise that moved, got its union, grew and ended, looked up on a day before', () => {
  let they: Concord;
  const list = async (query: string): Promise<Page> =>
    (await they.get(`enterprises?${query}`)) as Page;
  const ids = async (query: string) => (await list(query)).items.map(({ id }) => id);
  const mover = async (query: string) => (await list(`${query}&id=mv`)).items[0];

  beforeAll(async () => {
    they = await concord('2026-06-30');
    const born = { registeredOn: '2010-01-01', industry: 'C17', industryScheme: 'gb4754-2017' };
    const say = (command: string, data: object) => they.send('enterprises', 'mv', command, data);
    await say('Register', { ...born, name: '迁址厂', division: '370102' });
    for (const id of ['aa', 'zz'])
      await they.send('enterprises', id, 'Register', { ...born, name: id, division: '370102' });
    await say('ReportHeadcount', { asOf: '2012-12-31', workers: 10, women: 4 });
    await say('Suspend', { on: '2015-01-01' });
    await say('Resume', { on: '2016-01-01' });
    await say('Move', { on: '2018-05-01', division: '310104' });
    await say('Reclassify', { on: '2018-05-01', industry: 'H62', industryScheme: 'gb4754-2017' });
    await say('FoundUnion', { on: '2019-05-01', name: '迁址厂工会' });
    await say('ReportHeadcount', { asOf: '2020-12-31', workers: 99, women: 33 });
    await they.itIs('2026-07-15');
    await say('Deregister', { on: '2024-05-01' });
  });
  afterAll(() => they.close());

  it('is shown as it was on the day', async () => {
    expect(await mover('on=2013-01-01')).toMatchObject({
      ...{ division: '370102', industry: 'C17', union_kind: 'none', union_name: null },
      ...{ workers: 10, women: 4, headcount_as_of: null, status: 'open', ended_on: null },
    });
    expect(await mover('on=2021-01-01')).toMatchObject({
      ...{ division: '310104', industry: 'H62', union_kind: 'own', union_since: '2019-05-01' },
      ...{ workers: 99, women: 33, headcount_as_of: '2020-12-31', status: 'open' },
    });
    expect(await mover('sort=name')).toMatchObject({ status: 'deregistered', workers: 99 });
  });
  it('changes on the day itself, not on the eve', async () => {
    expect(await mover('on=2018-04-30')).toMatchObject({ division: '370102' });
    expect(await mover('on=2018-05-01')).toMatchObject({ division: '310104' });
    expect(await mover('on=2014-12-31')).toMatchObject({ status: 'open' });
    expect(await mover('on=2015-01-01')).toMatchObject({ status: 'suspended' });
    expect(await mover('on=2015-12-31')).toMatchObject({ status: 'suspended' });
    expect(await mover('on=2016-01-01')).toMatchObject({ status: 'open' });
    expect(await mover('on=2009-12-31')).toBeUndefined();
    expect(await mover('on=2024-04-30')).toMatchObject({ status: 'open' });
    expect(await mover('on=2024-05-01')).toBeUndefined();
  });
  it('is found by what it was on the day', async () => {
    expect(await ids('on=2013-01-01&division=370102')).toStrictEqual(['aa', 'mv', 'zz']);
    expect(await ids('on=2021-01-01&division=370102')).toStrictEqual(['aa', 'zz']);
    expect(await ids('on=2021-01-01&union_kind=own')).toStrictEqual(['mv']);
    expect(await ids('on=2013-01-01&workers=10')).toStrictEqual(['mv']);
    expect(await ids('on=2015-06-01&status=suspended')).toStrictEqual(['mv']);
    expect(await ids('on=2013-01-01&industry=H62')).toStrictEqual([]);
  });
  it('is shown as it was known at a moment', async () => {
    expect(await mover('on=2025-01-01&knownAt=2026-07-01')).toMatchObject({
      division: '310104',
      status: 'open',
    });
    expect(await mover('on=2025-01-01')).toBeUndefined();
    expect(await ids('on=2013-01-01&division=370102&knownAt=2026-07-01')).toStrictEqual([
      ...['aa', 'mv', 'zz'],
    ]);
  });
  it('comes page by page', async () => {
    const first = await list('on=2013-01-01&division=370102&limit=2');
    expect(first.items.map(({ id }) => id)).toStrictEqual(['aa', 'mv']);
    const rest = await list(`cursor=${encodeURIComponent(first.next ?? '')}`);
    expect(rest.items.map(({ id }) => id)).toStrictEqual(['zz']);
    expect(rest.next).toBeNull();
  });
});
