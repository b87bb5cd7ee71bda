import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Summary } from './summary.ts';

/** What is kept of every import over HTTP, also when the server stopped in between. */
export const RunNote = z.object({
  id: z.string(),
  profile: z.string(),
  /** What the file was called where it came from. */
  name: z.string().nullable(),
  dryRun: z.boolean(),
  by: z.string(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  /** `interrupted`: the server stopped; the same file again takes up where it was. */
  status: z.enum(['running', 'done', 'failed', 'interrupted']),
  progress: z.object({ done: z.number(), of: z.number() }),
  summary: Summary.nullable(),
  /** Why it failed. */
  fault: z.string().nullable(),
  rejects: z.string().nullable(),
});
export type RunNote = z.infer<typeof RunNote>;

const FILE = 'run.json';
const RUN = /^[0-9a-f]{32}$/;

/** The runs of a folder, one folder each; what runs now is known in memory only as to its progress. */
export const importRuns = (folder: string) => {
  const running = new Map<string, RunNote>();

  const write = async (note: RunNote): Promise<void> => {
    await mkdir(join(folder, note.id), { recursive: true });
    const file = join(folder, note.id, FILE);
    await writeFile(`${file}.partial`, JSON.stringify(note));
    await rename(`${file}.partial`, file);
  };

  const find = async (id: string): Promise<RunNote | undefined> => {
    const known = running.get(id);
    if (known || !RUN.test(id)) return known;
    const text = await readFile(join(folder, id, FILE), 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    const note = RunNote.parse(JSON.parse(text));
    return note.status === 'running' ? { ...note, status: 'interrupted' } : note;
  };

  return {
    folderOf: (id: string): string => join(folder, id),
    begin: async (note: RunNote): Promise<void> => {
      running.set(note.id, note);
      await write(note);
    },
    progress: (id: string, done: number, of: number): void => {
      const note = running.get(id);
      if (note) running.set(id, { ...note, progress: { done, of } });
    },
    end: async (id: string, how: Partial<RunNote>): Promise<RunNote> => {
      const note = running.get(id);
      if (!note) throw new Error(`No import ${id} is running.`);
      const ended = { ...note, ...how };
      await write(ended);
      running.delete(id);
      return ended;
    },
    find,
    /** The latest first. */
    list: async (): Promise<readonly RunNote[]> => {
      const names = await readdir(folder).catch(() => []);
      const notes = await Promise.all(names.filter((name) => RUN.test(name)).map(find));
      return notes
        .filter((note) => note !== undefined)
        .toSorted((a, b) => (a.startedAt > b.startedAt ? -1 : Number(a.startedAt < b.startedAt)));
    },
  };
};
export type ImportRuns = ReturnType<typeof importRuns>;
