import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Profile } from '../../src/import/profile.ts';
import { rejectsFile } from '../../src/import/rejects.ts';
import { importFile } from '../../src/import/run.ts';
import { formatOf, openSource } from '../../src/import/files/source.ts';
import type { Summary } from '../../src/import/summary.ts';
import { openApp } from '../../src/system/open-app.ts';

/** A data folder of its own, an open system over it, and files beside it. */
export type Rig = {
  readonly app: App;
  readonly folder: string;
  /** Writes a file and answers with its path. */
  readonly file: (name: string, content: string | Buffer) => string;
  readonly run: (
    path: string,
    profile: Profile,
    how?: { dryRun?: boolean; rejects?: string },
  ) => Promise<Summary>;
  readonly close: () => Promise<void>;
};

export const openRig = async (): Promise<Rig> => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-import-'));
  const config = readConfig({ CONCORD_DATA: join(folder, 'data'), LOG_LEVEL: 'silent' });
  const app = await openApp(config, {
    log: pino({ level: 'silent' }),
    now: () => '2026-03-02T01:00:00.000Z',
    ticksEvery: 0,
  });
  return {
    app,
    folder,
    file: (name, content) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    run: async (path, profile, { dryRun = false, rejects } = {}) => {
      const keys = profile.columns.map(({ key }) => key);
      const source = await openSource(path, formatOf(path), keys);
      const refused = rejects === undefined ? undefined : rejectsFile(rejects, source.headers);
      const summary = await importFile(app, {
        profile,
        source,
        dryRun,
        ...(refused && { rejects: refused }),
      });
      await refused?.close();
      return summary;
    },
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
