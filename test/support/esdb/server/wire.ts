import shared from '@eventstore/db-client/generated/shared_pb.js';
import status from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import anyMessage from 'google-protobuf/google/protobuf/any_pb.js';
import emptyMessage from 'google-protobuf/google/protobuf/empty_pb.js';
import type { Message } from 'google-protobuf';
import { framed } from '../grpc.ts';
import type { Draft, LogRecord } from './log.ts';
import type { Expected, Outcome } from './rules.ts';

// The double must use the very copy of the generated classes that the client in this process
// uses: google-protobuf registers them in one global object.

/** A place in `$all` as the protocol writes it. */
export type Place = { readonly commit: bigint; readonly prepare: bigint };

const none = () => new shared.Empty();
const nothing = () => new emptyMessage.Empty();
const uuid = (text: string) => new shared.UUID().setString(text);
const identifier = (name: string) =>
  new shared.StreamIdentifier().setStreamName(new Uint8Array(Buffer.from(name)));

/** The bytes of a message, ready to be sent. */
export const frameOf = (message: Message): Buffer => framed(message.serializeBinary());

/** The name in a stream identifier; empty when it is missing. */
export const nameOf = (id: { getStreamName_asU8(): Uint8Array } | undefined): string =>
  Buffer.from(id?.getStreamName_asU8() ?? []).toString('utf8');

type Proposed = {
  getId(): { getString(): string } | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getData_asU8(): Uint8Array;
  getCustomMetadata_asU8(): Uint8Array;
};

/** A proposed event of either append path. */
export const draftOf = (message: Proposed): Draft => ({
  id: message.getId()?.getString() ?? '',
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? 'application/octet-stream',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

type Expecting = { hasAny(): boolean; hasNoStream(): boolean; hasStreamExists(): boolean };

/** What a request expects of its stream; `revision` is read where it expects an exact one. */
export const expectedOf = (options: Expecting, revision: () => string): Expected => {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'no_stream';
  return options.hasStreamExists() ? 'stream_exists' : BigInt(revision());
};

const recorded = (record: LogRecord) => {
  const event = new streams.ReadResp.ReadEvent.RecordedEvent();
  event.setId(uuid(record.id)).setStreamIdentifier(identifier(record.stream));
  event.setStreamRevision(String(record.revision));
  event.setCommitPosition(String(record.position)).setPreparePosition(String(record.position));
  event.getMetadataMap().set('type', record.type);
  event.getMetadataMap().set('created', String(record.created));
  event.getMetadataMap().set('content-type', record.contentType);
  return event.setCustomMetadata(record.metadata).setData(record.data);
};

const frames = { all: new WeakMap<LogRecord, Buffer>(), stream: new WeakMap<LogRecord, Buffer>() };

const eventFrame = (record: LogRecord, from: 'all' | 'stream', target?: LogRecord | null) => {
  const event = new streams.ReadResp.ReadEvent();
  if (target === undefined) event.setEvent(recorded(record));
  else {
    event.setLink(recorded(record));
    if (target !== null) event.setEvent(recorded(target));
  }
  // Only reading $all tells a commit position beside the event's own.
  if (from === 'all') event.setCommitPosition(String(record.position));
  else event.setNoPosition(none());
  return frameOf(new streams.ReadResp().setEvent(event));
};

/** An event as an answer to reading; encoded once, however often it is read. */
export const eventOf = (record: LogRecord, from: 'all' | 'stream'): Buffer => {
  const kept = frames[from].get(record) ?? eventFrame(record, from);
  frames[from].set(record, kept);
  return kept;
};

/** A link with the event it points to; null when that is gone. */
export const linkOf = (
  record: LogRecord,
  from: 'all' | 'stream',
  target: LogRecord | null,
): Buffer => eventFrame(record, from, target);

export const confirmationOf = (id: string): Buffer =>
  frameOf(
    new streams.ReadResp().setConfirmation(
      new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(id),
    ),
  );

export const checkpointOf = ({ commit, prepare }: Place): Buffer =>
  frameOf(
    new streams.ReadResp().setCheckpoint(
      new streams.ReadResp.Checkpoint()
        .setCommitPosition(String(commit))
        .setPreparePosition(String(prepare)),
    ),
  );

export const caughtUp = (): Buffer =>
  frameOf(new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));

export const notFoundOf = (name: string): Buffer =>
  frameOf(
    new streams.ReadResp().setStreamNotFound(
      new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifier(name)),
    ),
  );

const successOf = (revision: bigint, position: bigint | null) => {
  const success = new streams.AppendResp.Success();
  if (revision < 0n) success.setNoStream(none());
  else success.setCurrentRevision(String(revision));
  if (position === null) return success.setNoPosition(none());
  return success.setPosition(
    new streams.AppendResp.Position()
      .setCommitPosition(String(position))
      .setPreparePosition(String(position)),
  );
};

const wrongOf = (expected: Expected, current: bigint) => {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (current < 0n) wrong.setCurrentNoStream(none());
  else wrong.setCurrentRevision(String(current));
  if (expected === 'any') return wrong.setExpectedAny(none());
  if (expected === 'no_stream') return wrong.setExpectedNoStream(none());
  return expected === 'stream_exists'
    ? wrong.setExpectedStreamExists(none())
    : wrong.setExpectedRevision(String(expected));
};

/** The answer of the unary append; a deleted stream is refused instead. */
export const appendedOf = (
  expected: Expected,
  outcome: Exclude<Outcome, { kind: 'deleted' }>,
): Buffer => {
  const answer = new streams.AppendResp();
  return frameOf(
    outcome.kind === 'wrong'
      ? answer.setWrongExpectedVersion(wrongOf(expected, outcome.current))
      : answer.setSuccess(successOf(outcome.revision, outcome.position)),
  );
};

/** The answer of a delete or a tombstone, which look alike on the wire. */
export const removedOf = (position: bigint | null): Buffer =>
  frameOf(
    new streams.DeleteResp().setPosition(
      new streams.DeleteResp.Position()
        .setCommitPosition(String(position ?? 0n))
        .setPreparePosition(String(position ?? 0n)),
    ),
  );

/** Which append of a shared batch stream an answer belongs to. */
export type Correlation = { readonly id: string; readonly stream: string };

const batchAnswer = ({ id, stream }: Correlation) =>
  new streams.BatchAppendResp().setCorrelationId(uuid(id)).setStreamIdentifier(identifier(stream));

const batchError = (to: Correlation, message: string, detail: Message, type: string): Buffer => {
  const packed = new anyMessage.Any();
  packed.pack(detail.serializeBinary(), type);
  const error = new status.Status().setMessage(message).setDetails(packed);
  return frameOf(batchAnswer(to).setError(error));
};

export const batchTooLarge = (to: Correlation, limit: number): Buffer =>
  batchError(
    to,
    'MaximumAppendSizeExceeded',
    new shared.MaximumAppendSizeExceeded().setMaxappendsize(limit),
    'event_store.client.MaximumAppendSizeExceeded',
  );

export const batchBadRequest = (to: Correlation): Buffer =>
  batchError(to, 'BadRequest', new shared.BadRequest(), 'event_store.client.BadRequest');

/** An error the client has no word for: it repeats the message. */
export const batchUnknown = (to: Correlation, message: string): Buffer =>
  batchError(to, message, nothing(), 'google.protobuf.Empty');

const batchWrong = (to: Correlation, expected: Expected, current: bigint): Buffer => {
  const wrong = new shared.WrongExpectedVersion();
  if (current < 0n) wrong.setCurrentNoStream(nothing());
  else wrong.setCurrentStreamRevision(String(current));
  if (expected === 'any') wrong.setExpectedAny(nothing());
  else if (expected === 'no_stream') wrong.setExpectedNoStream(nothing());
  else if (expected === 'stream_exists') wrong.setExpectedStreamExists(nothing());
  else wrong.setExpectedStreamPosition(String(expected));
  return batchError(to, 'WrongExpectedVersion', wrong, 'event_store.client.WrongExpectedVersion');
};

const batchSuccess = (revision: bigint, position: bigint | null) => {
  const success = new streams.BatchAppendResp.Success();
  if (revision < 0n) success.setNoStream(nothing());
  else success.setCurrentRevision(String(revision));
  if (position === null) return success.setNoPosition(nothing());
  return success.setPosition(
    new shared.AllStreamPosition()
      .setCommitPosition(String(position))
      .setPreparePosition(String(position)),
  );
};

/** The answer to one append of a batch stream. */
export const batchOutcome = (to: Correlation, expected: Expected, outcome: Outcome): Buffer => {
  if (outcome.kind === 'wrong') return batchWrong(to, expected, outcome.current);
  if (outcome.kind === 'deleted') {
    const deleted = new shared.StreamDeleted().setStreamIdentifier(identifier(to.stream));
    return batchError(to, 'StreamDeleted', deleted, 'event_store.client.StreamDeleted');
  }
  return frameOf(batchAnswer(to).setSuccess(batchSuccess(outcome.revision, outcome.position)));
};
