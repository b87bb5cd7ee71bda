import { join } from 'node:path';
import type { AnyStore } from './open-store.ts';
import { copyAttachments } from '../attachments/referred.ts';
import { makeFolder } from '../store/sqlite.ts';
import type { Vault } from '../people/vault.ts';

/** What is saved; `attachments` is the folder of the files that facts refer to. */
export type Saved = {
  readonly store: AnyStore;
  readonly vault: Vault;
  readonly attachments: string;
};

/**
 * Copies what cannot be rebuilt while the system runs: the events, then the keys, so that no fact
 * in the copy lacks its person's key. Events in a server of their own are saved there, before this.
 * Read models are not copied; they are made anew. Answers with the names of the files written.
 */
export const backupTo = async (
  folder: string,
  { store, vault, attachments }: Saved,
): Promise<readonly string[]> => {
  makeFolder(folder);
  await store.backup?.(join(folder, 'events.db'));
  await vault.backup(join(folder, 'keys.db'));
  // After the events: every file that a copied fact refers to was there before that fact.
  const files = copyAttachments(attachments, join(folder, 'attachments'));
  return [...(store.backup ? ['events.db'] : []), 'keys.db', ...(files > 0 ? ['attachments'] : [])];
};
