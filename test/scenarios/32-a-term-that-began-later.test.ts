import { afterAll, beforeAll, expect, it } from 'vitest';
import { concord, register, signed, type Concord } from '../support/concord.ts';

let they: Concord;
const report = async (): Promise<readonly string[]> => {
  const query = { subject: 'c1', rule: 'fulfilment-report' };
  const { items } = (await they.get('deadlines', query)) as {
    items: readonly { due_on: string; status: string }[];
  };
  return items.map(({ due_on, status }) => `${due_on} ${status}`);
};
const contract = (termStart: string) => ({
  ...signed([termStart, '2028-06-30'], '2026-05-20', {
    profile: 'shandong-wage-2017',
    kind: 'wage',
  }),
  case: 'case-c1',
  enterprise: 'mill',
});

beforeAll(async () => {
  they = await concord('2026-06-10');
  await register(they, 'mill', { workers: 200 });
  await they.send('contracts', 'c1', 'Sign', contract('2026-07-01'));
  const filing = { receiptNo: 'A1', filedOn: '2026-06-01', receivedOn: '2026-06-01' };
  await they.send('contracts', 'c1', 'File', filing);
  await they.send('contracts', 'c1', 'Approve', { on: '2026-06-10' });
});
afterAll(() => they.close());

it('a contract in force from July is reported on within a year', async () =>
  expect(await report()).toStrictEqual(['2027-07-01 running']));

it('its term began a week later, it turns out: a year from then', async () => {
  const corrects = await they.fact('contracts', 'c1', 'ContractSigned');
  const anew = { ...contract('2026-07-08'), corrects, reason: '录入有误' };
  await they.send('contracts', 'c1', 'CorrectSigning', anew);
  expect(await report()).toStrictEqual(['2027-07-08 running']);
});

it('is due on that day still, and overdue on the day after', async () => {
  await they.itIs('2027-07-08');
  expect(await report()).toStrictEqual(['2027-07-08 running']);
  await they.itIs('2027-07-09');
  expect(await report()).toStrictEqual(['2027-07-08 overdue']);
});

it('is met by a report, and the next one is counted from the last day reported on', async () => {
  const made = { on: '2027-07-09', from: '2026-07-08', to: '2027-06-30' };
  await they.send('contracts', 'c1', 'ReportFulfilment', made);
  expect(await report()).toStrictEqual(['2028-06-30 running']);
});
