import type { SQLInputValue } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import type { Query } from '../../projections/projection.ts';
import { threadEnvironment } from '../compiled.ts';
import type { Done, Task } from './reader-worker.ts';
import { preparing } from './preparing.ts';
import { openViewsToRead } from './views.ts';

type Asked = { readonly task: Task; readonly done: (done: Done) => void };

const PAGE = 2_000;

/** One worker thread with a connection of its own; reads queue up for it. Started with the first. */
const readerThread = (file: string) => {
  let worker: Worker | undefined;
  let last = 0;
  const waiting = new Map<number, Asked>();

  const settle = (done: Done) => {
    waiting.get(done.id)?.done(done);
    waiting.delete(done.id);
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./reader-worker.ts', import.meta.url), {
      workerData: file,
      env: threadEnvironment(),
    });
    started.unref();
    started.on('message', settle);
    started.on('error', (error: Error) => {
      worker = undefined;
      for (const id of [...waiting.keys()]) settle({ id, failed: error.message });
    });
    return started;
  };
  return {
    busy: () => waiting.size,
    ask: (text: string, values: SQLInputValue[]): Promise<unknown[]> =>
      new Promise((resolve, reject) => {
        const task: Task = { id: ++last, text, values };
        const done = (answer: Done) => {
          if ('rows' in answer) resolve(answer.rows);
          else reject(new Error(answer.failed));
        };
        waiting.set(task.id, { task, done });
        worker ??= start();
        worker.postMessage(task);
      }),
    close: async () => {
      await worker?.terminate();
      for (const id of [...waiting.keys()]) settle({ id, failed: 'The reader was closed.' });
    },
  };
};

/** Read-only connections to the read models: a light one here, heavy ones in threads of their own. */
export const readers = (file: string, threads = 2) => {
  const db = openViewsToRead(file);
  const prepare = preparing(db);
  const pool = Array.from({ length: threads }, () => readerThread(file));

  const heavy = <R>({ text, values }: Query<R>): Promise<R[]> => {
    const [least] = [...pool].sort((a, b) => a.busy() - b.busy());
    if (!least) throw new Error('There are no readers.');
    return least.ask(text, [...values]) as Promise<R[]>;
  };

  /** The rows of a query that yields `id`, in ascending order of it, page by page. */
  const pages = async function* <R extends { readonly id: string }>({
    text,
    values,
  }: Query<R>): AsyncGenerator<readonly R[]> {
    let after = '';
    for (;;) {
      const rows = await heavy<R>({
        text: `SELECT * FROM (${text}) WHERE id > ? ORDER BY id LIMIT ${String(PAGE)}`,
        values: [...values, after],
      });
      if (rows.length > 0) yield rows;
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      after = last.id;
    }
  };

  return {
    all: <R>({ text, values }: Query<R>): R[] => prepare(text).all(...values) as R[],
    heavy,
    pages,
    close: async (): Promise<void> => {
      await Promise.all(pool.map((thread) => thread.close()));
      db.close();
    },
  };
};
