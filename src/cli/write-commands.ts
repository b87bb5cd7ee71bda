import { InvalidArgumentError, type Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import { shippedProfile, shippedProfiles } from '../import/profiles.ts';
import { formatOf, formats, type Format } from '../import/files/source.ts';
import { templateFile } from '../import/template.ts';
import { demoCommand } from './demo.ts';
import { wrongUsage } from './exit.ts';
import { importCommand, type ImportOptions } from './import.ts';
import { paperFrom } from './paper.ts';
import { sendCommand, type SendOptions } from './send.ts';
import { quietLog } from './desk.ts';
import { configFrom, withDesk } from './with-desk.ts';

type Importing = {
  readonly profile?: string;
  readonly dryRun?: boolean;
  readonly rejects?: string;
};

/** `import <profile> <file>`, or `import --profile own.json <file>`. */
const whatToImport = (first: string, second: string | undefined, { profile }: Importing) => {
  if (profile !== undefined && second === undefined)
    return { from: { file: profile }, file: first };
  if (profile === undefined && second !== undefined) return { from: { id: first }, file: second };
  throw wrongUsage('import <profile> <file> | import --profile own.json <file>');
};

const importing = (program: Command): void => {
  const ids = shippedProfiles.map(({ id }) => id).join(', ');
  program
    .command('import')
    .description(`import a file (.csv, .xlsx, .jsonl) under a profile: ${ids}`)
    .argument('<profile>', 'a profile that ships; left out with --profile')
    .argument('[file]')
    .option('--profile <file.json>', 'a profile of your own')
    .option('--dry-run', 'validate and count, record nothing')
    .option('--rejects <file.csv>', 'where rejected rows go')
    .action(
      async (first: string, second: string | undefined, options: Importing, command: Command) => {
        const { from, file } = whatToImport(first, second, options);
        const { dryRun, rejects } = options;
        const how: ImportOptions = {
          profile: from,
          ...(dryRun !== undefined && { dryRun }),
          ...(rejects !== undefined && { rejects }),
        };
        await withDesk(command, async (desk, paper) => importCommand(desk, paper, file, how));
      },
    );
};

const formatNamed = (name: string): Format => {
  const format = formats.find((one) => one === name);
  if (format) return format;
  throw new InvalidArgumentError(formats.join(', '));
};

type Templating = { readonly format?: Format; readonly output?: string };

/** The format that was named, or that the name of the file says. Throws Failed for a name that says none. */
const formatFor = ({ format, output }: Templating): Format => {
  if (format !== undefined) return format;
  return output === undefined ? 'xlsx' : formatOf(output);
};

const templating = (program: Command): void => {
  program
    .command('template')
    .description('an empty file to fill in: headers and one example row')
    .argument('<profile>', 'enterprises, contracts …')
    .option(
      '--format <format>',
      'xlsx, csv or jsonl; by the name of the file when left out, else xlsx',
      formatNamed,
    )
    .option('-o, --output <file>', 'where to; standard output when left out')
    .action(async (id: string, options: Templating, command: Command) => {
      const { language } = paperFrom(command);
      const file = await templateFile(shippedProfile(id), formatFor(options), language);
      if (options.output === undefined) process.stdout.write(file);
      else await writeFile(options.output, file);
    });
};

const whole = (text: string): number => {
  const n = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(n)) return n;
  throw new InvalidArgumentError('a whole number');
};

const demoing = (program: Command): void => {
  program
    .command('demo')
    .description(
      'a made-up city with its history, into an empty store; the same seed gives the same city',
    )
    .option('--enterprises <n>', 'how many enterprises', whole, 500)
    .option('--seed <s>', 'which city', whole, 1)
    .option('--until <day>', 'the last day of its history (default: yesterday)')
    .action(
      async (
        options: { readonly enterprises: number; readonly seed: number; readonly until?: string },
        command: Command,
      ) =>
        demoCommand(
          configFrom(command),
          paperFrom(command),
          quietLog(configFrom(command)),
          options,
        ),
    );
};

/** Commands that record: import, template, demo, send. */
export const writeCommands = (program: Command): void => {
  importing(program);
  templating(program);
  demoing(program);
  program
    .command('send')
    .description('send one command')
    .argument('<thing>', 'e.g. contracts')
    .argument('<id>')
    .argument('<command>', 'e.g. file')
    .option('--data <json>', 'JSON, @file, or - for standard input', '{}')
    .option('--dry-run', 'decide and answer, record nothing')
    .option('--if-match <revision>', 'only if nobody was first')
    .option('--key <key>', 'Idempotency-Key: the same key again records nothing')
    .option('--as <account>', 'on whose account')
    .action(
      async (
        ...[thing, id, name, options, command]: [string, string, string, SendOptions, Command]
      ) =>
        withDesk(command, async (desk, paper) =>
          sendCommand(desk, paper, { thing, id, command: name }, options),
        ),
    );
};
