import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { concord, register, type Concord } from '../support/concord.ts';
import { file } from '../support/stories/arbitrations.ts';
import { accept, agreeTo, conclude, received, reopen } from '../support/stories/disputes.ts';

const [before, first, second, third, today] = [
  ...['2026-02-01', '2026-05-01', '2026-05-02', '2026-06-01'],
  '2026-06-30',
] as const;
const reason = '登记机关更正';

let they: Concord;
beforeEach(async () => {
  they = await concord(today);
  for (const id of ['A', 'B', 'S', 'T', 'W', 'Z']) await register(they, id, { workers: 100 });
});
afterEach(async () => {
  expect(await they.get('refused-orders')).toMatchObject({ items: [] });
  await they.close();
});

const employer = (enterprise: string) => ({ enterprise, role: 'employer' }) as const;
/** d1 is received on 2026-03-02. */
const dispute = (...against: readonly string[]) =>
  they.send('disputes', 'd1', 'ReceiveDispute', {
    ...received,
    employers: against.map(employer),
  });
const merge = (id: string, on: string, successor: string) =>
  they.send('enterprises', id, 'MergeInto', { on, successor });
const correct = async (id: string, on: string, successor: string) => {
  const corrects = await they.fact('enterprises', id, 'EnterpriseMergedInto');
  await they.send('enterprises', id, 'CorrectMerger', { corrects, reason, on, successor });
};
const takeBack = async (id: string, what: 'Merger' | 'Split' = 'Merger') => {
  const type = what === 'Merger' ? 'EnterpriseMergedInto' : 'EnterpriseSplitInto';
  const takesBack = await they.fact('enterprises', id, type);
  await they.send('enterprises', id, `TakeBack${what}`, { takesBack, reason });
};
const fails = async () => {
  for (const { type, data } of [agreeTo(), accept(), conclude()])
    await they.send('disputes', 'd1', type, data);
};
const goesOn = () => they.send('disputes', 'd1', 'ReopenDispute', reopen().data);

type Row = { readonly enterprises: string; readonly employers: string };
const parties = async (): Promise<string> => {
  const { enterprises, employers } = (await they.get('disputes/d1')) as Row;
  expect(employers).toBe(enterprises.replaceAll(' ', '; '));
  return enterprises;
};
type Joining = { readonly on: string; readonly employer: { readonly enterprise: string } };
const joined = async (): Promise<readonly string[]> => {
  const facts = (await they.get('disputes/d1/events')) as { type: string; data: Joining }[];
  return facts
    .filter(({ type }) => type === 'EmployerJoined')
    .map(({ data }) => `${data.employer.enterprise} ${data.on}`);
};

describe('two employers are merged into the same one', () => {
  beforeEach(async () => {
    await dispute('A', 'B');
    await merge('A', first, 'T');
    await merge('B', second, 'T');
    expect(await parties()).toBe('A B T');
  });
  it('which stays a party when one of them was merged into another, or not at all', async () => {
    await correct('A', first, 'S');
    expect((await parties()).split(' ').toSorted()).toStrictEqual(['A', 'B', 'S', 'T']);
    await takeBack('A');
    expect(await parties()).toBe('A B T');
    expect((await joined()).at(-1)).toBe(`T ${second}`);
    await takeBack('B');
    expect(await parties()).toBe('A B');
  });
});

describe('one merger follows another', () => {
  it('and what came after a successor that was none goes with it', async () => {
    await dispute('A');
    await merge('A', first, 'T');
    await merge('T', third, 'Z');
    expect(await parties()).toBe('A T Z');
    await correct('A', first, 'S');
    expect(await parties()).toBe('A S');
    await correct('A', first, 'T');
    expect(await parties()).toBe('A T Z');
    await takeBack('A');
    expect(await parties()).toBe('A');
  });
  it('also where the later one was on record first', async () => {
    await dispute('A');
    await merge('A', first, 'T');
    await merge('S', third, 'W');
    await correct('A', first, 'S');
    expect(await parties()).toBe('A S W');
  });
  it('a successor joins on the day of the merger, also when that is corrected', async () => {
    await dispute('A');
    await merge('A', first, 'T');
    await correct('A', second, 'T');
    expect(await parties()).toBe('A T');
    expect(await joined()).toStrictEqual([`T ${first}`, `T ${second}`]);
  });
});

describe('a merger that is on record already', () => {
  it('is followed by a dispute that is recorded afterwards', async () => {
    await merge('A', first, 'T');
    await dispute('A');
    expect(await parties()).toBe('A T');
    expect(await joined()).toStrictEqual([`T ${first}`]);
  });
  it('has made another the employer from the first day where it came before the dispute', async () => {
    await merge('A', before, 'T');
    await dispute('A');
    expect(await joined()).toStrictEqual(['T 2026-03-02']);
  });
  it('is followed when the receipt names that employer after all, or does so no more', async () => {
    await merge('A', first, 'T');
    await dispute('B');
    const name = async (...against: readonly string[]) =>
      they.send('disputes', 'd1', 'CorrectReceipt', {
        ...{ ...received, employers: against.map(employer), reason },
        corrects: await they.fact('disputes', 'd1', 'DisputeReceived'),
      });
    await name('A');
    expect(await parties()).toBe('A T');
    await name('B');
    expect(await parties()).toBe('B');
  });
  it('is followed for an employer that joins by hand', async () => {
    await merge('B', first, 'T');
    await dispute('A');
    await they.send('disputes', 'd1', 'JoinEmployer', {
      on: '2026-03-05',
      employer: employer('B'),
    });
    expect(await parties()).toBe('A B T');
  });
});

it('a successor that is a party of its own stays one, once, and so does what comes of it', async () => {
  await dispute('A', 'T');
  await merge('A', first, 'T');
  expect(await parties()).toBe('A T');
  await correct('A', first, 'S');
  expect(await parties()).toBe('A T S');
});

describe('a dispute that was decided', () => {
  it('stays between those it was decided between, and follows once it is reopened', async () => {
    await dispute('A');
    await fails();
    await merge('A', '2026-04-01', 'T');
    expect(await parties()).toBe('A');
    await goesOn();
    expect(await parties()).toBe('A T');
  });
  it('keeps a successor until then, also where another is named', async () => {
    await dispute('A');
    await merge('A', '2026-03-12', 'T');
    await fails();
    await correct('A', '2026-03-12', 'S');
    expect(await parties()).toBe('A T');
    await goesOn();
    expect(await parties()).toBe('A S');
  });
  it('but none by a merger that never was', async () => {
    await dispute('A');
    await merge('A', '2026-03-12', 'T');
    await fails();
    await takeBack('A');
    expect(await parties()).toBe('A');
  });
  it('follows when arbitration is asked for', async () => {
    await dispute('A');
    await fails();
    await merge('A', '2026-04-01', 'T');
    await they.send('disputes', 'd1', 'FileArbitration', file().data);
    expect(await parties()).toBe('A T');
  });
});

describe('an employer that is split up', () => {
  const split = (origin: 'remains' | 'ceases') =>
    they.send('enterprises', 'A', 'SplitInto', {
      ...{ on: first, successors: ['S', 'T'], contractsTo: 'S', origin },
    });
  it('is followed by all it was split into, for nobody said who bears its obligations', async () => {
    await dispute('A');
    await split('ceases');
    expect(await parties()).toBe('A S T');
    await takeBack('A', 'Split');
    expect(await parties()).toBe('A');
  });
  it('stays the employer where it goes on', async () => {
    await dispute('A');
    await split('remains');
    expect(await parties()).toBe('A');
  });
});

type ByHand = {
  readonly id: string;
  readonly type: string;
  readonly data: { readonly act?: string };
};

describe('an employer that had not joined after all', () => {
  const joins = (enterprise: string, role: 'investor' | 'successor') =>
    they.send('disputes', 'd1', 'JoinEmployer', { on: before, employer: { enterprise, role } });
  const leaves = async () => {
    const facts = (await they.get('disputes/d1/events')) as ByHand[];
    const byHand = ({ type, data }: ByHand) => type === 'EmployerJoined' && data.act === undefined;
    const takesBack = facts.find(byHand)?.id;
    await they.send('disputes', 'd1', 'TakeBackJoinedEmployer', { takesBack, reason });
  };
  beforeEach(async () => {
    await they.send('disputes', 'd1', 'ReceiveDispute', {
      ...received,
      ...{ on: before, employers: [employer('A')] },
    });
  });
  it.each(['investor', 'successor'] as const)(
    'as %s leaves with all who came in its place, at once',
    async (role) => {
      await joins('B', role);
      await merge('B', first, 'S');
      await merge('S', second, 'T');
      expect(await parties()).toBe('A B S T');
      await leaves();
      expect(await parties()).toBe('A');
    },
  );
  it('leaves those who came in the place of another, too', async () => {
    await merge('A', first, 'T');
    await joins('B', 'investor');
    await merge('B', first, 'S');
    await merge('S', second, 'T');
    await leaves();
    expect(await parties()).toBe('A T');
  });
});

describe('a unit of a split that bears nothing of it', () => {
  it('stays out when a clerk takes its joining back', async () => {
    await dispute('A');
    await they.send('enterprises', 'A', 'SplitInto', {
      ...{ on: first, successors: ['S', 'T'], contractsTo: 'S', origin: 'ceases' },
    });
    expect(await parties()).toBe('A S T');
    await they.send('disputes', 'd1', 'TakeBackEmployerJoining', { enterprise: 'T', reason });
    expect(await parties()).toBe('A S');
  });
});
