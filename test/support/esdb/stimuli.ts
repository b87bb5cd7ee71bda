import { EventStoreDBClient } from '@eventstore/db-client';
import type { Double } from './double.ts';
import { openDouble } from './double.ts';
import { code, Refusal } from './grpc.ts';
import { fact, fresh } from './target.ts';

// What provokes the client's defects, whoever is behind it: the bare client shows them, an
// adapter has to be unharmed by the same.

/** Data that JSON can't write. */
export const UNSERIALISABLE = { amount: 1n };

/** Another client of the same process, on a server of its own, whose batch stream will break. */
export const openNeighbour = async () => {
  const double = await openDouble();
  const client = EventStoreDBClient.connectionString(double.url);
  await client.appendToStream(fresh('neighbour'), fact(0));
  return {
    /** Resolves when the neighbour has heard of it. */
    breakStream: async () => {
      double.fault('batch', { what: 'reject' });
      await client.appendToStream(fresh('neighbour'), fact(1)).catch(() => undefined);
    },
    close: async () => {
      await client.dispose();
      await double.close();
    },
  };
};

/** All nodes are down until told otherwise. */
export const outage = async ({ nodes }: Double) => {
  await Promise.all(nodes.map((node) => node.kill()));
  return { end: () => Promise.all(nodes.map((node) => node.start())) };
};

/** The first question for what the server can do is answered too late. */
export const lateFeatures = (double: Double) =>
  double.fault('features', {
    what: 'reject',
    with: new Refusal(code.deadlineExceeded, 'Too late'),
  });

/** Appends are neither done nor answered. */
export const silence = (double: Double) => {
  const faults = (['append', 'batch'] as const).map((rpc) =>
    double.fault(rpc, { what: 'mute' }, Infinity),
  );
  return {
    met: Promise.race(faults.map(({ met }) => met)),
    end: () => {
      for (const fault of faults) fault.lift();
    },
  };
};
