import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How a run of the program ended, and what it said. */
export type Ran = { readonly exit: number | null; readonly out: string; readonly err: string };

/** The program over a data folder of its own. */
export const concordIn = (settings: Readonly<Record<string, string>> = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-cli-'));
  const env = {
    PATH: process.env['PATH'],
    LANG: 'en_US.UTF-8',
    CONCORD_DATA: join(folder, 'data'),
    LOG_LEVEL: 'warn',
    PORT: '0',
    ...settings,
  };
  const started = (...words: readonly string[]): ChildProcess =>
    spawn(process.execPath, ['src/cli/main.ts', ...words], {
      env,
      stdio: ['pipe', 'pipe', 'pipe'],
    });

  const run = (words: readonly string[], input = ''): Promise<Ran> =>
    new Promise((done) => {
      const child = started(...words);
      let out = '';
      let err = '';
      child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
      child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
      child.on('close', (exit) => done({ exit, out, err }));
      child.stdin?.end(input);
    });

  return {
    folder,
    data: env.CONCORD_DATA,
    started,
    run: (...words: readonly string[]) => run(words),
    runWith: (input: string, ...words: readonly string[]) => run(words, input),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
