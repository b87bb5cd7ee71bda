import { z } from 'zod';
import { normalInstant } from '../../../../domain/shared/calendar.ts';
import { ClockRunsForward } from '../../../time.ts';
import { assertJson } from '../things/commands.ts';
import { parsed } from '../../asking/input.ts';
import { invalid } from '../../answers/problem.ts';
import { operation, type Face, type Route } from '../../route.ts';

const Setting = z.strictObject({ now: z.iso.datetime({ offset: true }) });

/** Moves time forward where the clock is settable; elsewhere there is no such address. */
export const clockRoutes = ({ app }: Face): Route[] => {
  if (app.config.CONCORD_CLOCK !== 'settable') return [];
  return [
    {
      method: 'post',
      path: '/api/v1/clock',
      says: operation({
        tag: 'clock',
        id: 'set-clock',
        summary:
          'Moves the clock forward (before the first fact to any moment) and does what fell due',
        body: Setting,
        ok: Setting,
        answers: { '415': 'The body is not application/json.' },
      }),
      answer: async (req, res) => {
        assertJson(req);
        const to = normalInstant(parsed(req, Setting, req.body).now);
        await app.setClock(to).catch((error: unknown) => {
          if (!(error instanceof ClockRunsForward)) throw error;
          throw invalid('now', '时钟只能向前拨。', 'The clock only moves forward.');
        });
        res.json({ now: app.now() });
      },
    },
  ];
};
