import { statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { sql } from '../../../../projections/projection.ts';
import type { App } from '../../../app.ts';
import { openRefusals } from './refusals.ts';
import { operation, type Face, type Route } from '../../route.ts';

const State = z.object({
  now: z.iso.datetime(),
  zone: z.string(),
  store: z.object({ ok: z.boolean(), store: z.string(), detail: z.string().optional() }),
  position: z.string(),
  head: z.string(),
  /** Facts that the read models have not seen yet. */
  lag: z.int(),
  behindMs: z.number(),
  stopped: z.string().nullable(),
  projections: z.array(
    z.object({
      name: z.string(),
      version: z.int(),
      position: z.string(),
      lag: z.int(),
      rebuilding: z.boolean(),
    }),
  ),
  duty: z.object({ holder: z.string().nullable(), mine: z.boolean(), takeovers: z.int() }),
  refusedOrders: z.int(),
  /** Bytes of the files in the data folder. */
  files: z.array(z.object({ name: z.string(), bytes: z.int() })),
  process: z.object({ node: z.string(), uptimeSeconds: z.int(), memoryBytes: z.int() }),
});

type Mark = { readonly name: string; readonly version: number; readonly position: string };

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

const filesOf = ({ config: { CONCORD_DATA: folder } }: App) =>
  ['events.db', 'views.db', 'keys.db'].flatMap((name) => {
    const bytes = ['', '-wal'].reduce((sum, end) => sum + sizeOf(join(folder, name + end)), 0);
    return bytes > 0 ? [{ name, bytes }] : [];
  });

const projectionsOf = (app: App, head: bigint, rebuilding: readonly string[]) =>
  app
    .all(
      sql<Mark>()`SELECT name, version, CAST(position AS TEXT) AS position
        FROM checkpoints ORDER BY name`,
    )
    .map((mark) => ({
      ...mark,
      lag: Number(head - BigInt(mark.position)),
      rebuilding: rebuilding.includes(mark.name),
    }));

const stateOf = async (app: App): Promise<z.infer<typeof State>> => {
  const store = await app.health().catch(() => ({ ok: false, store: 'unknown' }));
  const { position, head, behindMs, rebuilding, stopped } = await app.progress();
  const { holder, mine, takeovers } = app.duty();
  return {
    now: app.now(),
    zone: app.config.CONCORD_ZONE,
    store,
    position: String(position),
    head: String(head),
    lag: Number(head - position),
    behindMs,
    stopped: stopped ?? null,
    projections: projectionsOf(app, head, rebuilding),
    duty: { holder: holder ?? null, mine, takeovers },
    refusedOrders: openRefusals(app) ?? 0,
    files: filesOf(app),
    process: {
      node: process.version,
      uptimeSeconds: Math.round(process.uptime()),
      memoryBytes: process.memoryUsage.rss(),
    },
  };
};

/** How the system is, for the one who runs it; probes ask /livez and /readyz. */
export const systemRoute = ({ app }: Face): Route => ({
  method: 'get',
  path: '/api/v1/system',
  says: operation({
    tag: 'health',
    id: 'show-system',
    summary: 'Store, read models and their lag, who is on duty, sizes of files',
    ok: State,
  }),
  answer: async (_req, res) => {
    res.set('Cache-Control', 'no-store').json(await stateOf(app));
  },
});
