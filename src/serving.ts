import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Who serves a data folder: where it listens, its process, and the key of who keeps the house. */
const Serving = z.object({ url: z.url(), pid: z.int().positive(), key: z.string().optional() });
export type Serving = z.infer<typeof Serving>;

const file = (folder: string): string => join(folder, 'server.json');

/** Says that this process serves the folder, to who may read it; written once it listens. */
export const writeServing = (folder: string, serving: Serving): void => {
  // The mode holds for a new file only.
  removeServing(folder);
  writeFileSync(file(folder), `${JSON.stringify(serving)}\n`, { mode: 0o600 });
};

/** Takes the note away when the server stops. */
export const removeServing = (folder: string): void => rmSync(file(folder), { force: true });

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Someone else's process is there all the same.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** The server of a folder; undefined when there is none, or only the note of one that was killed. */
export const readServing = (folder: string): Serving | undefined => {
  try {
    const serving = Serving.parse(JSON.parse(readFileSync(file(folder), 'utf8')));
    return isAlive(serving.pid) ? serving : undefined;
  } catch {
    return undefined;
  }
};
