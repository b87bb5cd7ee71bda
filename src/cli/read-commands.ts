import type { Command } from 'commander';
import { conditions, exportList, listEvents, listFigures, showFigure, showThing } from './read.ts';
import { showDeadline, showLaw } from './law.ts';
import { showTerms } from './terms.ts';
import { withDesk } from './with-desk.ts';

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

type Selecting = {
  readonly on?: string;
  readonly from?: string;
  readonly to?: string;
  readonly knownAt?: string;
  readonly groupBy?: string;
  readonly where: readonly string[];
};

const selected = ({ where, on, from, to, knownAt, groupBy }: Selecting) => ({
  ...conditions(where),
  on,
  from,
  to,
  knownAt,
  groupBy,
});

const figureCommand = (program: Command): void => {
  program
    .command('figure')
    .description('a figure on a day or over a period; without an id, the figures there are')
    .argument('[id]', 'e.g. contract-rate')
    .option('--on <day>', 'the day of a stock')
    .option('--from <day>', 'first day of a period')
    .option('--to <day>', 'last day of a period')
    .option('--known-at <instant>', 'as it was known then')
    .option('--group-by <dimension>', 'e.g. region, region:city, industry')
    .option('--where <name=value>', 'a dimension or parameter; may come again', collect, [])
    .action(async (id: string | undefined, options: Selecting, command: Command) =>
      withDesk(command, async (desk, paper) =>
        id === undefined
          ? listFigures(desk, paper)
          : showFigure(desk, paper, id, selected(options)),
      ),
    );
};

const exportCommand = (program: Command): void => {
  program
    .command('export')
    .description('a whole list as a file')
    .argument('<list>', 'enterprises, contracts, bargaining-cases, deadlines …')
    .option('--format <format>', 'csv, xlsx, parquet or jsonl', 'csv')
    .option('--on <day>', 'as it was so on a day')
    .option('--known-at <instant>', 'as it was known then')
    .option('--where <name=value>', 'a filter; may come again', collect, [])
    .option('-o, --output <file>', 'where to; standard output when left out')
    .action(
      async (
        list: string,
        options: Selecting & { readonly format: string; readonly output?: string },
        command: Command,
      ) =>
        withDesk(command, async (desk) =>
          exportList(desk, list, { ...selected(options), format: options.format }, options.output),
        ),
    );
};

const termsCommand = (program: Command): void => {
  program
    .command('terms')
    .description(
      '企业当日适用的合同条款，以何者为准 · what the contracts in force over an enterprise say, and which prevails',
    )
    .argument('<enterprise>', '企业编号 · its id')
    .option('--on <day>', '哪一天；省略则为今天 · the day; today when left out')
    .option('--known-at <instant>', '截至何时所知 · as it was known then')
    .action(async (enterprise: string, { on, knownAt }: Selecting, command: Command) =>
      withDesk(command, async (desk, paper) => showTerms(desk, paper, enterprise, { on, knownAt })),
    );
};

const lawCommands = (program: Command): void => {
  program
    .command('law')
    .description('the law profile that a place suggests, or those there are')
    .option('--division <code>')
    .option('--kind <kind>', 'comprehensive, wage, women, safety')
    .option('--on <day>')
    .action(async (query: Readonly<Record<string, string>>, command: Command) =>
      withDesk(command, async (desk, paper) => showLaw(desk, paper, query)),
    );
  program
    .command('deadline')
    .description('when a legal clock ends, and how that came about')
    .argument('<profile>', 'e.g. national-2004')
    .argument('<rule>', 'e.g. reply')
    .argument('<from>', 'the day it is counted from')
    .action(
      async (...[profile, rule, from, , command]: [string, string, string, unknown, Command]) =>
        withDesk(command, async (desk, paper) =>
          showDeadline(desk, paper, { profile, rule, from }),
        ),
    );
};

/** Commands that read: figure, export, show, events, terms, law, deadline. */
export const readCommands = (program: Command): void => {
  figureCommand(program);
  exportCommand(program);
  program
    .command('show')
    .description('one thing as it stands')
    .argument('<thing>', 'e.g. contracts')
    .argument('<id>')
    .action(async (thing: string, id: string, _options: unknown, command: Command) =>
      withDesk(command, async (desk, paper) => showThing(desk, paper, thing, id)),
    );
  program
    .command('events')
    .description('what happened, fact by fact')
    .option('--after <position>', 'from after a position', '0')
    .action(async ({ after }: { readonly after: string }, command: Command) =>
      withDesk(command, async (desk, paper) => listEvents(desk, paper, after)),
    );
  termsCommand(program);
  lawCommands(program);
};
