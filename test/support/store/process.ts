import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const SCRIPT = fileURLToPath(new URL('./writer.ts', import.meta.url));

const Acknowledged = z.object({
  stream: z.string(),
  commandId: z.string(),
  revision: z.coerce.bigint(),
  position: z.coerce.bigint(),
});
const Failed = z.object({ failed: z.string(), healthy: z.boolean() });

/** An append that the writing process was told is recorded. */
export type Acknowledged = z.infer<typeof Acknowledged>;

/** What a writing process said before it ended. */
export type Said = {
  readonly acknowledged: readonly Acknowledged[];
  readonly failed: readonly z.infer<typeof Failed>[];
};

const heard = async (child: ChildProcess, enough: (count: number) => boolean): Promise<Said> => {
  const acknowledged: Acknowledged[] = [];
  const failed: z.infer<typeof Failed>[] = [];
  const ended = once(child, 'exit');
  if (!child.stdout) throw new Error('The writer says nothing');
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.endsWith('}')) continue; // cut short by the kill
    const said: unknown = JSON.parse(line);
    const failure = Failed.safeParse(said);
    if (failure.success) failed.push(failure.data);
    else acknowledged.push(Acknowledged.parse(said));
    if (enough(acknowledged.length)) child.kill('SIGKILL');
  }
  await ended;
  return { acknowledged, failed };
};

/** Lets a process append to `file` and kills it (SIGKILL) when it has said `count` appends. */
export const killedAfter = (count: number, file: string, writers: number): Promise<Said> => {
  const child = spawn(process.execPath, [SCRIPT, file, String(writers)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return heard(child, (said) => said >= count);
};

/** Lets a process append to `file` until no file of it may grow over `kilobytes`. */
export const filledUp = (kilobytes: number, file: string): Promise<Said> => {
  const limited = `trap '' XFSZ; ulimit -f ${kilobytes * 2}; exec "$0" "$@"`;
  const child = spawn('sh', ['-c', limited, process.execPath, SCRIPT, file, '4'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return heard(child, () => false);
};

/** A process that writes to `file` and holds it until `kill` is called; it has ended when that answers. */
export const holder = async (file: string): Promise<{ readonly kill: () => Promise<void> }> => {
  const child = spawn(process.execPath, [SCRIPT, file, '1'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.stdout.resume();
  return {
    kill: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
};
