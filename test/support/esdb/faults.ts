import { code, Refusal } from './grpc.ts';

/** What can be called; a read with a subscription is its own kind. */
export type Rpc =
  'append' | 'batch' | 'delete' | 'tombstone' | 'read' | 'subscribe' | 'features' | 'gossip';

/** What goes wrong with a call; what is lost or fails afterwards has been committed before. */
export type Fault =
  | { readonly what: 'reject'; readonly with?: Refusal }
  | { readonly what: 'delay'; readonly ms: number }
  | { readonly what: 'hold'; readonly until: Promise<unknown> }
  | { readonly what: 'mute' }
  | { readonly what: 'lose-the-answer' }
  | { readonly what: 'fail-after-commit'; readonly with?: Refusal };

/** A fault that waits for its calls. */
export type Planned = {
  /** How often it has struck. */
  readonly struck: () => number;
  /** Resolves when it has struck for the first time. */
  readonly met: Promise<void>;
  /** It strikes no more. */
  readonly lift: () => void;
};

/** The node can't serve. */
export const unavailable = (details = 'Service unavailable'): Refusal =>
  new Refusal(code.unavailable, details);

export const notReady = (): Refusal => unavailable('Server Is Not Ready');

/** What a .NET handler answers that threw. */
export const thrown = (details = 'Exception was thrown by handler.'): Refusal =>
  new Refusal(code.unknown, details);

/** Something that happens once, and can be waited for. */
export type Bell = { readonly rung: Promise<void>; readonly ring: () => void };

export const createBell = (): Bell => {
  let ring = (): void => undefined;
  const rung = new Promise<void>((resolve) => {
    ring = resolve;
  });
  return { rung, ring: () => ring() };
};

/** Which calls a fault is meant for, by the stream they name; every call when left out. */
export type Meant = (stream: string) => boolean;

type Waiting = {
  readonly rpc: Rpc;
  readonly fault: Fault;
  readonly meant: Meant;
  left: number;
  hit: () => void;
};

/** The faults of one node, in the order they were planned; the first that fits a call strikes it. */
export type Faults = ReturnType<typeof createFaults>;

export const createFaults = () => {
  const waiting: Waiting[] = [];

  const plan = (rpc: Rpc, fault: Fault, times = 1, meant: Meant = () => true): Planned => {
    let struck = 0;
    const { rung, ring } = createBell();
    const entry: Waiting = {
      ...{ rpc, fault, meant },
      left: times,
      hit: () => {
        struck += 1;
        ring();
      },
    };
    waiting.push(entry);
    return {
      struck: () => struck,
      met: rung,
      lift: () => {
        entry.left = 0;
      },
    };
  };

  /** The fault that strikes this call, if any. */
  const next = (rpc: Rpc, stream: string): Fault | undefined => {
    const at = waiting.findIndex((each) => each.rpc === rpc && each.left > 0 && each.meant(stream));
    const entry = waiting[at];
    if (entry === undefined) return undefined;
    entry.left -= 1;
    if (entry.left <= 0) waiting.splice(at, 1);
    entry.hit();
    return entry.fault;
  };

  return { plan, next };
};
