import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import type { App } from '../app.ts';
import { readConfig, type Config } from '../config.ts';
import { openAlone, openDesk, type Desk } from './desk.ts';
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

/**
 * Does work that only the process that holds the data folder can do, and closes it whatever happens.
 * `atOnce` does not wait for the read models: for work that needs none.
 */
export const alone = async (
  command: Command,
  work: (app: App, paper: Paper) => Promise<void>,
  atOnce = false,
): Promise<void> => {
  const paper = paperFrom(command);
  const app = await openAlone(configFrom(command), paper, atOnce);
  try {
    await work(app, paper);
  } finally {
    await app.close();
  }
};
