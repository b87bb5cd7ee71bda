import { randomUUID } from 'node:crypto';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Filter } from './filter.ts';
import { filterOf, PAGE } from './filter.ts';
import { type Call, code, Refusal } from '../grpc.ts';
import type { Host } from './host.ts';
import type { LogRecord } from './log.ts';
import type { Feed } from './feed.ts';
import { feed, LIVE_BUFFER } from './feed.ts';
import { indexFrom, isBoundary, placeOf } from './reads.ts';
import type { Place } from './wire.ts';
import { caughtUp, checkpointOf, confirmationOf } from './wire.ts';

type Options = streams.ReadReq.Options;

/** What an unsigned -1 looks like: the checkpoint of a subscription that has none. */
const BOGUS: Place = { commit: 2n ** 64n - 1n, prepare: 2n ** 64n - 1n };

const before = (one: Place, other: Place): boolean =>
  one.commit < other.commit || (one.commit === other.commit && one.prepare < other.prepare);

const at = (record: LogRecord): Place => ({ commit: record.position, prepare: record.position });

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

/** After a page: where the reader is told to be, which at its end is the last match only. */
const afterPage = async (
  subscription: AllSubscription,
  start: Place,
  reached: { readonly end: boolean; readonly full: boolean },
): Promise<void> => {
  const { host, cursor } = subscription;
  // A page's checkpoint is where the page began, unless something in it matched.
  if (reached.end ? !host.before24_10_5 : reached.full) raise(cursor, start);
  if (reached.end || reached.full) await tell(subscription);
};

const catchUp = async (subscription: AllSubscription): Promise<void> => {
  const { host, call, feed, cursor, links } = subscription;
  const interval = subscription.filter.interval ?? Infinity;
  let considered = 0;
  let start = cursor.place ?? { commit: 0n, prepare: 0n };
  while (call.open()) {
    const { matches, end, ...found } = page(subscription);
    await feed.page(matches, 'all', links);
    const last = matches.at(-1);
    if (last !== undefined) raise(cursor, at(last));
    considered += found.considered;
    await afterPage(subscription, start, { end, full: considered >= interval });
    if (end) return;
    considered %= interval;
    start = { commit: host.log.records[cursor.index]?.position ?? host.log.tail(), prepare: 0n };
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

/** The place a subscription starts after; null is the very beginning. */
const startOf = ({ log }: Host, options: Options): Place | null => {
  const place = placeOf(options);
  if (place === 'start') return null;
  const last = log.records.at(-1);
  return place === 'end' ? (last === undefined ? null : at(last)) : place;
};

/** Whether a place is at the last record or beyond: then there is nothing to catch up with. */
const atTheEnd = ({ log }: Host, place: Place): boolean => {
  const last = log.records.at(-1);
  return last !== undefined && !before(place, at(last));
};

/** Feeds a subscription to `$all` for as long as its call is open. */
export const subscribeToAll = async (host: Host, call: Call, options: Options): Promise<void> => {
  const filter = filterOf(options);
  const place = startOf(host, options);
  const since = host.log.records.length;
  const subscription: AllSubscription = {
    ...{ host, call, filter, since, links: options.getResolveLinks(), feed: feed(host, call) },
    cursor: { index: since, place, told: null },
  };
  await subscription.feed.send(confirmationOf(randomUUID()));
  if (place !== null && atTheEnd(host, place)) await goLive(subscription);
  else if (place !== null && !isBoundary(host.log, place))
    throw new Refusal(code.invalidArgument, 'Trying to read from an invalid position.');
  else subscription.cursor.index = place === null ? 0 : indexFrom(host.log, place);
  while (call.open()) {
    await catchUp(subscription);
    await goLive(subscription);
  }
};
