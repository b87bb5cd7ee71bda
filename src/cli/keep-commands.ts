import type { Command } from 'commander';
import { resolve } from 'node:path';
import { z } from 'zod';
import { exits, Failed } from './exit.ts';
import { answer, paperFrom } from './paper.ts';
import { restoreFrom } from './restore.ts';
import { configFrom, housework } from './with-desk.ts';

const Findings = z.object({ findings: z.array(z.string()) });
const Copied = z.object({ files: z.array(z.string()) });

const verifying = (program: Command): void => {
  program
    .command('verify')
    .description(
      'check that every event parses and folds, and that rebuilt tables equal the live ones',
    )
    .action(async (_options: unknown, command: Command) => {
      const paper = paperFrom(command);
      const { findings } = Findings.parse(
        await housework(command, {
          name: 'verify',
          body: {},
          here: async (app) => ({ findings: await app.verify() }),
          mayHaveStopped: true,
        }),
      );
      const well = { zh: '核验无误', en: 'all is well' }[paper.language];
      answer(paper, { findings }, () => (findings.length === 0 ? well : findings.join('\n')));
      if (findings.length > 0) throw new Failed(exits.refused, '');
    });
};

const rebuilding = (program: Command): void => {
  program
    .command('rebuild')
    .description('build read models anew, beside the old ones')
    .argument('[tables...]', 'all when left out')
    .action(async (tables: string[], _options: unknown, command: Command) => {
      const paper = paperFrom(command);
      const rebuilt = { rebuilt: tables.length > 0 ? tables : 'all' };
      await housework(command, {
        name: 'rebuild',
        body: { tables },
        here: async (app) => {
          await app.rebuild(tables.length > 0 ? tables : undefined).catch((error: unknown) => {
            throw error instanceof RangeError ? new Failed(exits.usage, error.message) : error;
          });
          return rebuilt;
        },
      });
      const done = { zh: '已重建', en: 'rebuilt' }[paper.language];
      answer(paper, rebuilt, () => done);
    });
};

const backingUp = (program: Command): void => {
  program
    .command('backup')
    .description('a consistent copy of events and keys')
    .argument('<folder>')
    .action(async (folder: string, _options: unknown, command: Command) => {
      const { files } = Copied.parse(
        await housework(command, {
          name: 'backup',
          body: { folder: resolve(folder) },
          here: async (app) => ({ files: await app.backup(folder) }),
          // What cannot be made anew is saved also when the read models are beyond making.
          atOnce: true,
        }),
      );
      answer(paperFrom(command), { folder, files }, () => `${folder}: ${files.join(', ')}`);
    });
};

/** Commands that keep the house: serve, rebuild, verify, backup, restore. */
export const keepCommands = (program: Command): void => {
  program
    .command('serve')
    .description('serve the data folder over HTTP')
    .action(async (_options: unknown, command: Command) => {
      const { folder } = command.optsWithGlobals<{ folder?: string }>();
      if (folder !== undefined) process.env['CONCORD_DATA'] = folder;
      await import('../serve.ts');
    });
  rebuilding(program);
  verifying(program);
  backingUp(program);
  program
    .command('restore')
    .description('put a backup in place of the data; what was there is kept beside it')
    .argument('<folder>')
    .action(async (folder: string, _options: unknown, command: Command) => {
      const restored = await restoreFrom(configFrom(command), folder);
      answer(paperFrom(command), restored, () =>
        restored.replaced === null ? restored.head : `${restored.head}  (${restored.replaced})`,
      );
    });
};
