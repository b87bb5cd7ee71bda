import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BargainingCommand } from '../../../domain/bargaining-case/commands.ts';
import { kebab } from '../../../src/http/route.ts';
import { agree, bargaining, hold } from '../../support/stories/bargaining.ts';
import { serving } from '../serving.ts';

const address = '/api/v1/bargaining-cases/c1';
let on: Awaited<ReturnType<typeof serving>>;
const send = async (...commands: readonly BargainingCommand[]) => {
  for (const { type, data } of commands)
    await on.post(`${address}/${kebab(type)}`, data).expect(200);
};

const raise = (value: number) => ({
  id: 'raise',
  topic: 'wage-increase' as const,
  title: '工资增幅',
  value,
  unit: 'basis-points' as const,
});

beforeAll(async () => {
  on = await serving();
  await send(
    ...bargaining,
    {
      type: 'TableProposal',
      data: { proposal: 'p1', side: 'employees', on: '2026-04-01', clause: raise(800) },
    },
    {
      type: 'CounterProposal',
      data: {
        proposal: 'p2',
        counters: 'p1',
        side: 'employer',
        on: '2026-04-02',
        clause: raise(300),
      },
    },
    {
      type: 'CounterProposal',
      data: {
        proposal: 'p3',
        counters: 'p2',
        side: 'employees',
        on: '2026-04-03',
        clause: raise(550),
      },
    },
  );
});
afterAll(() => on.end());

test('the table shows each clause by rounds, both sides and how far they are apart', async () => {
  const { body } = await on.get(`${address}/table`).expect(200);
  expect(body).toMatchObject({
    rounds: 3,
    clauses: [
      {
        clause: 'raise',
        topic: 'wage-increase',
        unit: 'basis-points',
        gap: 250,
        agreed: null,
        rounds: [
          { round: 1, employees: { proposal: 'p1', value: 800 }, employer: null },
          { round: 2, employees: null, employer: { proposal: 'p2', value: 300, counters: 'p1' } },
          { round: 3, employees: { proposal: 'p3', value: 550 }, employer: null },
        ],
      },
    ],
  });
});

test('a congress learns beforehand how many must come and how many must agree', async () => {
  const { body } = await on.get(`${address}/vote-rule?total=100`).expect(200);
  expect(body).toMatchObject({
    rule: {
      total: 100,
      quorum: { present: 67 },
      approval: { majority: 'half', yes: 50 },
      lacking: { present: 0, yes: 0 },
    },
    votes: [],
  });
  await on.get(`${address}/vote-rule?total=0`).expect(400);
});

test('of a vote that failed by one it is said that one was lacking', async () => {
  await send(agree(), hold({ present: 80, yes: 49, no: 31, abstain: 0 }));
  const { body } = await on.get(`${address}/vote-rule`).expect(200);
  expect(body).toMatchObject({
    rule: null,
    votes: [
      {
        draft: 'draft-1',
        outcome: 'rejected',
        yes: 49,
        rule: { approval: { yes: 50 }, lacking: { present: 0, yes: 1 } },
      },
    ],
  });
});

test('a case that is not there has no table', async () => {
  await on.get('/api/v1/bargaining-cases/nowhere/table').expect(404);
  await on.get('/api/v1/bargaining-cases/nowhere/vote-rule').expect(404);
});
