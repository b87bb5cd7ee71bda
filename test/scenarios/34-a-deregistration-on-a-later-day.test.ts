import { afterAll, beforeAll, expect, it } from 'vitest';
import { concord, old, receipt, register, signed, type Concord } from '../support/concord.ts';
import { prepared } from '../support/stories/bargaining.ts';

let they: Concord;
type Row = Readonly<Record<string, unknown>>;
const [recorded, now, corrected] = ['2026-06-10', '2026-06-30', '2026-06-26'];
const reason = '登记机关核准日为准';
const of = { enterprise: 'A' };
const contract = async (id: string) => (await they.get(`contracts/${id}`)) as Row;
const refused = async () =>
  ((await they.get('refused-orders')) as { readonly items: readonly Row[] }).items;

beforeAll(async () => {
  they = await concord(recorded);
  await register(they, 'A', { workers: 100 });
  const papers = {
    long: ['2025-01-01', '2027-12-31'],
    short: ['2025-01-01', '2026-06-20'],
  } as const;
  for (const [id, term] of Object.entries(papers))
    await they.send('contracts', id, 'RegisterAsHistory', old('comprehensive', term, of));
  const wage = signed(['2026-05-01', '2028-04-30'], '2026-05-20', { ...of, kind: 'wage' });
  await they.send('contracts', 'wage', 'Sign', wage);
  await they.send('contracts', 'wage', 'File', receipt('2026-06-01'));
  const about = { ...prepared, ...of, contract: 'n1' };
  await they.send('bargaining-cases', 'before', 'PrepareOffer', about);
  await they.send('enterprises', 'A', 'Deregister', { on: recorded });
  await they.itIs(now);
  // Nothing is opened with an employer that is said to be no more.
  const since = { ...about, contract: 'n2', on: '2026-06-20' };
  const prepare = ['bargaining-cases', 'since', 'PrepareOffer'];
  await they.isRefused('employer-had-ended', prepare, since);
  const corrects = await they.fact('enterprises', 'A', 'EnterpriseDeregistered');
  const moved = { corrects, reason, on: corrected };
  await they.send('enterprises', 'A', 'CorrectDeregistration', moved);
  await they.itIs('2026-07-01');
});
afterAll(() => they.close());

it('what was in force is in force up to the eve of the later day', async () => {
  expect(await contract('long')).toMatchObject({
    ...{ phase: 'ended', ended_on: corrected, force_to: '2026-06-25' },
  });
  expect(await they.members('contract-rate', { on: '2026-06-25' })).toStrictEqual(['A']);
});

it('what ran out before it ran out on its own day', async () => {
  expect(await contract('short')).toMatchObject({
    ...{ phase: 'expired', ended_on: null, expired_on: '2026-06-21', force_to: '2026-06-20' },
  });
});

it('what nobody objected to took effect, and ended with the employer', async () => {
  expect(await contract('wage')).toMatchObject({
    ...{ phase: 'ended', effect_mode: 'deemed', ended_on: corrected, force_to: '2026-06-25' },
  });
  const wage = { contractKind: 'wage' };
  const [effect] = [String((await contract('wage'))['effective_on'])];
  expect(effect > recorded && effect < corrected).toBe(true);
  expect(await they.members('contract-rate', { on: effect, ...wage })).toStrictEqual(['A']);
});

it('the case that was open closes on that day', async () => {
  expect(await they.get('bargaining-cases/before')).toMatchObject({
    ...{ phase: 'closed', closed_on: corrected },
  });
  expect(await refused()).toStrictEqual([]);
});
