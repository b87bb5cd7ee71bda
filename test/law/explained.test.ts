import { expect, it } from 'vitest';
import { clocksOf, reckoned } from '../../domain/law/clocks.ts';
import { before, deadline } from '../../domain/law/deadlines.ts';
import { law, profileIds } from '../../domain/law/profiles.ts';
import { plusDays } from '../../domain/shared/calendar.ts';

/** Every third day of two years: the published 2026 and 2027, whose holidays are not known yet. */
const starts = Array.from({ length: 244 }, (_, n) => plusDays('2026-01-01', n * 3));

it.each(profileIds)('every step of every clock of %s leads to the day that is reckoned', (id) => {
  const profile = law(id);
  for (const clock of clocksOf(profile)) {
    for (const from of starts) {
      const { deadline: told, steps } = reckoned(clock, from, profile);
      const said = { rule: clock.rule, from, period: clock.period, profile };
      expect(told).toStrictEqual(clock.backwards ? before(said) : deadline(said));
      expect(steps[0]?.day).toBe(from);
      expect(steps.at(-1)?.day).toBe(told.due);
      const days = steps.map(({ day }) => day);
      expect(days).toStrictEqual(clock.backwards ? days.toSorted().toReversed() : days.toSorted());
    }
  }
});
