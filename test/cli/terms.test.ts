import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { old } from '../support/concord.ts';
import { concordIn } from './concord.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const concord = concordIn();
afterAll(() => concord.remove());

const YEAR = ['2024-01-01', '2024-06-30'] as const;
const floor = (value: number) => ({
  enterprise: 'mill',
  clauses: [{ id: 'floor', topic: 'wage-floor', title: '最低工资', value, unit: 'fen-per-month' }],
});
const mill = {
  registeredOn: '2020-03-01',
  name: '南通纺织有限公司',
  division: '320681',
  industry: 'C17',
  industryScheme: 'gb4754-2017',
};

beforeAll(async () => {
  const sent = [
    ['enterprises', 'mill', 'register', mill],
    ['contracts', 'k1', 'register-as-history', old('comprehensive', YEAR, floor(228_000))],
    ['contracts', 'k2', 'register-as-history', old('wage', YEAR, floor(260_000))],
  ] as const;
  for (const [thing, id, command, data] of sent) {
    const { err } = await concord.runWith(
      JSON.stringify(data),
      ...['send', thing, id, command, '--data', '-'],
    );
    expect(err).toBe('');
  }
});

const terms = (...words: readonly string[]) => concord.run('terms', ...words);
const lines = (out: string) => out.trim().split('\n').slice(2);

it('tells what the contracts over an enterprise say on a day, and which prevails', async () => {
  const { exit, out } = await terms('mill', '--on', '2024-06-30');
  expect(exit).toBe(0);
  expect(lines(out)).toStrictEqual([
    expect.stringMatching(
      /^wage-floor +最低工资 +228000 fen-per-month +k1 .* gives way +higher-wage-floor/,
    ),
    expect.stringMatching(
      /^wage-floor +最低工资 +260000 fen-per-month +k2 .* prevails +higher-wage-floor/,
    ),
  ]);
});

it('tells it in Chinese', async () => {
  const { out } = await concord.run('--lang', 'zh', 'terms', 'mill', '--on', '2024-06-30');
  expect(lines(out)).toStrictEqual([
    expect.stringContaining('让位'),
    expect.stringContaining('优先适用'),
  ]);
});

it('says that there are none on the day after the last one, and before anything was known', async () => {
  const none = 'no contract is in force, or none says anything in codes.\n';
  expect((await terms('mill', '--on', '2024-07-01')).out).toBe(`On 2024-07-01 ${none}`);
  const known = await terms('mill', '--on', '2024-06-30', '--known-at', '2023-06-01');
  expect(known.out).toBe(`On 2024-06-30 ${none}`);
});

it('answers programs with the HTTP body', async () => {
  const { out } = await concord.run('--json', 'terms', 'mill', '--on', '2024-06-30');
  expect(JSON.parse(out)).toMatchObject({
    on: '2024-06-30',
    contracts: [{ contract: 'k1' }, { contract: 'k2' }],
    items: [{ prevails: false }, { prevails: true }],
  });
});

it('ends with 1 for an enterprise that is not there, and with 2 for a day that is none', async () => {
  expect((await terms('nobody')).exit).toBe(1);
  expect((await terms('mill', '--on', 'someday')).exit).toBe(2);
});

it('helps in both languages', async () => {
  const { out } = await terms('--help');
  expect(out).toMatch(
    /企业当日适用的合同条款，以何者为准 · what the contracts in force over an enterprise say, and\s+which prevails/,
  );
});
