import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { award, file, take } from '../support/stories/arbitrations.ts';
import {
  accept,
  agreeTo,
  assign,
  claim,
  conclude,
  join,
  receive,
  session,
  settle,
  signAll,
} from '../support/stories/disputes.ts';
import { concord, type Concord } from '../support/concord.ts';

let they: Concord;
beforeAll(async () => {
  they = await concord('2026-07-06');
});
afterAll(() => they.close());

const tell = async (id: string, commands: readonly ReturnType<typeof receive>[]) => {
  for (const { type, data } of commands) await they.send('disputes', id, type, data);
};
const period = { from: '2026-03-01', to: '2026-06-30' };

describe('16. The same case at two levels', () => {
  it('the street centre and the committee both have it; the committee settles it', async () => {
    await tell('d1', [
      receive(),
      claim(),
      agreeTo(),
      join(),
      agreeTo({ proceeding: 'committee', on: '2026-03-05' }),
      accept({ proceeding: 'committee', on: '2026-03-06' }),
      assign({ proceeding: 'committee', on: '2026-03-06' }),
      settle({ proceeding: 'committee' }),
      ...signAll(),
    ]);
    expect(await they.get('disputes/d1')).toMatchObject({
      phase: 'settled',
      received_on: '2026-03-02',
      concluded_on: '2026-03-13',
    });
    expect((await they.get('proceedings', { dispute: 'd1' })) as object).toMatchObject({
      items: [
        { proceeding: 'committee', came: 'joined', outcome: 'settled' },
        { proceeding: 'street', came: 'received', outcome: 'settled' },
      ],
    });
  });
  it('another fails at both bodies and goes to arbitration: one dispute all the same', async () => {
    await tell('d2', [
      receive(),
      claim(),
      agreeTo(),
      accept(),
      assign(),
      session(),
      join(),
      conclude({ on: '2026-03-10' }),
      conclude({ proceeding: 'committee', on: '2026-03-20' }),
      file(),
      take(),
      award(),
    ]);
    expect(await they.history('disputes', 'd2')).toContain('ProceedingEnded');
    expect(await they.get('disputes/d2')).toMatchObject({
      phase: 'decided',
      outcome: 'failed',
      concluded_on: '2026-03-20',
      award: 'w1',
    });
  });
  it('success is counted once for each, and the days run from the first receipt', async () => {
    expect(await they.ratio('mediation-success', period)).toBe('1 of 2');
    expect(await they.members('mediation-success', period)).toStrictEqual(['d1']);
    const { total } = (await they.get('figures/days-to-resolution', period)) as {
      total: { count: number; median: number; p90: number };
    };
    expect([total.count, total.median, total.p90]).toStrictEqual([2, 14.5, 18]);
  });
  it('the deadlines of the award are in the calendar feed’s table', async () => {
    const { items } = (await they.get('deadlines', { subject: 'd2' })) as {
      items: readonly { rule: string; status: string }[];
    };
    expect(items.map(({ rule, status }) => `${rule} ${status}`)).toContain('award met');
  });
  it('the street centre failed two days later, it turns out, and so long it had the dispute', async () => {
    const passed = () => they.figure('dispute-ledger', { ...period, level: 'street' });
    const before = await passed();
    await they.send('disputes', 'd2', 'CorrectProceedingEnd', {
      corrects: await they.fact('disputes', 'd2', 'ProceedingEnded'),
      reason: '录入有误',
      proceeding: 'street',
      on: '2026-03-12',
      outcome: 'failed',
    });
    expect(await they.history('disputes', 'd2')).toContain('TransferCorrected');
    expect(await they.get('proceedings', { dispute: 'd2' })).toMatchObject({
      items: [
        { proceeding: 'committee', left_on: '2026-03-20' },
        { proceeding: 'street', left_on: '2026-03-12', outcome: 'failed' },
      ],
    });
    expect(await passed()).toStrictEqual(before);
    const early = { from: '2026-03-01', to: '2026-03-11', level: 'street' };
    expect(await they.figure('dispute-ledger', early)).toMatchObject({ transferredOut: 0 });
    const late = { from: '2026-03-12', to: '2026-03-12', level: 'street' };
    expect(await they.figure('dispute-ledger', late)).toMatchObject({ transferredOut: 1 });
  });
});
