import { CommanderError } from 'commander';
import { WrongSetting } from '../config.ts';
import { NoSuchProfile } from '../import/profiles.ts';
import { UnknownThing } from '../import/rows/decide-row.ts';
import { WrongHeader } from '../import/rows/heading.ts';
import { WrongProfile } from '../import/profile.ts';
import { WrongFile } from '../import/files/wrong-file.ts';
import { Locked } from '../store/sqlite.ts';

/** How the program ends; what scripts go by. */
export const exits = { done: 0, refused: 1, usage: 2, unreachable: 3 } as const;
export type Exit = (typeof exits)[keyof typeof exits];

/** The command did not do what was asked: how to end, what to say, and the answer for `--json`. */
export class Failed extends Error {
  override readonly name = 'Failed';
  readonly exit: Exit;
  readonly body: unknown;
  constructor(exit: Exit, message: string, body?: unknown) {
    super(message);
    this.exit = exit;
    this.body = body;
  }
}

export const wrongUsage = (message: string): Failed => new Failed(exits.usage, message);

const usage = [WrongSetting, WrongProfile, WrongHeader, WrongFile, NoSuchProfile, UnknownThing];

/** By name: they come from parts that are loaded only when they are needed. */
const named: Readonly<Record<string, Exit>> = {
  CopyRefused: exits.refused,
  WrongSnapshot: exits.usage,
  WrongAddress: exits.usage,
};

const isMissingFile = (error: Error): boolean => 'code' in error && error.code === 'ENOENT';

/** The exit that an error means; what nobody foresaw is the system's trouble, not the asker's. */
export const exitOf = (error: unknown): Exit => {
  if (error instanceof Failed) return error.exit;
  if (error instanceof CommanderError) return error.exitCode === 0 ? exits.done : exits.usage;
  if (!(error instanceof Error)) return exits.unreachable;
  const own = named[error.name];
  if (own !== undefined) return own;
  if (error instanceof Locked) return exits.unreachable;
  return usage.some((kind) => error instanceof kind) || isMissingFile(error)
    ? exits.usage
    : exits.unreachable;
};

const codes: Readonly<Record<Exit, string>> = {
  [exits.done]: 'done',
  [exits.refused]: 'refused',
  [exits.usage]: 'wrong-usage',
  [exits.unreachable]: 'out-of-reach',
};

/** What an error says to a program: the problem that HTTP answered, or one of the same shape. */
export const problemOf = (error: unknown): unknown => {
  if (error instanceof Failed && error.body !== undefined) return error.body;
  const code = error instanceof WrongSetting ? 'wrong-setting' : codes[exitOf(error)];
  const detail = saidBy(error);
  const violations = error instanceof WrongSetting ? error.violations : [];
  return { type: `urn:concord:problem:${code}`, code, title: detail, detail, violations };
};

/** What an error says to people. */
export const saidBy = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
