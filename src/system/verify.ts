import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { fold } from '../../domain/shared/decider.ts';
import type { Fact } from '../../domain/shared/message.ts';
import {
  disputeLedgerFaults,
  toldFault,
  type LedgerFault,
} from '../../projections/balance/dispute-ledger.ts';
import type { Seen } from '../../projections/projection.ts';
import { fileChecker } from '../attachments/referred.ts';
import type { FactReader } from './facts.ts';
import type { AnyDecider } from '../command/asked.ts';
import { applyAll, finishAll } from '../read/build.ts';
import type { ReadModel } from '../read/model.ts';
import {
  BEGINNING,
  Corrupt,
  NO_STREAM,
  type EventStore,
  type Recorded,
} from '../store/event-store.ts';

const FINDINGS = 100;

export type Verification = {
  readonly store: EventStore;
  readonly deciders: readonly AnyDecider[];
  readonly models: readonly ReadModel[];
  readonly read: FactReader;
  /** The folder of the files that facts refer to. */
  readonly attachments: string;
  /** The file of the live read models. */
  readonly views: string;
  /** Runs while the live models stand still, and tells where. */
  readonly still: <T>(work: (position: bigint) => Promise<T>) => Promise<T>;
};

type Progress = (done: bigint, of: bigint) => void;

/** The facts after one position and up to another, a page at a time. */
const between = async (
  store: EventStore,
  [after, end]: readonly [bigint, bigint],
  page: (facts: readonly Recorded[]) => Promise<void>,
): Promise<void> => {
  if (end <= after) return;
  const done = new AbortController();
  for await (const { facts, upTo } of store.follow(after, done.signal)) {
    await page(facts.filter(({ position }) => position <= end));
    if (upTo >= end) return;
  }
};

/** Every stream has every revision once, in order, and folds. */
const streamChecker = ({ store, deciders, read }: Verification, findings: string[]) => {
  const byCategory = new Map<string, AnyDecider>(deciders.map((one) => [one.category, one]));
  const revisions = new Map<string, bigint>();
  const unreadable = new Set<string>();
  const sees = (fact: Seen): void => {
    const stream = `${fact.category}-${fact.subject}`;
    const expected = (revisions.get(stream) ?? NO_STREAM) + 1n;
    if (fact.revision !== expected) {
      findings.push(
        `${stream} has revision ${String(fact.revision)} at position ${String(fact.position)} where ${String(expected)} belongs`,
      );
    }
    revisions.set(stream, fact.revision);
  };
  const foldAll = async (): Promise<void> => {
    for (const stream of revisions.keys()) {
      if (unreadable.has(stream)) continue;
      const decider = byCategory.get(stream.slice(0, stream.indexOf('-')));
      const facts = (await store.read(stream)).map(read);
      if (decider) fold(decider, facts as Fact[]);
    }
  };
  return {
    sees,
    foldAll,
    /** A stored fact as it is understood; of one that cannot be, it is told, and what it belongs to is not folded. */
    understood: (stored: Recorded): Seen | undefined => {
      try {
        return read(stored);
      } catch (error) {
        if (!(error instanceof Corrupt)) throw error;
        findings.push(error.message);
        unreadable.add(stored.stream);
        revisions.set(stored.stream, stored.revision);
        return undefined;
      }
    },
    isWhole: () => unreadable.size === 0,
  };
};

const differences = (
  live: DatabaseSync,
  built: DatabaseSync,
  { name, contents }: ReadModel,
): string[] => {
  for (const query of contents) {
    const text = query.replaceAll('$', '');
    const rows = built.prepare(text).iterate();
    let n = 0;
    for (const was of live.prepare(text).iterate()) {
      n += 1;
      const is = rows.next();
      if (is.done || JSON.stringify(is.value) !== JSON.stringify(was)) {
        const should = is.done ? 'no row' : JSON.stringify(is.value);
        return [`${name}: row ${String(n)} is ${JSON.stringify(was)}, rebuilt ${should}`];
      }
    }
    if (!rows.next().done) return [`${name}: a rebuilt table has more than ${String(n)} rows`];
  }
  return [];
};

/** Where the dispute ledger of the live books does not balance. */
const unbalanced = (live: DatabaseSync): string[] => {
  const { text, values } = disputeLedgerFaults;
  return live
    .prepare(text)
    .all(...(values as SQLInputValue[]))
    .map((row) => toldFault(row as LedgerFault));
};

/**
 * Checks that every event parses and folds, that read models built anew equal the live ones,
 * that the dispute ledger balances for every day, place, cause and level, and that attachments are there.
 */
export const verification =
  (whole: Verification) =>
  async (progress: Progress = () => undefined): Promise<readonly string[]> => {
    const { store, models, views, still } = whole;
    const folder = mkdtempSync(join(tmpdir(), 'concord-verify-'));
    const built = new DatabaseSync(join(folder, 'views.db'));
    const findings: string[] = [];
    const streams = streamChecker(whole, findings);
    const files = fileChecker(whole.attachments, findings);
    const place = { suffix: '', generation: 1, isApart: true };
    try {
      built.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
      for (const model of models) model.create(built, place);
      const writers = models.map((model) => model.open(built, place));
      const head = await store.head();
      const take = async (facts: readonly Recorded[]) => {
        built.exec('BEGIN');
        await applyAll(writers, facts, (stored) => {
          const fact = streams.understood(stored);
          if (fact) streams.sees(fact);
          if (fact) files.sees(stored.stream, fact.data);
          return fact;
        });
        built.exec('COMMIT');
        progress(facts.at(-1)?.position ?? head, head);
      };
      // Most of it while the live models go on; they stand still for the last stretch only.
      await between(store, [BEGINNING, head], take);
      await still(async (end) => {
        await between(store, [head, end], take);
        built.exec('BEGIN');
        await finishAll(writers);
        built.exec('COMMIT');
        // The live models stopped before a fact that cannot be understood: they are not to be level.
        if (!streams.isWhole()) return;
        const live = new DatabaseSync(views, { readOnly: true });
        for (const model of models) findings.push(...differences(live, built, model));
        findings.push(...unbalanced(live));
        live.close();
      });
      await streams.foldAll();
      await files.checkAll();
    } catch (error) {
      findings.push(error instanceof Error ? error.message : String(error));
    } finally {
      built.close();
      rmSync(folder, { recursive: true });
    }
    return findings.slice(0, FINDINGS);
  };
