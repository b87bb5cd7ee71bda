import { afterAll, beforeAll, expect, it } from 'vitest';
import { concord, register, signed, type Concord } from '../support/concord.ts';

let they: Concord;
const listedOn = async (on: string, query = {}) =>
  (
    (await they.get('contracts', { on, ...query })) as { items: readonly { id: string }[] }
  ).items.map(({ id }) => id);

beforeAll(async () => {
  they = await concord('2026-03-02');
  await register(they, 'looms', { workers: 200 });
  const own = { enterprise: 'looms', profile: 'us-nlra' };
  const first = signed(['2026-01-01', '2026-03-31'], '2026-01-01', own);
  await they.send('contracts', 'c1', 'Sign', first);
  // The new text is signed in time but begins a month after the old one ends.
  const { termStart, termEnd, signedOn, steps, clauses, text } = signed(
    ['2026-05-01', '2027-04-30'],
    '2026-03-01',
    own,
  );
  const amended = { termStart, termEnd, signedOn, steps, clauses, text };
  await they.send('contracts', 'c1', 'SignAmendment', { ...amended, case: 'case-2' });
});
afterAll(() => they.close());

it('is in force to the last day of the old text and from the first of the new one', async () => {
  expect(await they.get('contracts/c1')).toMatchObject({
    force_from: '2026-01-01',
    force_to: '2027-04-30',
    force_gaps: '2026-04-01/2026-04-30',
  });
  expect(await listedOn('2026-03-31')).toStrictEqual(['c1']);
  expect(await listedOn('2026-04-01')).toStrictEqual([]);
  expect(await listedOn('2026-04-30')).toStrictEqual([]);
  expect(await listedOn('2026-05-01')).toStrictEqual(['c1']);
});

it('is listed as figures count it, now and as known before the new text', async () => {
  for (const on of ['2026-03-31', '2026-04-15', '2026-05-01']) {
    expect(await they.figure('contract-stock', { on })).toMatchObject({
      count: (await listedOn(on)).length,
    });
  }
  expect(await listedOn('2026-05-01', { knownAt: '2026-03-01' })).toStrictEqual([]);
});
