import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder, startServer, type ServerProcess } from './server-process.ts';

const ADDRESS = 'http://127.0.0.1:3000';
const CLI = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const MARK = '--- next ---';

type Step = {
  readonly title: string;
  readonly commands: string;
  readonly shown: readonly string[];
};

const title = (before: string): string => /## ([^\n]+)(?![\s\S]*## )/.exec(before)?.[1] ?? 'Start';

/** Every block of commands of a page, and the answers shown below it, a line each. */
const stepsOf = (page: string): readonly Step[] =>
  [...page.matchAll(/```sh\n([\s\S]*?)```\n(?:\n```json\n([\s\S]*?)```)?/g)].map(
    ([, commands = '', shown = ''], i, all): Step => ({
      title: `${String(i + 1)}/${String(all.length)} ${title(page.slice(0, all[i]?.index))}`,
      commands,
      shown: shown.split('\n').filter((line) => line !== ''),
    }),
  );

/** What one shell says to all the blocks, block by block. */
const answersOf = async (steps: readonly Step[], url: string): Promise<string[][]> => {
  const script = steps
    .map(({ commands }) => `echo '${MARK}'\n${commands.replace(ADDRESS, url)}`)
    .join('\n');
  const shell = spawn('bash', ['-euc', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = await Promise.all([text(shell.stdout), once(shell, 'exit')]);
  const blocks = said.split(`${MARK}\n`).slice(1);
  return blocks.map((block) => block.split('\n').filter((line) => line !== ''));
};

const isLike = (answer: string, shown: string): boolean => {
  try {
    expect(JSON.parse(answer)).toMatchObject(JSON.parse(shown) as object);
    return true;
  } catch {
    return false;
  }
};

/** Runs every command of a page of docs/ in one shell, and holds the answers against those shown. */
export const runsAsTold = (file: string, { atLeast }: { readonly atLeast: number }): void => {
  const page = readFileSync(fileURLToPath(new URL(`../../docs/${file}`, import.meta.url)), 'utf8');
  const [start, ...asked] = stepsOf(page);
  const { folder, remove } = dataFolder();
  let server: ServerProcess;
  let answers: string[][];
  beforeAll(async () => {
    server = await startServer(folder, { CONCORD_CLOCK: 'settable' });
    answers = await answersOf(asked, server.url);
  }, 300_000);
  afterAll(async () => {
    await server.stop();
    remove();
  });

  describe(file, () => {
    it('starts a server on an empty folder, with a clock that can be moved', () =>
      expect(start?.commands.trim()).toBe(
        'CONCORD_CLOCK=settable CONCORD_DATA=$(mktemp -d) npm start',
      ));

    it('answers every command', () => {
      const commands = asked.map(
        (step) => step.commands.match(/^ *(post|get|tell) /gm)?.length ?? 0,
      );
      expect(commands.reduce((sum, n) => sum + n, 0)).toBeGreaterThan(atLeast);
      expect(answers).toHaveLength(asked.length);
    });

    it.each(asked.map((step, i) => ({ ...step, i })))('$title', ({ shown, i }) => {
      let rest = answers[i] ?? [];
      for (const one of shown) {
        const found = rest.findIndex((answer) => isLike(answer, one));
        expect(found, `${one}\nis not among\n${rest.join('\n')}`).toBeGreaterThanOrEqual(0);
        rest = rest.slice(found + 1);
      }
    });

    it('leaves a log in which nothing is wrong or missing', async () => {
      const env = { PATH: process.env['PATH'], CONCORD_DATA: folder, LANG: 'en_US.UTF-8' };
      const verify = spawn(process.execPath, [CLI, 'verify'], {
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const ended = once(verify, 'exit');
      const said = await Promise.all([text(verify.stdout), text(verify.stderr)]);
      expect(await ended, said.join('\n')).toStrictEqual([0, null]);
    });
  });
};
