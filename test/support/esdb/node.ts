import { setTimeout as pause } from 'node:timers/promises';
import type { Fault, Planned, Rpc } from './faults.ts';
import { createFaults } from './faults.ts';
import type { Call } from './grpc.ts';
import type { Host } from './host.ts';
import { receiverOf } from './dispatch.ts';
import type { Log } from './log.ts';
import type { Member } from './membership.ts';
import type { Certificate, Transport } from './transport.ts';
import { createTransport } from './transport.ts';

/** What the nodes of one double share. */
export type Cluster = {
  readonly log: Log;
  readonly before24_10_5: boolean;
  readonly batchAppend: boolean;
  readonly version: string;
  readonly maxAppendSize: number;
  readonly certificate: Certificate | null;
  /** The cluster as one of its nodes sees it. */
  readonly members: (seenBy: EsdbNode) => readonly Member[];
  /** The node that is the leader in truth, whoever else thinks to be. */
  readonly leader: () => EsdbNode | null;
  readonly changed: (node: EsdbNode) => void;
};

export type State = 'down' | 'starting' | 'running' | 'stopping' | 'frozen';

export type Role = 'leader' | 'follower';

/** How a graceful stop goes by, in milliseconds. */
export type Stopping = {
  /** How long new calls hear "Server Is Not Ready" before connections are refused. */
  readonly notReadyFor?: number;
  /** How long open calls are left unanswered before their streams are reset without a status. */
  readonly silentFor?: number;
};

/** One server of the double. */
export type EsdbNode = {
  readonly host: string;
  readonly port: () => number;
  readonly state: () => State;
  readonly role: () => Role;
  readonly setRole: (role: Role) => void;
  /** Listens, on the port it had before; not ready for the first milliseconds if so asked. */
  readonly start: (notReadyFor?: number) => Promise<void>;
  /** As kill -9: connections are reset, and nothing that was under way is committed any more. */
  readonly kill: () => Promise<void>;
  readonly stop: (stopping?: Stopping) => Promise<void>;
  /** As SIGSTOP: connections stay, nothing is read or answered. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  /** Plans a fault for the next calls of a kind, one unless said otherwise. */
  readonly fault: (rpc: Rpc, fault: Fault, times?: number) => Planned;
  /** Ends every open subscription without an error. */
  readonly endSubscriptions: () => void;
  /** Holds back what subscriptions have to say, until told otherwise. */
  readonly stall: (stalled: boolean) => void;
  /** How many calls of a kind were received. */
  readonly received: (rpc: Rpc) => number;
  /** How many calls of a kind are open. */
  readonly open: (rpc: Rpc) => number;
};

/** A promise to be waited for while something lasts. */
const gate = () => {
  let holding: { promise: Promise<void>; resolve: () => void } | null = null;
  return {
    close: () => {
      holding ??= Promise.withResolvers<void>();
    },
    open: () => {
      holding?.resolve();
      holding = null;
    },
    passed: () => holding?.promise ?? null,
  };
};

/** After a thaw, what was given up meanwhile must be seen before what was asked. */
const WAKING_MS = 20;

/** How long an old leader that wakes up still calls itself one. */
const STEPPING_DOWN_MS = 1000;

/** A node that is down; `start` brings it up. */
// eslint-disable-next-line max-lines-per-function -- a closure over one state, in small functions
export const createNode = (cluster: Cluster): EsdbNode => {
  const faults = createFaults();
  const asleep = gate();
  const stalled = gate();
  const received = new Map<Rpc, number>();
  const kinds = new Map<Call, Rpc>();
  let transport: Transport | null = null;
  let state: State = 'down';
  let role: Role = 'follower';
  let port = 0;

  const become = (next: State): void => {
    state = next;
    cluster.changed(node);
  };

  const host: Host = {
    ...{ log: cluster.log, faults },
    before24_10_5: cluster.before24_10_5,
    maxAppendSize: cluster.maxAppendSize,
    ready: () => state === 'running' || state === 'frozen',
    awake: asleep.passed,
    stalled: stalled.passed,
    deposed: () => role === 'leader' && cluster.leader() !== node,
    otherLeader: () => {
      if (role === 'leader') return null;
      const leader = cluster.leader();
      return leader === null ? 'none' : { host: leader.host, port: leader.port() };
    },
  };

  const count = (call: Call, rpc: Rpc): void => {
    received.set(rpc, (received.get(rpc) ?? 0) + 1);
    kinds.set(call, rpc);
    call.onClose(() => kinds.delete(call));
  };

  const open = (rpc: Rpc): Call[] =>
    [...kinds].filter(([, kind]) => kind === rpc).map(([call]) => call);

  const accept = (call: Call) =>
    receiverOf(host, call, {
      count: (rpc) => count(call, rpc),
      members: () => cluster.members(node),
      version: cluster.version,
      batchAppend: cluster.batchAppend,
    });

  const down = async (): Promise<void> => {
    transport?.cut();
    transport = null;
    become('down');
    asleep.open();
    stalled.open();
    // The sockets close in the loop's next turn.
    await pause(1);
  };

  const start = async (notReadyFor = 0): Promise<void> => {
    transport = createTransport(accept, cluster.certificate);
    port = await transport.listen(port);
    if (notReadyFor === 0) {
      become('running');
      return;
    }
    become('starting');
    await pause(notReadyFor);
    if (host.ready() || transport !== null) become('running');
  };

  const stop = async ({ notReadyFor = 100, silentFor = 5000 }: Stopping = {}): Promise<void> => {
    become('stopping');
    stalled.close();
    await pause(notReadyFor);
    transport?.refuse();
    await pause(silentFor);
    for (const call of transport?.calls ?? []) call.abandon();
    // What was reset is told before the connection goes.
    await pause(20);
    await down();
  };

  const thaw = (): void => {
    transport?.thaw();
    setTimeout(() => {
      asleep.open();
      become('running');
    }, WAKING_MS);
    setTimeout(() => {
      if (cluster.leader() !== node) role = 'follower';
    }, STEPPING_DOWN_MS).unref();
  };

  const node: EsdbNode = {
    host: '127.0.0.1',
    port: () => port,
    state: () => state,
    role: () => role,
    setRole: (next) => void (role = next),
    ...{ start, stop, thaw },
    kill: () => down(),
    freeze: () => {
      asleep.close();
      transport?.freeze();
      become('frozen');
    },
    fault: faults.plan,
    endSubscriptions: () => {
      for (const call of open('subscribe')) call.finish();
    },
    stall: (on) => {
      if (on) stalled.close();
      else stalled.open();
    },
    received: (rpc) => received.get(rpc) ?? 0,
    open: (rpc) => open(rpc).length,
  };
  return node;
};
