import type { Readable } from 'node:stream';
import {
  BACKWARDS,
  END,
  EventStoreDBClient,
  jsonEvent,
  NO_STREAM as NOT_THERE,
  START,
  streamNameFilter,
  WrongExpectedVersionError,
  type JSONType,
  type ReadPosition,
} from '@eventstore/db-client';
import gossipService from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import gossipMessages from '@eventstore/db-client/generated/gossip_pb.js';
import messages from '@eventstore/db-client/generated/shared_pb.js';
import { BEGINNING, NO_STREAM } from '../event-store.ts';
import { WrongAddress, type Address } from './address.ts';
import type { Stored } from './record.ts';

/** An event to be written, its id derived by the caller. */
export type Written = {
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: Readonly<Record<string, unknown>>;
};

/** Events as they come; `stop` ends the call on both sides. */
export type Coming = { readonly events: Readable; readonly stop: () => void };

/** A node as its cluster sees it. */
export type Member = {
  readonly host: string;
  readonly isLeader: boolean;
  readonly isAlive: boolean;
};

type Channel = { close(): void };

/** The parts of the client that its type hides and its behaviour needs. */
type Inner = {
  handleError: (client: unknown, error: Error) => Promise<void>;
  createChannel: () => Promise<Channel>;
  execute: <T>(
    service: unknown,
    name: string,
    work: (client: GossipClient) => Promise<T>,
  ) => Promise<T>;
  callArguments: (options: { readonly deadline: number }) => GossipArguments;
};

type GossipClient = InstanceType<typeof gossipService.GossipClient>;
type ClusterInfo = InstanceType<typeof gossipMessages.ClusterInfo>;
type GossipArguments = readonly [GossipHead, GossipOptions];
type GossipHead = Parameters<GossipClient['read']>[1];
type GossipOptions = Parameters<GossipClient['read']>[2];

/** Considered events between two checkpoints are a multiple of the server's page. */
const CHECKPOINT_PAGES = 1;
/** Facts that wait on this side for the follower. */
const WAITING = 256;

/** The client warns of keep-alive below 10 s on the console; we mean it. */
const quietly = <T>(work: () => T): T => {
  const { warn } = console;
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).includes('KeepAliveInterval')) warn(...words);
  };
  try {
    return work();
  } finally {
    console.warn = warn;
  }
};

/** What the client says against an address may quote its password: only its word on files is passed on. */
const opened = (url: string): EventStoreDBClient => {
  try {
    return quietly(() => EventStoreDBClient.connectionString(url));
  } catch (error) {
    const isOfFile = error instanceof Error && error.message.startsWith('Failed to load');
    throw new WrongAddress(isOfFile ? error.message : 'The address has parts that make no sense');
  }
};

/**
 * Mends what the client leaves open: an error that it handles beside the call may fail with a
 * discovery nobody waits for and would end the process, and it never closes its last channel.
 */
const mended = (client: EventStoreDBClient) => {
  const inner = client as unknown as Inner;
  const { handleError, createChannel } = inner;
  let channel: Channel | undefined;
  let isClosed = false;
  inner.handleError = async (grpc, error) => {
    await handleError(grpc, error).catch(() => undefined);
  };
  inner.createChannel = async () => {
    channel = await createChannel();
    if (isClosed) channel.close();
    return channel;
  };
  const close = async (): Promise<void> => {
    isClosed = true;
    await client.dispose();
    channel?.close();
  };
  return { inner, close };
};

/** `stream` is the client's: a Readable whose own type differs from Node's in what we do not use. */
const coming = (stream: unknown, cancel: () => Promise<void>): Coming => {
  const events = stream as Readable;
  // A stream that nobody listens to any more would end the process with its last error.
  events.on('error', () => undefined);
  const stop = (): void => {
    void cancel().catch(() => undefined);
    events.destroy();
  };
  return { events, stop };
};

const membersOf = (info: ClusterInfo): readonly Member[] =>
  info.getMembersList().map((member) => {
    const place = member.getHttpEndPoint();
    return {
      host: `${place?.getAddress() ?? ''}:${String(place?.getPort() ?? '')}`,
      isLeader: member.getState() === gossipMessages.MemberInfo.VNodeState.LEADER,
      isAlive: member.getIsAlive(),
    };
  });

/**
 * One client of the server: the only place that knows it. `keepAliveMs` also keeps connections
 * apart, since clients that agree in everything share one.
 */
export const connect = ({ connection, credentials }: Address, keepAliveMs: number) => {
  const isGiven = /[?&]keep[-_]?alive[-_]?interval=/i.test(connection);
  const url = isGiven ? connection : `${connection}&keepAliveInterval=${keepAliveMs}`;
  const client = opened(url);
  const { inner, close } = mended(client);

  const append = async (
    stream: string,
    events: readonly Written[],
    expected: bigint,
    deadline: number,
  ): Promise<{ readonly revision: bigint; readonly position: bigint | undefined }> => {
    const written = events.map(({ data, ...event }) =>
      jsonEvent({ ...event, data: data as JSONType }),
    );
    const { nextExpectedRevision, position } = await client.appendToStream(stream, written, {
      expectedRevision: expected === NO_STREAM ? NOT_THERE : expected,
      requiresLeader: true,
      deadline,
      // Credentials of its own make the client take the unary call: it has a deadline, and shares nothing.
      credentials,
    });
    return { revision: nextExpectedRevision, position: position?.commit };
  };

  const read = (stream: string, from: bigint): Coming => {
    const found = client.readStream(stream, {
      fromRevision: from <= 0n ? START : from,
      requiresLeader: true,
    });
    return coming(found, () => found.cancel());
  };

  const readLast = (stream: string): Coming => {
    const options = { direction: BACKWARDS, fromRevision: END, requiresLeader: true } as const;
    const found = client.readStream(stream, { ...options, maxCount: 1 });
    return coming(found, () => found.cancel());
  };

  const readBack = (maxCount: number): Coming => {
    const options = { direction: BACKWARDS, fromPosition: END, requiresLeader: true } as const;
    const found = client.readAll({ ...options, maxCount });
    return coming(found, () => found.cancel());
  };

  /** The events after a position in streams with these beginnings; `reached` is awaited and may not throw. */
  const subscribe = (
    after: bigint,
    prefixes: readonly string[],
    reached: (position: bigint) => Promise<void>,
  ): Coming => {
    const filter = streamNameFilter({
      prefixes: [...prefixes],
      checkpointInterval: CHECKPOINT_PAGES,
      checkpointReached: (_subscription, { commit }) => reached(commit),
    });
    const fromPosition: ReadPosition =
      after === BEGINNING ? START : { commit: after, prepare: after };
    const options = { fromPosition, filter, resolveLinkTos: false, requiresLeader: true };
    const found = client.subscribeToAll(options, { highWaterMark: WAITING });
    return coming(found, () => found.unsubscribe());
  };

  const gossip = (deadline: number): Promise<readonly Member[]> =>
    inner.execute<readonly Member[]>(
      gossipService.GossipClient,
      'gossip',
      (service) =>
        new Promise((resolve, reject) => {
          const [metadata, options] = inner.callArguments({ deadline });
          service.read(new messages.Empty(), metadata, options, (error, info) => {
            if (error) reject(error);
            else resolve(membersOf(info));
          });
        }),
    );

  return { append, read, readLast, readBack, subscribe, gossip, close };
};
export type Connection = ReturnType<typeof connect>;

/** Where a stream really ends, told by a conflict. */
export const endOf = (conflict: unknown): bigint | undefined => {
  if (!(conflict instanceof WrongExpectedVersionError)) return undefined;
  return conflict.actualVersion === 'no_stream' ? NO_STREAM : conflict.actualVersion;
};

/** The event of what a stream of the client hands over; none for a link whose target is gone. */
export const eventOf = (resolved: unknown): Stored | undefined =>
  (resolved as { readonly event?: Stored }).event;
