import { randomUUID } from 'node:crypto';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { thrown } from './faults.ts';
import type { Filter } from './filter.ts';
import { filterOf, PAGE } from './filter.ts';
import { type Call, code, Refusal } from './grpc.ts';
import type { Host } from './host.ts';
import type { LogRecord } from './log.ts';
import { indexFrom, isBoundary, sentOf } from './reads.ts';
import type { Place } from './wire.ts';
import { caughtUp, checkpointOf, confirmationOf, nameOf } from './wire.ts';
import { deletedOf } from './writes.ts';

type Options = streams.ReadReq.Options;

/** The live buffer of the server: who is further behind falls back to catching up. */
const LIVE_BUFFER = 32;
/** What an unsigned -1 looks like: the checkpoint of a subscription that has none. */
const BOGUS: Place = { commit: 2n ** 64n - 1n, prepare: 2n ** 64n - 1n };

const before = (one: Place, other: Place): boolean =>
  one.commit < other.commit || (one.commit === other.commit && one.prepare < other.prepare);

const at = (record: LogRecord): Place => ({ commit: record.position, prepare: record.position });

/** What every subscription needs: sending at the reader's pace, and waiting for more. */
const feed = (host: Host, call: Call) => {
  let wake: () => void = () => undefined;
  const unwatch = host.log.watch(() => wake());
  call.onClose(() => {
    unwatch();
    wake();
  });
  const send = async (bytes: Buffer): Promise<void> => {
    await host.awake();
    await host.stalled();
    if (!call.send(bytes)) await call.drained();
  };
  return {
    send,
    page: async (records: readonly LogRecord[], from: 'all' | 'stream', links: boolean) => {
      if (records.length === 0) return;
      await send(Buffer.concat(records.map((each) => sentOf(host.log, each, from, links))));
    },
    /** Resolves after the next append, or when the call is over. */
    more: () =>
      new Promise<void>((resolve) => {
        wake = resolve;
        if (!call.open()) resolve();
      }),
  };
};

type Feed = ReturnType<typeof feed>;

/** Where a subscription to `$all` is. */
type Cursor = {
  /** The next record of the log to look at. */
  index: number;
  /** The last match or checkpoint sent; null when there is none yet. */
  place: Place | null;
  /** The last checkpoint that the reader got: it gets none that is not beyond it. */
  told: Place | null;
};

type AllSubscription = {
  readonly host: Host;
  readonly call: Call;
  readonly feed: Feed;
  readonly filter: Filter;
  readonly links: boolean;
  readonly cursor: Cursor;
  /** How long the log was when subscribing: live checkpoints are counted from there. */
  readonly since: number;
};

const tell = async ({ feed, filter, cursor, host }: AllSubscription): Promise<void> => {
  if (filter.interval === null) return;
  const place = cursor.place ?? (host.before24_10_5 ? BOGUS : null);
  if (place === null || (cursor.told !== null && !before(cursor.told, place))) return;
  cursor.told = place;
  await feed.send(checkpointOf(place));
};

/** One page of catching up: up to 32 matches among as many records as the window is wide. */
const page = ({ host, filter, cursor }: AllSubscription) => {
  const { records } = host.log;
  const matches: LogRecord[] = [];
  const from = cursor.index;
  while (
    cursor.index < records.length &&
    matches.length < PAGE &&
    cursor.index - from < filter.window
  ) {
    const record = records[cursor.index];
    cursor.index += 1;
    if (record !== undefined && filter.wants(record)) matches.push(record);
  }
  return { matches, considered: cursor.index - from, end: cursor.index >= records.length };
};

const raise = (cursor: Cursor, to: Place): void => {
  if (cursor.place === null || before(cursor.place, to)) cursor.place = to;
};

const catchUp = async (subscription: AllSubscription): Promise<void> => {
  const { host, call, feed, filter, cursor, links } = subscription;
  let considered = 0;
  let start = cursor.place ?? { commit: 0n, prepare: 0n };
  while (call.open()) {
    const found = page(subscription);
    await feed.page(found.matches, 'all', links);
    const last = found.matches.at(-1);
    if (last !== undefined) raise(cursor, at(last));
    considered += found.considered;
    const full = filter.interval !== null && considered >= filter.interval;
    // A page's checkpoint is where the page began, unless something in it matched.
    if (found.end ? !host.before24_10_5 : full) raise(cursor, start);
    if (found.end || full) await tell(subscription);
    if (found.end) return;
    considered %= filter.interval ?? Infinity;
    const next = host.log.records[cursor.index]?.position ?? host.log.tail();
    start = { commit: next, prepare: 0n };
  }
};

const liveOne = async (subscription: AllSubscription, record: LogRecord): Promise<void> => {
  const { feed, filter, cursor, links, since } = subscription;
  cursor.index += 1;
  // A reader that asked for what is to come after a place beyond the end isn't given less.
  if (cursor.place !== null && !before(cursor.place, at(record))) return;
  if (filter.wants(record)) {
    cursor.place = at(record);
    await feed.page([record], 'all', links);
  }
  if (filter.interval === null || (cursor.index - since) % filter.interval !== 0) return;
  cursor.place = at(record);
  await tell(subscription);
};

/** Until the reader falls behind what the server keeps for it. */
const goLive = async (subscription: AllSubscription): Promise<void> => {
  const { host, call, feed, cursor } = subscription;
  const { records } = host.log;
  await feed.send(caughtUp());
  while (call.open()) {
    const record = records[cursor.index];
    if (record === undefined) await feed.more();
    else if (records.length - cursor.index > LIVE_BUFFER) {
      await tell(subscription);
      return;
    } else await liveOne(subscription, record);
  }
};

const startOf = (host: Host, options: Options): Place | null => {
  const all = options.getAll();
  const { records } = host.log;
  const last = records.at(-1);
  if (all?.hasEnd() === true && last !== undefined) return at(last);
  const position = all?.getPosition();
  if (position === undefined) return null;
  return {
    commit: BigInt(position.getCommitPosition()),
    prepare: BigInt(position.getPreparePosition()),
  };
};

const subscribeToAll = async (host: Host, call: Call, options: Options): Promise<void> => {
  const { records } = host.log;
  const filter = filterOf(options);
  const place = startOf(host, options);
  const last = records.at(-1);
  const subscription: AllSubscription = {
    ...{ host, call, filter, links: options.getResolveLinks(), feed: feed(host, call) },
    cursor: { index: records.length, place, told: null },
    since: records.length,
  };
  await subscription.feed.send(confirmationOf(randomUUID()));
  if (place !== null && last !== undefined && !before(place, at(last))) await goLive(subscription);
  else if (place !== null && !isBoundary(host.log, place))
    throw new Refusal(code.invalidArgument, 'Trying to read from an invalid position.');
  else subscription.cursor.index = place === null ? 0 : indexFrom(host.log, place, false);
  while (call.open()) {
    await catchUp(subscription);
    await goLive(subscription);
  }
};

const subscribeToStream = async (host: Host, call: Call, options: Options): Promise<void> => {
  const wanted = options.getStream();
  const name = nameOf(wanted?.getStreamIdentifier());
  if (wanted === undefined || name === '') throw thrown();
  if (host.log.isTombstoned(name)) throw deletedOf(name);
  const { send, page: sendPage, more } = feed(host, call);
  const own = () => host.log.stream(name)?.records ?? [];
  let next = 0;
  if (wanted.hasEnd()) next = own().length;
  else if (wanted.hasRevision()) next = Number(wanted.getRevision()) + 1;
  await send(confirmationOf(randomUUID()));
  let live = false;
  while (call.open()) {
    const tombstone = host.log.stream(name)?.tombstone;
    if (tombstone != null) {
      await sendPage([tombstone], 'stream', false);
      throw deletedOf(name);
    }
    if (own().length - next > LIVE_BUFFER) live = false;
    if (!live) next = Math.max(next, host.log.firstVisible(name));
    const records = own().slice(next, next + PAGE);
    next += records.length;
    await sendPage(records, 'stream', options.getResolveLinks());
    if (next < own().length) continue;
    if (!live) await send(caughtUp());
    live = true;
    if (next >= own().length && host.log.stream(name)?.tombstone == null) await more();
  }
};

/** Feeds a subscription for as long as its call is open. */
export const subscribe = (host: Host, call: Call, options: Options): Promise<void> =>
  options.hasStream()
    ? subscribeToStream(host, call, options)
    : subscribeToAll(host, call, options);
