import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StoreUnavailable } from './event-store.ts';

const made = (path: string): void => {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(path) !== path) made(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
};

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Makes a folder with all it lies in, a step at a time: Node's own way never ends where the system
 * lets nobody make one (/proc). Throws StoreUnavailable; `named` is what people know it by.
 */
export const makeFolder = (folder: string, named = ''): void => {
  try {
    made(resolve(folder));
  } catch (error) {
    const where = named === '' ? folder : `${named}: ${folder}`;
    const said = `${where} 不能作为文件夹使用 / cannot be made a folder (${reason(error)})`;
    throw new StoreUnavailable(said, 'not-recorded', error);
  }
};
