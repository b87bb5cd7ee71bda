import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyStore } from './open-store.ts';
import type { Vault } from '../people/vault.ts';

/**
 * Copies what cannot be rebuilt while the system runs: the events, then the keys, so that no fact
 * in the copy lacks its person's key. Events in a server of their own are saved there, before this.
 * Read models are not copied; they are made anew. Answers with the names of the files written.
 */
export const backupTo = async (
  folder: string,
  { store, vault }: { readonly store: AnyStore; readonly vault: Vault },
): Promise<readonly string[]> => {
  mkdirSync(folder, { recursive: true });
  await store.backup?.(join(folder, 'events.db'));
  await vault.backup(join(folder, 'keys.db'));
  return [...(store.backup ? ['events.db'] : []), 'keys.db'];
};
