import { Command, CommanderError } from 'commander';
import { exitOf, exits, problemOf, saidBy } from './exit.ts';
import { houseCommands } from './house-commands.ts';
import { keepCommands } from './keep-commands.ts';
import { readCommands } from './read-commands.ts';
import { writeCommands } from './write-commands.ts';

// Asked before the options are parsed: what cannot be parsed is complained of in the same way.
const json = process.argv.includes('--json');

const program = new Command('concord')
  .description('劳动关系与集体协商 · labor relations and collective bargaining')
  .option('--json', 'answer as JSON')
  .option('--lang <language>', 'zh or en; from LANG when left out')
  .option('--folder <folder>', 'the data folder; CONCORD_DATA when left out')
  .showHelpAfterError()
  .configureOutput({
    writeErr: (text) => {
      if (!json) process.stderr.write(text);
    },
  })
  .exitOverride();

for (const add of [readCommands, writeCommands, keepCommands, houseCommands]) add(program);

/** Says what went wrong, in words or as JSON, on the error stream. */
const complain = (error: unknown): void => {
  if (json) {
    if (saidBy(error) !== '' && exitOf(error) !== exits.done)
      process.stderr.write(`${JSON.stringify(problemOf(error))}\n`);
    return;
  }
  // The parser of the command line has said it, with its help.
  if (error instanceof CommanderError || saidBy(error) === '') return;
  process.stderr.write(`${saidBy(error)}\n`);
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
