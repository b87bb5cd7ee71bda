import { randomUUID } from 'node:crypto';
import type { AppendToStreamOptions, EventData, ResolvedEvent } from '@eventstore/db-client';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { addressOf } from '../../../src/store/esdb/address.ts';
import type { Double, DoubleOptions } from './double.ts';
import { openDouble } from './double.ts';

/** A real server to hold the same rules against; without it the double stands in. */
export const REAL = process.env['EVENTSTORE_URL'] || undefined;

/** What the rules of the protocol are held against. */
export type Target = {
  readonly client: EventStoreDBClient;
  readonly url: string;
  /** The double, where faults are possible; null is a real server. */
  readonly double: Double | null;
  readonly close: () => Promise<void>;
};

/** Opens the double, or the server that EVENTSTORE_URL names. */
export const openTarget = async (options: DoubleOptions = {}): Promise<Target> => {
  const double = REAL === undefined ? await openDouble(options) : null;
  const url = double?.url ?? REAL ?? '';
  const client = EventStoreDBClient.connectionString(url);
  const close = async () => {
    await client.dispose();
    await double?.close();
  };
  return { client, url, double, close };
};

/** Given with a call these make the client append by the unary RPC. */
export const CREDENTIALS =
  REAL === undefined ? { username: 'admin', password: 'changeit' } : addressOf(REAL).credentials;

/** The two ways on which the client appends. */
export const PATHS: readonly { name: string; batch: boolean; on: AppendToStreamOptions }[] = [
  { name: 'by the unary RPC', batch: false, on: { credentials: CREDENTIALS } },
  { name: 'over the shared batch stream', batch: true, on: {} },
];

/** A stream name that no other test has used. */
export const fresh = (category: string): string => `${category}-${randomUUID()}`;

/** An event with a number in it. */
export const fact = (n: number, id: string = randomUUID()): EventData =>
  jsonEvent({ id, type: 'Counted', data: { n } });

/** Several facts, counted from 0. */
export const facts = (count: number): EventData[] =>
  Array.from({ length: count }, (_, n) => fact(n));

/** Everything a read yields. */
export const all = async <T>(read: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const each of read) found.push(each);
  return found;
};

/** The revisions of what a read yields. */
export const revisions = async (read: AsyncIterable<ResolvedEvent>): Promise<bigint[]> =>
  (await all(read)).map(({ event }) => event?.revision ?? -1n);

/** The error a promise is refused with; fails when it is fulfilled. */
export const refusal = async (promise: Promise<unknown>): Promise<object> => {
  try {
    await promise;
  } catch (error) {
    if (typeof error === 'object' && error !== null) return error;
  }
  throw new Error('it was not refused');
};
