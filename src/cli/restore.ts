import { copyFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyAttachments } from '../attachments/referred.ts';
import { attachmentsFolder, type Config } from '../config.ts';
import { keysIn } from '../people/vault.ts';
import { dropViews } from '../read/views.ts';
import { readServing } from '../serving.ts';
import { makeFolder, restore } from '../store/sqlite.ts';
import { exits, Failed } from './exit.ts';

/** Where the restored events end, and where the file they replaced was put. */
export type Restoration = { readonly head: string; readonly replaced: string | null };

/** Keys that were made here for other people would open nobody's details in the backup. */
const ensureSameKeys = (saved: string, here: string): void => {
  if (!existsSync(here) || !existsSync(saved)) return;
  const [theirs, ours] = [keysIn(saved), keysIn(here)];
  if (theirs === undefined || ours === undefined || theirs === ours) return;
  throw new Failed(
    exits.refused,
    `${here}: 这里的密钥不是备份中的密钥；请先移走 keys.db 和 keys.kek，再放入备份时的 keys.kek / these keys are not those of the backup: put keys.db and keys.kek aside first, and the keys.kek of the backup in their place`,
  );
};

/**
 * Puts a backup in place of the data. Keys that are there stay: they are the backup's and later
 * ones, and a person erased since stays erased. Throws Failed while a server runs or where other keys are, Locked, Corrupt.
 */
export const restoreFrom = async (config: Config, folder: string): Promise<Restoration> => {
  const { CONCORD_DATA: data } = config;
  const serving = readServing(data);
  if (serving)
    throw new Failed(
      exits.unreachable,
      `${serving.url} (${serving.pid}): 请先停止服务器 / stop the server first`,
    );
  if (config.EVENTSTORE_URL !== undefined)
    throw new Failed(
      exits.usage,
      'EVENTSTORE_URL: 事件库的恢复由 EventStoreDB 自己进行；密钥请复制 keys.db / the events are restored by the means of EventStoreDB; for the keys, copy keys.db',
    );
  const events = join(folder, 'events.db');
  if (!existsSync(events))
    throw new Failed(exits.usage, `${events}: 没有这个备份 / there is no such backup`);
  makeFolder(data, 'CONCORD_DATA');
  const keys = join(config.CONCORD_KEYS ?? data, 'keys.db');
  ensureSameKeys(join(folder, 'keys.db'), keys);
  const { head, replaced } = await restore(events, join(data, 'events.db'));
  if (!existsSync(keys)) {
    makeFolder(dirname(keys), 'CONCORD_KEYS');
    copyFileSync(join(folder, 'keys.db'), keys);
  }
  copyAttachments(join(folder, 'attachments'), attachmentsFolder(config));
  dropViews(data);
  return { head: String(head), replaced: replaced ?? null };
};
