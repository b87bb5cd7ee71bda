import { randomUUID } from 'node:crypto';
import type {
  Batch,
  Envelope,
  EventStore,
  Proposed,
  Recorded,
} from '../../../src/store/event-store.ts';

// Names and ids are random because a real server keeps what earlier runs wrote.

/** A stream that no other test and no earlier run has used. */
export const newStream = (): string => `storeContract-${randomUUID()}`;

/** `count` facts to be recorded, each with an id of its own. */
export const proposed = (count: number, data: unknown = { note: 'x' }): readonly Proposed[] =>
  Array.from({ length: count }, (_, n) => ({
    id: randomUUID(),
    type: 'NoteTaken',
    version: 1,
    data: typeof data === 'object' ? { ...data, n } : data,
  }));

/** On whose word the facts of a test are recorded. */
export const envelope: Envelope = {
  at: '2026-06-01T08:30:00.125Z',
  by: 'clerk-12',
  commandId: '0b0f8a35-6a3f-5f1e-9e0a-111111111111',
  bodyHash: 'a'.repeat(64),
  correlationId: '0b0f8a35-6a3f-5f1e-9e0a-222222222222',
  causationId: '0b0f8a35-6a3f-5f1e-9e0a-333333333333',
};

/** The ids in the order of the facts. */
export const ids = (facts: readonly { readonly id: string }[]): readonly string[] =>
  facts.map(({ id }) => id);

/** What a follower of `stream` is handed after `after`, until it was handed `count` facts of it. */
export const followed = async (
  store: EventStore,
  stream: string,
  after: bigint,
  count: number,
): Promise<readonly Recorded[]> => {
  const stop = new AbortController();
  const found: Recorded[] = [];
  for await (const { facts } of store.follow(after, stop.signal)) {
    found.push(...facts.filter((fact) => fact.stream === stream));
    if (found.length >= count) stop.abort();
  }
  return found;
};

/** All batches up to the position `end`. */
export const batchesUpTo = async (
  store: EventStore,
  after: bigint,
  end: bigint,
): Promise<readonly Batch[]> => {
  const stop = new AbortController();
  const batches: Batch[] = [];
  for await (const batch of store.follow(after, stop.signal)) {
    batches.push(batch);
    if (batch.upTo >= end) stop.abort();
  }
  return batches;
};
