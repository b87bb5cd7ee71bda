import { randomUUID } from 'node:crypto';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { thrown } from '../faults.ts';
import type { Feed } from './feed.ts';
import { feed, LIVE_BUFFER } from './feed.ts';
import { PAGE } from './filter.ts';
import type { Call } from '../grpc.ts';
import type { Host } from './host.ts';
import { caughtUp, confirmationOf, nameOf } from './wire.ts';
import { deletedOf } from './writes.ts';

type Options = streams.ReadReq.Options;

type Cursor = {
  readonly name: string;
  /** The revision to send next; what is before it is dropped, even if it is yet to come. */
  next: number;
  live: boolean;
};

const startOf = (host: Host, name: string, options: Options): Cursor => {
  const wanted = options.getStream();
  const end = host.log.stream(name)?.records.length ?? 0;
  const after = wanted?.hasRevision() === true ? Number(wanted.getRevision()) + 1 : 0;
  return { name, next: wanted?.hasEnd() === true ? end : after, live: false };
};

/** Sends a page, says when the end is reached for the first time, and waits there for more. */
const turn = async (host: Host, out: Feed, cursor: Cursor, links: boolean): Promise<void> => {
  const own = host.log.stream(cursor.name)?.records ?? [];
  if (own.length - cursor.next > LIVE_BUFFER) cursor.live = false;
  if (!cursor.live) cursor.next = Math.max(cursor.next, host.log.firstVisible(cursor.name));
  const page = own.slice(cursor.next, cursor.next + PAGE);
  cursor.next += page.length;
  await out.page(page, 'stream', links);
  const end = () => cursor.next >= (host.log.stream(cursor.name)?.records.length ?? 0);
  if (!end()) return;
  if (!cursor.live) await out.send(caughtUp());
  cursor.live = true;
  if (end() && !host.log.isTombstoned(cursor.name)) await out.more();
};

/** Feeds a subscription to one stream, of which it sends what may be seen, until it is buried. */
export const subscribeToStream = async (
  host: Host,
  call: Call,
  options: Options,
): Promise<void> => {
  const name = nameOf(options.getStream()?.getStreamIdentifier());
  if (name === '') throw thrown();
  if (host.log.isTombstoned(name)) throw deletedOf(name);
  const out = feed(host, call);
  const cursor = startOf(host, name, options);
  await out.send(confirmationOf(randomUUID()));
  while (call.open()) {
    const tombstone = host.log.stream(name)?.tombstone ?? null;
    if (tombstone !== null) {
      await out.page([tombstone], 'stream', false);
      throw deletedOf(name);
    }
    await turn(host, out, cursor, options.getResolveLinks());
  }
};
