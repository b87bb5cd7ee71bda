import { z } from 'zod';
import type { Sentence as Said } from '../../domain/shared/rules.ts';
import type { Profile } from './profile.ts';
import type { Fault } from './rows/reasons.ts';

const Sentence = z.object({ zh: z.string(), en: z.string() });
const Rows = z.int().nonnegative();

/** What an import did, in rows. read = recorded + already there + rejected. */
export const Summary = z.object({
  run: z.string(),
  profile: z.string(),
  dryRun: z.boolean(),
  read: Rows,
  /** Rows that recorded at least one fact. */
  recorded: Rows,
  /** Rows whose facts were all there. */
  alreadyThere: Rows,
  rejected: Rows,
  /** Facts recorded. */
  facts: Rows,
  /** Rejected rows by their first reason. */
  reasons: z.array(z.object({ reason: z.string(), sentence: Sentence, rows: Rows })),
  /** Rows kept as they are that somebody should look at. */
  flags: z.array(z.object({ flag: z.string(), sentence: Sentence, rows: Rows })),
  /** Headers of the file that the profile does not know. */
  ignoredColumns: z.array(z.string()),
});
export type Summary = z.infer<typeof Summary>;

/** Counts the rows of a run. */
export const tally = (profile: Profile) => {
  const counts = { read: 0, recorded: 0, alreadyThere: 0, rejected: 0, facts: 0 };
  const reasons = new Map<string, { readonly sentence: Said; rows: number }>();
  const flags = new Map(Object.keys(profile.flags).map((flag) => [flag, 0]));

  return {
    read: (): void => {
      counts.read += 1;
    },
    take: (facts: number, raised: readonly string[]): void => {
      counts[facts > 0 ? 'recorded' : 'alreadyThere'] += 1;
      counts.facts += facts;
      for (const flag of raised) flags.set(flag, (flags.get(flag) ?? 0) + 1);
    },
    reject: ([first]: readonly Fault[]): void => {
      counts.rejected += 1;
      if (!first) return;
      const { reason, sentence } = first;
      const known = reasons.get(reason) ?? { sentence, rows: 0 };
      known.rows += 1;
      reasons.set(reason, known);
    },
    summary: (run: {
      readonly run: string;
      readonly dryRun: boolean;
      readonly ignored: readonly string[];
    }): Summary => ({
      run: run.run,
      profile: profile.id,
      dryRun: run.dryRun,
      ...counts,
      reasons: [...reasons].map(([reason, rest]) => ({ reason, ...rest })),
      flags: [...flags].map(([flag, rows]) => ({
        flag,
        sentence: profile.flags[flag]?.sentence ?? { zh: flag, en: flag },
        rows,
      })),
      ignoredColumns: [...run.ignored],
    }),
  };
};
