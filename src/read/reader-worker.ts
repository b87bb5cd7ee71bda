import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

/** One read for a worker: it answers with rows or with what went wrong. */
export type Task = { readonly id: number; readonly text: string; readonly values: SQLInputValue[] };
export type Done =
  | { readonly id: number; readonly rows: unknown[] }
  | { readonly id: number; readonly failed: string };

const db = new DatabaseSync(String(workerData), { readOnly: true });
db.exec('PRAGMA busy_timeout = 5000; PRAGMA cache_size = -16000; PRAGMA mmap_size = 67108864');

parentPort?.on('message', ({ id, text, values }: Task) => {
  try {
    const rows = db.prepare(text).all(...values);
    // node:sqlite's rows have no prototype, which a message would lose anyway.
    parentPort?.postMessage({ id, rows } satisfies Done);
  } catch (error) {
    parentPort?.postMessage({ id, failed: String(error) } satisfies Done);
  }
});
