import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fold } from '../domain/shared/decider.ts';
import { creditCodeFaults } from '../domain/shared/codes.ts';
import { raw, sql } from '../projections/projection.ts';
import type { App } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { foundCity, type Founded } from '../src/demo/found-city.ts';
import { NotEmpty } from '../src/demo/not-empty.ts';
import { creditCode } from '../src/demo/credit-code.ts';
import { cityOf } from '../src/demo/plan.ts';
import { openApp } from '../src/system/open-app.ts';

const city = { enterprises: 45, seed: 7, until: '2025-12-31' } as const;
const folder = mkdtempSync(join(tmpdir(), 'concord-demo-'));
const log = pino({ level: 'silent' });
const configFor = (name: string) =>
  readConfig({ CONCORD_DATA: join(folder, name), LOG_LEVEL: 'silent' });
let founded: Founded;
let app: App;

beforeAll(async () => {
  founded = await foundCity(configFor('a'), { ...city, log });
  app = await openApp(configFor('a'), {
    log,
    now: () => '2026-01-05T01:00:00.000Z',
    ticksEvery: 0,
  });
}, 180_000);
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const ids = (noun: string): readonly string[] => {
  const thing = app.things.find((one) => one.noun === noun);
  return app
    .all(sql<{ id: string }>()`SELECT id FROM ${raw(thing?.table ?? '')}`)
    .map(({ id }) => id);
};
const phases = async (noun: string): Promise<ReadonlySet<string>> => {
  const thing = app.things.find((one) => one.noun === noun);
  if (!thing) throw new Error(noun);
  const states = ids(noun).map(async (id) => {
    const facts = await app.history(thing, id);
    return (fold(thing.decider, facts as never) as { readonly phase: string }).phase;
  });
  return new Set(await Promise.all(states));
};
const types = (): ReadonlySet<string> =>
  new Set(
    app.all(sql<{ type: string }>()`SELECT DISTINCT type FROM journal`).map(({ type }) => type),
  );

it('is written down without a refusal', () => expect(founded.refused).toEqual({}));

it('is the same city for the same seed, and another for another', () => {
  expect(cityOf(city)).toEqual(cityOf(city));
  expect(cityOf({ ...city, seed: 8 })).not.toEqual(cityOf(city));
});

it('gives the same figures when it is founded again', async () => {
  await foundCity(configFor('b'), { ...city, log });
  const other = await openApp(configFor('b'), {
    log,
    now: () => '2026-01-05T01:00:00.000Z',
    ticksEvery: 0,
  });
  for (const on of ['2018-06-30', '2025-12-31'])
    for (const figure of [
      'contract-rate',
      'contract-stock',
      'worker-coverage',
      'union-rate',
      'mediation-workload',
    ])
      expect((await other.figures.cell(figure, { on })).total).toEqual(
        (await app.figures.cell(figure, { on })).total,
      );
  await other.close();
}, 180_000);

it('has cases in every phase', async () =>
  expect([...(await phases('bargaining-cases'))].sort()).toEqual([
    'accepted',
    'applied',
    'approved',
    'bargaining',
    'closed',
    'coordinating',
    'deadlocked',
    'drafted',
    'history',
    'offered',
    'prepared',
    'rejected',
    'signed',
    'suspended',
    'void',
  ]));

it('has contracts of every kind and level, filed, objected, in force by silence and by word, ended', async () => {
  const seen = types();
  for (const type of [
    'ContractFiled',
    'ReviewObjected',
    'ContractRefiled',
    'ContractTookEffect',
    'EffectTakenBack',
    'ContractPublished',
    'InspectionHeld',
    'ContractExpired',
    'ContractSuperseded',
    'EnterpriseAcceded',
    'EnterpriseWithdrew',
    'ContractRescinded',
    'HistoryCorrected',
    'HeadcountCorrected',
    'OverdueTakenBack',
    'EnterpriseDeregistered',
  ])
    expect(seen, type).toContain(type);
  const kinds = app.all(
    sql<{ kind: string; level: string }>()`SELECT DISTINCT kind, level FROM contract_register`,
  );
  expect(new Set(kinds.map(({ kind }) => kind))).toEqual(
    new Set(['comprehensive', 'wage', 'women', 'safety']),
  );
  expect(new Set(kinds.map(({ level }) => level))).toEqual(
    new Set(['enterprise', 'industry', 'regional']),
  );
});

it('has disputes in every phase, and consultations', async () => {
  expect([...(await phases('disputes'))].sort()).toEqual([
    'arbitrating',
    'concluded',
    'decided',
    'history',
    'mediating',
    'received',
    'settled',
    'suspended',
    'void',
  ]);
  expect([...(await phases('consultations'))].sort()).toEqual([
    'called-off',
    'closed',
    'convened',
    'issued',
    'open',
    'void',
  ]);
});

const several = (table: string, column: string): readonly string[] =>
  app
    .all(
      sql<{ one: string }>()`SELECT DISTINCT ${raw(column)} AS one FROM ${raw(table)}
        WHERE ${raw(column)} IS NOT NULL ORDER BY one`,
    )
    .map(({ one }) => one);

it('has disputes of every channel, form and outcome, at many levels and bodies', () => {
  expect(several('dispute_docket', 'channel')).toEqual([
    'letter',
    'online',
    'phone',
    'transfer',
    'walk-in',
  ]);
  expect(several('dispute_docket', 'form')).toEqual(['oral', 'written']);
  expect(several('dispute_docket', 'collective')).toEqual(['collective', 'individual']);
  expect(several('dispute_docket', 'outcome')).toEqual([
    'failed',
    'referred',
    'refused',
    'settled',
    'withdrawn',
  ]);
  expect(several('dispute_docket', 'finality')).toEqual(['final', 'non-final']);
  expect(several('proceedings', 'level').length).toBeGreaterThanOrEqual(5);
  expect(several('proceedings', 'came')).toEqual(['history', 'joined', 'received', 'transferred']);
  expect(several('settlement_items', 'status')).toContain('defaulted');
});

it('has every stage of a dispute, of a settlement and of a meeting', () => {
  const seen = types();
  for (const type of [
    'RepresentativesElected',
    'DisputeTransferred',
    'ProceedingJoined',
    'HandlingSuspended',
    'PerformanceFellOverdue',
    'DefaultTakenBack',
    'PaymentOrderIssued',
    'AwardMade',
    'AwardTookEffect',
    'AwardFellOverdue',
    'SuitFiled',
    'AnnulmentDecided',
    'LastResolutionHeard',
    'ReportedAtNext',
    'ReportedUpward',
    'FollowUpFellOverdue',
    'FollowUpNotDone',
    'JointDocumentIssued',
    'PersonRegistered',
  ])
    expect(seen, type).toContain(type);
});

const years = { from: '2016-01-01', to: '2025-12-31' };

it('has figures of disputes and consultations that say something', async () => {
  const cell = async (figure: string, more: object = {}) =>
    (await app.figures.cell(figure, { ...years, ...more })).total as Readonly<
      Record<string, number>
    >;
  for (const figure of [
    'mediation-success',
    'mediation-on-time',
    'settlement-performance',
    'resolution-follow-up',
  ]) {
    const { numerator = 0, denominator = 0 } = await cell(figure);
    expect(numerator, figure).toBeGreaterThan(0);
    expect(denominator, figure).toBeGreaterThan(numerator);
  }
  const { claimed = 0, agreed = 0, paid = 0 } = await cell('settlement-performance');
  expect([claimed > agreed, agreed > paid, paid > 0]).toEqual([true, true, true]);
  const { count = 0, within15 = 0 } = await cell('days-to-resolution');
  expect(count).toBeGreaterThan(within15);
});

it('leaves units out of its figures for published reasons only', async () => {
  for (const { id, takes, excludes } of app.figures.catalogue) {
    const days: Record<string, string> = takes === 'on' ? { on: '2025-12-31' } : years;
    const { excluded } = (await app.figures.cell(id, days)).total;
    expect([id, Object.keys(excluded).filter((one) => !excludes.includes(one))]).toEqual([id, []]);
  }
});

it('keeps a ledger of disputes that balances, year by year and place by place', async () => {
  for (let year = 2016; year <= 2025; year += 1) {
    const period = { from: `${String(year)}-01-01`, to: `${String(year)}-12-31` };
    const { total, groups } = await app.figures.cell('dispute-ledger', {
      ...period,
      groupBy: 'region:county,level',
    });
    for (const one of [total, ...groups] as unknown as Readonly<Record<string, number>>[]) {
      const {
        opening = 0,
        received = 0,
        reopened = 0,
        transferredIn = 0,
        transferredOut = 0,
      } = one;
      const { concluded = 0, closing = 0 } = one;
      const came = opening + received + reopened + transferredIn;
      expect(came - transferredOut - concluded).toBe(closing);
    }
  }
});

it(
  'is found sound: every table, the ledger of disputes, and every file that facts refer to',
  async () => expect(await app.verify()).toEqual([]),
  120_000,
);

it('is only founded in an empty folder', async () => {
  await expect(foundCity(configFor('a2'), { ...city, enterprises: 1, log })).resolves.toMatchObject(
    { enterprises: 1 },
  );
  await expect(foundCity(configFor('a2'), { ...city, enterprises: 1, log })).rejects.toThrow(
    NotEmpty,
  );
}, 120_000);

it.each([0, 7, 31, 99_999, 999_999])('gives company %i a credit code that passes its checks', (n) =>
  expect(creditCodeFaults(creditCode('320681', n))).toEqual([]),
);
