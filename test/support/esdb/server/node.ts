import { setTimeout as after } from 'node:timers/promises';
import type { Credentials } from '../../../../src/store/esdb/address.ts';
import type { Bell, Faults, Rpc } from '../faults.ts';
import { createBell, createFaults } from '../faults.ts';
import type { Call, Receiver } from '../grpc.ts';
import type { NodeHealth } from './health.ts';
import { createHealth } from './health.ts';
import type { Host } from './host.ts';
import { receiverOf } from './dispatch.ts';
import type { Log } from './log.ts';
import type { Member } from './membership.ts';
import type { Certificate, Transport } from './transport.ts';
import { createTransport } from './transport.ts';

/** What the nodes of one double share. */
export type Cluster = {
  readonly log: Log;
  /** The faults planned for whichever node is called next. */
  readonly faults: Faults;
  readonly before24_10_5: boolean;
  readonly batchAppend: boolean;
  readonly version: string;
  readonly maxAppendSize: number;
  /** With TLS callers say who they are; without, nobody listens. */
  readonly certificate: Certificate | null;
  readonly user: Credentials;
  /** The cluster as one of its nodes sees it. */
  readonly members: (seenBy: EsdbNode) => readonly Member[];
  /** The node that is the leader in truth, whoever else thinks to be. */
  readonly leader: () => EsdbNode | null;
  readonly changed: (node: EsdbNode) => void;
};

export type State = 'down' | 'starting' | 'running' | 'stopping' | 'frozen';

export type Role = 'leader' | 'follower';

/** Milliseconds, or until something has happened. */
export type Lasting = number | Promise<unknown>;

const pause = (lasting: Lasting, ref = true): Promise<unknown> =>
  typeof lasting === 'number' ? after(lasting, undefined, { ref }) : lasting;

/** How a graceful stop goes by. */
export type Stopping = {
  /** How long new calls hear "Server Is Not Ready" before connections are refused. */
  readonly notReadyFor?: Lasting;
  /** How long open calls are left unanswered before their streams are reset without a status. */
  readonly silentFor?: Lasting;
};

/** One server of the double. */
export type EsdbNode = {
  readonly host: string;
  readonly port: () => number;
  /** Where it says over plain HTTP whether it is ready. */
  readonly healthUrl: () => string;
  readonly state: () => State;
  readonly role: () => Role;
  readonly setRole: (role: Role) => void;
  /** Listens, on the port it had before; not ready at first if so asked. */
  readonly start: (notReadyFor?: Lasting) => Promise<void>;
  /** As kill -9: connections are reset, and nothing that was under way is committed any more. */
  readonly kill: () => Promise<void>;
  readonly stop: (stopping?: Stopping) => Promise<void>;
  /** As SIGSTOP: connections stay, nothing is read or answered. */
  readonly freeze: () => void;
  /** Goes on; an old leader calls itself one for a while, a second unless said otherwise. */
  readonly thaw: (leadsFor?: Lasting) => void;
  /** Plans a fault for the next calls of a kind, one unless said otherwise. */
  readonly fault: Faults['plan'];
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
const createGate = () => {
  let holding: Bell | null = null;
  return {
    close: () => {
      holding ??= createBell();
    },
    open: () => {
      holding?.ring();
      holding = null;
    },
    passed: () => holding?.rung ?? null,
  };
};

type Gate = ReturnType<typeof createGate>;

/** After a thaw, what was given up meanwhile must be seen before what was asked. */
const WAKING_MS = 20;

/** What a node is right now. */
type Self = {
  readonly cluster: Cluster;
  readonly faults: Faults;
  readonly asleep: Gate;
  readonly stalled: Gate;
  readonly received: Map<Rpc, number>;
  readonly kinds: Map<Call, Rpc>;
  /** Set once, right after the node was made of it. */
  node: EsdbNode | null;
  transport: Transport | null;
  state: State;
  role: Role;
  health: NodeHealth | null;
  port: number;
  healthPort: number;
};

const become = (self: Self, state: State): void => {
  self.state = state;
  if (self.node !== null) self.cluster.changed(self.node);
};

const otherLeader = ({ cluster, role }: Self) => {
  if (role === 'leader') return null;
  const leader = cluster.leader();
  return leader === null ? 'none' : { host: leader.host, port: leader.port() };
};

/** There is one user; who says nothing is nobody in particular. */
const trusted = ({ user }: Cluster, authorization: string | undefined): boolean => {
  const known = Buffer.from(`${user.username}:${user.password}`).toString('base64');
  return authorization === undefined || authorization === `Basic ${known}`;
};

const hostOf = (self: Self): Host => ({
  log: self.cluster.log,
  nextFault: ({ rpc, stream = '' }) =>
    self.faults.next(rpc, stream) ?? self.cluster.faults.next(rpc, stream),
  before24_10_5: self.cluster.before24_10_5,
  maxAppendSize: self.cluster.maxAppendSize,
  trusts: (authorization) =>
    self.cluster.certificate === null || trusted(self.cluster, authorization),
  ready: () => self.state === 'running' || self.state === 'frozen',
  awake: self.asleep.passed,
  stalled: self.stalled.passed,
  deposed: () => self.role === 'leader' && self.cluster.leader() !== self.node,
  otherLeader: () => otherLeader(self),
});

const accepting = (self: Self) => {
  const { cluster, received, kinds } = self;
  const host = hostOf(self);
  return (call: Call): Receiver =>
    receiverOf(host, call, {
      count: (rpc) => {
        received.set(rpc, (received.get(rpc) ?? 0) + 1);
        kinds.set(call, rpc);
        call.onClose(() => kinds.delete(call));
      },
      members: () => (self.node === null ? [] : cluster.members(self.node)),
      version: cluster.version,
      batchAppend: cluster.batchAppend,
    });
};

const start = async (self: Self, notReadyFor: Lasting = 0): Promise<void> => {
  const transport = createTransport(accepting(self), self.cluster.certificate);
  self.transport = transport;
  self.port = await transport.listen(self.port);
  self.health = createHealth(() => (self.state === 'frozen' ? 'asleep' : self.state === 'running'));
  self.healthPort = await self.health.listen(self.healthPort);
  if (notReadyFor !== 0) {
    become(self, 'starting');
    await pause(notReadyFor);
  }
  // Whoever killed it meanwhile has the last word.
  if (self.transport === transport) become(self, 'running');
};

const kill = async (self: Self): Promise<void> => {
  self.transport?.cut();
  self.health?.close();
  self.transport = null;
  become(self, 'down');
  self.asleep.open();
  self.stalled.open();
  // The sockets close in the loop's next turn.
  await pause(1);
};

const stop = async (self: Self, { notReadyFor = 100, silentFor = 5000 }: Stopping = {}) => {
  become(self, 'stopping');
  self.stalled.close();
  await pause(notReadyFor);
  self.transport?.refuse();
  await pause(silentFor);
  for (const call of self.transport?.calls ?? []) call.abandon();
  // What was reset is told before the connection goes.
  await pause(20);
  await kill(self);
};

const freeze = (self: Self): void => {
  self.asleep.close();
  self.transport?.freeze();
  become(self, 'frozen');
};

const thaw = (self: Self, leadsFor: Lasting = 1_000): void => {
  self.transport?.thaw();
  const wake = () => {
    self.asleep.open();
    become(self, 'running');
  };
  // Two turns of the loop: in between it has read what lay there, however busy it was.
  setTimeout(() => setImmediate(() => setImmediate(wake)), WAKING_MS);
  void pause(leadsFor, false).then(() => {
    if (self.cluster.leader() !== self.node) self.role = 'follower';
  });
};

const callsOf = ({ kinds }: Self, rpc: Rpc): Call[] =>
  [...kinds].filter(([, kind]) => kind === rpc).map(([call]) => call);

/** A node that is down; `start` brings it up. */
export const createNode = (cluster: Cluster): EsdbNode => {
  const gates = { asleep: createGate(), stalled: createGate() };
  const calls = { faults: createFaults(), received: new Map(), kinds: new Map() };
  const none = { node: null, transport: null, health: null, port: 0, healthPort: 0 };
  const self: Self = { cluster, ...gates, ...calls, ...none, state: 'down', role: 'follower' };
  self.node = {
    host: '127.0.0.1',
    port: () => self.port,
    healthUrl: () => `http://127.0.0.1:${self.healthPort}/health/live`,
    state: () => self.state,
    role: () => self.role,
    setRole: (role) => void (self.role = role),
    start: (notReadyFor) => start(self, notReadyFor),
    stop: (stopping) => stop(self, stopping),
    kill: () => kill(self),
    freeze: () => freeze(self),
    thaw: (leadsFor) => thaw(self, leadsFor),
    fault: self.faults.plan,
    endSubscriptions: () => {
      for (const call of callsOf(self, 'subscribe')) call.finish();
    },
    stall: (on) => (on ? self.stalled.close() : self.stalled.open()),
    received: (rpc) => self.received.get(rpc) ?? 0,
    open: (rpc) => callsOf(self, rpc).length,
  };
  return self.node;
};
