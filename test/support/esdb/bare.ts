import { fork } from 'node:child_process';
import { once } from 'node:events';
import { EventStoreDBClient, jsonEvent, NO_STREAM, streamNameFilter } from '@eventstore/db-client';
import { CREDENTIALS } from './target.ts';

/** A double in a process of its own. */
export const servedDouble = async (): Promise<{ url: string; close: () => Promise<void> }> => {
  const child = fork(new URL('./serve.ts', import.meta.url));
  const [url] = (await once(child, 'message')) as [string];
  const close = async (): Promise<void> => {
    const ended = once(child, 'exit');
    child.disconnect();
    await ended;
  };
  return { url, close };
};

type Event = { readonly id: string; readonly data: object; readonly metadata: object };

/** The client with nothing around it: what no store over it can beat. */
export const bareClient = (url: string) => {
  const client = EventStoreDBClient.connectionString(url);
  return {
    /** Appends one event by the unary call; answers with its revision. */
    append: async (stream: string, { id, data, metadata }: Event, after: bigint | undefined) => {
      const event = jsonEvent({ id, type: 'ContractTookEffect', data: { ...data }, metadata });
      const { nextExpectedRevision } = await client.appendToStream(stream, event, {
        expectedRevision: after ?? NO_STREAM,
        credentials: CREDENTIALS,
      });
      return nextExpectedRevision;
    },
    read: async (stream: string): Promise<number> => {
      let count = 0;
      for await (const { event } of client.readStream(stream)) if (event) count += 1;
      return count;
    },
    /** Counts what a subscription to a category hands over, until it is so much. */
    follow: async (prefix: string, enough: number): Promise<void> => {
      const subscription = client.subscribeToAll({
        filter: streamNameFilter({ prefixes: [prefix] }),
      });
      let count = 0;
      await new Promise<void>((resolve) => {
        subscription.on('data', () => {
          count += 1;
          if (count === enough) resolve();
        });
      });
      await subscription.unsubscribe();
    },
    close: () => client.dispose(),
  };
};
