import { StoreUnavailable, type Health } from '../event-store.ts';
import type { Member } from './client.ts';
import { passes, reasonOf, verdictOf } from './failures.ts';
import { CallFailed, type Line } from './line.ts';
import { within } from './patience.ts';

const PROBE_MS = 1_000;
/** After an answer so recent, a probe that fails may be a leader changing: not yet a reason to say no. */
const RECENT_MS = 10_000;

export type Probed = {
  readonly shown: string;
  /** The writers' line first: it is asked. */
  readonly lines: readonly Line[];
  readonly head: () => Promise<bigint>;
  /** Where the slowest follower stands; undefined when nobody follows. */
  readonly slowest: () => bigint | undefined;
};

const nodes = (members: readonly Member[]): string => {
  const leader = members.find(({ isLeader, isAlive }) => isLeader && isAlive);
  const alive = members.filter(({ isAlive }) => isAlive).length;
  const led = leader ? `led by ${leader.host}` : 'without a leader';
  return `${alive} of ${members.length} nodes alive, ${led}`;
};

/** How far the slowest follower is behind; 0 wherever only records of others follow. */
const lag = (head: bigint, slowest: bigint | undefined): string =>
  slowest === undefined || slowest >= head
    ? 'nobody behind'
    : `the slowest follower ${String(head - slowest)} positions behind`;

/** Whether a failed probe may be over in a moment; whom the server lets nothing read, it never is for. */
const mayPass = (reason: unknown): boolean => {
  const cause = reason instanceof StoreUnavailable ? reason.cause : reason;
  return passes(cause instanceof CallFailed ? cause.verdict : verdictOf(cause));
};

/** Health from three sides: what the nodes say of each other, a read of the log's end, the lag to it. */
export const healthReader = ({ shown, lines, head, slowest }: Probed) => {
  const answeredAt = (): number =>
    Math.max(...lines.map((line) => line.figures().answeredAt ?? -Infinity));

  const gossip = async (): Promise<readonly Member[]> => {
    const [line] = lines;
    if (!line) return [];
    const members = await within(PROBE_MS, 'Gossip', line.current().gossip(PROBE_MS));
    return members;
  };

  return async (): Promise<Health> => {
    const [members, probe] = await Promise.allSettled([
      gossip(),
      within(PROBE_MS, 'The end of the log', head()),
    ]);
    if (probe.status === 'fulfilled') {
      const seen = members.status === 'fulfilled' ? nodes(members.value) : 'no gossip';
      const detail = `${shown}: ${seen}, ${lag(probe.value, slowest())}`;
      return { ok: true, store: 'eventstoredb', detail };
    }
    const isRecent = performance.now() - answeredAt() < RECENT_MS;
    const detail = `${shown}: ${reasonOf(probe.reason)}`;
    return { ok: isRecent && mayPass(probe.reason), store: 'eventstoredb', detail };
  };
};
