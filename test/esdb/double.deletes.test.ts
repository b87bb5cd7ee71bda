import type { AppendToStreamOptions } from '@eventstore/db-client';
import {
  BACKWARDS,
  END,
  jsonEvent,
  NO_STREAM,
  STREAM_EXISTS,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Target } from '../support/esdb/target.ts';
import {
  all,
  fact,
  facts,
  fresh,
  openTarget,
  PATHS,
  REAL,
  refusal,
  revisions,
} from '../support/esdb/target.ts';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

const LARGEST = 9223372036854775807n;

const counted = async (count: number) => {
  const stream = fresh('rule');
  const events = facts(count);
  const result = await target.client.appendToStream(stream, events, {
    expectedRevision: NO_STREAM,
  });
  return { stream, events, result };
};
const read = (stream: string, options = {}) => revisions(target.client.readStream(stream, options));

describe('a soft delete', () => {
  it.each([
    ['nothing in particular', {}, -2n],
    ['no stream', { expectedRevision: NO_STREAM }, -1n],
  ] as const)('of a stream that is not there is refused expecting %s (D1)', async (_, o, told) => {
    const stream = fresh('rule');
    const error = await refusal(target.client.deleteStream(stream, o));
    expect(error).toBeInstanceOf(WrongExpectedVersionError);
    expect(error).toMatchObject({ expectedVersion: told, actualVersion: -1n, streamName: stream });
  });

  it.each(['deleteStream', 'tombstoneStream'] as const)(
    'that expects another end says which one there is: %s (D2)',
    async (remove) => {
      const { stream } = await counted(3);
      const error = await refusal(target.client[remove](stream, { expectedRevision: 0n }));
      expect(error).toMatchObject({ expectedVersion: 0n, actualVersion: 2n });
      expect(error).toMatchObject({
        message: expect.stringContaining(
          `WrongExpectedVersion. Stream: ${stream}, Expected version: 0, Actual version: 2`,
        ),
      });
    },
  );

  it('hides the stream, whose metadata begins after the largest number (D3)', async () => {
    const { stream } = await counted(2);
    await target.client.deleteStream(stream, { expectedRevision: 1n });
    expect(await refusal(read(stream))).toBeInstanceOf(StreamNotFoundError);
    const [metadata] = await all(
      target.client.readStream(`$$${stream}`, { direction: BACKWARDS, fromRevision: END }),
    );
    expect(metadata?.event?.data).toStrictEqual({ $tb: Number(LARGEST) });
    await target.client.deleteStream(stream);
  });

  it('leaves everything in $all', async () => {
    const { stream, result } = await counted(1);
    await target.client.deleteStream(stream);
    const fromPosition = result.position ?? END;
    const [still] = await all(target.client.readAll({ fromPosition, maxCount: 1 }));
    expect(still?.event?.streamId).toBe(stream);
  });

  describe.each(PATHS)('then an append $name', ({ on }) => {
    it('goes on counting, and hides what was before', async () => {
      const { stream } = await counted(2);
      await target.client.deleteStream(stream);
      const result = await target.client.appendToStream(stream, fact(2), {
        ...on,
        expectedRevision: NO_STREAM,
      });
      expect(result.nextExpectedRevision).toBe(2n);
      expect(await read(stream)).toStrictEqual([2n]);
      const { metadata } = await target.client.getStreamMetadata(stream);
      expect(metadata).toStrictEqual({ truncateBefore: 2 });
    });

    it('of the original events is a repetition that stays hidden', async () => {
      const { stream, events, result } = await counted(2);
      await target.client.deleteStream(stream);
      const again: AppendToStreamOptions = { ...on, expectedRevision: NO_STREAM };
      const repeated = await target.client.appendToStream(stream, events, again);
      expect(repeated).toStrictEqual(result);
      expect(await refusal(read(stream))).toBeInstanceOf(StreamNotFoundError);
    });

    it('that expects the stream to be there hears that it is deleted', async () => {
      const { stream } = await counted(1);
      await target.client.deleteStream(stream);
      const existing: AppendToStreamOptions = { ...on, expectedRevision: STREAM_EXISTS };
      const error = await refusal(target.client.appendToStream(stream, fact(1), existing));
      expect(error).toBeInstanceOf(StreamDeletedError);
      expect(error).toMatchObject({ streamName: stream });
    });
  });
});

describe('a tombstone', () => {
  it('ends the stream for reading and writing', async () => {
    const { stream } = await counted(2);
    await target.client.tombstoneStream(stream, { expectedRevision: 1n });
    const errors = await Promise.all([
      refusal(read(stream)),
      refusal(read(stream, { direction: BACKWARDS, fromRevision: END })),
      ...PATHS.map(({ on }) => refusal(target.client.appendToStream(stream, fact(3), on))),
      refusal(target.client.deleteStream(stream)),
      refusal(target.client.tombstoneStream(stream)),
    ]);
    for (const error of errors) {
      expect(error).toBeInstanceOf(StreamDeletedError);
      expect(error).toMatchObject({ streamName: stream, type: 'stream-deleted' });
    }
  });

  it('ends its metadata too (D4)', async () => {
    const { stream } = await counted(1);
    await target.client.tombstoneStream(stream);
    const got = await refusal(target.client.getStreamMetadata(stream));
    const set = await refusal(target.client.setStreamMetadata(stream, { maxCount: 1 }));
    for (const error of [got, set]) {
      expect(error).toBeInstanceOf(StreamDeletedError);
      expect(error).toMatchObject({ streamName: `$$${stream}` });
    }
  });

  it('stands in $all at the largest revision (D5)', async () => {
    const { stream } = await counted(1);
    const { position } = await target.client.tombstoneStream(stream);
    const fromPosition = position ?? END;
    const [event] = await all(target.client.readAll({ fromPosition, maxCount: 1 }));
    expect(event?.event).toMatchObject({
      streamId: stream,
      type: '$streamDeleted',
      revision: LARGEST,
    });
  });
});

describe('metadata', () => {
  it('says how many events are seen, and from which on', async () => {
    const { stream } = await counted(5);
    await target.client.setStreamMetadata(stream, { maxCount: 2 });
    expect(await read(stream)).toStrictEqual([3n, 4n]);
    expect(await read(stream, { maxCount: 1 })).toStrictEqual([3n]);
    await target.client.setStreamMetadata(stream, { truncateBefore: 4 });
    expect(await read(stream)).toStrictEqual([4n]);
    expect(await read(stream, { direction: BACKWARDS, fromRevision: END })).toStrictEqual([4n]);
  });

  it('shows its newest version only (D6)', async () => {
    const { stream } = await counted(1);
    await target.client.setStreamMetadata(stream, { maxCount: 5 });
    await target.client.setStreamMetadata(stream, { maxCount: 6, tenant: 'a' });
    expect(await read(`$$${stream}`)).toStrictEqual([1n]);
    const { metadata } = await target.client.getStreamMetadata(stream);
    expect(metadata).toStrictEqual({ maxCount: 6, tenant: 'a' });
  });

  it('may hide everything: then the stream is empty, not missing (R3)', async () => {
    const { stream } = await counted(3);
    await target.client.setStreamMetadata(stream, { truncateBefore: 10 });
    expect(await read(stream)).toStrictEqual([]);
  });

  it.skipIf(REAL)('hides what has grown too old, and leaves an empty stream (R3)', async () => {
    const { stream } = await counted(2);
    await target.client.setStreamMetadata(stream, { maxAge: 60 });
    target.double?.advance(59_000);
    await target.client.appendToStream(stream, fact(3));
    expect(await read(stream)).toStrictEqual([0n, 1n, 2n]);
    target.double?.advance(2000);
    expect(await read(stream)).toStrictEqual([2n]);
    target.double?.advance(60_000);
    expect(await read(stream)).toStrictEqual([]);
    const { nextExpectedRevision } = await target.client.appendToStream(
      stream,
      jsonEvent({ type: 'Counted', data: {} }),
      { expectedRevision: 2n },
    );
    expect(nextExpectedRevision).toBe(3n);
  });
});
