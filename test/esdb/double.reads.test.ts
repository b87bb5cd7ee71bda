import type { ReadAllOptions, ReadStreamOptions } from '@eventstore/db-client';
import {
  BACKWARDS,
  binaryEvent,
  END,
  jsonEvent,
  START,
  StreamNotFoundError,
  UnknownError,
} from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Target } from '../support/esdb/target.ts';
import { all, facts, fresh, openTarget, refusal, revisions } from '../support/esdb/target.ts';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

const counted = async (count: number) => {
  const stream = fresh('rule');
  const { position } = await target.client.appendToStream(stream, facts(count));
  return { stream, place: position ?? { commit: 0n, prepare: 0n } };
};

describe('a stream', () => {
  it('is read from either end, from a revision, and up to a count', async () => {
    const { stream } = await counted(5);
    const read = (options = {}) => revisions(target.client.readStream(stream, options));
    const back = { direction: BACKWARDS };
    expect(await read()).toStrictEqual([0n, 1n, 2n, 3n, 4n]);
    expect(await read({ maxCount: 2 })).toStrictEqual([0n, 1n]);
    expect(await read({ fromRevision: 3n })).toStrictEqual([3n, 4n]);
    expect(await read({ ...back, fromRevision: END })).toStrictEqual([4n, 3n, 2n, 1n, 0n]);
    expect(await read({ ...back, fromRevision: 1n })).toStrictEqual([1n, 0n]);
    expect(await read({ ...back, fromRevision: START })).toStrictEqual([0n]);
    expect(await read({ ...back, fromRevision: 99n, maxCount: 1 })).toStrictEqual([4n]);
  });

  it('holds nothing beyond its end', async () => {
    const { stream } = await counted(2);
    expect(await all(target.client.readStream(stream, { fromRevision: 2n }))).toStrictEqual([]);
    expect(await all(target.client.readStream(stream, { fromRevision: 9n }))).toStrictEqual([]);
  });

  it.each<[string, ReadStreamOptions]>([
    ['from its start', {}],
    ['from a revision', { fromRevision: 5n }],
    ['backwards', { direction: BACKWARDS, fromRevision: END }],
  ])('that is not there is said to be so %s', async (_, options) => {
    const stream = fresh('rule');
    const error = await refusal(all(target.client.readStream(stream, options)));
    expect(error).toBeInstanceOf(StreamNotFoundError);
    expect(error).toMatchObject({ streamName: stream, type: 'stream-not-found' });
  });

  it.each<[string, ReadStreamOptions]>([
    ['forwards from its end', { fromRevision: END }],
    ['for no event at all', { maxCount: 0 }],
  ])('is not read %s (R1)', async (_, options) => {
    const { stream } = await counted(1);
    const error = await refusal(all(target.client.readStream(stream, options)));
    expect(error).toBeInstanceOf(UnknownError);
    expect(error).toMatchObject({
      code: 2,
      message: '2 UNKNOWN: Unexpected ReadStreamResult: Error',
    });
  });

  it('without a name is not read (R5)', async () => {
    const error = await refusal(all(target.client.readStream('')));
    expect(error).toBeInstanceOf(UnknownError);
    expect(error).toMatchObject({ code: 2 });
  });

  it('gives events their place in $all, but no commit position beside it', async () => {
    const { stream, place } = await counted(1);
    const [event] = await all(target.client.readStream(stream));
    expect(event?.event?.position).toStrictEqual(place);
    expect(event?.commitPosition).toBeUndefined();
  });

  it('gives back metadata that is JSON as such, other as bytes, and none as none', async () => {
    const stream = fresh('rule');
    const bytes = new Uint8Array([0, 1, 255]);
    const event = (metadata?: object) =>
      jsonEvent({ type: 'Noted', data: { 字: '集' }, ...(metadata && { metadata }) });
    await target.client.appendToStream(stream, [
      event({ $correlationId: 'c' }),
      event(bytes),
      event(),
    ]);
    const found = (await all(target.client.readStream(stream))).map((each) => each.event);
    expect(found.map((each) => each?.data)).toStrictEqual([
      { 字: '集' },
      { 字: '集' },
      { 字: '集' },
    ]);
    expect(found[0]?.metadata).toStrictEqual({ $correlationId: 'c' });
    expect(found[1]?.metadata).toStrictEqual(bytes);
    expect(found[2]?.metadata).toBeUndefined();
  });

  it('of links gives what they point to, or the link alone where that is gone', async () => {
    const { stream } = await counted(2);
    const links = fresh('links');
    const pointing = (to: string) => binaryEvent({ type: '$>', data: Buffer.from(to) });
    await target.client.appendToStream(links, [pointing(`1@${stream}`), pointing('0@nowhere-1')]);
    const found = await all(target.client.readStream(links, { resolveLinkTos: true }));
    expect(found[0]).toMatchObject({ event: { streamId: stream, revision: 1n } });
    expect(found[0]?.link).toMatchObject({ streamId: links, revision: 0n });
    expect(found[1]?.event).toBeUndefined();
    expect(found[1]?.link).toMatchObject({ revision: 1n });
  });
});

describe('$all', () => {
  const places = async (options: object) =>
    (await all(target.client.readAll(options))).map(({ event }) => event?.position.commit);

  it('begins with a system record at position 0 (R4)', async () => {
    const [first] = await all(target.client.readAll({ maxCount: 1 }));
    expect(first?.event?.streamId.startsWith('$')).toBe(true);
    expect(first?.event?.position).toStrictEqual({ commit: 0n, prepare: 0n });
  });

  it('is in the order of writing, with this place forwards and without it backwards', async () => {
    const one = await counted(1);
    const two = await counted(1);
    expect(two.place.commit > one.place.commit).toBe(true);
    const forwards = await places({ fromPosition: one.place });
    expect(forwards[0]).toBe(one.place.commit);
    expect(forwards).toContain(two.place.commit);
    const back = await places({ fromPosition: two.place, direction: BACKWARDS, maxCount: 50 });
    expect(back).toContain(one.place.commit);
    expect(back).not.toContain(two.place.commit);
  });

  it('shows the commit position of every event', async () => {
    const { place } = await counted(1);
    const [event] = await all(target.client.readAll({ fromPosition: place, maxCount: 1 }));
    expect(event?.commitPosition).toBe(place.commit);
  });

  it.each<[string, ReadAllOptions]>([
    ['forwards', {}],
    ['backwards', { direction: BACKWARDS }],
  ])('is not read %s from inside a record (R2)', async (_, options) => {
    const { place } = await counted(1);
    const fromPosition = { commit: place.commit + 1n, prepare: place.commit + 1n };
    const error = await refusal(all(target.client.readAll({ ...options, fromPosition })));
    expect(error).toBeInstanceOf(UnknownError);
    expect(error).toMatchObject({
      code: 2,
      message: '2 UNKNOWN: Unexpected ReadAllResult: InvalidPosition',
    });
  });

  it('is not read from a place prepared after it was committed (R2)', async () => {
    const { place } = await counted(1);
    const fromPosition = { commit: place.commit, prepare: place.commit + 1n };
    const error = await refusal(all(target.client.readAll({ fromPosition })));
    expect(error).toMatchObject({
      code: 2,
      message: '2 UNKNOWN: Exception was thrown by handler.',
    });
  });

  it('holds nothing far beyond its end (R2)', async () => {
    const far = { commit: 2n ** 60n, prepare: 2n ** 60n };
    expect(await places({ fromPosition: far })).toStrictEqual([]);
    expect(await places({ fromPosition: END })).toStrictEqual([]);
    expect(await places({ fromPosition: START, direction: BACKWARDS })).toStrictEqual([]);
  });
});
