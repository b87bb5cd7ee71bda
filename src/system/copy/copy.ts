import { Corrupt, type Envelope, type EventStore, type Recorded } from '../../store/event-store.ts';
import { claim, claimIn } from '../../people/keeper.ts';
import { reactorPlace } from '../place.ts';
import { businessIn, type FactsOf } from './business.ts';
import { compared, isSame, type Digest, type Pair } from './compare.ts';

/** The two stores cannot be made one copy of the other; says why. Nothing more is written. */
export class CopyRefused extends Error {
  override readonly name = 'CopyRefused';
}

export type Copying = {
  readonly from: EventStore;
  readonly to: EventStore;
  /** Appends under way at a time: one where the order of the log would not be kept otherwise. */
  readonly atOnce: number;
  readonly now: () => string;
  /** Told how far the work is: copying, then comparing. */
  readonly progress?: (done: number, of: number) => void;
};

/** What was copied: how much of it was there already, and the digest of both sides. */
export type Copied = Digest & { readonly already: number };

type Shown = (at: Recorded) => void;

/** Where the reactor stood in the log it leaves, and what that is in the log it comes to. */
type Moved = { readonly left: bigint; place: bigint };

/** Which keys seal the people of the source; a target may name no others. */
const ensureSameKeys = async ({ from, to }: Copying): Promise<string | undefined> => {
  const [keys, others] = [await claimIn(from), await claimIn(to)];
  if (keys !== undefined && others !== undefined && keys !== others)
    throw new CopyRefused(
      `目标库的个人信息由另一套密钥（${others}）封存 / the people of the target are sealed under other keys (${others}) than those of the source (${keys})`,
    );
  return keys;
};

const where = ({ type, stream, id }: Recorded): string => `${type} of ${stream} (${id})`;

const said = (fact: Recorded | undefined): string => (fact ? where(fact) : 'nothing');

const foreign = ({ source, target }: Pair): CopyRefused =>
  new CopyRefused(
    `目标库有别的事实 / the target holds ${said(target)} where the source has ${said(source)}: it is not the beginning of a copy`,
  );

const unequal = ({ source, target }: Pair): CopyRefused =>
  new CopyRefused(
    `核对不符 / the copy is not equal: the source has ${said(source)}, the target ${said(target)}`,
  );

/** The next fact of the target; what others wrote there under our categories makes it no target. */
const nextIn = async (target: FactsOf): Promise<Recorded | undefined> => {
  try {
    return await target.next();
  } catch (error) {
    if (!(error instanceof Corrupt)) throw error;
    throw new CopyRefused(`目标库有别的事实 / the target holds facts of others: ${error.message}`);
  }
};

/** Passes over what the target holds already, which must be how the source begins; answers how much. */
const passed = async (source: FactsOf, copying: Copying, moved: Moved, shown: Shown) => {
  const target = businessIn(copying.to, await copying.to.head());
  try {
    for (let count = 0; ; count++) {
      const found = await nextIn(target);
      if (!found) return count;
      const due = await source.next();
      if (!due || !isSame({ source: due, target: found })) {
        throw foreign({ source: due, target: found });
      }
      if (due.position <= moved.left) moved.place = found.position;
      shown(due);
    }
  } finally {
    await target.close();
  }
};

const envelopeOf = (fact: Recorded): Envelope => {
  const { at, by, onBehalfOf, commandId, bodyHash, correlationId, causationId } = fact;
  return {
    at,
    by,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    commandId,
    bodyHash,
    correlationId,
    causationId,
    ...(fact.import === undefined ? {} : { import: fact.import }),
  };
};

const isSameAppend = (one: Recorded, next: Recorded): boolean =>
  one.stream === next.stream &&
  JSON.stringify(envelopeOf(one)) === JSON.stringify(envelopeOf(next));

/** The facts that were recorded together, so that they are again. */
const appendsIn = async function* (source: FactsOf): AsyncGenerator<readonly Recorded[]> {
  let held: Recorded[] = [];
  for (let fact = await source.next(); fact; fact = await source.next()) {
    const [first] = held;
    if (first && !isSameAppend(first, fact)) {
      yield held;
      held = [];
    }
    held.push(fact);
  }
  if (held.length > 0) yield held;
};

/** Waits for all of them, then throws what the first that failed did: none goes on behind the back. */
const allDone = async (works: readonly Promise<void>[]): Promise<void> => {
  for (const outcome of await Promise.allSettled(works))
    if (outcome.status === 'rejected') throw outcome.reason;
};

/** Appends what is left of the source, in its order. */
const appended = async (source: FactsOf, copying: Copying, moved: Moved, shown: Shown) => {
  const { to, atOnce } = copying;
  let open: Promise<void>[] = [];
  for await (const facts of appendsIn(source)) {
    const [first] = facts;
    const last = facts.at(-1);
    if (!first || !last) continue;
    const proposed = facts.map(({ id, type, version, data }) => ({ id, type, version, data }));
    const write = async (): Promise<void> => {
      const envelope = envelopeOf(first);
      const { position } = await to.append(first.stream, proposed, first.revision - 1n, envelope);
      if (last.position <= moved.left && position > moved.place) moved.place = position;
    };
    const writing = write();
    // It may fail while the source is read: that is told when all are waited for.
    writing.catch(() => undefined);
    open.push(writing);
    shown(last);
    if (open.length < atOnce) continue;
    await allDone(open);
    open = [];
  }
  await allDone(open);
};

/** Reads both logs again, side by side. */
const verified = async ({ from, to }: Copying, end: bigint, shown: Shown): Promise<Digest> => {
  const [source, target] = [businessIn(from, end), businessIn(to, await to.head())];
  try {
    return await compared(source, target, { differs: unequal, passed: shown });
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
};

/**
 * Copies every fact of the business from one store to another, as it is: id, instant, actor, metadata,
 * order within each stream and over all. Begun again after it was broken off, it goes on where it was.
 * At the end both are read again and compared. Nobody may write to either meanwhile. Throws CopyRefused.
 */
export const copyAll = async (copying: Copying): Promise<Copied> => {
  const { from, to, now, progress = () => undefined } = copying;
  const end = await from.head();
  const moved: Moved = { left: await reactorPlace(from, now).find(), place: 0n };
  const source = businessIn(from, end);
  const of = Number(end);
  try {
    const copies: Shown = ({ position }) => progress(Number(position) / 2, of);
    const already = await passed(source, copying, moved, copies);
    const keys = await ensureSameKeys(copying);
    await appended(source, copying, moved, copies);
    const compares: Shown = ({ position }) => progress(of / 2 + Number(position) / 2, of);
    const digest = await verified(copying, end, compares);
    if ((await from.head()) !== end)
      throw new CopyRefused(
        '复制期间源库有新事实 / the source went on while it was copied: stop every node, then copy again',
      );
    // What the policies ordered is among the facts: the reactor goes on where it was.
    const place = reactorPlace(to, now);
    await place.find();
    await place.mark(moved.place);
    if (keys !== undefined) await claim(to, keys, now());
    return { ...digest, already };
  } finally {
    await source.close();
  }
};
