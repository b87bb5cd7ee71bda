import streams from '@eventstore/db-client/generated/streams_pb.js';
import { thrown } from '../faults.ts';
import { filterOf, PAGE } from './filter.ts';
import type { Call } from '../grpc.ts';
import type { Host } from './host.ts';
import type { Log, LogRecord } from './log.ts';
import type { Place } from './wire.ts';
import { eventOf, linkOf, nameOf, notFoundOf } from './wire.ts';
import { deletedOf } from './writes.ts';

type Options = streams.ReadReq.Options;
type StreamOptions = streams.ReadReq.Options.StreamOptions;

/** The bytes of an event for a reader, with what a link points to where that is asked for. */
export const sentOf = (
  log: Log,
  record: LogRecord,
  from: 'all' | 'stream',
  resolve: boolean,
): Buffer => {
  if (!resolve || record.type !== '$>') return eventOf(record, from);
  const [revision = '', ...name] = Buffer.from(record.data).toString().split('@');
  const target = log.stream(name.join('@'))?.records[Number(revision)];
  return linkOf(record, from, target ?? null);
};

/** What a read runs over: records from an index on, forwards or backwards. */
type Run = { readonly records: readonly LogRecord[]; readonly from: number; readonly to: number };

/** The index of the first record after a place; a prepare before its commit is before the record. */
export const indexFrom = (log: Log, { commit, prepare }: Place): number => {
  const at = log.indexAt(commit);
  return log.records[at]?.position === commit && prepare >= commit ? at + 1 : at;
};

/** Whether a place is the start of a record, or the end of the log. */
export const isBoundary = (log: Log, { commit }: Place): boolean =>
  commit >= log.tail() || log.records[log.indexAt(commit)]?.position === commit;

const forwards = (own: readonly LogRecord[], first: number, wanted: StreamOptions): Run => {
  const revision = wanted.hasRevision() ? Number(wanted.getRevision()) : 0;
  return { records: own, from: Math.max(first, revision), to: own.length };
};

const backwards = (own: readonly LogRecord[], first: number, wanted: StreamOptions): Run => {
  const revision = wanted.hasRevision() ? Number(wanted.getRevision()) : 0;
  const start = wanted.hasEnd() ? own.length - 1 : Math.min(revision, own.length - 1);
  return { records: own, from: start, to: first };
};

/** What the server refuses to read of a stream: a name that is none, nothing, the future. */
const refuse = (log: Log, name: string, impossible: boolean): void => {
  if (name === '') throw thrown();
  if (log.isTombstoned(name)) throw deletedOf(name);
  if (impossible) throw thrown('Unexpected ReadStreamResult: Error');
};

const streamRun = (log: Log, options: Options, back: boolean): Run | 'missing' => {
  const wanted = options.getStream() ?? new streams.ReadReq.Options.StreamOptions();
  const name = nameOf(wanted.getStreamIdentifier());
  refuse(log, name, (!back && wanted.hasEnd()) || options.getCount() === '0');
  const own = log.stream(name)?.records ?? [];
  if (own.length === 0 || log.softDeleted(name)) return 'missing';
  return (back ? backwards : forwards)(own, log.firstVisible(name), wanted);
};

/** The place in `$all` a request names. */
export const placeOf = (options: Options): Place | 'start' | 'end' => {
  const all = options.getAll();
  const position = all?.getPosition();
  if (position === undefined) return all?.hasEnd() === true ? 'end' : 'start';
  return {
    commit: BigInt(position.getCommitPosition()),
    prepare: BigInt(position.getPreparePosition()),
  };
};

const allRun = (log: Log, options: Options, back: boolean): Run => {
  const { records } = log;
  const place = placeOf(options);
  const run = (index: number): Run =>
    back ? { records, from: index - 1, to: 0 } : { records, from: index, to: records.length };
  if (place === 'start') return run(0);
  if (place === 'end') return run(records.length);
  if (place.prepare > place.commit) throw thrown();
  if (!isBoundary(log, place)) throw thrown('Unexpected ReadAllResult: InvalidPosition');
  if (place.commit > log.tail()) return { records: [], from: 0, to: 0 };
  return run(log.indexAt(place.commit));
};

/** Which records a reader gets, how they are written, and how many at most. */
type Pick = {
  readonly wants: (record: LogRecord) => boolean;
  readonly bytes: (record: LogRecord) => Buffer;
  readonly count: number;
};

function* picked({ records, from, to }: Run, back: boolean, { wants, count }: Pick) {
  let left = count;
  const step = back ? -1 : 1;
  for (let at = from; left > 0 && (back ? at >= to : at < to); at += step) {
    const record = records[at];
    if (record === undefined || !wants(record)) continue;
    left -= 1;
    yield record;
  }
}

/** Sends records page by page, no faster than the reader takes them. */
const stream = async (call: Call, run: Run, back: boolean, pick: Pick): Promise<void> => {
  let page: Buffer[] = [];
  for (const record of picked(run, back, pick)) {
    page.push(pick.bytes(record));
    if (page.length < PAGE) continue;
    if (!call.send(Buffer.concat(page))) await call.drained();
    if (!call.open()) return;
    page = [];
  }
  if (page.length > 0) call.send(Buffer.concat(page));
};

/** Answers a read of a stream or of `$all`, to its end or its count. */
export const read = async (host: Host, call: Call, options: Options): Promise<void> => {
  const { log } = host;
  const back = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
  const from = options.hasStream() ? 'stream' : 'all';
  const run = from === 'stream' ? streamRun(log, options, back) : allRun(log, options, back);
  if (run === 'missing') {
    call.send(notFoundOf(nameOf(options.getStream()?.getStreamIdentifier())));
  } else {
    await stream(call, run, back, {
      wants: filterOf(options).wants,
      bytes: (record) => sentOf(log, record, from, options.getResolveLinks()),
      count: Number(options.getCount()),
    });
  }
  call.finish();
};
