import { z } from 'zod';
import { isEmpty } from '../../../demo/founding.ts';
import { NotEmpty } from '../../../demo/not-empty.ts';
import { assertJson } from '../things/commands.ts';
import { parsed } from '../../asking/input.ts';
import { dayOf, plusDays } from '../../../../domain/shared/calendar.ts';
import { Day } from '../../../../domain/shared/values.ts';
import { invalid, Problem } from '../../answers/problem.ts';
import { operation, type Face, type Route } from '../../route.ts';

const City = z.strictObject({
  enterprises: z.int().min(1).max(30_000).default(500),
  seed: z.int().min(0).max(2_147_483_647).default(1),
  /** The last day of its history; yesterday where left out. */
  until: Day.optional(),
});

const State = z.object({
  /** Whether a city can be founded: nothing was ever recorded. */
  possible: z.boolean(),
  status: z.enum(['none', 'running', 'done', 'failed']),
  progress: z.object({ done: z.int(), of: z.int() }),
  city: z
    .object({
      enterprises: z.int(),
      acts: z.int(),
      facts: z.int(),
      refused: z.record(z.string(), z.int()),
      until: z.string(),
    })
    .nullable(),
  fault: z.string().nullable(),
});

/** A demo city for who looks at an empty store; nothing else ever stamps the past. */
export const demoRoutes = ({ app, demo }: Face): Route[] => [
  {
    method: 'get',
    path: '/api/v1/demo',
    says: operation({
      tag: 'demo',
      id: 'show-demo',
      summary: 'Whether a demo city can be founded, and how far it is',
      ok: State,
    }),
    answer: async (_req, res) => {
      const state = demo.state();
      const possible = state.status !== 'running' && (await isEmpty(app));
      res.set('Cache-Control', 'no-store').json({ possible, ...state });
    },
  },
  {
    method: 'post',
    path: '/api/v1/demo',
    says: operation({
      tag: 'demo',
      id: 'found-demo',
      summary: 'Found a demo city where nothing is recorded yet; follow it under the same address',
      body: City,
      answers: {
        '202': { says: 'It is being founded; `Location` says where to follow it.', body: State },
        '409': 'There are records already.',
        '415': 'The body is not application/json.',
      },
      tells: ['Location'],
    }),
    answer: async (req, res) => {
      assertJson(req);
      const { until: asked, ...city } = parsed(req, City, req.body);
      // It ends yesterday, so that its figures are those of today.
      const last = plusDays(dayOf(app.now(), app.config.CONCORD_ZONE), -1);
      const until = asked ?? last;
      if (until > last) throw invalid('until', `不得晚于 ${last}。`, `No later than ${last}.`);
      const state = await demo.begin({ ...city, until }).catch((error: unknown) => {
        throw error instanceof NotEmpty ? new Problem('not-empty') : error;
      });
      res
        .status(202)
        .set({ Location: '/api/v1/demo', 'Cache-Control': 'no-store' })
        .json({ possible: false, ...state });
    },
  },
];
