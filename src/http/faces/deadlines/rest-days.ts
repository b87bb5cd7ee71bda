import { z } from 'zod';
import { plusDays } from '../../../../domain/shared/calendar.ts';
import { calendarVersion, isUnpublished, restReason } from '../../../../domain/law/holidays.ts';
import { Sentence } from '../../answers/row-shape.ts';
import { asked } from '../../asking/input.ts';
import { operation, type Route } from '../../route.ts';

const Asked = z.strictObject({
  year: z.coerce
    .number()
    .int()
    .min(1900)
    .max(2199)
    .meta({ description: 'The year of the calendar.' }),
});

const RestDay = z.object({ day: z.string(), why: Sentence });

const restDaysOf = (year: number): readonly z.infer<typeof RestDay>[] => {
  const days: z.infer<typeof RestDay>[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = plusDays(day, 1)) {
    const why = restReason(day);
    if (why) days.push({ day, why });
  }
  return days;
};

/** The days on which nobody works, and why: what pickers of days mark. */
export const restDaysRoute: Route = {
  method: 'get',
  path: '/api/v1/rest-days',
  says: operation({
    tag: 'law',
    id: 'list-rest-days',
    summary:
      'The rest days of a year by the published calendar; weekends only where it is not published yet',
    query: Asked,
    ok: z.object({
      items: z.array(RestDay),
      next: z.null(),
      calendarVersion: z.string(),
      published: z.boolean(),
    }),
  }),
  answer: (req, res) => {
    const { year } = asked(req, Asked);
    res.json({
      items: restDaysOf(year),
      next: null,
      calendarVersion,
      published: !isUnpublished(`${year}-01-01`),
    });
  },
};
