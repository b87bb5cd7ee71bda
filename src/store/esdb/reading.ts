import {
  BEGINNING,
  Corrupt,
  NO_STREAM,
  StoreUnavailable,
  type Appended,
  type Recorded,
} from '../event-store.ts';
import { eventOf, type Coming, type Connection } from './client.ts';
import { Unanswered } from './failures.ts';
import { CallFailed, untilAnswered, type Line, type Patience } from './line.ts';
import { factOf, type Stored } from './record.ts';

/**
 * Records looked at, from the end, for the last fact of ours. A follower is told of its progress
 * every 32 records that are none of its own, so it always comes as far as the oldest of these.
 */
const LOOKED_AT = 512;

/** All events of a call that ends by itself; Unanswered when nothing came for `idleMs`. */
const collected = ({ events, stop }: Coming, idleMs: number): Promise<readonly Stored[]> =>
  new Promise<readonly Stored[]>((resolve, reject) => {
    const found: Stored[] = [];
    const late = () => {
      reject(new Unanswered(`Nothing came for ${idleMs} ms`));
    };
    let timer = setTimeout(late, idleMs);
    const over = (): void => clearTimeout(timer);
    events.on('data', (resolved: unknown) => {
      const event = eventOf(resolved);
      if (event) found.push(event);
      if (found.length % 64 === 1) {
        clearTimeout(timer);
        timer = setTimeout(late, idleMs);
      }
    });
    events.once('error', (error: Error) => {
      over();
      reject(error);
    });
    events.once('end', () => {
      over();
      resolve(found);
    });
    events.once('close', () => {
      over();
      reject(new Unanswered('The answer broke off'));
    });
  }).finally(stop);

const placeOf = (position: Stored['position']): bigint => position?.commit ?? BEGINNING;

const unavailable = (error: unknown): Error =>
  error instanceof CallFailed
    ? new StoreUnavailable(error.message, 'not-recorded', error)
    : (error as Error);

const assertWhole = (stream: string, from: bigint, facts: readonly Recorded[]): void => {
  facts.forEach(({ revision, position }, i) => {
    const due = from + BigInt(i);
    if (revision !== due)
      throw new Corrupt(
        `The fact at position ${String(position)} is revision ${String(revision)} of ${stream}: ${String(due)} is missing`,
      );
  });
};

/** Everything that is read and ends by itself; throws StoreUnavailable when the budget is used up. */
export const reader = (line: Line, patience: Patience, isOurs: (stream: string) => boolean) => {
  /** The last position of ours that is known: no need to look for it among older records. */
  let known = BEGINNING;

  /** The events of a call; undefined when the stream was never written. Throws CallFailed. */
  const all = async (
    what: string,
    call: (connection: Connection) => Coming,
  ): Promise<readonly Stored[] | undefined> => {
    try {
      return await untilAnswered(line, patience, what, (connection, deadline) =>
        collected(call(connection), deadline),
      );
    } catch (error) {
      if (error instanceof CallFailed && error.verdict === 'absent') return undefined;
      if (error instanceof CallFailed && error.verdict === 'deleted')
        throw new Corrupt(`${what}: the stream was deleted`, { cause: error });
      throw unavailable(error);
    }
  };

  const stream = async (name: string, from: bigint): Promise<readonly Recorded[]> => {
    const events = await all(`Reading ${name}`, (connection) => connection.read(name, from));
    // Nothing, although the stream is there: its facts were hidden by the stream's metadata.
    if (events?.length === 0 && from <= 0n)
      throw new Corrupt(`The facts of ${name} are hidden: it was truncated or has grown too old`);
    const facts = (events ?? []).map(factOf);
    assertWhole(name, from < 0n ? 0n : from, facts);
    return facts;
  };

  const lastOf = async (name: string): Promise<Appended> => {
    const [last] = (await all(`Reading ${name}`, (connection) => connection.readLast(name))) ?? [];
    if (!last) return { revision: NO_STREAM, position: BEGINNING };
    return { revision: last.revision, position: placeOf(last.position) };
  };

  const back = async (count: number): Promise<readonly Stored[]> =>
    (await all('Reading the end of the log', (connection) => connection.readBack(count))) ?? [];

  /** The last record of the log, whosoever it is; undefined for an empty log (0 is a position). */
  const tail = async (): Promise<bigint | undefined> => (await back(1))[0]?.position?.commit;

  const learn = (position: bigint): bigint => {
    if (position > known) known = position;
    return known;
  };

  /** Whether there can be nothing of ours after this record that is not known. */
  const settles = ({ streamId, position }: Stored): boolean =>
    isOurs(streamId) || placeOf(position) <= known;

  /** The last fact of ours, or a later place that every follower will come to. */
  const head = async (): Promise<bigint> => {
    const [last] = await back(1);
    if (!last) return known;
    const records = settles(last) ? [last] : await back(LOOKED_AT);
    const found = records.find(settles);
    if (found) return isOurs(found.streamId) ? learn(placeOf(found.position)) : known;
    const oldest = records.length < LOOKED_AT ? undefined : records.at(-1);
    return oldest ? learn(placeOf(oldest.position)) : known;
  };

  return { stream, lastOf, tail, head, learn, isOurs };
};
export type Reader = ReturnType<typeof reader>;
