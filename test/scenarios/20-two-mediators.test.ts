import { afterAll, beforeAll, expect, it } from 'vitest';
import { conclude, mediating } from '../support/stories/disputes.ts';
import { concord, type Concord } from '../support/concord.ts';

let they: Concord;
beforeAll(async () => {
  they = await concord('2026-03-18');
  for (const { type, data } of mediating) await they.send('disputes', 'd1', type, data);
});
afterAll(() => they.close());

const failed = conclude().data;
const withdrawn = conclude({ outcome: 'withdrawn', ending: 'applicant-withdrew' }).data;

it('lets one of two mediators conclude, and tells the other that it is concluded', async () => {
  const answers = await Promise.all([
    they.as('wang', { key: 'wang-1' }).tries('disputes', 'd1', 'ConcludeDispute', failed),
    they.as('li', { key: 'li-1' }).tries('disputes', 'd1', 'ConcludeDispute', withdrawn),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toStrictEqual([200, 409]);
  const lost = answers.find(({ status }) => status === 409);
  expect(lost?.body).toMatchObject({ rule: 'concluded-once' });
  const history = await they.history('disputes', 'd1');
  expect(history.filter((type) => type === 'DisputeConcluded')).toHaveLength(1);
});

it('gives the winner the same answer again, and records nothing', async () => {
  const { outcome } = (await they.get('disputes/d1')) as { outcome: string };
  const [actor, data] = outcome === 'failed' ? ['wang', failed] : ['li', withdrawn];
  const before = await they.history('disputes', 'd1');
  await they.as(actor, { key: `${actor}-1` }).send('disputes', 'd1', 'ConcludeDispute', data);
  expect(await they.history('disputes', 'd1')).toStrictEqual(before);
});
