import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { concord, register, type Concord } from '../support/concord.ts';
import { prepared } from '../support/stories/bargaining.ts';

const [first, second, third, today] = ['2026-04-01', '2026-05-01', '2026-06-01', '2026-06-30'];
const reason = '登记机关更正';

let they: Concord;
beforeEach(async () => {
  they = await concord(today);
  for (const id of ['A', 'S', 'T', 'Z']) await register(they, id, { workers: 100 });
});
afterEach(async () => {
  expect(await they.get('refused-orders')).toMatchObject({ items: [] });
  await they.close();
});

/** The case of A, prepared on 2026-03-01 unless said. */
const prepare = (on = '2026-03-01') => {
  const offer = { ...prepared, enterprise: 'A', contract: 'KA', on };
  return they.send('bargaining-cases', 'case-A', 'PrepareOffer', offer);
};
const send = (id: string, command: string, data: object) =>
  they.send('enterprises', id, command, data);
const merge = (id: string, on: string, successor: string) =>
  send(id, 'MergeInto', { on, successor });
const deregister = (id: string, on: string) => send(id, 'Deregister', { on });
const split = (on: string, origin: 'remains' | 'ceases') =>
  send('A', 'SplitInto', { on, successors: ['S', 'T'], contractsTo: 'S', origin });
const correct = async (id: string, type: string, command: string, data: object) =>
  send(id, command, { corrects: await they.fact('enterprises', id, type), reason, ...data });
const takeBack = async (id: string, type: string, command: string) =>
  send(id, command, { takesBack: await they.fact('enterprises', id, type), reason });
const theCase = () => they.get('bargaining-cases/case-A');
const isOpen = { phase: 'prepared', closed_on: null };
const closed = (on: string) => ({ phase: 'closed', closed_on: on, ground: 'employer-dissolved' });

describe('a case whose employer is absorbed', () => {
  beforeEach(async () => {
    await prepare();
    await merge('A', first, 'T');
  });
  it('goes on with the successor, and closes with its end', async () => {
    expect(await theCase()).toMatchObject(isOpen);
    await deregister('T', second);
    expect(await theCase()).toMatchObject(closed(second));
    await correct('T', 'EnterpriseDeregistered', 'CorrectDeregistration', { on: third });
    expect(await theCase()).toMatchObject(closed(third));
    await takeBack('T', 'EnterpriseDeregistered', 'TakeBackDeregistration');
    expect(await theCase()).toMatchObject(isOpen);
  });
  it('goes on with who absorbs that one, likewise', async () => {
    await merge('T', second, 'Z');
    expect(await theCase()).toMatchObject(isOpen);
    await deregister('Z', third);
    expect(await theCase()).toMatchObject(closed(third));
  });
  it('goes on with A, or with another successor, when that is what happened', async () => {
    await deregister('T', second);
    await correct('A', 'EnterpriseMergedInto', 'CorrectMerger', { on: first, successor: 'S' });
    expect(await theCase()).toMatchObject(isOpen);
    await correct('A', 'EnterpriseMergedInto', 'CorrectMerger', { on: first, successor: 'T' });
    expect(await theCase()).toMatchObject(closed(second));
    await takeBack('A', 'EnterpriseMergedInto', 'TakeBackMerger');
    expect(await theCase()).toMatchObject(isOpen);
  });
});

describe('a case whose employer is split', () => {
  it('goes on with whoever has its contracts where it ceases, and with itself where it goes on', async () => {
    await prepare();
    await split(first, 'ceases');
    await deregister('T', second);
    expect(await theCase()).toMatchObject(isOpen);
    await deregister('S', third);
    expect(await theCase()).toMatchObject(closed(third));
  });
  it('stays with it where it goes on', async () => {
    await prepare();
    await split(first, 'remains');
    await deregister('S', second);
    expect(await theCase()).toMatchObject(isOpen);
    await deregister('A', third);
    expect(await theCase()).toMatchObject(closed(third));
  });
});

describe('a case that is put on record after its employer ended', () => {
  it('closed with that end when it was prepared up to the eve', async () => {
    await deregister('A', second);
    await prepare('2026-04-30');
    expect(await theCase()).toMatchObject(closed(second));
    await takeBack('A', 'EnterpriseDeregistered', 'TakeBackDeregistration');
    expect(await theCase()).toMatchObject(isOpen);
  });
  it('and with the end of the successor when it was absorbed', async () => {
    await merge('A', first, 'T');
    await deregister('T', second);
    await prepare();
    expect(await theCase()).toMatchObject(closed(second));
  });
  it('or is another’s after all', async () => {
    await deregister('A', second);
    await prepare();
    const corrects = await they.fact('bargaining-cases', 'case-A', 'CasePrepared');
    await they.send('bargaining-cases', 'case-A', 'CorrectPreparation', {
      ...{ ...prepared, corrects, reason, contract: 'KA', enterprise: 'S', on: '2026-03-01' },
    });
    expect(await theCase()).toMatchObject({ ...isOpen, enterprise: 'S' });
  });
});

it('a case that was closed by hand stays so while nothing is said anew of its employer', async () => {
  await prepare();
  const closing = { on: third, ground: 'employer-dissolved' };
  await they.send('bargaining-cases', 'case-A', 'CloseCase', closing);
  await merge('A', first, 'T');
  expect(await theCase()).toMatchObject(closed(third));
});

describe('whose a case is', () => {
  const whose = async () => {
    const { enterprise, opened_with } = (await theCase()) as Record<string, unknown>;
    return [enterprise, opened_with];
  };
  const listed = async (enterprise: string, query: object = {}) =>
    (
      (await they.get('bargaining-cases', { enterprise, ...query })) as { items: { id: string }[] }
    ).items.map(({ id }) => id);

  it('is shown as it is now, by itself, in lists and in a search, with whom it was opened', async () => {
    await prepare();
    expect(await whose()).toStrictEqual(['A', 'A']);
    await they.itIs('2026-07-01');
    await merge('A', first, 'T');
    expect(await whose()).toStrictEqual(['T', 'A']);
    expect([await listed('T'), await listed('A')]).toStrictEqual([['case-A'], []]);
    const before = { knownAt: today };
    expect([await listed('T', before), await listed('A', before)]).toStrictEqual([[], ['case-A']]);
    await merge('T', second, 'Z');
    expect(await whose()).toStrictEqual(['Z', 'A']);
    expect(await they.get('search', { q: 'case-A' })).toMatchObject({
      items: [
        { id: 'case-A', label: ((await they.get('enterprises/Z')) as { name: string }).name },
      ],
    });
    await takeBack('A', 'EnterpriseMergedInto', 'TakeBackMerger');
    expect(await whose()).toStrictEqual(['A', 'A']);
  });

  it('is its employer’s where that goes on after a split, or the record of the merger is struck out', async () => {
    await prepare();
    await split(first, 'remains');
    expect(await whose()).toStrictEqual(['A', 'A']);
    await merge('A', second, 'T');
    await send('A', 'Void', { reason });
    expect(await whose()).toStrictEqual(['A', 'A']);
  });

  it('stays what it was when the case closed, up to that day', async () => {
    await prepare();
    await they.send('bargaining-cases', 'case-A', 'CloseCase', {
      on: second,
      ground: 'both-agree',
    });
    await merge('A', third, 'T');
    expect(await whose()).toStrictEqual(['A', 'A']);
    await correct('A', 'EnterpriseMergedInto', 'CorrectMerger', { on: second, successor: 'T' });
    expect(await whose()).toStrictEqual(['A', 'A']);
    await correct('A', 'EnterpriseMergedInto', 'CorrectMerger', { on: first, successor: 'T' });
    expect(await whose()).toStrictEqual(['T', 'A']);
  });

  it('is that of the last one, whose end closed it', async () => {
    await prepare();
    await merge('A', first, 'T');
    await deregister('T', second);
    expect(await whose()).toStrictEqual(['T', 'A']);
  });
});
