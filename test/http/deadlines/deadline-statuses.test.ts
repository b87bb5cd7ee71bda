import { afterAll, beforeAll, expect, it } from 'vitest';
import { deadlineCodes } from '../../../projections/codes.ts';
import { concord, register, signed, type Concord } from '../../support/concord.ts';
import { mediating, receive, suspend } from '../../support/stories/disputes.ts';

let they: Concord;
const statuses = async (query: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const { items } = (await they.get('deadlines', query)) as {
    items: readonly { rule: string; status: string; calendar: string }[];
  };
  return items.map(({ rule, status, calendar }) => `${rule} ${status} ${calendar}`).toSorted();
};

beforeAll(async () => {
  they = await concord('2026-03-31');
  await register(they, 'mill', { workers: 200 });
});
afterAll(() => they.close());

it('a clock of a dispute runs, is met, and stands still while its handling does', async () => {
  for (const { type, data } of mediating) await they.send('disputes', 'd1', type, data);
  const { type, data } = suspend({ on: '2026-03-09' });
  await they.send('disputes', 'd1', type, data);
  expect(await statuses({ subject: 'd1' })).toStrictEqual([
    'acceptance met final',
    'mediation-from-acceptance suspended final',
    'mediation-from-receipt suspended final',
  ]);
});

it('a last day in a year whose rest days are not published is provisional', async () => {
  const { type, data } = receive({ knewOn: '2026-02-27' });
  await they.send('disputes', 'd2', type, data);
  const limitation = { subject: 'd2', rule: 'limitation' };
  expect(await statuses(limitation)).toStrictEqual(['limitation running provisional']);
  expect(await statuses({ ...limitation, calendar: 'final' })).toStrictEqual([]);
  expect(await statuses({ ...limitation, status: 'provisional' })).toStrictEqual([
    'limitation running provisional',
  ]);
  expect(await statuses({ status: 'provisional', subject: 'd1' })).toStrictEqual([]);
  expect(await statuses({ status: 'provisional', on: '2029-01-01' })).toStrictEqual([]);
});

it('nobody waits any more for what a rescission cancels; a renewal has clocks in the place of others', async () => {
  const agreed = (id: string, over: object) =>
    they.send('contracts', id, 'Sign', {
      ...signed(['2026-03-01', '2028-02-29'], '2026-03-02', { profile: 'us-nlra', ...over }),
      case: `case-${id}`,
      enterprise: 'mill',
    });
  await agreed('old', {});
  await agreed('off', { kind: 'wage' });
  await agreed('new', { predecessor: 'old' });
  const because = { on: '2026-03-20', ground: 'law', because: '停产' };
  await they.send('contracts', 'off', 'Rescind', because);
  expect(await statuses({ subject: 'old', rule: 'term-end' })).toStrictEqual([
    'term-end superseded final',
  ]);
  expect(await statuses({ subject: 'off', rule: 'term-end' })).toStrictEqual([
    'term-end cancelled final',
  ]);
  expect(await statuses({ subject: 'new', rule: 'term-end' })).toStrictEqual([
    'term-end running final',
  ]);
});

it('a clock whose last day is past is overdue, on that day it still runs', async () => {
  const acceptance = { subject: 'd2', rule: 'acceptance' };
  expect(await statuses({ ...acceptance, on: '2026-03-05' })).toStrictEqual([
    'acceptance running final',
  ]);
  expect(await statuses({ ...acceptance, on: '2026-03-06' })).toStrictEqual([
    'acceptance overdue final',
  ]);
});

it('there is no other status, and provisional is said of the calendar', () => {
  expect(deadlineCodes.status).toStrictEqual([
    'running',
    'suspended',
    'met',
    'overdue',
    'cancelled',
    'superseded',
  ]);
  expect(deadlineCodes.calendar).toStrictEqual(['final', 'provisional']);
});
