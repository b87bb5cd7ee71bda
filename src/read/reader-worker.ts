import type { SQLInputValue } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { preparing } from './preparing.ts';
import { openViewsToRead } from './views.ts';

/** One read for a worker: it answers with rows or with what went wrong. */
export type Task = { readonly id: number; readonly text: string; readonly values: SQLInputValue[] };
export type Done =
  | { readonly id: number; readonly rows: unknown[] }
  | { readonly id: number; readonly failed: string };

const prepare = preparing(openViewsToRead(String(workerData)));

parentPort?.on('message', ({ id, text, values }: Task) => {
  try {
    const rows = prepare(text).all(...values);
    // node:sqlite's rows have no prototype, which a message would lose anyway.
    parentPort?.postMessage({ id, rows } satisfies Done);
  } catch (error) {
    parentPort?.postMessage({ id, failed: String(error) } satisfies Done);
  }
});
