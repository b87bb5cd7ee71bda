import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import type { App } from '../app.ts';
import { readConfig, type Config } from '../config.ts';
import { askKeeper, openAsFar, openDesk, openHere, type Desk } from './desk.ts';
import { paperFrom, type Paper } from './paper.ts';

/** The settings of the environment and `.env`, and those of the command line. Throws WrongSetting. */
export const configFrom = (command: Command): Config => {
  if (existsSync('.env')) loadEnvFile('.env');
  const { folder } = command.optsWithGlobals<{ folder?: string }>();
  return readConfig({ ...process.env, ...(folder !== undefined && { CONCORD_DATA: folder }) });
};

/** Does work at the desk, and closes it whatever happens. */
export const withDesk = async (
  command: Command,
  work: (desk: Desk, paper: Paper) => Promise<void>,
): Promise<void> => {
  const paper = paperFrom(command);
  const desk = await openDesk(configFrom(command), paper);
  try {
    await work(desk, paper);
  } finally {
    await desk.close();
  }
};

/** Work on the whole of the data: how the server is asked for it, and how it is done here. */
export type HouseWork = {
  readonly name: 'verify' | 'backup' | 'rebuild';
  readonly body: object;
  readonly here: (app: App) => Promise<Readonly<Record<string, unknown>>>;
  /** Needs no read models. */
  readonly atOnce?: boolean;
  /** Wants the read models as far as they come: what stops them is what is looked for. */
  readonly mayHaveStopped?: boolean;
};

/** Has it done by the server that holds the data folder, or in this process where there is none. */
export const housework = async (
  command: Command,
  { name, body, here, atOnce = false, mayHaveStopped = false }: HouseWork,
): Promise<Readonly<Record<string, unknown>>> => {
  const [config, paper] = [configFrom(command), paperFrom(command)];
  const outcome = await askKeeper(config, paper, name, body);
  if (outcome) return outcome;
  const app = mayHaveStopped ? await openAsFar(config) : await openHere(config, atOnce);
  try {
    return await here(app);
  } finally {
    await app.close();
  }
};
