import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { NoSuchFigure, WrongQuestion } from '../../src/figures.ts';
import { readModels } from '../../src/things.ts';
import { bookkeeping, inOrder } from '../support/books/bookkeeping.ts';
import { DAY, eightFirms } from '../support/books/eight-firms.ts';
import { expectExplained } from '../support/books/explained.ts';

const kept = bookkeeping(':memory:', readModels);
const { desk } = kept;
beforeAll(async () => {
  await kept.take(inOrder(eightFirms('ACCEDED_ONLY')));
  kept.setNow('2026-07-01T01:00:00.000Z');
});

describe('a question that does not fit is refused, and the parameter named', () => {
  test.each<[string, string, Record<string, string>]>([
    ['a name nobody knows', 'colour', { colour: 'red' }],
    ['a day that is none', 'on', { on: '2026-02-30' }],
    ['a moment without an offset', 'knownAt', { knownAt: '2026-06-01T10:00:00' }],
    ['a dimension the figure does not have', 'groupBy', { groupBy: 'outcome' }],
    ['the same dimension twice', 'groupBy', { groupBy: 'region,region:city' }],
    ['a level of something that is no region', 'groupBy', { groupBy: 'industry:city' }],
    ['a region that is no code', 'region', { region: '320' }],
    ['a kind that is none', 'contractKind', { contractKind: 'pay' }],
    ['a population that is none', 'population', { population: 'some' }],
    ['a size that is no number', 'minWorkers', { minWorkers: 'many' }],
    ['a size beside groups by kind', 'groupBy', { minWorkers: '5', groupBy: 'contractKind' }],
  ])('%s', async (_, path, asking) => {
    const refused = await desk.cell('contract-rate', asking).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(WrongQuestion);
    expect((refused as WrongQuestion).violations).toMatchObject([{ path }]);
  });

  test.each<[string, string, Record<string, string>]>([
    ['members', 'side', { side: 'left' }],
    ['members', 'limit', { limit: '501' }],
    ['members', 'cursor', { cursor: 'x' }],
    ['series', 'step', { step: 'week' }],
    ['series', 'to', { from: '2026-02-01', to: '2026-01-31' }],
    ['changes', 'from', {}],
    ['changes', 'to', { from: '5', to: '4' }],
  ])('%s: %s', async (question, path, asking) => {
    const ask = desk[question as 'members' | 'series' | 'changes'];
    const refused = await ask('contract-rate', asking).catch((error: unknown) => error);
    expect((refused as WrongQuestion).violations).toMatchObject([{ path }]);
  });

  test('a figure that is not in the catalogue', async () => {
    await expect(desk.cell('happiness', {})).rejects.toThrow(NoSuchFigure);
  });
});

test('what is still to come is not known: it is now', async () => {
  const body = await desk.cell('contract-rate', { on: DAY, knownAt: '2030-01-01' });
  expect(body).toMatchObject({
    knownAt: '2026-07-01T01:00:00.000Z',
    position: String(kept.position()),
  });
});

test('a moment is the same in every offset, and a bare day is its end in the place', async () => {
  const known = async (knownAt: string) =>
    (await desk.cell('contract-rate', { on: DAY, knownAt })).knownAt;
  expect(await known('2026-06-01T09:00:00+08:00')).toBe('2026-06-01T01:00:00.000Z');
  expect(await known('2026-06-01')).toBe('2026-06-01T15:59:59.999Z');
});

test('groups carry the names people know, and the address of their members', async () => {
  const { groups } = await desk.cell('contract-rate', {
    on: DAY,
    groupBy: 'region,unionised',
    population: 'all',
  });
  expect(groups.map(({ key, label }) => [key, label])).toStrictEqual([
    ['320612,own', { zh: '通州区 · 本单位工会', en: 'Tongzhou District · Own union' }],
    ['320681,federated', { zh: '启东市 · 联合工会', en: 'Qidong City · Federated union' }],
    ['320681,none', { zh: '启东市 · 未建会', en: 'Qidong City · No union' }],
    ['320681,own', { zh: '启东市 · 本单位工会', en: 'Qidong City · Own union' }],
  ]);
});

test('the address of a cell’s members lists them', async () => {
  const { groups } = await desk.cell('contract-rate', {
    on: DAY,
    groupBy: 'region:city,unionised',
  });
  for (const { members, numerator } of groups) {
    const { searchParams, pathname } = new URL(members, 'http://concord');
    expect(pathname).toBe('/api/v1/figures/contract-rate/members');
    const { items } = await desk.members('contract-rate', Object.fromEntries(searchParams));
    expect(items.length).toBe(numerator);
  }
});

test('a series has one point a month, each as the figure of that day', async () => {
  const asking = { from: '2026-02-10', to: '2026-05-15', population: 'all' };
  const { series } = await desk.series('contract-rate', asking);
  expect(series.map(({ date }) => date)).toStrictEqual([
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
    '2026-05-15',
  ]);
  for (const { date, members: _, ...cell } of series) {
    const { total } = await desk.cell('contract-rate', { on: date, population: 'all' });
    expect(total).toMatchObject(cell);
  }
});

test('every figure of the catalogue answers all four questions', async () => {
  for (const { id, takes } of desk.catalogue) {
    const days: Record<string, string> =
      takes === 'on' ? { on: DAY } : { from: '2025-01-01', to: DAY };
    const { total } = await desk.cell(id, { ...days, groupBy: 'region' });
    expect(total.excluded).toBeTypeOf('object');
    expect((await desk.series(id, { from: '2026-01-01', to: DAY })).series).toHaveLength(6);
    expect((await desk.members(id, days)).items).toBeInstanceOf(Array);
    const period: Record<string, string> = takes === 'on' ? days : { period: `2025-01-01/${DAY}` };
    await expectExplained(desk, id, { ...period, from: '0', to: '2026-07-01' });
  }
});

test('what a number was at a position has the members of that position', async () => {
  const half = String(kept.position() / 2n);
  const { before, after } = await desk.changes('contract-rate', {
    on: DAY,
    from: half,
    to: '9999',
  });
  const membersOf = async ({ members }: { readonly members: string }) => {
    const asked = Object.fromEntries(new URL(members, 'http://here').searchParams);
    return (await desk.members('contract-rate', asked)).items.length;
  };
  expect(Number(before['numerator'])).toBeLessThan(Number(after['numerator']));
  expect(await membersOf(before)).toBe(before['numerator']);
  expect(await membersOf(after)).toBe(after['numerator']);
  const again = await desk.cell('contract-rate', { on: DAY, knownAt: half });
  expect(again).toMatchObject({ position: half, total: before });
});

test('no parameter of a figure must be given', () => {
  for (const { parameters } of desk.catalogue)
    expect(z.toJSONSchema(parameters, { io: 'input' }).required ?? []).toStrictEqual([]);
});

test('each fact behind a member, and behind a change, says in whose history it stands', async () => {
  const { items } = await desk.members('contract-rate', { on: DAY });
  const subjects = items.flatMap(({ facts }) => facts.map(({ subject }) => subject.things));
  expect(new Set(subjects)).toContain('contracts');
  const { groups } = await desk.changes('contract-rate', { on: DAY, from: '0', to: '2026-07-01' });
  for (const { facts } of groups)
    for (const { id, subject } of facts) {
      expect(id).toMatch(/^fact-/);
      expect(['contracts', 'enterprises']).toContain(subject.things);
    }
});
