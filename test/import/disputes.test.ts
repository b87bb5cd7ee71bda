import { afterEach, beforeEach, expect, it } from 'vitest';
import { thingNamed } from '../../src/import/rows/decide-row.ts';
import { disputes } from '../../src/import/profiles/disputes.ts';
import { enterprises } from '../../src/import/profiles/enterprises.ts';
import { templateFile } from '../../src/import/template.ts';
import { openRig, type Rig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
  const firms = rig.file('e.csv', await templateFile(enterprises, 'csv', 'zh'));
  await rig.run(firms, enterprises);
});
afterEach(() => rig.close());

const heads = '案号,收到日期,行政区划代码,案由,调解组织层级,调解组织,是否集体争议,用人单位名称';
const row = 'A-1,2025-03-03,320602,劳动报酬,乡镇街道,城东街道调解中心,个人,纺织厂';
const take = (...lines: readonly string[]) =>
  rig.run(rig.file('d.csv', `${lines.join('\n')}\n`), disputes);
const facts = (id: string) => rig.app.history(thingNamed(rig.app, 'disputes'), id);
const ledger = async () =>
  (await rig.app.figures.cell('dispute-ledger', { from: '2025-01-01', to: '2025-12-31' })).total;

it.each(['csv', 'xlsx', 'jsonl'] as const)(
  'takes its own template back as %s, in both languages the same row',
  async (format) => {
    const zh = rig.file(`zh.${format}`, await templateFile(disputes, format, 'zh'));
    const en = rig.file(`en.${format}`, await templateFile(disputes, format, 'en'));
    expect(await rig.run(zh, disputes)).toMatchObject({ read: 1, recorded: 1, rejected: 0 });
    expect(await rig.run(en, disputes)).toMatchObject({ read: 1, alreadyThere: 1, rejected: 0 });
    expect(await ledger()).toMatchObject({ received: 1, concluded: 1, closing: 0 });
  },
);

it('registers a dispute as history, under the law of its place, and starts no clock', async () => {
  expect(await take(`${heads},结案日期,结果`, `${row},2025-03-14,达成协议`)).toMatchObject({
    recorded: 1,
  });
  expect(await facts('A-1')).toMatchObject([
    {
      type: 'DisputeRegisteredAsHistory',
      data: {
        receivedOn: '2025-03-03',
        division: '320602',
        cause: 'remuneration',
        level: 'street',
        collective: 'individual',
        employers: [{ name: '纺织厂', role: 'employer' }],
        concludedOn: '2025-03-14',
        outcome: 'settled',
      },
    },
  ]);
});

it('takes a closing day without an outcome as an unknown one, and none as open', async () => {
  const summary = await take(
    `${heads},结案日期`,
    `${row},2025-03-14`,
    `${row.replace('A-1', 'A-2')},`,
  );
  expect(summary).toMatchObject({ recorded: 2 });
  expect(summary.flags.find(({ flag }) => flag === 'open')).toMatchObject({ rows: 1 });
  expect(await ledger()).toMatchObject({
    received: 2,
    concluded: 1,
    closing: 1,
    outcomes: { unknown: 1 },
  });
});

it('tells case numbers apart that are no ids by the body', async () => {
  const numbered = row.replace('A-1', '通劳调〔2025〕1号');
  const elsewhere = numbered.replace('城东', '城西');
  expect(await take(heads, numbered, elsewhere)).toMatchObject({ recorded: 2 });
  expect(await take(heads, numbered)).toMatchObject({ alreadyThere: 1, facts: 0 });
});

it('rejects an outcome without its day, a cause nobody knows, and an employer without a name', async () => {
  const { reasons } = await take(
    `${heads},结果`,
    `${row},达成协议`,
    `${row.replace('劳动报酬', '天气')},`,
    `${row.replace('纺织厂', '')},`,
  );
  expect(reasons.map(({ reason }) => reason).toSorted()).toEqual([
    'employer-is-named',
    'not-a-choice',
    'outcome-is-dated',
  ]);
});

it('rejects a dispute about concluding a contract where the law has it coordinated', async () => {
  const { reasons } = await take(heads, row.replace('劳动报酬', '签订集体合同'));
  expect(reasons.map(({ reason }) => reason)).toEqual(['conclusion-is-coordinated']);
});

it('rejects an enterprise that nobody registered', async () => {
  const { reasons } = await take(`${heads},统一社会信用代码`, `${row},91210900MA0123453K`);
  expect(reasons.map(({ reason }) => reason)).toEqual(['not-in-register']);
});
