import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** How a process of its own ended, and what it said. */
export type Ended = { readonly code: number | null; readonly out: string[]; readonly err: string };

/** Runs a script whose defect may end the process: with the name of what to provoke. */
export const runChild = async (script: URL, name: string): Promise<Ended> => {
  const child = spawn(process.execPath, [script.pathname, name], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err] = [text(child.stdout), text(child.stderr)];
  const late = setTimeout(() => child.kill('SIGKILL'), 80_000);
  await once(child, 'exit');
  clearTimeout(late);
  return { code: child.exitCode, out: (await out).trim().split('\n'), err: await err };
};
