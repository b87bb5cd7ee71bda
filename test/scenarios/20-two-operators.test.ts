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

const files = (actor: string, receiptNo: string, ifMatch?: string) =>
  they.as(actor).tries('contracts', 'c1', 'File', receipt('2026-06-26', receiptNo), {
    key: `${actor}-1`,
    ...(ifMatch === undefined ? {} : { ifMatch }),
  });

it('lets one of two clerks file, and shows the other what happened', async () => {
  const answers = await Promise.all([files('wang', 'A-1', seen), files('li', 'A-2', seen)]);
  expect(answers.map(({ status }) => status).toSorted()).toStrictEqual([200, 412]);
  const lost = answers.find(({ status }) => status === 412);
  const winner = answers[0]?.status === 200 ? 'wang' : 'li';
  expect(lost?.body).toMatchObject({
    code: 'changed-meanwhile',
    revision: '1',
    events: [{ type: 'ContractFiled', by: winner }],
  });
  expect(await they.history('contracts', 'c1')).toStrictEqual(['ContractSigned', 'ContractFiled']);
});

it('refuses the second filing to who has looked again', async () => {
  const receiptNo = 'A-3';
  await they.isRefused('file-what-is-signed', ['contracts', 'c1', 'File'], {
    ...receipt('2026-06-26', receiptNo),
  });
});

it('gives the same answer to the same request again, also after later facts, and records nothing', async () => {
  const key = 'zhao-1';
  const report = { asOf: '2026-05-31', workers: 210 };
  const reports = () =>
    they.as('zhao').send('enterprises', 'looms', 'ReportHeadcount', report, { key });
  const first = await reports();
  await they.send('enterprises', 'looms', 'ReportHeadcount', { asOf: '2026-06-01', workers: 211 });
  const before = await they.history('enterprises', 'looms');
  expect(await reports()).toStrictEqual(first);
  expect(await they.history('enterprises', 'looms')).toStrictEqual(before);
});

it('refuses the same key with another body', async () => {
  const again = { asOf: '2026-05-31', workers: 999 };
  const { status, body } = await they
    .as('zhao')
    .tries('enterprises', 'looms', 'ReportHeadcount', again, { key: 'zhao-1' });
  expect({ status, body: body as unknown }).toMatchObject({
    status: 422,
    body: { code: 'key-reused' },
  });
});

it('takes the same key from somebody else as somebody else’s', async () => {
  const { events } = await they.as('qian').send(
    'enterprises',
    'looms',
    'ReportHeadcount',
    { asOf: '2026-06-02', workers: 212 },
    {
      key: 'zhao-1',
    },
  );
  expect(events).toStrictEqual(['HeadcountReported']);
});
