import type { Command } from 'commander';
import { exits, Failed } from './exit.ts';
import { answer, paperFrom } from './paper.ts';
import { restoreFrom } from './restore.ts';
import { alone, configFrom } from './with-desk.ts';

const verifying = (program: Command): void => {
  program
    .command('verify')
    .description(
      'check that every event parses and folds, and that rebuilt tables equal the live ones',
    )
    .action(async (_options: unknown, command: Command) =>
      alone(command, async (app, paper) => {
        const findings = await app.verify();
        const well = { zh: '核验无误', en: 'all is well' }[paper.language];
        answer(paper, { findings }, () => (findings.length === 0 ? well : findings.join('\n')));
        if (findings.length > 0) throw new Failed(exits.refused, '');
      }),
    );
};

/** Commands that keep the house: serve, rebuild, verify, backup, restore. */
export const keepCommands = (program: Command): void => {
  program
    .command('serve')
    .description('serve the data folder over HTTP')
    .action(async (_options: unknown, command: Command) => {
      const { folder } = command.optsWithGlobals<{ folder?: string }>();
      if (folder !== undefined) process.env['CONCORD_DATA'] = folder;
      await import('../main.ts');
    });
  program
    .command('rebuild')
    .description('build read models anew, beside the old ones')
    .argument('[tables...]', 'all when left out')
    .action(async (tables: string[], _options: unknown, command: Command) =>
      alone(command, async (app, paper) => {
        await app.rebuild(tables.length > 0 ? tables : undefined).catch((error: unknown) => {
          throw error instanceof RangeError ? new Failed(exits.usage, error.message) : error;
        });
        const done = { zh: '已重建', en: 'rebuilt' }[paper.language];
        answer(paper, { rebuilt: tables.length > 0 ? tables : 'all' }, () => done);
      }),
    );
  verifying(program);
  program
    .command('backup')
    .description('a consistent copy of events and keys')
    .argument('<folder>')
    .action(async (folder: string, _options: unknown, command: Command) =>
      alone(
        command,
        async (app, paper) => {
          const files = await app.backup(folder);
          answer(paper, { folder, files }, () => `${folder}: ${files.join(', ')}`);
          // What cannot be made anew is saved also when the read models are beyond making.
        },
        true,
      ),
    );
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
