import type { App } from '../app.ts';
import { Busy, KeyReused } from '../command/asked.ts';
import { derivedId } from '../ids.ts';
import { TooLarge } from '../store/event-store.ts';
import { obeying, OrderRefused, rowDecider, thingNamed, type Verdict } from './rows/decide-row.ts';
import { readHeading } from './rows/heading.ts';
import type { Profile } from './profile.ts';
import { fault, type Fault } from './rows/reasons.ts';
import type { RejectsFile } from './rejects.ts';
import { rowReader, type Meaning } from './rows/row.ts';
import { ruleColumn, type Said } from './rows/rule-column.ts';
import type { Source, SourceRow } from './files/source.ts';
import { tally, type Summary } from './summary.ts';
import { inOrder, type Turn } from '../in-order.ts';

/** How many rows are under way at once: enough that one disk flush carries many of them. */
const IN_FLIGHT = 128;
/** How long an import waits for the read models at its end, in milliseconds. */
const CATCH_UP = 600_000;

export type Import = {
  readonly profile: Profile;
  readonly source: Source;
  /** Validate and count, record nothing. */
  readonly dryRun?: boolean;
  readonly rejects?: RejectsFile;
  /** What the run goes by, where somebody named it already. */
  readonly run?: string;
  /** Called now and then with how much of the file is done, of how much. */
  readonly progress?: (done: number, of: number) => void;
};

/** What an error says about the row; undefined when it is not the row's. */
const faultOf = (error: unknown, profile: Profile, said: Said): Fault | undefined => {
  if (error instanceof OrderRefused) {
    const { rule, sentence } = error.refusal;
    const column = ruleColumn(profile, rule, error.order, said);
    return { reason: rule, sentence, ...(column !== undefined && { column }) };
  }
  if (error instanceof KeyReused) return fault('recorded-otherwise');
  if (error instanceof Busy) return fault('busy');
  return error instanceof TooLarge ? fault('too-large') : undefined;
};

/** Whether the row's facts are there, and since when. */
type Outcome =
  { readonly facts: number; readonly position: bigint } | { readonly faults: readonly Fault[] };

/** Sends what a validated row asks for, one command after the other. */
const rowRecorder = (app: App, profile: Profile, run: string) => {
  const by = `import:${profile.id}`;
  const decided = rowDecider(app, by);

  const record = async (verdict: Verdict, row: number): Promise<Outcome> => {
    if ('faults' in verdict) return verdict;
    let position = 0n;
    for (const { order, thing, command } of verdict.ahead) {
      const { commandId, id } = order;
      const asked = { at: app.now(), by, commandId, import: { run, row } };
      ({ position } = await obeying(order, () => app.handle(thing, id, command, asked)));
    }
    return { facts: verdict.facts, position };
  };

  return async (
    meaning: Exclude<Meaning, { faults: unknown }>,
    row: number,
    dryRun: boolean,
  ): Promise<Outcome> => {
    try {
      const verdict = await decided(meaning.orders, meaning.needs);
      if (dryRun) return 'faults' in verdict ? verdict : { facts: verdict.facts, position: 0n };
      return await record(verdict, row);
    } catch (error) {
      const found = faultOf(error, profile, meaning.said);
      if (!found) throw error;
      return { faults: [found] };
    }
  };
};

/** What rows must not overtake one another about. */
const subjects = (meaning: Meaning): readonly string[] =>
  'faults' in meaning
    ? []
    : [...meaning.orders, ...meaning.needs].map(({ noun, id }) => `${noun} ${id}`);

/**
 * Imports a file: row by row, each validated whole before anything of it is recorded, many rows at
 * once but never two about the same thing. The same file again records nothing; after a kill, run
 * it again. Throws WrongHeader, UnknownThing, StoreUnavailable.
 */
export const importFile = async (app: App, asked: Import): Promise<Summary> => {
  const { profile, source, dryRun = false, rejects, progress } = asked;
  for (const { thing } of profile.commands) thingNamed(app, thing);
  const heading = readHeading(source.headers, profile);
  const { run = derivedId('import', profile.id, app.now()) } = asked;
  const read = rowReader(profile, heading);
  const record = rowRecorder(app, profile, run);
  const counts = tally(profile);
  let last = 0n;

  // Rejected rows are told in the order of the file, whichever was decided first.
  const refuse = async (row: SourceRow, faults: readonly Fault[], turn: Turn): Promise<void> => {
    await turn();
    counts.reject(faults);
    await rejects?.write(row, faults, profile);
  };

  const take = async (row: SourceRow, meaning: Meaning, turn: Turn): Promise<void> => {
    const { done, of } = source.progress();
    progress?.(done, of);
    if ('faults' in meaning) return refuse(row, meaning.faults, turn);
    const outcome = await record(meaning, row.row, dryRun);
    if ('faults' in outcome) return refuse(row, outcome.faults, turn);
    counts.take(outcome.facts, meaning.flags);
    if (outcome.position > last) last = outcome.position;
  };

  const rows = inOrder(IN_FLIGHT);
  for await (const row of source.rows) {
    counts.read();
    const meaning = row.fault ? { faults: [row.fault] } : read(row.cells);
    await rows.start(subjects(meaning), (turn) => take(row, meaning, turn));
  }
  await rows.finish();
  await app.seen(last, CATCH_UP);
  return counts.summary({ run, dryRun, ignored: heading.ignored });
};
