import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { thrown } from '../faults.ts';
import { type Call, code, type Receiver, Refusal } from '../grpc.ts';
import type { Host } from './host.ts';
import { writeRefusalOf, serve } from './host.ts';
import type { Draft } from './log.ts';
import type { Expected, Outcome } from './rules.ts';
import { append, remove } from './rules.ts';
import type { Correlation } from './wire.ts';
import {
  appendedOf,
  batchBadRequest,
  batchOutcome,
  batchTooLarge,
  batchUnknown,
  draftOf,
  expectedOf,
  nameOf,
  removedOf,
} from './wire.ts';

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Only the data counts, not the metadata: a slip of the server's that its clients may rely on. */
const sizeOf = (drafts: readonly Draft[]): number =>
  drafts.reduce((sum, { data }) => sum + data.length, 0);

const malformed = (stream: string, drafts: readonly Draft[]): boolean =>
  stream === '' || drafts.some(({ id, type }) => type === '' || !UUID.test(id));

/** Trailers carry ASCII only. */
const ascii = (name: string): string => (/^[\x20-\x7e]*$/.test(name) ? name : encodeURI(name));

/** Says that a stream is deleted for ever. */
export const deletedOf = (name: string): Refusal =>
  new Refusal(code.failedPrecondition, `Event stream '${name}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': ascii(name),
  });

const tooLarge = (limit: number): Refusal =>
  new Refusal(code.invalidArgument, `Maximum Append Size of ${limit} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  });

const answered = (call: Call, expected: Expected, stream: string, outcome: Outcome) => () => {
  if (outcome.kind === 'deleted') {
    call.finish(deletedOf(stream));
    return;
  }
  call.send(appendedOf(expected, outcome));
  call.finish();
};

/** The unary append: options first, then one message per event. */
export const appending = (host: Host, call: Call): Receiver => {
  let options = new streams.AppendReq.Options();
  const drafts: Draft[] = [];
  return {
    message: (bytes) => {
      const request = streams.AppendReq.deserializeBinary(bytes);
      const proposed = request.getProposedMessage();
      options = request.getOptions() ?? options;
      if (proposed !== undefined) drafts.push(draftOf(proposed));
    },
    end: () => {
      const stream = nameOf(options.getStreamIdentifier());
      const expected = expectedOf(options, () => options.getRevision());
      const refusal =
        writeRefusalOf(host, call) ??
        (malformed(stream, drafts) ? thrown() : null) ??
        (sizeOf(drafts) > host.maxAppendSize ? tooLarge(host.maxAppendSize) : null);
      if (refusal !== null) call.finish(refusal);
      else
        serve(host, { rpc: 'append', stream }, call, () =>
          answered(call, expected, stream, append(host.log, stream, expected, drafts)),
        );
    },
  };
};

type Pending = {
  readonly to: Correlation;
  readonly expected: Expected;
  readonly drafts: Draft[];
};

const pendingOf = (request: streams.BatchAppendReq, id: string): Pending | null => {
  const options = request.getOptions();
  if (options === undefined) return null;
  return {
    to: { id, stream: nameOf(options.getStreamIdentifier()) },
    expected: expectedOf(options, () => options.getStreamPosition()),
    drafts: [],
  };
};

const batchRefusal = (host: Host, { to, drafts }: Pending): Buffer | null => {
  if (!host.ready()) return batchUnknown(to, 'Server Is Not Ready');
  if (malformed(to.stream, drafts)) return batchBadRequest(to);
  return sizeOf(drafts) > host.maxAppendSize ? batchTooLarge(to, host.maxAppendSize) : null;
};

const commitBatch = (host: Host, call: Call, pending: Pending): void => {
  const refusal = host.ready() ? writeRefusalOf(host, call) : null;
  const answer = batchRefusal(host, pending);
  if (refusal !== null) call.finish(refusal);
  else if (answer !== null) call.send(answer);
  else
    serve(host, { rpc: 'batch', stream: pending.to.stream }, call, () => {
      const { to, expected, drafts } = pending;
      const outcome = append(host.log, to.stream, expected, drafts);
      return () => void call.send(batchOutcome(to, expected, outcome));
    });
};

/** Many appends over one call, told apart by their correlation id, each in one or more pieces. */
export const batching = (host: Host, call: Call): Receiver => {
  const open = new Map<string, Pending>();
  return {
    message: (bytes) => {
      const request = streams.BatchAppendReq.deserializeBinary(bytes);
      const id = request.getCorrelationId()?.getString() ?? '';
      const pending = open.get(id) ?? pendingOf(request, id);
      if (pending === null) return;
      open.set(id, pending);
      pending.drafts.push(...request.getProposedMessagesList().map(draftOf));
      if (!request.getIsFinal()) return;
      open.delete(id);
      commitBatch(host, call, pending);
    },
    end: () => call.finish(),
  };
};

/** Numbers that the trailers of a refused delete use for what has no revision. */
const CODES = { any: -2n, no_stream: -1n, stream_exists: -4n } as const;

const wrongDelete = (verb: string, stream: string, expected: Expected, actual: bigint): Refusal => {
  const wanted = typeof expected === 'bigint' ? expected : CODES[expected];
  return new Refusal(
    code.failedPrecondition,
    `${verb} failed due to WrongExpectedVersion. Stream: ${stream}, ` +
      `Expected version: ${String(wanted)}, Actual version: ${String(actual)}`,
    {
      exception: 'wrong-expected-version',
      'stream-name': ascii(stream),
      'expected-version': String(wanted),
      'actual-version': String(actual),
    },
  );
};

/** Delete and tombstone, which carry the same request and answer. */
export const removing = (host: Host, call: Call, rpc: 'delete' | 'tombstone'): Receiver => {
  let options = new streams.DeleteReq.Options();
  const removed = (stream: string, expected: Expected) => () => {
    const outcome = remove(host.log, stream, expected, rpc === 'tombstone');
    return () => {
      const verb = rpc === 'tombstone' ? 'Tombstone' : 'Delete';
      if (outcome.kind === 'deleted') call.finish(deletedOf(stream));
      else if (outcome.kind === 'wrong')
        call.finish(wrongDelete(verb, stream, expected, outcome.current));
      else {
        call.send(removedOf(outcome.position));
        call.finish();
      }
    };
  };
  return {
    message: (bytes) => {
      options = streams.DeleteReq.deserializeBinary(bytes).getOptions() ?? options;
    },
    end: () => {
      const stream = nameOf(options.getStreamIdentifier() ?? new shared.StreamIdentifier());
      const expected = expectedOf(options, () => options.getRevision());
      const refusal = writeRefusalOf(host, call) ?? (stream === '' ? thrown() : null);
      if (refusal !== null) call.finish(refusal);
      else serve(host, { rpc, stream }, call, removed(stream, expected));
    },
  };
};
