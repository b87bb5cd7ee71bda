import { describe, expect, it } from 'vitest';
import { Conflict, NO_STREAM, type Appended } from '../../../src/store/event-store.ts';
import type { Under } from './contract.ts';
import { envelope, ids, newStream, proposed } from './facts.ts';

/** Events `from` up to but not including `to`, at an expected revision. */
type Slice = { readonly from: number; readonly to: number; readonly expected: bigint };
type Sequence = {
  readonly sequence: string;
  readonly first: readonly Slice[];
  readonly then: readonly Slice[];
  readonly answer: 'original' | 'written again' | 'conflict';
};

const slice = (from: number, to: number, expected: number): Slice => ({
  from,
  to,
  expected: BigInt(expected),
});
const oneByOne = (count: number): readonly Slice[] =>
  Array.from({ length: count }, (_, n) => slice(n, n + 1, n - 1));
const atOnce = (count: number): readonly Slice[] => [slice(0, count, -1)];

/**
 * EventStore's own named sequences: "1e0" is event 1 at expected revision 0, m1 is no stream, S…E one
 * append. Where theirs repeat with "any", ours repeat with the revision first expected.
 */
const SEQUENCES: readonly Sequence[] = [
  {
    sequence: '0em1 1e0 2e1 3e2 4e3 5e4, 0em1',
    first: oneByOne(6),
    then: [slice(0, 1, -1)],
    answer: 'original',
  },
  {
    sequence: '0em1 1e0 2e1 3e2 4e3 5e4, 4e3',
    first: oneByOne(6),
    then: [slice(4, 5, 3)],
    answer: 'original',
  },
  {
    sequence: '0em1 1e0 2e1 3e2 4e3 5e4, 0e5',
    first: oneByOne(6),
    then: [slice(0, 1, 5)],
    answer: 'written again',
  },
  {
    sequence: '0em1 1e0 2e1 3e2 4e3 5e4, 0e6',
    first: oneByOne(6),
    then: [slice(0, 1, 6)],
    answer: 'conflict',
  },
  {
    sequence: '0em1 1e0 2e1 3e2 4e3 5e4, 0e4',
    first: oneByOne(6),
    then: [slice(0, 1, 4)],
    answer: 'conflict',
  },
  {
    sequence: '0em1, 0e0',
    first: oneByOne(1),
    then: [slice(0, 1, 0)],
    answer: 'written again',
  },
  { sequence: '0em1, 0em1', first: oneByOne(1), then: [slice(0, 1, -1)], answer: 'original' },
  {
    sequence: '0em1, 0em1 0em1',
    first: oneByOne(1),
    then: [slice(0, 1, -1), slice(0, 1, -1)],
    answer: 'original',
  },
  {
    sequence: '0em1 1e0 2e1, 1e0 1e0',
    first: oneByOne(3),
    then: [slice(1, 2, 0), slice(1, 2, 0)],
    answer: 'original',
  },
  {
    sequence: 'S 0em1 1em1 E, S 0em1 E',
    first: atOnce(2),
    then: [slice(0, 1, -1)],
    answer: 'original',
  },
  {
    sequence: 'S 0em1 1em1 E, S 0em1 1em1 E',
    first: atOnce(2),
    then: [slice(0, 2, -1)],
    answer: 'original',
  },
  {
    sequence: 'S 0em1 1em1 E, S 1e0 E',
    first: atOnce(2),
    then: [slice(1, 2, 0)],
    answer: 'original',
  },
  {
    sequence: 'S 0em1 1em1 E, S 1e0 E S 1e0 E',
    first: atOnce(2),
    then: [slice(1, 2, 0), slice(1, 2, 0)],
    answer: 'original',
  },
  {
    sequence: 'S 0em1 1em1 E, S 0em1 1em1 2em1 E',
    first: atOnce(2),
    then: [slice(0, 3, -1)],
    answer: 'conflict',
  },
];

const sequences = ({ store }: Under): void => {
  it.each(SEQUENCES)('$sequence: $answer', async ({ first, then, answer }) => {
    const [stream, events] = [newStream(), proposed(6)];
    const append = ({ from, to, expected }: Slice): Promise<Appended> =>
      store().append(stream, events.slice(from, to), expected, envelope);
    for (const one of first) await append(one);
    const before = await store().read(stream);
    for (const one of then) {
      const end = BigInt(one.to - one.from) + one.expected;
      if (answer === 'conflict') await expect(append(one)).rejects.toBeInstanceOf(Conflict);
      else expect((await append(one)).revision).toBe(end);
      if (answer === 'original')
        expect((await append(one)).position).toBe(before[Number(end)]?.position);
    }
    const after = await store().read(stream);
    expect(after.slice(0, before.length)).toStrictEqual(before);
    expect(after).toHaveLength(before.length + (answer === 'written again' ? then.length : 0));
  });
};

const repetitions = ({ store, reopened }: Under): void => {
  it('answers a repetition with the original place after many later facts', async () => {
    const [stream, facts] = [newStream(), proposed(2)];
    const first = await store().append(stream, facts, NO_STREAM, envelope);
    for (let n = 0; n < 20; n++)
      await store().append(stream, proposed(3), BigInt(1 + 3 * n), envelope);
    expect(await store().append(stream, facts, NO_STREAM, envelope)).toStrictEqual(first);
    expect(await store().read(stream)).toHaveLength(62);
  });

  it('recognises a repetition that spans several appends', async () => {
    const [stream, facts] = [newStream(), proposed(4)];
    await store().append(stream, facts.slice(0, 2), NO_STREAM, envelope);
    const second = await store().append(stream, facts.slice(2), 1n, envelope);
    expect(await store().append(stream, facts, NO_STREAM, envelope)).toStrictEqual(second);
    expect(await store().append(stream, facts.slice(1), 0n, envelope)).toStrictEqual(second);
  });

  it('refuses a repetition of which the first, a middle or the last fact is another', async () => {
    const [stream, facts] = [newStream(), proposed(3)];
    await store().append(stream, facts, NO_STREAM, envelope);
    for (const at of [0, 1, 2]) {
      const other = facts.map((fact, n) => (n === at ? (proposed(1)[0] ?? fact) : fact));
      await expect(store().append(stream, other, NO_STREAM, envelope)).rejects.toThrow(Conflict);
    }
    expect(ids(await store().read(stream))).toStrictEqual(ids(facts));
  });

  it('refuses known facts in another order, or at another revision', async () => {
    const [stream, facts] = [newStream(), proposed(3)];
    await store().append(stream, facts, NO_STREAM, envelope);
    for (const wrong of [facts.toReversed(), facts.slice(1)])
      await expect(store().append(stream, wrong, NO_STREAM, envelope)).rejects.toThrow(Conflict);
  });

  it('knows a fact by its id, whatever else the repetition says', async () => {
    const [stream, facts] = [newStream(), proposed(2)];
    const first = await store().append(stream, facts, NO_STREAM, envelope);
    const later = { ...envelope, at: '2026-06-02T00:00:00.000Z' };
    const again = facts.map((fact) => ({ ...fact, data: { other: true } }));
    expect(await store().append(stream, again, NO_STREAM, later)).toStrictEqual(first);
    expect((await store().read(stream))[0]).toMatchObject({ at: envelope.at, data: { n: 0 } });
  });

  it('records an append that is sent several times at once only once', async () => {
    const [stream, facts] = [newStream(), proposed(3)];
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => store().append(stream, facts, NO_STREAM, envelope)),
    );
    expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
    expect(ids(await store().read(stream))).toStrictEqual(ids(facts));
  });

  it('does not take the same ids in another stream for a repetition', async () => {
    const facts = proposed(2);
    const one = await store().append(newStream(), facts, NO_STREAM, envelope);
    const other = await store().append(newStream(), facts, NO_STREAM, envelope);
    expect(other.position).toBeGreaterThan(one.position);
  });

  it('remembers all of it after it was opened again', async () => {
    const [stream, facts] = [newStream(), proposed(3)];
    const first = await store().append(stream, facts, NO_STREAM, envelope);
    await store().append(stream, proposed(1), 2n, envelope);
    const [before, head] = [await store().read(stream), await store().head()];
    const again = await reopened();
    expect(await again.read(stream)).toStrictEqual(before);
    expect(await again.head()).toBe(head);
    expect(await again.append(stream, facts, NO_STREAM, envelope)).toStrictEqual(first);
    await expect(again.append(stream, proposed(1), 2n, envelope)).rejects.toThrow(Conflict);
  });
};

/** Which repetitions are recognised, which are refused. */
export const repeating = (under: Under): void => {
  describe('repeating', () => {
    sequences(under);
    repetitions(under);
  });
};
