import { describe, expect, it } from 'vitest';
import type { ContractCommand } from '../../../domain/collective-contract/commands.ts';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import { fold } from '../../../domain/shared/decider.ts';
import { deadlines } from '../../../projections/deadlines/deadlines.ts';
import { contractStory } from '../../support/stories/contract-story.ts';
import { past } from './facts.ts';

const at = '2026-06-30T01:00:00.000Z';
const reason = 'it never was';
const register: ContractCommand = { type: 'RegisterAsHistory', data: past };
const supersede = (on: string, by = 'c2'): ContractCommand => ({
  type: 'Supersede',
  data: { on, by },
});
const end = (on: string): ContractCommand => ({
  type: 'EndWithEmployer',
  data: { on, enterprise: 'looms' },
});
const notSuperseded: ContractCommand = { type: 'TakeBackSupersession', data: { by: 'c2' } };
const notEnded: ContractCommand = {
  type: 'TakeBackEmployerEnd',
  data: { enterprise: 'looms', reason },
};
const told = (...commands: readonly ContractCommand[]) => {
  const story = contractStory();
  for (const command of [register, ...commands]) story.order(at, command);
  return story;
};
type Story = ReturnType<typeof told>;

/** How state, row, days in force and the clock of the term tell of its end. */
const tellsOf = (story: Story) => {
  const { phase, end: first } = fold(collectiveContract, story.facts());
  const row = story.row();
  const rows = story.rows(deadlines as never) as ReadonlyMap<string, unknown>;
  const clock = rows.get('contract/c1/term-end') as { readonly status: string };
  return {
    state: `${phase} ${first.on} ${first.by}`.trim(),
    row: `${row?.phase ?? ''} ${row?.ended_on ?? ''} ${row?.ended_by ?? ''}`.trim(),
    lastDay: story.force().at(-1)?.to,
    clock: clock.status,
  };
};
const told4 = (says: string, lastDay: string, clock: string) => ({
  ...{ state: says, row: says, lastDay, clock },
});
const living = told4('in-force', '2027-12-31', 'running');
const withEmployer = told4('ended 2026-05-01 employer', '2026-04-30', 'cancelled');

describe('a contract that ended in two ways', () => {
  const both = [supersede('2026-05-10'), end('2026-05-01')] as const;

  it('is what the earlier end made of it', () =>
    expect(tellsOf(told(...both))).toStrictEqual({ ...withEmployer, clock: 'superseded' }));

  it('goes on when both are taken back, in either order', () => {
    expect(tellsOf(told(...both, notSuperseded))).toStrictEqual(withEmployer);
    expect(tellsOf(told(...both, notSuperseded, notEnded))).toStrictEqual(living);
    expect(tellsOf(told(...both, notEnded))).toStrictEqual(
      told4('ended 2026-05-10 supersession', '2026-05-09', 'superseded'),
    );
    expect(tellsOf(told(...both, notEnded, notSuperseded))).toStrictEqual(living);
  });

  it('is taken back once, and not by what did not end it', () => {
    const other: ContractCommand = { type: 'TakeBackSupersession', data: { by: 'c3' } };
    expect(told(...both).order(at, other)).toStrictEqual([]);
    expect(told(...both, notSuperseded).order(at, notSuperseded)).toStrictEqual([]);
    expect(told(...both, notEnded).order(at, notEnded)).toStrictEqual([]);
  });

  it('has its supersession on another day, before the other end or after it', () => {
    const before = told(...both, supersede('2026-04-28'));
    const superseded = told4('ended 2026-04-28 supersession', '2026-04-27', 'superseded');
    expect(tellsOf(before)).toMatchObject({ ...superseded, clock: expect.any(String) as string });
    expect(before.order(at, supersede('2026-04-28'))).toStrictEqual([]);
    expect(tellsOf(told(...both, supersede('2026-04-28'), notSuperseded))).toStrictEqual(
      withEmployer,
    );
    expect(tellsOf(told(...both, supersede('2026-04-28'), notEnded, notSuperseded))).toStrictEqual(
      living,
    );
    const after = told(...both, supersede('2026-05-20'));
    expect(tellsOf(after)).toStrictEqual(withEmployer);
    after.order(at, notEnded);
    expect(tellsOf(after)).toMatchObject({ state: 'ended 2026-05-20 supersession' });
  });

  it('has its end with the employer on another day, after the other end', () => {
    const story = told(...both, end('2026-05-20'));
    expect(story.facts().at(-1)?.type).toBe('EmployerEndCorrected');
    expect(tellsOf(story)).toStrictEqual(
      told4('ended 2026-05-10 supersession', '2026-05-09', 'superseded'),
    );
    expect(story.order(at, end('2026-05-20'))).toStrictEqual([]);
    story.order(at, notSuperseded);
    expect(tellsOf(story)).toStrictEqual(
      told4('ended 2026-05-20 employer', '2026-05-19', 'cancelled'),
    );
    story.order(at, notEnded);
    expect(tellsOf(story)).toStrictEqual(living);
  });

  it('was superseded on the day that it ended with its employer: what was recorded first ended it', () =>
    expect(tellsOf(told(end('2026-05-01'), supersede('2026-05-01')))).toStrictEqual(withEmployer));

  it('left the employer before it ended there: that end goes, whatever else ended it', () => {
    const pass: ContractCommand = {
      type: 'PassToSuccessor',
      data: { on: '2026-04-20', from: 'looms', to: 'weavers' },
    };
    const story = told(...both, supersede('2026-04-28'), pass);
    expect(story.facts().at(-2)?.type).toBe('EmployerEndTakenBack');
    expect(tellsOf(story)).toMatchObject({ state: 'ended 2026-04-28 supersession' });
    story.order(at, notSuperseded);
    expect(tellsOf(story)).toStrictEqual(living);
  });

  it('says whose it is again, and which clocks run', () => {
    const data = told(supersede('2026-05-10'), notSuperseded).facts().at(-1)?.data;
    expect(data).toMatchObject({ by: 'c2', clocks: { 'term-end': {} } });
    const none = told(...both, notSuperseded)
      .facts()
      .at(-1)?.data;
    expect(none).toStrictEqual({ by: 'c2', clocks: {} });
  });

  it('runs on where the record names no clocks', () => {
    const older = contractStory();
    older.have(
      told(supersede('2026-05-10'), notSuperseded)
        .facts()
        .map((fact) =>
          fact.type === 'SupersessionTakenBack' ? { ...fact, data: { by: 'c2' } } : fact,
        ),
    );
    expect(tellsOf(older)).toStrictEqual(living);
  });
});
