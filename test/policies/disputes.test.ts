import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  changedEmployerIsFollowedInItsDisputes,
  disputeFollowsItsEmployers,
} from '../../domain/policies/employers/dispute-follows-its-employers.ts';
import { concord, register, type Concord } from '../support/concord.ts';
import { conclude, mediating, receive } from '../support/stories/disputes.ts';

let they: Concord;
beforeAll(async () => {
  they = await concord('2026-04-20');
  await register(they, 'mill', { workers: 200 });
  await register(they, 'weavers', { workers: 900 });
  await register(they, 'dyers', { workers: 300 });
});
afterAll(() => they.close());

it('asks of an enterprise for nothing but a merger or split, of a dispute for nothing but its employers', () => {
  const moved = { type: 'EnterpriseMoved', data: { on: '2026-04-01', division: '21' } } as const;
  expect(changedEmployerIsFollowedInItsDisputes.asks?.(moved, 'mill')).toBeUndefined();
  const left = { type: 'ClaimantLeft', data: { claimant: 'wang', on: '2026-03-06' } } as const;
  expect(disputeFollowsItsEmployers.asks?.(left, 'd1')).toBeUndefined();
});

it('who absorbs an employer joins its open disputes, and no closed one', async () => {
  for (const { type, data } of mediating) await they.send('disputes', 'd1', type, data);
  for (const { type, data } of [receive(), conclude({ on: '2026-03-05' })])
    await they.send('disputes', 'd2', type, data);
  await they.send('enterprises', 'mill', 'MergeInto', { on: '2026-04-15', successor: 'weavers' });
  expect(await they.history('disputes', 'd1')).toContain('EmployerJoined');
  expect(await they.get('disputes/d1')).toMatchObject({ employers: 'mill; weavers' });
  expect(await they.history('disputes', 'd2')).not.toContain('EmployerJoined');
});

it('another that is named in its place joins what is open, and the first is no party any more', async () => {
  const corrects = await they.fact('enterprises', 'mill', 'EnterpriseMergedInto');
  const reason = '承继单位有误';
  const correct = (on: string, successor: string) =>
    they.send('enterprises', 'mill', 'CorrectMerger', { corrects, reason, on, successor });
  await correct('2026-04-15', 'dyers');
  expect(await they.get('disputes/d1')).toMatchObject({ employers: 'mill; dyers' });
  expect(await they.get('disputes/d2')).toMatchObject({ employers: 'mill' });
  const said = await they.history('enterprises', 'mill');
  await correct('2026-04-15', 'dyers');
  expect(await they.history('enterprises', 'mill')).toStrictEqual(said);
  await correct('2026-04-16', 'dyers');
  expect(await they.get('disputes/d1')).toMatchObject({ employers: 'mill; dyers' });
  await correct('2026-04-15', 'weavers');
  expect(await they.get('disputes/d1')).toMatchObject({ employers: 'mill; weavers' });
  expect(await they.get('refused-orders')).toMatchObject({ items: [] });
});

it('who did not absorb it after all is no party any more, also where nothing happened since', async () => {
  const takesBack = await they.fact('enterprises', 'mill', 'EnterpriseMergedInto');
  const reason = '合并未获批准';
  await they.send('enterprises', 'mill', 'TakeBackMerger', { takesBack, reason });
  expect(await they.history('disputes', 'd1')).toContain('EmployerJoiningTakenBack');
  expect(await they.get('disputes/d1')).toMatchObject({ employers: 'mill', enterprises: 'mill' });
});
