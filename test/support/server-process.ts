import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const MAIN = at('src/main.ts');
const { scripts } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as {
  readonly scripts: { readonly start: string };
};
/** What `npm start` gives to Node. */
export const nodeOptions = scripts.start.split(' ').filter((word) => word.startsWith('--'));

/** A data folder of its own, and how to remove it. */
export const dataFolder = (): { readonly folder: string; readonly remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-server-'));
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
};

const urlIn = (line: string): string | undefined =>
  line.includes('"listening"') ? (JSON.parse(line) as { url: string }).url : undefined;

/** A server process on a data folder: where it listens, and how it ends. */
export const startServer = async (
  folder: string,
  settings: Readonly<Record<string, string>> = {},
) => {
  const child = spawn(process.execPath, [...nodeOptions, MAIN], {
    cwd: folder,
    env: { PATH: process.env['PATH'], CONCORD_DATA: folder, PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const orphaned = () => child.kill('SIGKILL');
  process.once('exit', orphaned);
  child.once('exit', () => process.off('exit', orphaned));
  const lines = createInterface({ input: child.stdout });
  const listening = new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const url = urlIn(line);
      if (url !== undefined) resolve(url);
    });
    lines.once('close', () => {
      reject(new Error('The server ended before it listened.'));
    });
  });
  return {
    url: await listening,
    /** Ends it at once, in the middle of whatever it does. */
    kill: async (): Promise<void> => {
      child.kill('SIGKILL');
      await ended;
    },
    /** Stops it where it is, as a suspended machine does, until it wakes. */
    pause: (): void => void child.kill('SIGSTOP'),
    wake: (): void => void child.kill('SIGCONT'),
    /** Lets it finish what it does. */
    stop: async (): Promise<void> => {
      child.kill('SIGTERM');
      await ended;
    },
  };
};
export type ServerProcess = Awaited<ReturnType<typeof startServer>>;

/** What a server said to a request; undefined when it ended before it could say it. */
export type Said = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

/** Posts JSON; undefined when the connection broke. */
export const post = async (
  url: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Said | undefined> => {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Said['body'] };
  } catch {
    return undefined;
  }
};

const PATIENCE_MS = 40_000;

/** Reads the live events from the beginning until so many of a type were told; false when the server ended first, or takes too long. */
export const hears = async (url: string, type: string, count: number): Promise<boolean> => {
  let heard = 0;
  try {
    const { body } = await fetch(`${url}/api/v1/events?after=0`, {
      headers: { Accept: 'text/event-stream' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!body) return false;
    let rest = '';
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      heard += lines.filter((line) => line === `event: ${type}`).length;
      if (heard >= count) return true;
    }
  } catch {
    // The server was killed while it talked, or has nothing more to tell.
  }
  return false;
};
