import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent, type JSONType } from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, type Credentials } from '../../../src/store/esdb/address.ts';
import { openEsdbStore, type EsdbOptions, type EsdbStore } from '../../../src/store/esdb.ts';
import { BEGINNING, Conflict, Corrupt, NO_STREAM } from '../../../src/store/event-store.ts';
import { batchesUpTo, envelope, followed, ids, proposed } from '../store/facts.ts';

/** A server that others use, too; `url` is its connection string. */
export type Server = { readonly url: string; readonly close: () => Promise<void> };

/** Each host of a connection string in one of its own. */
const eachOf = (url: string): readonly string[] => {
  const [, before = '', hosts = '', after = ''] =
    /^(.*?\/\/(?:[^@/]*@)?)([^/?]+)(.*)$/.exec(url) ?? [];
  return hosts.split(',').map((host) => `${before}${host}${after}`);
};

/** What the records of a test may be: streams of ours in a category that no other test has. */
type Ours = {
  readonly category: string;
  readonly stream: () => string;
  readonly open: (options?: Partial<EsdbOptions>) => EsdbStore;
  readonly store: EsdbStore;
};

type Using = (test: (ours: Ours) => Promise<void>) => () => Promise<void>;
type Under = {
  readonly using: Using;
  readonly bare: () => EventStoreDBClient;
  /** Credentials of its own make the bare client append by the unary call. */
  readonly unary: () => { readonly credentials: Credentials };
  /** The addresses of its nodes, each by itself. */
  readonly each: () => readonly string[];
};

const anyEvent = (data: JSONType = { n: 1 }) => jsonEvent({ type: 'Else', data });

const usingStoresOf =
  (url: () => string): Using =>
  (test) =>
  async () => {
    const category = `c${randomUUID().replaceAll('-', '')}`;
    const opened: EsdbStore[] = [];
    const open = (options: Partial<EsdbOptions> = {}) => {
      const store = openEsdbStore({ url: url(), categories: [category], ...options });
      opened.push(store);
      return store;
    };
    try {
      await test({ category, stream: () => `${category}-${randomUUID()}`, open, store: open() });
    } finally {
      await Promise.all(opened.map((store) => store.close()));
    }
  };

const amongOthers = ({ using, bare, unary }: Under): void => {
  const others = (count: number, stream = `elsewhere-${randomUUID()}`) =>
    bare().appendToStream(
      stream,
      Array.from({ length: count }, () => anyEvent()),
      unary(),
    );

  it(
    'hands over nothing that is not ours, and comes past it',
    using(async ({ store, stream, category }) => {
      const [name, before] = [stream(), await store.head()];
      const [first, second] = [proposed(1), proposed(1)];
      await store.append(name, first, NO_STREAM, envelope);
      await others(100);
      await others(3, `${category}Like-1`);
      const { position } = await store.append(name, second, 0n, envelope);
      const facts = (await batchesUpTo(store, before, position)).flatMap((batch) => batch.facts);
      expect(ids(facts)).toStrictEqual([...ids(first), ...ids(second)]);
    }),
  );

  it.each([0, 5, 200, 700])(
    'names a head that every follower comes to, %i records of others behind the last of ours',
    async (count) => {
      await using(async ({ store, open, stream }) => {
        const { position } = await store.append(stream(), proposed(1), NO_STREAM, envelope);
        if (count > 0) await others(count);
        const fresh = open();
        const head = await fresh.head();
        expect(head).toBeGreaterThanOrEqual(position);
        if (count < 500) expect(head).toBe(position);
        const batches = await batchesUpTo(fresh, BEGINNING, head);
        expect(batches.flatMap(({ facts }) => facts)).toHaveLength(1);
        for await (const { upTo } of fresh.follow(head, AbortSignal.timeout(200)))
          expect(upTo).toBeGreaterThan(head);
      })();
    },
  );

  it(
    'finds its way from a log without a fact of ours to the first and the second',
    using(async ({ store, stream }) => {
      const name = stream();
      const waiting = followed(store, name, BEGINNING, 1);
      const { position } = await store.append(name, proposed(1), NO_STREAM, envelope);
      expect(await waiting).toHaveLength(1);
      const second = proposed(1);
      const resumed = followed(store, name, position, 1);
      await store.append(name, second, 0n, envelope);
      expect(ids(await resumed)).toStrictEqual(ids(second));
    }),
  );

  it(
    'lets two nodes write and follow one log',
    using(async ({ store, open, stream }) => {
      const [name, other] = [stream(), open()];
      const following = followed(other, name, await other.head(), 2);
      await store.append(name, proposed(1), NO_STREAM, envelope);
      await expect(other.append(name, proposed(1), NO_STREAM, envelope)).rejects.toThrow(Conflict);
      await other.append(name, proposed(1), 0n, envelope);
      expect(ids(await following)).toStrictEqual(ids(await store.read(name)));
    }),
  );
};

const asItIsKept = ({ using, bare, unary }: Under): void => {
  it(
    "writes who and why under the server's own names",
    using(async ({ store, stream }) => {
      const [name, facts] = [stream(), proposed(1, { text: '工资' })];
      const { position } = await store.append(name, facts, NO_STREAM, envelope);
      const found = [];
      for await (const { event } of bare().readStream(name)) found.push(event);
      const { correlationId, causationId, ...rest } = envelope;
      expect(found).toMatchObject([
        {
          id: facts[0]?.id,
          type: 'NoteTaken',
          isJson: true,
          revision: 0n,
          position: { commit: position, prepare: position },
          data: facts[0]?.data,
          metadata: {
            ...rest,
            $correlationId: correlationId,
            $causationId: causationId,
            version: 1,
          },
        },
      ]);
    }),
  );

  it(
    'stops at what somebody else wrote into a stream of ours',
    using(async ({ store, stream }) => {
      const [name, before] = [stream(), await store.head()];
      await bare().appendToStream(name, anyEvent(), unary());
      await expect(store.read(name)).rejects.toBeInstanceOf(Corrupt);
      await expect(followed(store, name, before, 1)).rejects.toThrow('not written by this program');
    }),
  );

  it(
    'does not take a stream whose facts were hidden for one that never was',
    using(async ({ store, stream }) => {
      const name = stream();
      await store.append(name, proposed(3), NO_STREAM, envelope);
      await bare().setStreamMetadata(name, { truncateBefore: 2 });
      await expect(store.read(name)).rejects.toThrow('0 is missing');
      expect(await store.read(name, 2n)).toHaveLength(1);
      await bare().setStreamMetadata(name, { truncateBefore: 9 });
      await expect(store.read(name)).rejects.toThrow('are hidden');
      await expect(store.append(name, proposed(1), NO_STREAM, envelope)).rejects.toThrow(Conflict);
    }),
  );

  it(
    'says that a stream was deleted',
    using(async ({ store, stream }) => {
      const [soft, hard] = [stream(), stream()];
      for (const name of [soft, hard]) await store.append(name, proposed(2), NO_STREAM, envelope);
      await bare().deleteStream(soft);
      expect(await store.read(soft)).toStrictEqual([]);
      const again = store.append(soft, proposed(1), NO_STREAM, envelope);
      await expect(again).rejects.toThrow('it was deleted before');
      const before = await store.head();
      await bare().tombstoneStream(hard);
      await expect(store.read(hard)).rejects.toThrow('was deleted');
      await expect(store.append(hard, proposed(1), 1n, envelope)).rejects.toThrow('was deleted');
      await expect(followed(store, hard, before, 1)).rejects.toBeInstanceOf(Corrupt);
    }),
  );
};

const places = ({ using, each }: Under): void => {
  it(
    'does not follow from beyond the end of the log, where another history may have been',
    using(async ({ store, stream }) => {
      const { position } = await store.append(stream(), proposed(1), NO_STREAM, envelope);
      const beyond = position + 1_000_000_000_000n;
      await expect(followed(store, 'none', beyond, 1)).rejects.toThrow('it is another log');
      await expect(store.assertHolds(beyond)).rejects.toBeInstanceOf(Corrupt);
      await store.assertHolds(position);
    }),
  );

  it(
    'does not follow from a place where no record ends',
    using(async ({ store, stream }) => {
      const name = stream();
      const { position } = await store.append(name, proposed(1), NO_STREAM, envelope);
      await store.append(name, proposed(3), 0n, envelope);
      const following = followed(store, name, position + 1n, 1);
      await expect(following).rejects.toBeInstanceOf(Corrupt);
    }),
  );

  it(
    'is written and read through whichever of its nodes is named: that leads to the leader',
    using(async ({ open, stream }) => {
      const [name, facts] = [stream(), proposed(each().length)];
      for (const [n, url] of each().entries()) {
        const store = open({ url });
        const fact = facts.slice(n, n + 1);
        expect((await store.append(name, fact, BigInt(n) - 1n, envelope)).revision).toBe(BigInt(n));
        expect(ids(await store.read(name))).toStrictEqual(ids(facts.slice(0, n + 1)));
        expect(ids(await followed(store, name, BEGINNING, n + 1))).toStrictEqual(
          ids(facts.slice(0, n + 1)),
        );
      }
    }),
  );

  it(
    'tells of its nodes, of the end of the log and of who is behind',
    using(async ({ store }) => {
      const { ok, detail } = await store.health();
      expect(ok).toBe(true);
      expect(detail).toMatch(/nodes alive, led by .+, nobody behind/);
    }),
  );
};

/** What a store on a server must do beside the store's contract: the server has other users, and other hands. */
export const serverContract = (name: string, open: () => Promise<Server>): void => {
  describe(`${name} shared with others`, () => {
    let server: Server;
    let client: EventStoreDBClient;
    beforeAll(async () => {
      server = await open();
      client = EventStoreDBClient.connectionString(server.url);
    });
    afterAll(async () => {
      await client.dispose();
      await server.close();
    });
    const under: Under = {
      using: usingStoresOf(() => server.url),
      bare: () => client,
      unary: () => ({ credentials: addressOf(server.url).credentials }),
      each: () => eachOf(server.url),
    };
    describe('among others', () => amongOthers(under));
    describe('as it is kept', () => asItIsKept(under));
    describe('places', () => places(under));
  });
};
