import type { Fault, Rpc } from '../faults.ts';
import { notReady, unavailable } from '../faults.ts';
import { type Call, code, Refusal } from '../grpc.ts';
import type { Log } from './log.ts';

/** What was called, and for which stream; none for the log or the server itself. */
export type Asked = { readonly rpc: Rpc; readonly stream?: string };

/** What a node lets its calls know and ask. */
export type Host = {
  readonly log: Log;
  /** The fault that strikes the call just received, if one is planned. */
  readonly nextFault: (asked: Asked) => Fault | undefined;
  /** Up to 24.10.4 a filtered subscription may say a checkpoint at the end of all numbers. */
  readonly before24_10_5: boolean;
  readonly maxAppendSize: number;
  /** Whether a caller may be who it says. */
  readonly trusts: (authorization: string | undefined) => boolean;
  readonly ready: () => boolean;
  /** Frozen, or just awake: what was asked meanwhile may already have been given up. */
  readonly awake: () => Promise<void> | null;
  /** Calls itself leader while another is: nothing it takes is ever committed. */
  readonly deposed: () => boolean;
  /** Where the leader is, unless this is the leader. */
  readonly otherLeader: () => { readonly host: string; readonly port: number } | 'none' | null;
  /** Subscriptions are stalled: they hold what they have. */
  readonly stalled: () => Promise<void> | null;
};

/** Refuses a call that this node may not serve now. */
export const refusalOf = (host: Host, call: Call): Refusal | null => {
  if (!host.ready()) return notReady();
  if (!host.trusts(call.headers.authorization))
    return new Refusal(code.unauthenticated, 'Unauthenticated');
  const leader = host.otherLeader();
  if (leader === null || call.headers['requires-leader'] !== 'true') return null;
  if (leader === 'none') return new Refusal(code.unknown, 'No leader info available in response');
  return new Refusal(code.notFound, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': leader.host,
    'leader-endpoint-port': String(leader.port),
  });
};

/** A follower hands a write on to the leader; without one it can't. */
export const writeRefusalOf = (host: Host, call: Call): Refusal | null =>
  refusalOf(host, call) ?? (host.otherLeader() === 'none' ? notReady() : null);

const stricken = (host: Host, call: Call, fault: Fault, commit: () => () => void): void => {
  // Whoever was killed or given up meanwhile commits nothing any more.
  const late = () => {
    if (call.open() && host.ready()) commit()();
  };
  switch (fault.what) {
    case 'reject':
      call.finish(fault.with ?? unavailable());
      return;
    case 'delay':
      setTimeout(late, fault.ms);
      return;
    case 'hold':
      void fault.until.then(late);
      return;
    case 'mute':
      return;
    case 'lose-the-answer':
      commit();
      return;
    case 'fail-after-commit':
      commit();
      call.finish(fault.with ?? unavailable());
  }
};

/** Does the work of a call and answers it, through the fault that is planned for it if any. */
export const serve = (host: Host, asked: Asked, call: Call, commit: () => () => void): void => {
  const { rpc } = asked;
  const asleep = host.awake();
  if (asleep !== null) {
    void asleep.then(() => {
      if (call.open()) serve(host, asked, call, commit);
    });
    return;
  }
  if (rpc !== 'read' && rpc !== 'subscribe' && host.deposed()) return;
  const fault = host.nextFault(asked);
  if (fault === undefined) commit()();
  else stricken(host, call, fault, commit);
};
