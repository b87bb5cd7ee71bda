import { z } from 'zod';
import { derivedId } from '../ids.ts';
import { Conflict, NO_STREAM, type EventStore } from '../store/event-store.ts';
import { lastOf } from '../store/last-of.ts';
import { KeysElsewhere, type KeysStanding } from './keys-elsewhere.ts';
import { MissingKey, type Vault } from './vault.ts';

/** Beside the business, in no category that is followed: whose keys seal the people of this log. */
const STREAM = 'lease-keys';
const WORD = 'KeysClaimed';

const Claimed = z.object({ keys: z.uuid() });

/** Which keys seal the people of a log; undefined before the first person. Throws StoreUnavailable. */
export const claimIn = async (store: EventStore): Promise<string | undefined> => {
  const last = await lastOf(store, STREAM);
  return last && Claimed.parse(last.data).keys;
};

/**
 * Says in a log which keys seal its people, and answers which they are: of two who say it at the
 * same moment one is first. Throws StoreUnavailable.
 */
export const claim = async (store: EventStore, keys: string, at: string): Promise<string> => {
  const claimed = await claimIn(store);
  if (claimed !== undefined) return claimed;
  const commandId = derivedId('keys', keys);
  const fact = { id: commandId, type: WORD, version: 1, data: { keys } };
  const ids = { commandId, correlationId: commandId, causationId: commandId };
  try {
    await store.append(STREAM, [fact], NO_STREAM, { at, by: 'keys', bodyHash: '', ...ids });
    return keys;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return (await claimIn(store)) ?? keys;
  }
};

/** The keys of this node, as far as they are those of the log. */
export type Keeper = {
  /** The keys: they seal nothing, open nothing and erase nobody while the log's people are sealed under others. */
  readonly vault: Vault;
  /** Before anything is sealed or erased: makes these keys the log's, if it has none. Throws KeysElsewhere, StoreUnavailable. */
  readonly claim: () => Promise<void>;
  /** Looks in the log, if it is not known yet. Throws StoreUnavailable. */
  readonly standing: () => Promise<KeysStanding>;
};

const guarded = (vault: Vault, standing: () => KeysStanding): Vault => {
  const ensureHere = (): void => {
    if (standing() === 'elsewhere') throw new KeysElsewhere('The log names other keys.');
  };
  return {
    ...vault,
    seal: (person, field, plain) => {
      ensureHere();
      return vault.seal(person, field, plain);
    },
    open: (person, field, sealed) => {
      ensureHere();
      try {
        return vault.open(person, field, sealed);
      } catch (error) {
        // Sealed somewhere, and not with these keys: nobody looked since.
        if (error instanceof MissingKey && standing() === 'unclaimed')
          throw new KeysElsewhere(error.message, { cause: error });
        throw error;
      }
    },
    erase: (erasure) => {
      ensureHere();
      vault.erase(erasure);
    },
  };
};

/** Lets the keys of this node work for a log only that names them, or that names none yet. */
export const keeperOf = (store: EventStore, vault: Vault, now: () => string): Keeper => {
  let seen: KeysStanding = 'unclaimed';
  const noted = (keys: string | undefined): KeysStanding => {
    if (keys !== undefined) seen = keys === vault.id ? 'here' : 'elsewhere';
    return seen;
  };
  return {
    vault: guarded(vault, () => seen),
    claim: async () => {
      // What the log says once, it says for ever.
      const stands = seen === 'unclaimed' ? noted(await claim(store, vault.id, now())) : seen;
      if (stands === 'elsewhere') throw new KeysElsewhere('The log names other keys.');
    },
    standing: async () => (seen === 'unclaimed' ? noted(await claimIn(store)) : seen),
  };
};
