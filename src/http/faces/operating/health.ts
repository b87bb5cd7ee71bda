import { z } from 'zod';
import type { App } from '../../../app.ts';
import { openRefusals } from './refusals.ts';
import { soon } from './soon.ts';
import { operation, type Face, type Route } from '../../route.ts';

/** Whether this node can be asked, and if not, why. */
const readiness = async ({ app, closing }: Face) => {
  const health = await app.health().catch(() => ({ ok: false, store: 'unknown' }));
  const checks = health.ok ? await lagOf(app) : [];
  const reasons = [
    ...(closing.aborted ? ['closing'] : []),
    ...(health.ok ? [] : ['store-unavailable']),
    ...checks,
  ];
  return {
    ready: reasons.length === 0,
    store: health.store,
    reasons,
    keys: await soon(app.keys()),
    refusedOrders: openRefusals(app),
  };
};

const lagOf = async (app: App): Promise<string[]> => {
  const progress = await soon(app.progress());
  if (!progress) return ['store-unavailable'];
  const { behindMs, rebuilding, starting, stopped } = progress;
  return [
    ...(stopped === undefined ? [] : ['read-models-stopped']),
    ...(starting && stopped === undefined ? ['read-models-starting'] : []),
    ...(rebuilding.length > 0 ? ['read-models-rebuilding'] : []),
    ...(behindMs > app.config.CONCORD_LAG_LIMIT_MS ? ['read-models-lag'] : []),
  ];
};

const Alive = z.object({ alive: z.literal(true) });
const Ready = z.object({
  ready: z.boolean(),
  store: z.string(),
  reasons: z.array(z.string()),
  /** Whether people's details are sealed under the keys of this node: `elsewhere` refuses to handle people. */
  keys: z.enum(['here', 'unclaimed', 'elsewhere']).optional(),
  /** Orders of policies that were refused and wait for somebody; no reason not to ask this node. */
  refusedOrders: z.int().optional(),
});

/** Is it alive, may it be asked, what did it count. These answer under any host name. */
export const healthRoutes = (face: Face): Route[] => [
  {
    method: 'get',
    path: '/livez',
    says: operation({ tag: 'health', id: 'livez', summary: 'Is it alive', ok: Alive }),
    answer: (_req, res) => {
      res.set('Cache-Control', 'no-store').json({ alive: true });
    },
  },
  {
    method: 'get',
    path: '/readyz',
    says: operation({
      tag: 'health',
      id: 'readyz',
      summary: 'May it be asked: store reachable, read models within the lag limit',
      ok: Ready,
      answers: { '503': { says: 'Not now; `reasons` says why.', body: Ready } },
    }),
    answer: async (_req, res) => {
      const state = await readiness(face);
      res
        .status(state.ready ? 200 : 503)
        .set('Cache-Control', 'no-store')
        .json(state);
    },
  },
  {
    method: 'get',
    path: '/metrics',
    says: operation({
      tag: 'health',
      id: 'metrics',
      summary: 'What it counted, for Prometheus',
      also: ['text/plain'],
    }),
    answer: async (_req, res) => {
      const { registry } = face.metrics;
      res.type(registry.contentType).send(await registry.metrics());
    },
  },
];
