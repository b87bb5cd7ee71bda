import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore } from '../../store/event-store.ts';
import { openEsdbStore } from '../../store/esdb.ts';
import { openEmbeddedStore } from '../../store/sqlite.ts';
import { categories } from '../../things.ts';
import { CopyRefused } from './copy.ts';

/** One end of a copy: a store, and how many appends may be under way at a time. */
export type End = { readonly store: EventStore; readonly atOnce: number };

export type EndOptions = {
  /** The data folder that `embedded` means. */
  readonly folder: string;
  readonly caFile?: string | undefined;
  readonly isSource: boolean;
};

/** Appends to a file are committed together, in the order in which they were asked for. */
const IN_A_FILE = 500;

const fileOf = (name: string, folder: string): string => {
  const path = name === 'embedded' ? folder : name;
  const isFolder = existsSync(path) ? statSync(path).isDirectory() : !path.endsWith('.db');
  return isFolder ? join(path, 'events.db') : path;
};

/**
 * Opens what `--from` and `--to` name: `embedded`, a data folder, a file, or esdb://…
 * Throws CopyRefused for a source that is not there, Locked while a server writes to it.
 */
export const endOf = (name: string, { folder, caFile, isSource }: EndOptions): End => {
  if (/^esdb(\+discover)?:/.test(name))
    return { store: openEsdbStore({ url: name, caFile, categories }), atOnce: 1 };
  const file = fileOf(name, folder);
  if (isSource && !existsSync(file)) throw new CopyRefused(`${file}: 不存在 / is not there`);
  return { store: openEmbeddedStore({ file }), atOnce: IN_A_FILE };
};
