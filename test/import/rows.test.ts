import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { derivedId } from '../../src/ids.ts';
import { contracts } from '../../src/import/profiles/contracts.ts';
import { enterprises } from '../../src/import/profiles/enterprises.ts';
import { fmcsF7 } from '../../src/import/profiles/fmcs-f7.ts';
import { templateFile } from '../../src/import/template.ts';
import { thingNamed } from '../../src/import/rows/decide-row.ts';
import { openRig, type Rig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
});
afterEach(() => rig.close());

const history = (noun: string, id: string) => rig.app.history(thingNamed(rig.app, noun), id);
const CODE = '91320600MA0123453Y';
const heads =
  '统一社会信用代码,单位名称,登记日期,行政区划代码,行业代码,建会日期,人数截至日期,职工人数,女职工人数';

it('takes a filled-in template in Chinese', async () => {
  const file = rig.file(
    'a.csv',
    `\ufeff${heads}\n${CODE},南通纺织厂,2019年3月1日,320681,17,2019-05-01,2019/12/31,120,80\n`,
  );
  expect(await rig.run(file, enterprises)).toMatchObject({ read: 1, recorded: 1, facts: 3 });
  const facts = await history('enterprises', CODE);
  expect(facts.map(({ type, by, import: from }) => [type, by, from?.row])).toEqual([
    ['EnterpriseRegistered', 'import:enterprises', 2],
    ['UnionFounded', 'import:enterprises', 2],
    ['HeadcountReported', 'import:enterprises', 2],
  ]);
});

it('takes a file that a Chinese spreadsheet saved in GB 18030', async () => {
  const bytes = Buffer.concat([
    Buffer.from('Credit code,Name,Registered on,Division code,Industry code\n'),
    Buffer.from(`${CODE},`),
    Buffer.from([0xc4, 0xcf, 0xcd, 0xa8]),
    Buffer.from(',2019-03-01,320681,17\n'),
  ]);
  expect(await rig.run(rig.file('a.csv', bytes), enterprises)).toMatchObject({ recorded: 1 });
  expect((await history('enterprises', CODE))[0]?.data).toMatchObject({ name: '南通' });
});

it.each(['utf-16le', 'utf-16be'])(
  'takes what a spreadsheet saved as Unicode text: %s',
  async (form) => {
    const cells = [CODE, '南通纺织厂', '2019-03-01', '320681', '17'];
    const head = 'Credit code\tName\tRegistered on\tDivision code\tIndustry code';
    const bytes = Buffer.from(`\ufeff${head}\r\n${cells.join('\t')}\r\n`, 'utf16le');
    if (form === 'utf-16be') bytes.swap16();
    expect(await rig.run(rig.file('a.csv', bytes), enterprises)).toMatchObject({ recorded: 1 });
    expect((await history('enterprises', CODE))[0]?.data).toMatchObject({ name: '南通纺织厂' });
  },
);

it.each(['csv', 'xlsx', 'jsonl'] as const)(
  'takes its own template back as %s, in both languages the same row',
  async (format) => {
    const zh = rig.file(`zh.${format}`, await templateFile(enterprises, format, 'zh'));
    const en = rig.file(`en.${format}`, await templateFile(enterprises, format, 'en'));
    expect(await rig.run(zh, enterprises)).toMatchObject({ read: 1, recorded: 1, rejected: 0 });
    expect(await rig.run(en, enterprises)).toMatchObject({ read: 1, alreadyThere: 1, rejected: 0 });
  },
);

it('refuses a code whose check digit fails, and takes it with a reason', async () => {
  const bad = '91350211M0000XUF46';
  const file = rig.file(
    'a.csv',
    `Credit code,Override reason,Name,Registered on,Division code,Industry code
${bad},,A,2019-03-01,350211,17\n`,
  );
  const refused = await rig.run(file, enterprises);
  expect(refused.reasons.map(({ reason }) => reason)).toEqual(['credit-code-sound']);
  const sure = rig.file(
    'b.csv',
    `Credit code,Override reason,Name,Registered on,Division code,Industry code
${bad},执照原件如此,A,2019-03-01,350211,17\n`,
  );
  expect(await rig.run(sure, enterprises)).toMatchObject({ recorded: 1, rejected: 0 });
});

it('records nothing of a row that cannot be taken whole', async () => {
  const file = rig.file('a.csv', `${heads}\n${CODE},A,2019-03-01,320681,17,,2019-12-31,80,120\n`);
  const summary = await rig.run(file, enterprises);
  expect(summary.reasons.map(({ reason }) => reason)).toEqual(['parts-within-workers']);
  expect(await history('enterprises', CODE)).toEqual([]);
});

it('rejects broken rows with row, column and reason, goes on with the rest, and takes the corrected ones', async () => {
  const other = '91210900MA0123453K';
  const lines = [
    'Credit code,Name,Registered on,Division code,Industry code',
    `${CODE},Good,2019-03-01,320681,17`,
    `${other},Too few,2019-03-01`,
    `${other},"Never closed,2019-03-01,210900,17`,
    `${other},Bad "quotes" here,2019-03-01,210900,17`,
    `${other},No such day,2019-02-30,210900,17`,
    `,Fine too,2019-03-01,320612,"17"`,
  ];
  const rejects = join(rig.folder, 'rejects.csv');
  const summary = await rig.run(rig.file('a.csv', lines.join('\r\n')), enterprises, { rejects });
  expect(summary).toMatchObject({ read: 6, recorded: 2, rejected: 4 });
  expect(Object.fromEntries(summary.reasons.map(({ reason, rows }) => [reason, rows]))).toEqual({
    'column-count': 1,
    'bad-quotes': 2,
    'not-a-day': 1,
  });
  const text = readFileSync(rejects, 'utf8');
  expect(text.split('\n')[0]).toBe(
    '\ufeffrejected_row,rejected_column,reason,退回原因,Credit code,Name,Registered on,Division code,Industry code',
  );
  expect(text).toMatch(/^6,登记日期 Registered on,not-a-day:/m);
  const mended = text
    .split('\n')
    .filter((line) => !/^[345],/.test(line))
    .join('\n')
    .replace('2019-02-30', '2019-02-28');
  expect(await rig.run(rig.file('b.csv', mended), enterprises)).toMatchObject({
    read: 1,
    recorded: 1,
  });
});

it('says the reasons anew when rejected rows are imported again as they are', async () => {
  const head = 'Credit code,Name,Registered on,Division code,Industry code';
  const [first, second] = [join(rig.folder, 'first.csv'), join(rig.folder, 'second.csv')];
  const broken = rig.file('a.csv', `${head}\n${CODE},No such day,2019-02-30,210900,17\n`);
  await rig.run(broken, enterprises, { rejects: first });
  await rig.run(first, enterprises, { rejects: second });
  expect(readFileSync(second, 'utf8')).toBe(readFileSync(first, 'utf8'));
});

it('takes the level of a contract as it is called elsewhere, too', async () => {
  const template = await templateFile(contracts, 'csv', 'zh');
  const summary = await rig.run(
    rig.file('r.csv', String(template).replace(',企业,', ',区域性,')),
    contracts,
  );
  expect(summary.reasons.map(({ reason }) => reason)).not.toContain('not-a-choice');
});

it('says in both languages what a schema does not take', async () => {
  const rejects = join(rig.folder, 'rejects.csv');
  const lines = [
    'Credit code,Name,Registered on,Division code,Industry code',
    `${CODE},${'厂'.repeat(501)},2019-03-01,320681,17`,
  ];
  const summary = await rig.run(rig.file('a.csv', lines.join('\r\n')), enterprises, { rejects });
  expect(summary).toMatchObject({ recorded: 0, rejected: 1 });
  expect(readFileSync(rejects, 'utf8')).toContain('内容不符合要求。 (name：应不超过 500 个字。)');
});

it('rejects a contract of an enterprise that nobody registered', async () => {
  const file = rig.file('c.csv', await templateFile(contracts, 'csv', 'zh'));
  const summary = await rig.run(file, contracts);
  expect(summary.reasons.map(({ reason }) => reason)).toEqual(['not-in-register']);
});

it('registers a contract of the template, under the law of its place', async () => {
  await rig.run(rig.file('e.csv', await templateFile(enterprises, 'csv', 'zh')), enterprises);
  const summary = await rig.run(
    rig.file('c.csv', await templateFile(contracts, 'csv', 'zh')),
    contracts,
  );
  expect(summary).toMatchObject({ recorded: 1, rejected: 0 });
  expect((await history('contracts', 'NT-2024-0001'))[0]?.data).toMatchObject({
    kind: 'wage',
    enterprise: CODE,
    workers: 120,
    steps: [{ by: 'percent', effectiveOn: '2024-01-01', basisPoints: 500 }],
  });
});

const F7 =
  'notice_date,expiration_date,employer,employer_city,employer_zip,union,union_city,union_state,affected_city,affected_zip,affected_state,industry,bargaining_unit_size,establishment_size';
const notice = (day: string, industry: string, city = 'Erie') =>
  `${day},2004-06-30,ACME Co,X,1,IBT - 1,Y,PA,${city},16501,PA,${industry},5,3`;
const acme = derivedId('acme co', 'erie', 'pa');

it('learns from a later row that an enterprise and its union were known earlier', async () => {
  const file = rig.file(
    'f.csv',
    [F7, notice('2003-10-02', 'J'), notice('2003-09-30', 'E', 'ERIE ')].join('\n'),
  );
  expect(await rig.run(file, fmcsF7)).toMatchObject({ recorded: 2 });
  const facts = await history('enterprises', acme);
  expect(
    facts.filter(({ type }) => type.endsWith('KnownEarlier')).map(({ type, data }) => [type, data]),
  ).toEqual([
    ['EnterpriseKnownEarlier', { since: '2003-09-30' }],
    ['UnionKnownEarlier', { since: '2003-09-30' }],
  ]);
});

it('puts an enterprise of an odd state under the country, and says so', async () => {
  const odd = notice('2003-10-02', 'J').replace('16501,PA', '16501,P.A.');
  const summary = await rig.run(rig.file('f.csv', [F7, odd].join('\n')), fmcsF7);
  expect(summary.flags.find(({ flag }) => flag === 'odd-state')?.rows).toBe(1);
  const [fact] = await history('enterprises', derivedId('acme co', 'erie', 'p.a.'));
  expect(fact?.data).toMatchObject({ division: 'US' });
});

it('dates a trade by its notice; on one day the later row of the file wins, also when the file comes again', async () => {
  const rows = [
    F7,
    notice('2003-09-30', 'J'),
    notice('2003-09-30', 'E'),
    notice('2003-10-05', 'E'),
  ];
  const file = rig.file('f.csv', rows.join('\n'));
  await rig.run(file, fmcsF7);
  const last = async () =>
    (await history('enterprises', acme))
      .filter(({ type }) => type === 'EnterpriseReclassified')
      .at(-2)?.data;
  expect(await last()).toMatchObject({ on: '2003-09-30', industry: 'E' });
  expect(await rig.run(file, fmcsF7)).toMatchObject({ recorded: 0, alreadyThere: 3 });
  expect(await last()).toMatchObject({ on: '2003-09-30', industry: 'E' });
});

it('records nothing on a dry run, and says what it would', async () => {
  const file = rig.file('f.csv', [F7, notice('2003-10-02', 'J')].join('\n'));
  expect(await rig.run(file, fmcsF7, { dryRun: true })).toMatchObject({
    dryRun: true,
    recorded: 1,
  });
  expect((await rig.app.progress()).head).toBe(0n);
});

it('stops at a header without a required column, naming it', async () => {
  const file = rig.file('f.csv', 'Name\nA\n');
  await expect(rig.run(file, enterprises)).rejects.toThrow('登记日期 (Registered on)');
});

it('takes an odd state as somewhere in the country, flagged, and refuses no row for it', async () => {
  const columns = fmcsF7.columns.map(({ headers }) => headers.en).join(',');
  const notice = (state: string) =>
    `2003-09-30,2003-10-31,PAPER MILL,TORONTO,10530,FBEU,BROOKLYN,NY,TORONTO,10030,${state},J,1,0`;
  const file = rig.file(
    'f7.csv',
    `${columns}\n${['ny', 'CN', 'ZZ', '??'].map(notice).join('\n')}\n`,
  );
  const { recorded, rejected, flags } = await rig.run(file, fmcsF7);
  expect([recorded, rejected]).toEqual([4, 0]);
  expect(flags).toContainEqual(expect.objectContaining({ flag: 'odd-state', rows: 3 }));
});

it('rejects a row whose division cannot be, and a contract that is on record with other content', async () => {
  const nowhere = rig.file('a.csv', `${heads}\n${CODE},南通纺织厂,2019-03-01,999999,17,,,,\n`);
  const rejects = join(rig.folder, 'rejects.csv');
  expect(await rig.run(nowhere, enterprises, { rejects })).toMatchObject({
    rejected: 1,
    reasons: [{ reason: 'division-exists', rows: 1 }],
  });
  expect(readFileSync(rejects, 'utf8')).toMatch(/^2,行政区划代码 Division code,division-exists:/m);
  const text = (await templateFile(contracts, 'csv', 'en')).toString();
  const employer = rig.file('e.csv', await templateFile(enterprises, 'csv', 'en'));
  await rig.run(employer, enterprises);
  expect(await rig.run(rig.file('c.csv', text), contracts)).toMatchObject({ recorded: 1 });
  const more = rig.file('d.csv', text.replace(',120,', ',130,'));
  expect(await rig.run(more, contracts)).toMatchObject({
    rejected: 1,
    reasons: [{ reason: 'said-otherwise', rows: 1 }],
  });
});
