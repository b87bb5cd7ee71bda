import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { raw, sql } from '../../projections/projection.ts';
import { thingNamed } from '../../src/import/rows/decide-row.ts';
import { fmcsF7 } from '../../src/import/profiles/fmcs-f7.ts';
import type { Summary } from '../../src/import/summary.ts';
import { openRig, type Rig } from './rig.ts';

let rig: Rig;
let file: string;
let first: Summary;

const count = (noun: string, where = '1'): number =>
  rig.app.all(
    sql<{
      n: number;
    }>()`SELECT count(*) AS n FROM ${raw(thingNamed(rig.app, noun).table)} WHERE ${raw(where)}`,
  )[0]?.n ?? 0;
const flags = ({ flags: raised }: Summary) =>
  Object.fromEntries(raised.map(({ flag, rows }) => [flag, rows]));

beforeAll(async () => {
  rig = await openRig();
  file = rig.file('f7.csv', gunzipSync(readFileSync('test/data/fmcs-f7-2004-a.csv.gz')));
  first = await rig.run(file, fmcsF7);
}, 240_000);
afterAll(() => rig.close());

it('takes every row of the file, the two repeated ones as one fact each', () =>
  expect(first).toMatchObject({ read: 10_404, recorded: 10_402, alreadyThere: 2, rejected: 0 }));

it('counts what is kept but worth a look: larger units, unknown terms, expired before the notice', () =>
  expect(flags(first)).toEqual({
    'unit-larger-than-establishment': 85,
    // Both repeated rows are among them.
    'unknown-term': 1_107 + 2,
    'expired-before-notice': 225,
    'odd-state': 0,
  }));

it('knows the enterprises, one for each spelling of employer, city and state', () =>
  expect(count('enterprises')).toBe(10_220));

it('registers every contract, also those of unknown term', () => {
  expect(count('contracts')).toBe(10_402);
  expect(count('contracts', 'term_end IS NULL')).toBe(1_107);
});

it('keeps every notice as a case', () => expect(count('bargaining-cases')).toBe(10_402));

it('answers the published questions about 31 December 2003', async () => {
  const rate = await rig.app.figures.cell('contract-rate', { on: '2003-12-31' });
  expect(rate.total).toMatchObject({ numerator: 1_718, denominator: 2_307, rate: 0.74469 });
  expect(rate.total.excluded).toStrictEqual({ 'unknown-term': 301 });
  const stock = await rig.app.figures.cell('contract-stock', { on: '2003-12-31' });
  expect(stock.total).toMatchObject({ count: 1_726, workers: 191_784 });
  expect(stock.total.excluded).toMatchObject({ 'unknown-size': 97, 'unknown-term': 305 });
});

it('answers for each state', async () => {
  const { groups } = await rig.app.figures.cell('contract-rate', {
    on: '2003-12-31',
    groupBy: 'region',
  });
  const states = Object.fromEntries(
    groups.map(({ key, numerator, denominator }) => [key, [numerator, denominator]]),
  );
  expect(states).toMatchObject({
    'US-NY': [182, 254],
    'US-CA': [178, 255],
    'US-IL': [170, 217],
    'US-PA': [131, 159],
    'US-OH': [118, 149],
  });
});

it('answers for 30 June 2004', async () => {
  const rate = await rig.app.figures.cell('contract-rate', { on: '2004-06-30' });
  expect(rate.total).toMatchObject({ numerator: 2_463, denominator: 8_145, rate: 0.302394 });
  const stock = await rig.app.figures.cell('contract-stock', { on: '2004-06-30' });
  expect(stock.total).toMatchObject({ count: 2_493, workers: 329_037 });
});

it('records nothing when the same file comes again', async () => {
  // What the policies make of the first time is done, and their place marked.
  await rig.app.settle();
  const { head } = await rig.app.progress();
  const again = await rig.run(file, fmcsF7);
  expect(again).toMatchObject({
    read: 10_404,
    recorded: 0,
    alreadyThere: 10_404,
    rejected: 0,
    facts: 0,
  });
  expect((await rig.app.progress()).head).toBe(head);
}, 120_000);
