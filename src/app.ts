import type { Logger } from 'pino';
import type { Message } from '../domain/shared/message.ts';
import type { Category } from '../domain/shared/policy.ts';
import type { Codes } from '../projections/codes.ts';
import type { Row, Query } from '../projections/projection.ts';
import type { Config } from './config.ts';
import type { AnyDecider, Answer, Asked } from './command/asked.ts';
import type { FigureDesk } from './figures.ts';
import type { KeysStanding } from './people/keys-elsewhere.ts';
import type { Health, Recorded } from './store/event-store.ts';

/** A table that can be listed. */
export type Register = {
  /** Its plural in addresses: `bargaining-cases`. */
  readonly noun: string;
  readonly table: string;
  /** Column → SQL type, `id` first. */
  readonly columns: Readonly<Record<string, string>>;
  /** What some columns hold, where it is one of a few codes. */
  readonly codes?: Codes;
  /** Which rows were so on a day: the condition behind `?on=`. */
  readonly on?: (day: string) => Query<unknown>;
  /** The rows that were so on a day, as they were then: the rows behind `?on=`. */
  readonly dated?: (day: string, known?: bigint) => Query<unknown>;
  /** How the rows stand on a day, where that follows from the day alone. */
  readonly stands?: (day: string, known?: bigint) => Query<unknown>;
};

/** One kind of thing people keep records of: how it is decided, and where it is listed. */
export type Thing = Register & {
  readonly category: Category;
  readonly decider: AnyDecider;
  /** What is told of one to who may read about people: the query of its opened details. */
  readonly details?: (id: string) => Query<unknown>;
  /** The text that a fact sealed about one, in the clear; null once it was erased. */
  readonly opensNote?: (id: string, fact: Message) => string | null;
  /** Turns what a client sent into the domain's command (seals personal details); most things need none. */
  readonly prepare?: (id: string, command: Message) => Promise<Message> | Message;
  /** The shape of what a client sends where it differs from the domain's command. */
  readonly accepts?: AnyDecider['command'];
};

/** How far the read models of this node are. */
export type Progress = {
  /** Every fact up to here is in every read model. */
  readonly position: bigint;
  readonly head: bigint;
  /** Milliseconds since the read models last stood at the head; 0 when they do. */
  readonly behindMs: number;
  readonly rebuilding: readonly string[];
  /** Whether the read models have yet to come to the head for the first time. */
  readonly starting: boolean;
  /** Why the read models stopped, when they did. */
  readonly stopped?: string;
};

/** All that http, cli, import and export may ask of the system. */
export type App = {
  readonly config: Config;
  readonly log: Logger;
  readonly things: readonly Thing[];
  /** What things are made of, as lists: proposals, coverage, clauses … */
  readonly parts: readonly Register[];
  /** Now, as UTC with milliseconds. */
  readonly now: () => string;
  /** Moves a settable clock forward, before the first fact to any moment; refuses (throws) on the system clock. Returns after what fell due was done. */
  readonly setClock: (to: string) => Promise<void>;

  /** Decides and records one command; see `commandHandler`. Throws NotStarted, too. */
  readonly handle: (thing: Thing, id: string, command: Message, asked: Asked) => Promise<Answer>;
  /** Where an aggregate stands and which commands it is open to. */
  readonly stand: (
    thing: Thing,
    id: string,
  ) => Promise<{
    readonly revision: bigint;
    readonly position: bigint;
    readonly allowedCommands: readonly string[];
  }>;
  /** The history of one aggregate. */
  readonly history: (thing: Thing, id: string) => Promise<readonly Recorded[]>;
  /** Everything that happened, from after a position, then live. */
  readonly follow: (after: bigint, signal: AbortSignal) => AsyncIterable<readonly Recorded[]>;

  /** Waits until the read models have seen a position; false when that took longer than `ms` (default 2,000). */
  readonly seen: (position: bigint, ms?: number) => Promise<boolean>;
  /** Resolves when nothing is left to do at this moment: what fell due is ordered, reacted to and seen. */
  readonly settle: () => Promise<void>;
  readonly progress: () => Promise<Progress>;
  /** Where the read models of this node are: what it answers now has seen everything up to here. */
  readonly position: () => bigint;
  /** Which node runs the clock and the policies, whether it is this one, and how often this one took over from a silent one. */
  readonly duty: () => {
    readonly holder: string | undefined;
    readonly mine: boolean;
    readonly takeovers: number;
  };
  /** Founding a demo city only: from now on it is this instant, everywhere, until it is undefined again. */
  readonly pretendTime: (instant: string | undefined) => void;
  readonly health: () => Promise<Health>;
  /** Whether this node's keys are those under which the people of the log are sealed. Throws StoreUnavailable. */
  readonly keys: () => Promise<KeysStanding>;
  /** What it took to keep a store on servers going, counted since the start; undefined for a file. */
  readonly storeEffort: () =>
    { readonly retries: number; readonly replacements: number; readonly drops: number } | undefined;
  /** The last position known at an instant (UTC, milliseconds): running maximum of `at`. */
  readonly positionAt: (instant: string) => bigint;
  /** A light read, now. All reads throw NotLevel before the read models were ever level. */
  readonly all: <R>(query: Query<R>) => R[];
  /** A heavy read (any knownAt, members, exports), away from the main thread. */
  readonly heavy: <R>(query: Query<R>) => Promise<R[]>;
  /** A large selection, page by page. */
  readonly pages: <R extends Row>(query: Query<R>) => AsyncIterable<readonly R[]>;
  readonly figures: FigureDesk;

  /** Builds the named tables (or all) anew beside the old ones and swaps them in. */
  readonly rebuild: (tables?: readonly string[]) => Promise<void>;
  /** Checks that every event parses and folds and that rebuilt tables equal the live ones; the findings, none when all is well. */
  readonly verify: (progress?: (done: bigint, of: bigint) => void) => Promise<readonly string[]>;
  /** A consistent copy of what cannot be rebuilt, while it runs; the names of the files written. */
  readonly backup: (folder: string) => Promise<readonly string[]>;
  /** Stops taking work, finishes what runs, closes the files. */
  readonly close: () => Promise<void>;
};

export { openApp, type OpenOptions } from './system/open-app.ts';
