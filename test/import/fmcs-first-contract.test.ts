import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fmcsFirstContract } from '../../src/import/profiles/fmcs-first-contract.ts';
import type { Summary } from '../../src/import/summary.ts';
import { openRig, type Rig } from './rig.ts';

const FILE = 'test/data/fmcs-first-contract-mediation-2021-2022.csv';
const ALL = { from: '2021-01-01', to: '2022-12-31' };

let rig: Rig;
let first: Summary;
beforeAll(async () => {
  rig = await openRig();
  first = await rig.run(rig.file('first.csv', readFileSync(FILE)), fmcsFirstContract);
}, 60_000);
afterAll(() => rig.close());

const total = async (figure: string, asking: Record<string, string>) =>
  (await rig.app.figures.cell(figure, asking)).total;

/** The file, reckoned with nothing of the system: cells, days as milliseconds, sums. */
const plainly = () => {
  const [, ...lines] = readFileSync(FILE, 'utf8').trim().split('\n');
  const rows = lines.map((line) => {
    const cells = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|\r?$)/g)].map(([, cell]) => cell);
    const [received = '', , basis = ''] = cells;
    return { received: received.slice(0, 10), basis, closed: cells[9] ?? '' };
  });
  const closed = rows.filter((row) => row.closed !== '');
  const took = (some: typeof rows) =>
    some
      .map((row) => (Date.parse(row.closed) - Date.parse(row.received)) / 86_400_000)
      .sort((a, b) => a - b);
  const upTo = (day: string, of: 'received' | 'closed') =>
    rows.filter((row) => row[of] !== '' && row[of] <= day).length;
  return {
    rows: rows.length,
    open: rows.length - closed.length,
    agreed: closed.filter(({ basis }) => basis === 'Agreement Reached').length,
    failed: closed.filter(({ basis }) => basis === 'Other').length,
    all: took(closed),
    settled: took(closed.filter(({ basis }) => basis === 'Agreement Reached')),
    inHand: (day: string) => upTo(day, 'received') - upTo(day, 'closed'),
    between: (from: string, to: string, of: 'received' | 'closed') => upTo(to, of) - upTo(from, of),
  };
};

describe('first-contract mediations of the FMCS', () => {
  it('are 190 disputes, one of them open and seven closed nobody knows how', () => {
    expect(first).toMatchObject({ read: 190, recorded: 190, alreadyThere: 0, rejected: 0 });
    expect(first.flags.map(({ flag, rows }) => [flag, rows])).toEqual([
      ['open', 1],
      ['unknown-outcome', 7],
      ['closed-before-received', 0],
    ]);
  });

  it('were settled in 145 of the 163 that were settled or failed', async () => {
    expect(await total('mediation-success', ALL)).toMatchObject({
      numerator: 145,
      denominator: 163,
      rate: 0.889571,
      excluded: { withdrawn: 8, refused: 6, referred: 5, 'unknown-outcome': 7 },
    });
  });

  it('say the same by receipt, with the one that is open beside', async () => {
    expect(await total('mediation-success', { ...ALL, by: 'receipt' })).toMatchObject({
      numerator: 145,
      denominator: 163,
      excluded: { withdrawn: 8, refused: 6, referred: 5, 'unknown-outcome': 7, open: 1 },
    });
  });

  it('took 138 days in the middle, and 299 at the 90th percentile', async () => {
    expect(await total('days-to-resolution', ALL)).toMatchObject({
      count: 189,
      median: 138,
      p90: 299,
      within15: 16,
      within45: 27,
      open: 1,
      suspendedDays: 0,
      excluded: { open: 1 },
    });
    expect(await total('days-to-resolution', { ...ALL, outcome: 'settled' })).toMatchObject({
      count: 145,
      median: 153,
      p90: 303,
      within15: 4,
      within45: 10,
      open: 0,
    });
  });

  it('balance in 2021 and in the first half of 2022', async () => {
    expect(await total('dispute-ledger', { from: '2021-01-01', to: '2021-12-31' })).toMatchObject({
      opening: 0,
      received: 181,
      concluded: 107,
      closing: 74,
    });
    expect(await total('dispute-ledger', { from: '2022-01-01', to: '2022-06-30' })).toMatchObject({
      opening: 74,
      received: 9,
      concluded: 82,
      closing: 1,
    });
  });

  it('have no limit of days in American law', async () => {
    expect(await total('mediation-on-time', ALL)).toMatchObject({
      numerator: 0,
      denominator: 0,
      rate: null,
      excluded: { 'no-limit': 189 },
    });
  });

  it('agree with a calculation over the file that knows nothing of the system', async () => {
    const plain = plainly();
    const rank = (days: readonly number[], share: number) =>
      days[Math.ceil(share * days.length) - 1];
    expect(await total('mediation-success', ALL)).toMatchObject({
      numerator: plain.agreed,
      denominator: plain.agreed + plain.failed,
    });
    for (const [asking, days] of [
      [ALL, plain.all],
      [{ ...ALL, outcome: 'settled' }, plain.settled],
    ] as const) {
      expect(await total('days-to-resolution', asking)).toMatchObject({
        count: days.length,
        median: rank(days, 0.5),
        p90: rank(days, 0.9),
        within15: days.filter((count) => count <= 15).length,
        within45: days.filter((count) => count <= 45).length,
      });
    }
    expect(await total('dispute-ledger', { from: '2021-01-01', to: '2021-12-31' })).toMatchObject({
      opening: plain.inHand('2020-12-31'),
      received: plain.between('2020-12-31', '2021-12-31', 'received'),
      concluded: plain.between('2020-12-31', '2021-12-31', 'closed'),
      closing: plain.inHand('2021-12-31'),
    });
    expect(plain).toMatchObject({ rows: 190, open: 1 });
  });

  it('list the dispute that is open under the name of its employer', async () => {
    const { items } = await rig.app.figures.members('dispute-ledger', ALL);
    expect(items).toMatchObject([
      { label: 'Boerum Condo', facts: [{ type: 'DisputeRegisteredAsHistory' }] },
    ]);
  });

  it('are recorded once, however often the file comes', async () => {
    const { head } = await rig.app.progress();
    const again = await rig.run(rig.file('again.csv', readFileSync(FILE)), fmcsFirstContract);
    expect(again).toMatchObject({ read: 190, recorded: 0, alreadyThere: 190, facts: 0 });
    expect((await rig.app.progress()).head).toBe(head);
  });

  it('are refused row by row where the basis for closing is one that nobody knows', async () => {
    const [head = '', row = ''] = readFileSync(FILE, 'utf8').split('\n');
    const odd = rig.file('odd.csv', `${head}\n${row.replace('Agreement Reached', 'Moonlight')}\n`);
    const summary = await rig.run(odd, fmcsFirstContract, { dryRun: true });
    expect(summary).toMatchObject({ read: 1, rejected: 1 });
  });
});
