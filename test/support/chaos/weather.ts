import { setTimeout as pause } from 'node:timers/promises';
import type { Double } from '../esdb/double.ts';
import { notReady, type Fault, type Rpc } from '../esdb/faults.ts';
import { Refusal } from '../esdb/grpc.ts';

/** What happens to the servers; resolves when they are well again. */
type Event = { readonly name: string; readonly happens: (double: Double) => Promise<void> };

const strikes = (rpc: Rpc, fault: Fault, times: number) => (double: Double) => {
  const planned = double.fault(rpc, fault, times);
  return pause(400).then(planned.lift);
};

const event = (name: string, happens: (double: Double) => Promise<void>): Event => ({
  name,
  happens,
});

const everyNode = async (double: Double, does: 'kill' | 'start'): Promise<void> => {
  await Promise.all(double.nodes.map((node) => node[does]()));
};

const RST = new Refusal(13, 'Received RST_STREAM with code 0 (Call ended without gRPC status)');
const ABORTED = new Refusal(10, 'Operation timed out: Request canceled by server');

/** Every fault of the double, in turn. */
export const EVENTS: readonly Event[] = [
  event('the leader is killed', async (double) => {
    const leader = double.leader();
    await leader?.kill();
    await pause(300);
    await leader?.start(100);
  }),
  event('answers are lost', strikes('append', { what: 'lose-the-answer' }, 4)),
  event('recorded, then unavailable', strikes('append', { what: 'fail-after-commit' }, 6)),
  event('subscriptions end cleanly', async (double) => {
    double.endSubscriptions();
    await pause(50);
  }),
  event('appends are mute', strikes('append', { what: 'mute' }, 3)),
  event('all nodes are down', async (double) => {
    await everyNode(double, 'kill');
    await pause(700);
    await everyNode(double, 'start');
  }),
  event(
    'appends are refused: not ready',
    strikes('append', { what: 'reject', with: notReady() }, 8),
  ),
  event('reads are mute', strikes('read', { what: 'mute' }, 3)),
  event('the leader freezes', async (double) => {
    const leader = double.leader();
    const other = double.nodes.find((node) => node !== leader && node.state() === 'running');
    leader?.freeze();
    await pause(300);
    if (other) double.lead(other);
    await pause(900);
    leader?.thaw();
    await pause(1_100);
  }),
  event('appends are slow', strikes('append', { what: 'delay', ms: 250 }, 8)),
  event('the leader resigns', async (double) => {
    const other = double.nodes.find(
      (node) => node !== double.leader() && node.state() === 'running',
    );
    if (other) double.lead(other);
    await pause(50);
  }),
  event('subscriptions are mute', async (double) => {
    const planned = double.fault('subscribe', { what: 'mute' }, 2);
    double.endSubscriptions();
    await pause(300);
    planned.lift();
  }),
  event(
    'recorded, then timed out',
    strikes('append', { what: 'fail-after-commit', with: ABORTED }, 4),
  ),
  event(
    'calls end without a status',
    strikes('append', { what: 'fail-after-commit', with: RST }, 3),
  ),
  event('subscriptions stall', async (double) => {
    for (const node of double.nodes) node.stall(true);
    await pause(500);
    for (const node of double.nodes) node.stall(false);
  }),
  event('reads are refused', strikes('read', { what: 'reject' }, 6)),
  event('a node stops gracefully', async (double) => {
    const leader = double.leader();
    await leader?.stop({ notReadyFor: 60, silentFor: 500 });
    await leader?.start(100);
  }),
  event('gossip is mute', strikes('gossip', { what: 'mute' }, 4)),
];

/** How long everything is down when clients are forced to be told so: longer than the store is patient. */
const LONG_OUTAGE_MS = 12_500;

/** A stretch of time in which a command may have to be refused. */
export type Stretch = { readonly from: number; readonly to: number };

/** Lets one fault follow the other; `forced` is filled with the stretches in which nothing could be done. */
export const weather = (double: Double, forced: Stretch[]) => {
  const counts = new Map<string, number>();
  const passes = async ({ name, happens }: Event): Promise<void> => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
    await happens(double);
    await pause(250);
  };
  return {
    counts,
    /** Every fault at least once, and on until it is over. */
    rages: async (goesOn: () => boolean): Promise<void> => {
      for (let nth = 0; nth < EVENTS.length || goesOn(); nth++) {
        const next = EVENTS[nth % EVENTS.length];
        if (next) await passes(next);
      }
    },
    longOutage: async (): Promise<void> => {
      const from = performance.now();
      counts.set('a long outage', 1);
      await everyNode(double, 'kill');
      await pause(LONG_OUTAGE_MS);
      await everyNode(double, 'start');
      // What began before it is given up some time after it.
      forced.push({ from, to: performance.now() + 2_000 });
    },
  };
};
