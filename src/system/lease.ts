import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { z } from 'zod';
import { derivedId } from '../ids.ts';
import {
  Conflict,
  Corrupt,
  NO_STREAM,
  type EventStore,
  type Recorded,
} from '../store/event-store.ts';
import { lastOf } from '../store/last-of.ts';
import { OWN_CATEGORY } from './facts.ts';

export const LEASE_STREAM = `${OWN_CATEGORY}-duty`;

/** Of its term a holder acts in four fifths: its clock and a follower's need not run alike. */
const SAFE = 0.8;
const RENEWED_AFTER = 1 / 3;

/** The right to run the reactor and the clock, which one node has at a time. */
export type Lease = {
  /** Takes, renews or looks, as is due; whether it is ours now. Throws StoreUnavailable. */
  readonly turn: () => Promise<boolean>;
  /** Whether it is ours at this very moment. */
  readonly isMine: () => boolean;
  /** Who held it when it was last looked at; undefined when nobody did. */
  readonly holder: () => string | undefined;
  /** How often this node took it from one that had gone silent. */
  readonly takeovers: () => number;
  /** Gives it back, if it is ours, so that another need not wait. */
  readonly release: () => Promise<void>;
};

export type LeaseOptions = {
  readonly store: EventStore;
  /** The name of this process, of no other and of none before it. */
  readonly holder: string;
  /** How long a holder may be silent before another takes over, in milliseconds. */
  readonly term: number;
  readonly now: () => string;
  /** Milliseconds of a clock that nobody sets. */
  readonly elapsed?: () => number;
};

const Held = z.object({ holder: z.string(), term: z.number().positive() });
type Held = z.infer<typeof Held>;

type Word = 'DutyTaken' | 'DutyRenewed' | 'DutyReleased';
/** The last word in the stream, and when this node first read it. */
type Sight = Held & { readonly revision: bigint; readonly word: string; readonly since: number };

/** A name for this process that tells people where it runs. */
export const holderName = (): string =>
  `${hostname()}-${String(process.pid)}-${randomUUID().slice(0, 8)}`;

/** The lease of a store that no other process can write: always ours, and nothing to write down. */
export const soleLease = (holder: string): Lease => ({
  turn: () => Promise.resolve(true),
  isMine: () => true,
  holder: () => holder,
  takeovers: () => 0,
  release: () => Promise.resolve(),
});

/** The lease stream as this node sees it. */
const sighting = (store: EventStore, elapsed: () => number) => {
  let sight: Sight | undefined;
  /** What was said since; nothing when the server has let go of the old words meanwhile ($maxCount). */
  const newsAfter = async (revision: bigint): Promise<readonly Recorded[]> => {
    try {
      return await store.read(LEASE_STREAM, revision);
    } catch (error) {
      if (error instanceof Corrupt) return [];
      throw error;
    }
  };
  const newest = async (): Promise<Recorded | undefined> => {
    const news = sight ? await newsAfter(sight.revision) : [];
    return news.at(-1) ?? lastOf(store, LEASE_STREAM);
  };
  const note = (word: string, revision: bigint, held: Held): Sight => {
    sight = { ...held, word, revision, since: elapsed() };
    return sight;
  };
  return {
    look: async (): Promise<Sight | undefined> => {
      const last = await newest();
      // No clock but our own is asked: a holder is silent for as long as we have seen nothing new.
      if (last && last.revision !== sight?.revision)
        note(last.type, last.revision, Held.parse(last.data));
      return sight;
    },
    note,
    last: () => sight,
  };
};

/** What was last said, unless that was that nobody is on duty. */
const heldBy = (sight: Sight | undefined): Sight | undefined =>
  sight?.word === 'DutyReleased' ? undefined : sight;

/**
 * A lease kept in the event store: whoever appends at the revision it saw has it. It counts from
 * before it was asked for. It saves work, it does not guard anything: what two holders order under
 * the same command ids is recorded once.
 */
export const leaseIn = (options: LeaseOptions): Lease => {
  const { store, holder, term, now, elapsed = () => performance.now() } = options;
  const seen = sighting(store, elapsed);
  let mineUntil = Number.NEGATIVE_INFINITY;
  let renewAt = Number.NEGATIVE_INFINITY;
  let takeovers = 0;
  let asked: { readonly after: bigint; readonly at: number } | undefined;

  const say = async (word: Word, after: bigint): Promise<bigint> => {
    const commandId = derivedId('duty', holder, word, String(after));
    const fact = { id: commandId, type: word, version: 1, data: { holder, term } };
    const ids = { commandId, correlationId: commandId, causationId: commandId };
    const envelope = { at: now(), by: 'duty', bodyHash: '', ...ids };
    const { revision } = await store.append(LEASE_STREAM, [fact], after, envelope);
    return revision;
  };

  const lose = (): false => {
    mineUntil = Number.NEGATIVE_INFINITY;
    return false;
  };

  /** Says it at this revision; false when somebody else was first. */
  const have = async (word: 'DutyTaken' | 'DutyRenewed', after: bigint): Promise<boolean> => {
    // A repetition may find what the first try recorded: then it counts from the first.
    if (asked?.after !== after) asked = { after, at: elapsed() };
    const { at } = asked;
    try {
      seen.note(word, await say(word, after), { holder, term });
    } catch (error) {
      if (error instanceof Conflict) return lose();
      throw error;
    }
    mineUntil = at + term * SAFE;
    renewAt = at + term * RENEWED_AFTER;
    return elapsed() < mineUntil;
  };

  const isMine = (): boolean => elapsed() < mineUntil;

  const turn = async (): Promise<boolean> => {
    if (elapsed() < Math.min(renewAt, mineUntil)) return true;
    const sight = await seen.look();
    const after = sight?.revision ?? NO_STREAM;
    const held = heldBy(sight);
    if (held?.holder === holder) return have('DutyRenewed', after);
    if (held && elapsed() - held.since < held.term) return lose();
    const taken = await have('DutyTaken', after);
    if (taken && held) takeovers += 1;
    return taken;
  };

  const release = async (): Promise<void> => {
    const last = heldBy(seen.last());
    if (last?.holder !== holder) return;
    lose();
    try {
      seen.note('DutyReleased', await say('DutyReleased', last.revision), { holder, term });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  };

  return {
    turn,
    isMine,
    holder: () => heldBy(seen.last())?.holder,
    takeovers: () => takeovers,
    release,
  };
};
