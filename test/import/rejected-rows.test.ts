import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { contracts } from '../../src/import/profiles/contracts.ts';
import { disputes } from '../../src/import/profiles/disputes.ts';
import { enterprises } from '../../src/import/profiles/enterprises.ts';
import type { Profile } from '../../src/import/profile.ts';
import { openRig, type Rig } from './rig.ts';

// Today is 2026-03-02.

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
});
afterEach(() => rig.close());

/** Row number, column and reason of each rejected row, in the order of the file. */
const rejected = async (profile: Profile, lines: readonly string[]): Promise<string[]> => {
  const rejects = join(rig.folder, 'rejects.csv');
  await rig.run(rig.file('a.csv', lines.join('\n')), profile, { rejects });
  return readFileSync(rejects, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => /^(\d+,[^,]*,"?[a-z-]+):/.exec(line)?.[1]?.replace('"', '') ?? line);
};

const sized = 'name,registeredOn,division,industry,sizeClass,sizeYear';

it('a size class without its year, or a year without its class: the one that is missing is named', async () =>
  expect(
    await rejected(enterprises, [
      sized,
      'A,2020-03-01,320681,17,small,',
      'B,2020-03-01,320681,17,,2024',
      'C,2020-03-01,320681,17,small,2024',
    ]),
  ).toEqual([
    '2,规模划型年份 Size year,size-names-its-year',
    '3,规模 Size class,size-names-its-year',
  ]));

it('a registration type goes with its scheme: the missing one is named, or the type of another form', async () => {
  const head = 'name,registeredOn,division,industry,registrationType,registrationScheme';
  const row = (name: string, typed: string) => `${name},2020-03-01,320681,17,${typed}`;
  expect(
    await rejected(enterprises, [
      head,
      row('A', '173,'),
      row('B', ',nbs-1998'),
      row('C', '17,nbs-1998'),
    ]),
  ).toEqual([
    '2,登记注册类型标准 Registration type scheme,type-names-its-scheme',
    '3,登记注册类型代码 Registration type,type-names-its-scheme',
    '4,登记注册类型代码 Registration type,type-names-its-scheme',
  ]);
});

it('a day that has not come, or lies before the registration, names its own column', async () => {
  const head = 'name,registeredOn,division,industry,unionFoundedOn,headcountAsOf,workers';
  expect(
    await rejected(enterprises, [
      head,
      'A,2026-03-03,320681,17,,,',
      'B,2020-03-01,320681,17,2026-03-03,,',
      'C,2020-03-01,320681,17,2020-03-01,2026-03-03,10',
      'D,2020-03-01,320681,17,2020-02-29,2020-03-01,10',
      'E,2020-03-01,320681,17,2020-03-01,2020-02-29,10',
      'F,2020-03-01,320681,17,2026-03-02,2020-03-01,10',
    ]),
  ).toEqual([
    '2,登记日期 Registered on,not-in-the-future',
    '3,建会日期 Union founded on,not-in-the-future',
    '4,人数截至日期 Headcount as of,not-in-the-future',
    '5,建会日期 Union founded on,not-before-registration',
    '6,人数截至日期 Headcount as of,not-before-registration',
  ]);
});

it('of the days of one fact the one that has not come is named', async () => {
  const contract = (no: string, days: string) =>
    `${no},wage,regional,320681,320681,市总工会,${days}`;
  expect(
    await rejected(contracts, [
      'contractNo,kind,level,division,scopeDivisions,union,registeredOn,signedOn,termStart,termEnd',
      contract('1', '2026-03-03,2026-03-01,2026-01-01,2026-12-31'),
      contract('2', '2026-03-02,2026-03-03,2026-01-01,2026-12-31'),
      contract('3', '2026-03-02,2026-03-02,2026-01-02,2026-01-01'),
    ]),
  ).toEqual([
    '2,登记日期 Registered on,not-in-the-future',
    '3,签订日期 Signed on,not-in-the-future',
    '4,期限止 Term end,term-runs-forward',
  ]);
  const dispute = (no: string, days: string) =>
    `${no},${days},320602,remuneration,street,城东,individual,南通厂`;
  expect(
    await rejected(disputes, [
      'caseNo,receivedOn,acceptedOn,concludedOn,division,cause,level,body,collective,enterpriseName',
      dispute('1', '2026-03-03,,'),
      dispute('2', '2026-03-02,2026-03-03,'),
      dispute('3', '2026-03-02,2026-03-02,2026-03-03'),
      dispute('4', '2026-03-02,2026-03-02,2026-03-02'),
    ]),
  ).toEqual([
    '2,收到日期 Received on,not-in-the-future',
    '3,受理日期 Accepted on,not-in-the-future',
    '4,结案日期 Concluded on,not-in-the-future',
  ]);
});

it('rejected rows stand in the order of the file, also where one waits for another about the same enterprise', async () => {
  const good = (name: string) => `${name},2020-03-01,320681,17,,`;
  const refused = (name: string) => `${name},2020-02-01,320681,17,small,`;
  const unreadable = (name: string) => `${name},someday,320681,17,,`;
  const lines = ['一厂', '二厂', '三厂'].flatMap((name) => [
    good(name),
    refused(name),
    unreadable(name),
  ]);
  const reasons = (await rejected(enterprises, [sized, ...lines])).map((line) => line.split(','));
  expect(reasons.map(([row, , reason]) => `${String(row)} ${String(reason)}`)).toEqual([
    '3 size-names-its-year',
    '4 not-a-day',
    '6 size-names-its-year',
    '7 not-a-day',
    '9 size-names-its-year',
    '10 not-a-day',
  ]);
});

/** The rejects file as text. */
const rejectsOf = async (profile: Profile, name: string, text: string): Promise<string> => {
  const rejects = join(rig.folder, 'rejects.csv');
  await rig.run(rig.file(name, text), profile, { rejects });
  return readFileSync(rejects, 'utf8');
};

it('a line of JSON goes by its number in the file, a row of a sheet by that of the sheet', async () => {
  const good = { name: 'A', registeredOn: '2020-03-01', division: '320681', industry: '17' };
  const lines = [JSON.stringify(good), '{bad', '', JSON.stringify({ ...good, division: '99' })];
  const json = await rejectsOf(enterprises, 'a.jsonl', lines.join('\n'));
  expect(json).toMatch(/\n2,,bad-json/);
  expect(json).toMatch(/\n4,/);
  const csv = await rejectsOf(
    enterprises,
    'a.csv',
    'name,registeredOn,division,industry\nA,2020-02-30,320681,17\n',
  );
  expect(csv).toMatch(/\n2,/);
});

it('a contract of a firm that goes by its credit code is looked for by name: the column with the name is named, and the name', async () => {
  const code = '91320600MA0123453Y';
  await rig.run(
    rig.file(
      'b.csv',
      `creditCode,name,registeredOn,division,industry\n${code},南通纺织厂,2020-03-01,320681,17\n`,
    ),
    enterprises,
  );
  const said = await rejectsOf(
    contracts,
    'a.csv',
    'kind,level,enterpriseName,division,registeredOn\nwage,enterprise,南通纺织厂,320681,2021-01-01\n',
  );
  expect(said).toContain('2,单位名称 Enterprise name,');
  expect(said).toContain(
    '南通纺织厂: not found by name and division; an enterprise that has a credit code goes by that',
  );
  expect(said).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
});

it('a headcount without its day is told so in words', async () => {
  const said = await rejectsOf(
    enterprises,
    'a.csv',
    'name,registeredOn,division,industry,workers\nA,2020-03-01,320681,17,10\n',
  );
  expect(said).toContain('It must be filled in.');
  expect(said).not.toContain('expected');
});
