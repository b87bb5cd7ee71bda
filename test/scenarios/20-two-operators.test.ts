import { afterAll, beforeAll, expect, it } from 'vitest';
import { concord, receipt, register, signed, type Concord } from '../support/concord.ts';

let they: Concord;
let seen: string;
beforeAll(async () => {
  they = await concord('2026-06-26');
  await register(they, 'looms', { workers: 200 });
  const terms = signed(['2026-06-01', '2028-05-31'], '2026-06-20', { enterprise: 'looms' });
  ({ revision: seen } = await they.send('contracts', 'c1', 'Sign', terms));
});
afterAll(() => they.close());

const files = (actor: string, receiptNo: string) =>
  they
    .as(actor, { key: `${actor}-1`, ifMatch: seen })
    .tries('contracts', 'c1', 'File', receipt('2026-06-26', receiptNo));

it('lets one of two clerks file, and shows the other what happened', async () => {
  const answers = await Promise.all([files('wang', 'A-1'), files('li', 'A-2')]);
  expect(answers.map(({ status }) => status).toSorted()).toStrictEqual([200, 412]);
  const lost = answers.find(({ status }) => status === 412);
  const winner = answers[0].status === 200 ? 'wang' : 'li';
  expect(lost?.body).toMatchObject({
    code: 'changed-meanwhile',
    revision: '1',
    events: [{ type: 'ContractFiled', by: winner }],
  });
  expect(await they.history('contracts', 'c1')).toStrictEqual(['ContractSigned', 'ContractFiled']);
});

it('refuses the second filing to who has looked again', async () =>
  they.isRefused('file-what-is-signed', ['contracts', 'c1', 'File'], receipt('2026-06-26', 'A-3')));

it('gives the same answer to the same request again, also after later facts, and records nothing', async () => {
  const zhao = they.as('zhao', { key: 'zhao-1' });
  const reports = () =>
    zhao.send('enterprises', 'looms', 'ReportHeadcount', { asOf: '2026-05-31', workers: 210 });
  const first = await reports();
  await they.send('enterprises', 'looms', 'ReportHeadcount', { asOf: '2026-06-01', workers: 211 });
  const before = await they.history('enterprises', 'looms');
  expect(await reports()).toStrictEqual(first);
  expect(await they.history('enterprises', 'looms')).toStrictEqual(before);
});

it('refuses the same key with another body', async () => {
  const { status, text } = await they
    .as('zhao', { key: 'zhao-1' })
    .tries('enterprises', 'looms', 'ReportHeadcount', { asOf: '2026-05-31', workers: 999 });
  expect(status).toBe(422);
  expect(text).toContain('key-reused');
});

it('takes the same key from somebody else as somebody else’s', async () => {
  const { events } = await they
    .as('qian', { key: 'zhao-1' })
    .send('enterprises', 'looms', 'ReportHeadcount', { asOf: '2026-06-02', workers: 212 });
  expect(events).toStrictEqual(['HeadcountReported']);
});
