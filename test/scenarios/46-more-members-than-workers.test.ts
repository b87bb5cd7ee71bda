import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { concord, register, type Concord } from '../support/concord.ts';

const flagged = 'members-above-workers';

let they: Concord;
beforeEach(async () => {
  they = await concord('2026-06-30');
  // 100 workers each, at the end of 2025.
  for (const id of ['A', 'B']) await register(they, id, { workers: 100 });
});
afterEach(() => they.close());

const count = (members: number, asOf = '2026-03-31') =>
  they.send('enterprises', 'A', 'CountMembers', { asOf, members });
const flagOn = async (on?: string) => {
  const { items } = (await they.get('enterprises', on === undefined ? {} : { on })) as {
    items: readonly { id: string; flag: string | null }[];
  };
  return items.find(({ id }) => id === 'A')?.flag;
};
const listed = async (query: object = {}) =>
  (
    (await they.get('enterprises', { flag: flagged, ...query })) as { items: { id: string }[] }
  ).items.map(({ id }) => id);

describe('a union with more members than the enterprise has workers', () => {
  it('is taken as it was counted, flagged in the register, and listed', async () => {
    await count(101);
    const { events } = await count(101);
    expect(events).toStrictEqual([]);
    expect(await they.get('enterprises/A')).toMatchObject({ members: 101, flag: flagged });
    expect(await listed()).toStrictEqual(['A']);
  });

  it('has as many at most where it is not flagged', async () => {
    await count(100);
    expect(await they.get('enterprises/A')).toMatchObject({ members: 100, flag: null });
    expect(await listed()).toStrictEqual([]);
  });

  it('is flagged while the reports disagree, and from the day that they do', async () => {
    await count(150);
    expect([await flagOn('2026-03-30'), await flagOn('2026-03-31')]).toStrictEqual([null, flagged]);
    const more = { asOf: '2026-05-31', workers: 150, women: 0 };
    await they.send('enterprises', 'A', 'ReportHeadcount', more);
    expect(await listed()).toStrictEqual([]);
    expect([await flagOn('2026-05-30'), await flagOn('2026-05-31')]).toStrictEqual([flagged, null]);
    expect(await listed({ on: '2026-05-30' })).toStrictEqual(['A']);
  });

  it('is not flagged once the count is said anew, or the union is no more', async () => {
    await count(150);
    const corrects = await they.fact('enterprises', 'A', 'MembersCounted');
    const anew = { corrects, reason: '录入错误', asOf: '2026-03-31' };
    await they.send('enterprises', 'A', 'CorrectMembers', { ...anew, members: 50 });
    expect(await listed()).toStrictEqual([]);
    await they.send('enterprises', 'A', 'CorrectMembers', { ...anew, members: 200 });
    expect(await listed()).toStrictEqual(['A']);
    await they.send('enterprises', 'A', 'DissolveUnion', { on: '2026-06-01', reason: '撤销' });
    expect(await listed()).toStrictEqual([]);
  });
});

it('a flag that there is not is a slip', async () => {
  await expect(they.get('enterprises', { flag: 'members' })).rejects.toThrow('400');
});
