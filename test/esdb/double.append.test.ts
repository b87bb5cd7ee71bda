import { randomUUID } from 'node:crypto';
import type { AppendExpectedRevision, EventData } from '@eventstore/db-client';
import {
  BACKWARDS,
  binaryEvent,
  END,
  MaxAppendSizeExceededError,
  NO_STREAM,
  STREAM_EXISTS,
  StreamNotFoundError,
  UnavailableError,
  UnknownError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createBell } from '../support/esdb/faults.ts';
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
} from '../support/esdb/target.ts';

const LIMIT = 1024 * 1024;
const bytes = (size: number, metadata?: Buffer): EventData =>
  binaryEvent({ type: 'Weighed', data: Buffer.alloc(size), ...(metadata && { metadata }) });

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

describe.each(PATHS)('an append $name', ({ batch, on }) => {
  const append = (
    stream: string,
    events: EventData | EventData[],
    expected?: AppendExpectedRevision,
  ) =>
    target.client.appendToStream(stream, events, {
      ...on,
      ...(expected !== undefined && { expectedRevision: expected }),
    });
  const begun = async (count: number) => {
    const stream = fresh('rule');
    const events = facts(count);
    return { stream, events, result: await append(stream, events, NO_STREAM) };
  };
  const length = async (stream: string) => (await all(target.client.readStream(stream))).length;

  it('answers with the revision and the place of its last event in $all', async () => {
    const { stream, result } = await begun(3);
    const [last] = await all(
      target.client.readStream(stream, { direction: BACKWARDS, fromRevision: END, maxCount: 1 }),
    );
    expect(result).toMatchObject({ success: true, nextExpectedRevision: 2n });
    expect(result.position).toStrictEqual(last?.event?.position);
    expect(result.position?.commit).toBe(result.position?.prepare);
    const from = result.position ?? END;
    const [there] = await all(target.client.readAll({ fromPosition: from, maxCount: 1 }));
    expect(there?.event?.streamId).toBe(stream);
  });

  it.each([
    ['nothing there', NO_STREAM, 'no_stream'],
    ['an earlier end', 1n, 1n],
    ['a later end', 9n, 9n],
  ] as const)('is refused when it expects %s', async (_, expected, told) => {
    const { stream } = await begun(3);
    const error = await refusal(append(stream, fact(9), expected));
    expect(error).toBeInstanceOf(WrongExpectedVersionError);
    expect(error).toMatchObject({ type: 'wrong-expected-version', streamName: stream });
    expect(error).toMatchObject({ expectedVersion: told, actualVersion: 2n, message: '' });
  });

  it('is refused when it expects a stream that is not there', async () => {
    const error = await refusal(append(fresh('rule'), fact(1), STREAM_EXISTS));
    expect(error).toMatchObject({ expectedVersion: 'stream_exists', actualVersion: 'no_stream' });
  });

  it('of the same ids answers with the original place, however much came after', async () => {
    const { stream, events, result } = await begun(2);
    await append(stream, facts(3), 1n);
    expect(await append(stream, events, NO_STREAM)).toStrictEqual(result);
    expect(await append(stream, events)).toStrictEqual(result);
    expect(await length(stream)).toBe(5);
  });

  it('of known ids to a stream that exists answers with the original place (A1)', async () => {
    const { stream, events, result } = await begun(2);
    expect(await append(stream, events, STREAM_EXISTS)).toStrictEqual(result);
    expect(await length(stream)).toBe(2);
  });

  it('of a beginning, an end or a range over several appends is a repetition too', async () => {
    const { stream, events } = await begun(2);
    const more = facts(2);
    const second = await append(stream, more, 1n);
    expect((await append(stream, events.slice(0, 1), NO_STREAM)).nextExpectedRevision).toBe(0n);
    expect((await append(stream, events.slice(1), 0n)).nextExpectedRevision).toBe(1n);
    expect(await append(stream, [...events.slice(1), ...more], 0n)).toStrictEqual(second);
    expect(await length(stream)).toBe(4);
  });

  it('of ids that are known only in part, or known elsewhere, is refused', async () => {
    const { stream, events } = await begun(2);
    const [first = fact(0), second = fact(1)] = events;
    for (const [wrong, expected] of [
      [[first, fact(7)], NO_STREAM],
      [[first, fact(7)], undefined],
      [[first, fact(7), second], undefined],
      [[second], NO_STREAM],
    ] as const)
      expect(await refusal(append(stream, [...wrong], expected))).toBeInstanceOf(
        WrongExpectedVersionError,
      );
    expect(await length(stream)).toBe(2);
  });

  it('looks at ids, not at what they carry', async () => {
    const { stream, events, result } = await begun(1);
    const same = fact(99, events[0]?.id);
    expect(await append(stream, same, NO_STREAM)).toStrictEqual(result);
  });

  it('of a known id at the present end is written again', async () => {
    const { stream, events } = await begun(1);
    expect((await append(stream, events, 0n)).nextExpectedRevision).toBe(1n);
    expect(await length(stream)).toBe(2);
  });

  it('of a new id before a known one, or of one id twice, writes both', async () => {
    const { stream, events } = await begun(1);
    await append(stream, [fact(5), ...events]);
    expect(await length(stream)).toBe(3);
    const id = randomUUID();
    await append(stream, [fact(6, id), fact(7, id)]);
    expect(await length(stream)).toBe(5);
  });

  it('of nothing to a stream that is not there creates nothing', async () => {
    const stream = fresh('rule');
    expect((await append(stream, [])).nextExpectedRevision).toBe(0n);
    expect(await refusal(all(target.client.readStream(stream)))).toBeInstanceOf(
      StreamNotFoundError,
    );
  });

  it('takes 2500 events, and names of any letters', async () => {
    const { stream } = await begun(2500);
    expect(await length(stream)).toBe(2500);
    const odd = `${fresh('rule')}/a b/集体合同/${'x'.repeat(1000)}`;
    await append(odd, fact(1), NO_STREAM);
    expect((await all(target.client.readStream(odd)))[0]?.event?.streamId).toBe(odd);
  });

  it.skipIf(REAL)('asks nobody who they are without TLS, not even for system streams', async () => {
    const nobody = { credentials: { username: 'nobody', password: 'nothing' } };
    await target.client.appendToStream(fresh('$rule'), fact(1), nobody);
    await append('$all', fact(1));
    await append(`$$${fresh('rule')}`, fact(1));
  });

  it('weighs data but not metadata (A2)', async () => {
    await append(fresh('rule'), bytes(LIMIT));
    await append(fresh('rule'), bytes(10, Buffer.alloc(3_000_000)));
    const error = await refusal(append(fresh('rule'), bytes(LIMIT + 1)));
    expect(error).toBeInstanceOf(MaxAppendSizeExceededError);
    expect(error).toMatchObject({
      maxAppendSize: LIMIT,
      message: batch ? '' : '3 INVALID_ARGUMENT: Maximum Append Size of 1048576 Exceeded.',
    });
  });

  it('in one message over 16 MiB is refused by the transport (A3)', async () => {
    const error = await refusal(append(fresh('rule'), bytes(10, Buffer.alloc(17 * LIMIT))));
    expect(error).toBeInstanceOf(UnknownError);
    expect(error).toMatchObject({
      code: 8,
      message: expect.stringContaining('Received message exceeds the maximum configured message'),
    });
  });

  it.each([
    ['an id that is no UUID', fresh('rule'), fact(1, 'one')],
    ['no stream name', '', fact(1)],
    ['no event type', fresh('rule'), { ...fact(1), type: '' }],
  ])('with %s is refused without a reason (A4)', async (_, stream, event) => {
    const error = await refusal(append(stream, event));
    expect(error).toBeInstanceOf(UnknownError);
    expect(error).toMatchObject(
      batch
        ? { code: undefined, message: 'Could not recognize BadRequest' }
        : { code: 2, message: '2 UNKNOWN: Exception was thrown by handler.' },
    );
    await append(fresh('rule'), fact(1));
  });

  it('stores an id in small letters (A5)', async () => {
    const stream = fresh('rule');
    const id = randomUUID();
    await append(stream, fact(1, id.toUpperCase()));
    expect((await all(target.client.readStream(stream)))[0]?.event?.id).toBe(id);
  });

  it.skipIf(REAL)('is told that a starting node is not ready (A6)', async () => {
    const starting = await openTarget();
    const [node] = starting.double?.nodes ?? [];
    await node?.kill();
    const { rung: asked, ring } = createBell();
    const started = node?.start(asked);
    await vi.waitFor(() => expect(node?.state()).toBe('starting'));
    const error = await refusal(starting.client.appendToStream(fresh('rule'), fact(1), on));
    ring();
    expect(error).toBeInstanceOf(batch ? UnknownError : UnavailableError);
    expect(error).toMatchObject(
      batch
        ? { code: undefined, message: 'Could not recognize Server Is Not Ready' }
        : { code: 14, message: '14 UNAVAILABLE: Server Is Not Ready' },
    );
    await started;
    await starting.client.appendToStream(fresh('rule'), fact(1), on);
    await starting.close();
  });
});

it('an append over the batch stream pays no attention to its deadline (A7)', async () => {
  const appended = target.client.appendToStream(fresh('rule'), fact(1), { deadline: 1 });
  expect(await appended).toMatchObject({ success: true });
});
