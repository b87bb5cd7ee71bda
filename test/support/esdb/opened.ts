import { EventStoreDBClient } from '@eventstore/db-client';
import { onTestFinished } from 'vitest';
import type { Double, DoubleOptions } from './double.ts';
import { openDouble } from './double.ts';
import type { EsdbNode } from './server/node.ts';

/** A node of a double by its number. */
export const nodeOf = (double: Double, at: number): EsdbNode => {
  const node = double.nodes[at];
  if (node === undefined) throw new Error(`there is no node ${at}`);
  return node;
};

/** A double and a bare client of it until the test has finished; `settings` join its URL. */
export const opened = async (options: DoubleOptions = {}, settings = '') => {
  const double = await openDouble(options);
  const client = EventStoreDBClient.connectionString(double.url + settings);
  onTestFinished(async () => {
    await client.dispose();
    await double.close();
  });
  return { double, client, node: nodeOf(double, 0) };
};
