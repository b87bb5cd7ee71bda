#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { exitOf, exits, Failed } from './exit.ts';
import { houseCommands } from './house-commands.ts';
import { keepCommands } from './keep-commands.ts';
import { readCommands } from './read-commands.ts';
import { writeCommands } from './write-commands.ts';

const program = new Command('concord')
  .description('劳动关系与集体协商 · labor relations and collective bargaining')
  .option('--json', 'answer as JSON')
  .option('--lang <language>', 'zh or en; from LANG when left out')
  .option('--folder <folder>', 'the data folder; CONCORD_DATA when left out')
  .showHelpAfterError()
  .exitOverride();

for (const add of [readCommands, writeCommands, keepCommands, houseCommands]) add(program);

/** Says what went wrong, in words or as JSON, on the error stream. */
const complain = (error: unknown): void => {
  if (error instanceof CommanderError) return;
  const { json } = program.opts<{ json?: boolean }>();
  const body = error instanceof Failed ? error.body : undefined;
  const message = error instanceof Error ? error.message : String(error);
  if (json && body !== undefined) process.stderr.write(`${JSON.stringify(body)}\n`);
  else if (message !== '') process.stderr.write(`${message}\n`);
};

// A reader that has seen enough closes the pipe: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exits.done : exits.unreachable);
});

try {
  await program.parseAsync();
} catch (error) {
  complain(error);
  process.exitCode = exitOf(error);
}
