import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { concordIn } from './concord.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const concord = concordIn();
const CODE = '91320600MA0123453Y';
const template = join(concord.folder, 'enterprises.csv');

beforeAll(async () => {
  await concord.run('template', 'enterprises', '--format', 'csv', '-o', template);
  await concord.run('import', 'enterprises', template);
});
afterAll(() => concord.remove());

it('helps, and that is no failure', async () => {
  const { exit, out } = await concord.run('--help');
  expect(exit).toBe(0);
  expect(out).toContain('import [options]');
});

it.each([
  ['a command that the thing does not know', ['send', 'contracts', 'c1', 'fly']],
  ['a thing that there is not', ['show', 'unicorns', 'u1']],
  ['a list that there is not', ['export', 'unicorns']],
  ['a filter by a code that there is not', ['export', 'contracts', '--where', 'phase=asleep']],
  ['a backup that is not there', ['restore', 'nowhere']],
  ['a template in a format that the name does not say', ['template', 'enterprises', '-o', 'a.doc']],
  ['an unknown command', ['bogus']],
  ['a missing argument', ['show', 'enterprises']],
  ['a language there is not', ['--lang', 'fr', 'figure']],
  ['a figure there is not', ['figure', 'nix']],
  [
    'a question that does not fit',
    ['figure', 'contract-rate', '--from', '2020-01-01', '--to', '2020-02-01'],
  ],
  ['a condition without a value', ['figure', 'contract-rate', '--where', 'region']],
  ['a profile there is not', ['import', 'nix', template]],
  ['a file there is not', ['import', 'enterprises', 'nix.csv']],
  ['data that is no JSON', ['send', 'enterprises', CODE, 'suspend', '--data', '{']],
  [
    'data with an unknown key',
    ['send', 'enterprises', CODE, 'suspend', '--data', '{"onn":"2024-01-01"}'],
  ],
])('ends with 2 for %s', async (_, words) => {
  const { exit, out, err } = await concord.run(...words);
  expect([exit, out]).toEqual([2, '']);
  expect(err).not.toBe('');
});

it('ends with 2 and names the setting that is wrong', async () => {
  const elsewhere = concordIn({ CONCORD_ZONE: 'Mars/Olympus' });
  const { exit, err } = await elsewhere.run('figure');
  expect([exit, err]).toEqual([2, 'CONCORD_ZONE: is not an IANA time zone\n']);
  elsewhere.remove();
});

it('ends with 1 for what is refused, with the rule', async () => {
  const early = ['send', 'enterprises', CODE, 'suspend', '--data', '{"on":"2001-01-01"}'];
  const { exit, err } = await concord.run(...early);
  expect(exit).toBe(1);
  expect(err).toContain('[not-before-registration]');
  const asJson = await concord.run('--json', ...early);
  expect(JSON.parse(asJson.err)).toMatchObject({
    code: 'refused',
    rule: 'not-before-registration',
  });
});

it('ends with 1 for what is not there', async () =>
  expect((await concord.run('show', 'enterprises', 'nix')).exit).toBe(1));

it('sends a command from standard input, and the same key again records nothing', async () => {
  const words = ['--json', 'send', 'enterprises', CODE, 'rename', '--data', '-', '--key', 'k1'];
  const body = '{"on":"2024-05-01","name":"南通新纺织有限公司"}';
  const first = await concord.runWith(body, ...words);
  expect(first.exit).toBe(0);
  const again = await concord.runWith(body, ...words);
  expect(JSON.parse(again.out)).toEqual(JSON.parse(first.out));
  const other = await concord.runWith('{"on":"2024-05-01","name":"B"}', ...words);
  expect(other.exit).toBe(1);
});

it('decides without recording on a dry run', async () => {
  const { out } = await concord.run(
    'send',
    'enterprises',
    CODE,
    'suspend',
    '--data',
    '{"on":"2024-06-01"}',
    '--dry-run',
  );
  expect(out).toContain('EnterpriseSuspended');
  const shown = await concord.run('--json', 'show', 'enterprises', CODE);
  expect(JSON.parse(shown.out)).toMatchObject({ status: 'open' });
});

it('shows a figure as a table, and as the HTTP body', async () => {
  const table = await concord.run(
    '--lang',
    'zh',
    'figure',
    'contract-rate',
    '--on',
    '2024-12-31',
    '--group-by',
    'region',
  );
  expect(table.exit).toBe(0);
  expect(table.out).toContain('合计');
  const body = await concord.run(
    '--json',
    'figure',
    'contract-rate',
    '--on',
    '2024-12-31',
    '--where',
    'population=all',
  );
  expect(JSON.parse(body.out)).toMatchObject({
    figure: 'contract-rate',
    total: { denominator: 1 },
  });
});

it('lists events as lines, and as CloudEvents', async () => {
  const { out } = await concord.run('--json', 'events');
  const [first] = out.trim().split('\n');
  expect(JSON.parse(first ?? '')).toMatchObject({
    type: 'concord.EnterpriseRegistered',
    subject: CODE,
  });
});

it('exports a list as a file', async () => {
  const file = join(concord.folder, 'out.jsonl');
  await concord.run('export', 'enterprises', '--format', 'jsonl', '-o', file);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ id: CODE });
});

it('ends with 1 when rows are rejected, and writes them to a file that can be mended', async () => {
  const file = join(concord.folder, 'bad.csv');
  const rejects = join(concord.folder, 'rejects.csv');
  writeFileSync(file, readFileSync(template, 'utf8').replace('2019-03-01', '2019-02-30'));
  const { exit, out } = await concord.run(
    '--json',
    'import',
    'enterprises',
    file,
    '--rejects',
    rejects,
  );
  expect(exit).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    rejected: 1,
    reasons: [{ reason: 'not-a-day', rows: 1 }],
  });
  writeFileSync(file, readFileSync(rejects, 'utf8').replace('2019-02-30', '2019-03-01'));
  expect((await concord.run('import', 'enterprises', file)).exit).toBe(0);
});

it('imports under a profile of a user, and says what is wrong with one', async () => {
  const profile = join(concord.folder, 'own.json');
  const file = join(concord.folder, 'own.csv');
  const own = {
    id: 'own',
    name: { zh: '自用', en: 'Own' },
    columns: [
      { key: 'code', headers: { zh: '代码', en: 'Code' } },
      { key: 'day', headers: { zh: '日', en: 'Day' }, cell: 'day' },
    ],
    commands: [
      {
        thing: 'enterprises',
        id: { cell: 'code' },
        type: 'Suspend',
        data: { on: { cell: 'day' } },
      },
    ],
  };
  writeFileSync(profile, JSON.stringify(own));
  writeFileSync(file, `Code,Day\n${CODE},2024-08-01\n`);
  expect(
    JSON.parse((await concord.run('--json', 'import', '--profile', profile, file)).out),
  ).toMatchObject({ recorded: 1 });
  writeFileSync(profile, JSON.stringify({ ...own, values: { x: { cell: 'nix' } } }));
  const wrong = await concord.run('import', '--profile', profile, file);
  expect([wrong.exit, wrong.err]).toEqual([2, 'values.x: there is no cell nix\n']);
});

it('says in one line that a file cannot be written where there is no folder, and ends with 2', async () => {
  const { exit, out, err } = await concord.run('export', 'contracts', '-o', '/nonex/x.csv');
  expect([exit, out, err]).toEqual([2, '', expect.stringMatching(/^-o \/nonex\/x.csv: .+\n$/)]);
});

it('leaves no file, and the one that was there, where the list is none', async () => {
  const file = join(concord.folder, 'kept.csv');
  expect((await concord.run('export', 'nothings', '-o', file)).exit).toBe(2);
  expect(existsSync(file)).toBe(false);
  writeFileSync(file, 'kept');
  expect((await concord.run('export', 'nothings', '-o', file)).exit).toBe(2);
  expect(readFileSync(file, 'utf8')).toBe('kept');
  expect((await concord.run('export', 'enterprises', '-o', file)).exit).toBe(0);
  expect(readFileSync(file, 'utf8')).not.toContain('kept');
});

it('founds no city where something was recorded', async () =>
  expect((await concord.run('demo', '--enterprises', '3')).exit).toBe(1));

it('verifies, backs up and restores', async () => {
  expect((await concord.run('verify')).exit).toBe(0);
  const backup = join(concord.folder, 'backup');
  expect((await concord.run('backup', backup)).exit).toBe(0);
  expect((await concord.run('restore', backup)).exit).toBe(0);
  expect((await concord.run('show', 'enterprises', CODE)).exit).toBe(0);
});

it('writes a template in the format that the name of the file says', async () => {
  const file = join(concord.folder, 'named.csv');
  expect((await concord.run('template', 'enterprises', '-o', file)).exit).toBe(0);
  expect(readFileSync(file, 'utf8')).toContain(',');
  expect(readFileSync(file).subarray(0, 2).toString()).not.toBe('PK');
});
