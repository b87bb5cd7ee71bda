import { describe, expect, it } from 'vitest';
import {
  BEGINNING,
  Conflict,
  MAX_APPEND_BYTES,
  NO_STREAM,
  TooLarge,
  type Envelope,
} from '../../../src/store/event-store.ts';
import type { Under } from './contract.ts';
import { envelope, followed, ids, newStream, proposed } from './facts.ts';

const revisionsAndReading = ({ store }: Under): void => {
  it('answers with the revision and the log position of the last fact', async () => {
    const [stream, before] = [newStream(), await store().head()];
    const facts = proposed(3);
    const appended = await store().append(stream, facts, NO_STREAM, envelope);
    const found = await followed(store(), stream, before, 3);
    expect(appended.revision).toBe(2n);
    expect(appended.position).toBe(found[2]?.position);
    expect(await store().head()).toBeGreaterThanOrEqual(appended.position);
  });

  it('gives back every field as it was recorded', async () => {
    const stream = newStream();
    const word: Envelope = { ...envelope, onBehalfOf: 'union-7', import: { run: 'r-1', row: 42 } };
    const [fact] = proposed(1, { list: [1, null, { a: 0.5 }], text: '', yes: true });
    const { position } = await store().append(stream, fact ? [fact] : [], NO_STREAM, word);
    expect(await store().read(stream)).toStrictEqual([
      { ...fact, ...word, stream, revision: 0n, position },
    ]);
  });

  it('leaves out what the envelope leaves out', async () => {
    const stream = newStream();
    await store().append(stream, proposed(1), NO_STREAM, envelope);
    const [fact] = await store().read(stream);
    expect(fact && 'onBehalfOf' in fact).toBe(false);
    expect(fact && 'import' in fact).toBe(false);
  });

  it('finds nothing in a stream that does not exist', async () => {
    expect(await store().read(newStream())).toStrictEqual([]);
    expect(await store().read(newStream(), 5n)).toStrictEqual([]);
  });

  it('reads from a revision on, and nothing from beyond the end', async () => {
    const [stream, facts] = [newStream(), proposed(4)];
    await store().append(stream, facts, NO_STREAM, envelope);
    expect(ids(await store().read(stream, 2n))).toStrictEqual(ids(facts.slice(2)));
    expect(await store().read(stream, 4n)).toStrictEqual([]);
    expect(await store().read(stream, 9n)).toStrictEqual([]);
  });

  it('keeps names, types and data of any script', async () => {
    const stream = `${newStream()}-集体合同 é/ß`;
    const [fact] = proposed(1, {
      名称: '工资专项集体合同 🤝',
      control: 'a\u0000b\n"\\',
      lone: '\ud800',
    });
    const written = { ...fact, id: fact?.id ?? '', type: '合同签订', version: 2, data: fact?.data };
    await store().append(stream, [written], NO_STREAM, envelope);
    expect(await store().read(stream)).toMatchObject([{ ...written, stream }]);
  });
};

const conflicts = ({ store }: Under): void => {
  it.each([
    { says: 'ahead of a stream that does not exist', present: 0, expected: 0n },
    { says: 'behind the end', present: 3, expected: 1n },
    { says: 'as if the stream did not exist', present: 3, expected: NO_STREAM },
    { says: 'one ahead of the end', present: 3, expected: 3n },
    { says: 'far ahead of the end', present: 3, expected: 99n },
  ])('refuses an append $says, and writes nothing', async ({ present, expected }) => {
    const stream = newStream();
    if (present > 0) await store().append(stream, proposed(present), NO_STREAM, envelope);
    const refused = store().append(stream, proposed(2), expected, envelope);
    await expect(refused).rejects.toBeInstanceOf(Conflict);
    await expect(refused).rejects.toMatchObject({ stream, actual: BigInt(present) - 1n });
    expect(await store().read(stream)).toHaveLength(present);
  });

  it('lets exactly one of many concurrent writers have each revision', async () => {
    const stream = newStream();
    let won = 0;
    for (let expected = NO_STREAM; expected < 5n; expected++) {
      const tries = Array.from({ length: 20 }, () =>
        store().append(stream, proposed(1), expected, envelope),
      );
      const outcomes = await Promise.allSettled(tries);
      const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(lost.every(({ reason }) => reason instanceof Conflict)).toBe(true);
      won += outcomes.length - lost.length;
    }
    expect(won).toBe(6);
    expect((await store().read(stream)).map(({ revision }) => revision)).toStrictEqual([
      ...[0n, 1n, 2n, 3n, 4n, 5n],
    ]);
  });

  it('records the others of a crowd when one of them conflicts', async () => {
    const streams = Array.from({ length: 10 }, newStream);
    const outcomes = await Promise.allSettled(
      streams.map((stream, n) =>
        store().append(stream, proposed(2), n === 4 ? 7n : NO_STREAM, envelope),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    const lengths = await Promise.all(streams.map(async (one) => (await store().read(one)).length));
    expect(lengths).toStrictEqual([2, 2, 2, 2, 0, 2, 2, 2, 2, 2]);
  });

  it('lets a writer continue before the first answer has come', async () => {
    const [stream, first, second] = [newStream(), proposed(2), proposed(1)];
    const both = await Promise.all([
      store().append(stream, first, NO_STREAM, envelope),
      store()
        .append(stream, second, 1n, envelope)
        .catch((error: unknown) => error),
    ]);
    const found = ids(await store().read(stream));
    const expected = both[1] instanceof Conflict ? first : [...first, ...second];
    expect(found).toStrictEqual(ids(expected));
  });
};

const nothing = ({ store }: Under): void => {
  it('answers an append of nothing with the end of the stream, and writes nothing', async () => {
    const stream = newStream();
    const last = await store().append(stream, proposed(3), NO_STREAM, envelope);
    expect(await store().append(stream, [], 2n, envelope)).toStrictEqual(last);
    expect(await store().read(stream)).toHaveLength(3);
  });

  it('answers an append of nothing to no stream with its absence', async () => {
    const stream = newStream();
    expect(await store().append(stream, [], NO_STREAM, envelope)).toStrictEqual({
      revision: NO_STREAM,
      position: BEGINNING,
    });
    expect(await store().read(stream)).toStrictEqual([]);
  });

  it('refuses an append of nothing at a revision where the stream does not end', async () => {
    const stream = newStream();
    await store().append(stream, proposed(3), NO_STREAM, envelope);
    for (const expected of [NO_STREAM, 1n, 3n])
      await expect(store().append(stream, [], expected, envelope)).rejects.toThrow(Conflict);
  });
};

const sizes = ({ store }: Under): void => {
  const weighing = (bytes: number) => {
    const [fact] = proposed(1, '');
    return [{ ...fact, id: fact?.id ?? '', type: 'A', version: 1, data: 'x'.repeat(bytes - 2) }];
  };

  it('takes facts up to the limit and gives them back whole', async () => {
    const [stream, facts] = [newStream(), weighing(MAX_APPEND_BYTES)];
    await store().append(stream, facts, NO_STREAM, envelope);
    expect((await store().read(stream))[0]?.data).toBe(facts[0]?.data);
  });

  it('refuses one byte more before it writes', async () => {
    const stream = newStream();
    const refused = store().append(stream, weighing(MAX_APPEND_BYTES + 1), NO_STREAM, envelope);
    await expect(refused).rejects.toBeInstanceOf(TooLarge);
    expect(await store().read(stream)).toStrictEqual([]);
  });

  it('weighs bytes, not characters, and all facts of an append together', async () => {
    const stream = newStream();
    const third = '合'.repeat(110_000);
    const refused = store().append(stream, proposed(3, { third }), NO_STREAM, envelope);
    await expect(refused).rejects.toBeInstanceOf(TooLarge);
    await store().append(stream, proposed(2, { third }), NO_STREAM, envelope);
    expect(await store().read(stream)).toHaveLength(2);
  });

  it('takes 500 facts in one append', async () => {
    const [stream, facts] = [newStream(), proposed(500)];
    const { revision } = await store().append(stream, facts, NO_STREAM, envelope);
    expect(revision).toBe(499n);
    expect(ids(await store().read(stream))).toStrictEqual(ids(facts));
  });

  const [sound] = proposed(1);
  it.each([
    { says: 'an id that is no UUID', fact: { ...sound, id: 'one' } },
    { says: 'an id in capitals', fact: { ...sound, id: sound?.id.toUpperCase() ?? '' } },
    { says: 'no type', fact: { ...sound, type: '' } },
    { says: 'data that is no JSON', fact: { ...sound, data: { amount: 1n } } },
    { says: 'no data', fact: { ...sound, data: undefined } },
  ])('refuses a fact with $says, and the sound one beside it', async ({ fact }) => {
    const stream = newStream();
    const [first] = proposed(1);
    const facts = first ? [first, { ...first, ...fact }] : [];
    const refused = store().append(stream, facts, NO_STREAM, envelope);
    await expect(refused).rejects.toBeInstanceOf(TypeError);
    expect(await store().read(stream)).toStrictEqual([]);
  });

  it('refuses a stream without a name, or with a name of the server', async () => {
    for (const stream of ['', '$settings'])
      await expect(store().append(stream, proposed(1), NO_STREAM, envelope)).rejects.toThrow(
        TypeError,
      );
  });
};

/** Expected revisions, atomicity, what comes back, what is refused. */
export const appending = (under: Under): void => {
  describe('appending', () => {
    revisionsAndReading(under);
    conflicts(under);
    nothing(under);
    sizes(under);
  });
};
