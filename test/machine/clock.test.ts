import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import request from 'supertest';
import { collectiveContract } from '../../domain/collective-contract/decider.ts';
import { deadline } from '../../domain/law/deadlines.ts';
import { calendarVersion } from '../../domain/law/holidays.ts';
import { law } from '../../domain/law/profiles.ts';
import type { App } from '../../src/app.ts';
import { commandHandler } from '../../src/handle.ts';
import { httpApp } from '../../src/http/server.ts';
import { receipt, signed } from '../support/concord.ts';
import { as, historyOf, onLog, openedOn, write } from '../support/machine.ts';
import { dataFolder } from '../support/server-process.ts';

let folder: string;
let remove: () => void;
beforeEach(() => {
  ({ folder, remove } = dataFolder());
});
afterEach(() => {
  remove();
});

const types = async (app: App): Promise<readonly string[]> =>
  (await historyOf(app, 'contracts', 'c1')).map(({ type }) => type);
const terms = signed(['2026-06-01', '2028-05-31'], '2026-09-20', { enterprise: 'looms' });
const sign = { type: 'Sign', data: terms };
const file = { type: 'File', data: receipt('2026-09-21') };

const filed = (): Promise<void> =>
  onLog(folder, async (store) => {
    const { handle } = commandHandler(store);
    const then = { at: '2026-09-21T01:00:00.000Z' };
    await handle(collectiveContract, 'c1', sign, as('sign', then));
    await handle(collectiveContract, 'c1', file, as('file', then));
  });
const done = ['ContractSigned', 'ContractFiled'];

describe('what falls due', () => {
  // Fifteen days from 21 September end on 6 October, within the holiday: the last day is the 8th.
  it('is ordered on the day after its last day, at the start', async () => {
    await filed();
    const early = await openedOn(folder, '2026-10-08');
    expect(await types(early)).toStrictEqual(done);
    await early.close();
    const late = await openedOn(folder, '2026-10-12');
    expect(await types(late)).toStrictEqual([...done, 'ContractTookEffect']);
    const [effect] = (await historyOf(late, 'contracts', 'c1')).slice(-1);
    expect(effect).toMatchObject({ by: 'clock', data: { mode: 'deemed', on: '2026-10-09' } });
    await late.close();
  });

  it('is ordered once, however often the clock rings and the system starts', async () => {
    await filed();
    for (const day of ['2026-10-12', '2026-10-12', '2026-10-13']) {
      const app = await openedOn(folder, day);
      await Promise.all([app.settle(), app.settle(), app.settle()]);
      await app.setClock(`${day}T02:00:00.000Z`);
      expect(await types(app)).toStrictEqual([...done, 'ContractTookEffect']);
      await app.close();
    }
  });

  it('finds what was done by hand at the same time', async () => {
    await filed();
    const app = await openedOn(folder, '2026-10-08');
    const approve = { type: 'Approve', data: { on: '2026-10-08' } };
    const [contracts] = app.things.filter(({ noun }) => noun === 'contracts');
    if (contracts)
      await Promise.all([
        app.handle(contracts, 'c1', approve, as('approve', { at: app.now() })),
        app.setClock('2026-10-09T01:00:00.000Z'),
      ]);
    await app.settle();
    const effects = (await types(app)).filter((type) => type === 'ContractTookEffect');
    expect(effects).toHaveLength(1);
    await app.close();
  });
});

describe('deadlines of an older calendar', () => {
  const profile = law('shanghai-2015');
  const right = profile.review
    ? deadline({ rule: 'review', from: '2026-09-21', period: profile.review, profile })
    : undefined;
  /** Before the holiday was published, the fifteenth day was a working day. */
  const outdated = {
    ...right,
    due: '2026-10-06',
    calendar: 'provisional',
    calendarVersion: '2025',
  };

  beforeEach(() =>
    onLog(folder, async (store) => {
      const then = { at: '2026-09-21T01:00:00.000Z' };
      await commandHandler(store).handle(collectiveContract, 'c1', sign, as('sign', then));
      const data = { ...receipt('2026-09-21'), review: outdated };
      await write(store, 'contract-c1', { type: 'ContractFiled', data });
    }),
  );

  it('are computed anew at the start, before anything is ordered by them', async () => {
    const app = await openedOn(folder, '2026-10-08');
    expect(await types(app)).toStrictEqual([...done, 'DeadlineRecomputed']);
    const [recomputed] = (await historyOf(app, 'contracts', 'c1')).slice(-1);
    const data = { deadline: { due: '2026-10-08', calendar: 'final', calendarVersion } };
    expect(recomputed).toMatchObject({ by: 'clock', data });
    await app.setClock('2026-10-09T01:00:00.000Z');
    expect(await types(app)).toStrictEqual([...done, 'DeadlineRecomputed', 'ContractTookEffect']);
    await app.close();
  });

  it('are computed anew once', async () => {
    for (let start = 0; start < 3; start++) {
      const app = await openedOn(folder, '2026-10-01');
      expect(await types(app)).toStrictEqual([...done, 'DeadlineRecomputed']);
      await app.close();
    }
  });
});

describe('a settable clock', () => {
  const move = async (app: App, now: string) =>
    (await request(httpApp(app)).post('/api/v1/clock').send({ now })).status;

  it('is set to any moment before the first fact, and only forward after it', async () => {
    const app = await openedOn(folder, '2027-01-04');
    expect(await move(app, '2026-09-20T09:00:00+08:00')).toBe(200);
    expect(app.now()).toBe('2026-09-20T01:00:00.000Z');
    const [contracts] = app.things.filter(({ noun }) => noun === 'contracts');
    if (contracts) await app.handle(contracts, 'c1', sign, as('sign', { at: app.now() }));
    expect(await move(app, '2026-09-19T09:00:00+08:00')).toBe(400);
    expect(await move(app, '2026-09-21T09:00:00+08:00')).toBe(200);
    await app.close();
  });

  it('that was set into the past goes on from there after a restart, and catches up when it is set', async () => {
    const first = await openedOn(folder, '2027-01-04');
    await first.setClock('2026-03-02T01:00:00.000Z');
    await first.close();
    const nextDay = await openedOn(folder, '2027-01-05');
    expect(nextDay.now()).toBe('2026-03-03T01:00:00.000Z');
    await nextDay.setClock('2027-01-05T01:00:00.000Z');
    await nextDay.close();
    const again = await openedOn(folder, '2027-01-06');
    expect(again.now()).toBe('2027-01-06T01:00:00.000Z');
    await again.close();
  });
});
