import { afterAll, beforeAll, expect, it } from 'vitest';
import { concord, old, type Concord } from '../support/concord.ts';

const STREET = '310104';
const firms = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `f${String(from + i)}`);

const firm = async (they: Concord, id: string, registeredOn: string): Promise<void> => {
  const industry = { industry: 'H62', industryScheme: 'gb4754-2017' };
  const data = { registeredOn, name: id, division: STREET, ...industry };
  await they.send('enterprises', id, 'Register', data);
};
const accede = (they: Concord, enterprise: string, from: string) =>
  they.send('contracts', 'acceded', 'Accede', { enterprise, from });

/** How many are under the contract that binds who acceded, and under the one that binds all in the street. */
const counted = async (they: Concord, on: string, knownAt?: string) => {
  const query = { on, population: 'all', ...(knownAt === undefined ? {} : { knownAt }) };
  return {
    acceded: await they.ratio('contract-rate', { ...query, contractKind: 'comprehensive' }),
    inScope: await they.ratio('contract-rate', { ...query, contractKind: 'wage' }),
  };
};

const days = ['2026-01-01', '2026-02-28', '2026-03-01', '2026-04-14', '2026-04-15', '2026-05-10'];
const published = new Map<string, object>();
let they: Concord;
const publish = async (day: string): Promise<void> => {
  await they.itIs(day);
  published.set(day, await counted(they, day));
};

beforeAll(async () => {
  they = await concord('2026-01-01');
  for (const id of firms(1, 60)) await firm(they, id, '2015-03-02');
  const scope = { level: 'regional', scope: { divisions: [STREET], industries: [] } };
  const registers = (id: string, kind: 'comprehensive' | 'wage', profile: string) =>
    they.send('contracts', id, 'RegisterAsHistory', {
      ...old(kind, ['2026-01-01', '2027-12-31'], { ...scope, profile }),
    });
  await registers('acceded', 'comprehensive', 'shanghai-2015');
  await registers('in-scope', 'wage', 'national-2004');
  for (const id of firms(1, 60)) await accede(they, id, '2026-01-01');
  await publish('2026-01-01');
  await publish('2026-02-28');
  await they.itIs('2026-03-01');
  for (const id of firms(61, 65)) await firm(they, id, '2026-03-01');
  for (const id of firms(61, 65)) await accede(they, id, '2026-03-01');
  await publish('2026-03-01');
  await publish('2026-04-14');
  await they.itIs('2026-04-15');
  for (const id of firms(1, 3)) await they.send('enterprises', id, 'Deregister', { on: days[4] });
  await publish('2026-04-15');
  await they.itIs('2026-05-10');
  await they.send('enterprises', 'f60', 'Move', { on: '2026-05-10', division: '310115' });
  await publish('2026-05-10');
}, 60_000);
afterAll(() => they.close());

it.each([
  { on: '2026-01-01', acceded: '60 of 60', inScope: '60 of 60' },
  { on: '2026-02-28', acceded: '60 of 60', inScope: '60 of 60' },
  { on: '2026-03-01', acceded: '65 of 65', inScope: '65 of 65' },
  { on: '2026-04-14', acceded: '65 of 65', inScope: '65 of 65' },
  { on: '2026-04-15', acceded: '62 of 62', inScope: '62 of 62' },
  { on: '2026-05-10', acceded: '62 of 62', inScope: '61 of 62' },
])('on $on: $acceded by accession, $inScope by scope', async ({ on, ...expected }) => {
  expect(published.get(on)).toStrictEqual(expected);
  expect(await counted(they, on)).toStrictEqual(expected);
  expect(await counted(they, on, on)).toStrictEqual(expected);
});

it('keeps in by accession who moved, and lets out of scope who left the street', async () => {
  const query = { on: '2026-05-10', population: 'all' };
  const by = (contractKind: string, region: string) =>
    they.members('contract-rate', { ...query, contractKind, region });
  expect(await by('comprehensive', '310115')).toStrictEqual(['f60']);
  expect(await by('wage', '310115')).toStrictEqual([]);
  expect(await by('wage', STREET)).toHaveLength(61);
});

it('says what was published before somebody remembered a withdrawal, and what is so', async () => {
  await they.itIs('2026-06-01');
  const left = { enterprise: 'f10', on: '2026-02-01', because: '不再从事本行业' };
  await they.send('contracts', 'acceded', 'Withdraw', left);
  for (const day of days) expect(await counted(they, day, day)).toStrictEqual(published.get(day));
  expect((await counted(they, '2026-02-28')).acceded).toBe('59 of 60');
  expect((await counted(they, '2026-05-10')).acceded).toBe('61 of 62');
  await they.isRefused('withdraw-what-acceded', ['contracts', 'acceded', 'Withdraw'], {
    ...left,
    on: '2026-02-02',
  });
});
