import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EmbeddedStore } from '../store/sqlite.ts';
import type { Vault } from '../people/vault.ts';

/**
 * Copies what cannot be rebuilt while the system runs: the events, then the keys, so that no fact
 * in the copy lacks its person's key. Read models are not copied; they are made anew.
 */
export const backupTo = async (
  folder: string,
  { store, vault }: { readonly store: EmbeddedStore; readonly vault: Vault },
): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  await store.backup(join(folder, 'events.db'));
  await vault.backup(join(folder, 'keys.db'));
};
