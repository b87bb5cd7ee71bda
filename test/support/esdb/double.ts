// A stand-in for a cluster of EventStoreDB 24.2.0 that speaks its protocol to the real client. What
// it is trusted for is what test/esdb/double.*.test.ts holds against it, and against a real server
// where EVENTSTORE_URL names one. It has no disk, no elections, no lag between its nodes, no
// scavenging, no projections, no persistent subscriptions, no access lists.

import type { Credentials } from '../../../src/store/esdb/address.ts';
import type { Faults } from './faults.ts';
import { createFaults } from './faults.ts';
import type { Log } from './server/log.ts';
import { createLog } from './server/log.ts';
import type { Member } from './server/membership.ts';
import type { Cluster, EsdbNode } from './server/node.ts';
import { createNode } from './server/node.ts';
import type { TestAuthority } from './server/tls.ts';
import { createAuthority } from './server/tls.ts';

/** How the double is to be. */
export type DoubleOptions = {
  readonly nodes?: number;
  readonly tls?: boolean;
  /** Whom it lets in with TLS; admin unless said otherwise. */
  readonly user?: Credentials;
  /** Behaves as servers up to 24.10.4 and 25.0.0 do: on unless switched off. */
  readonly before24_10_5?: boolean;
  /** Whether the server offers the shared batch stream; on unless switched off. */
  readonly batchAppend?: boolean;
  /** After so many milliseconds the others elect a leader of theirs; never without. */
  readonly electsAfter?: number;
};

/** An EventStoreDB in this process: real gRPC, real rules, no disk. */
export type Double = {
  /** A connection string for all its nodes. */
  readonly url: string;
  readonly log: Log;
  readonly nodes: readonly EsdbNode[];
  /** The certificate of who signed the nodes' own; null without TLS. */
  readonly caFile: string | null;
  readonly leader: () => EsdbNode | null;
  /** Makes a node the leader; one that is frozen learns of it only after it woke up. */
  readonly lead: (node: EsdbNode) => void;
  /** Plans a fault for the next calls of a kind, whichever node they reach. */
  readonly fault: Faults['plan'];
  readonly endSubscriptions: () => void;
  /** Moves the server's clock, by which events grow old. */
  readonly advance: (ms: number) => void;
  readonly close: () => Promise<void>;
};

const alive = (node: EsdbNode): boolean => node.state() === 'running';

const memberOf = (node: EsdbNode, seenBy: EsdbNode, leader: EsdbNode | null): Member => {
  const state = node.state();
  const lost = state === 'frozen' && node !== seenBy && leader !== node;
  const told = state === 'running' || state === 'frozen' ? node.role() : state;
  return { host: node.host, port: node.port(), state: lost ? 'down' : told };
};

const ADMIN: Credentials = { username: 'admin', password: 'changeit' };

const urlOf = (
  nodes: readonly EsdbNode[],
  authority: TestAuthority | null,
  { username, password }: Credentials,
): string => {
  const hosts = nodes.map((node) => `${node.host}:${node.port()}`).join(',');
  return authority === null
    ? `esdb://${hosts}?tls=false`
    : `esdb://${encodeURIComponent(username)}:${encodeURIComponent(password)}@${hosts}?tls=true&tlsCAFile=${authority.caFile}`;
};

/** Who leads, and who will when it can't. */
const leadership = (nodes: readonly EsdbNode[], electsAfter: number | undefined) => {
  let chosen: EsdbNode | undefined;
  const lead = (node: EsdbNode): void => {
    chosen = node;
    for (const each of nodes)
      if (each.state() !== 'frozen') each.setRole(each === node ? 'leader' : 'follower');
  };
  const leader = (): EsdbNode | null =>
    chosen?.state() === 'down' || chosen?.state() === 'stopping' ? null : (chosen ?? null);
  const changed = (node: EsdbNode): void => {
    if (electsAfter === undefined || node !== chosen || alive(node)) return;
    setTimeout(() => {
      const other = nodes.find(alive);
      if (node === chosen && !alive(node) && other !== undefined) lead(other);
    }, electsAfter).unref();
  };
  return { lead, leader, changed };
};

const clusterOf = (
  options: DoubleOptions,
  parts: Pick<Cluster, 'log' | 'faults' | 'members' | 'leader' | 'changed' | 'certificate'>,
): Cluster => {
  const { before24_10_5 = true, batchAppend = true, user = ADMIN } = options;
  const version = before24_10_5 ? '24.2.0' : '24.10.5';
  return { ...parts, before24_10_5, batchAppend, user, version, maxAppendSize: 1024 * 1024 };
};

const started = async (nodes: readonly EsdbNode[], lead: (node: EsdbNode) => void) => {
  for (const node of nodes) await node.start();
  if (nodes[0] !== undefined) lead(nodes[0]);
};

/** Opens a double on free ports of 127.0.0.1; its first node leads. */
export const openDouble = async (options: DoubleOptions = {}): Promise<Double> => {
  let ahead = 0;
  const log = createLog(() => Date.now() + ahead);
  const faults = createFaults();
  const authority = options.tls === true ? createAuthority() : null;
  const nodes: EsdbNode[] = [];
  const { lead, leader, changed } = leadership(nodes, options.electsAfter);
  const members = (seenBy: EsdbNode) => nodes.map((node) => memberOf(node, seenBy, leader()));
  const certificate = authority?.certificate ?? null;
  const cluster = clusterOf(options, { log, faults, members, leader, changed, certificate });
  nodes.push(...Array.from({ length: options.nodes ?? 1 }, () => createNode(cluster)));
  await started(nodes, lead);
  return {
    url: urlOf(nodes, authority, cluster.user),
    ...{ log, nodes, leader, lead },
    caFile: authority?.caFile ?? null,
    fault: faults.plan,
    endSubscriptions: () => {
      for (const node of nodes) node.endSubscriptions();
    },
    advance: (ms) => void (ahead += ms),
    close: async () => {
      await Promise.all(nodes.map((node) => node.kill()));
      authority?.dispose();
    },
  };
};
