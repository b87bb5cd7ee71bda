import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers, browsing, goTo, loadDemo, picture, type Browsing } from './browser.ts';
import { places, type Place } from './places.ts';

// Every page of a thing and every part of one; smoke.test.ts opens what the navigation leads to.
// Each is seen in both languages and both looks: which goes with which alternates.

let on: Browsing;
let all: readonly Place[];
beforeAll(async () => {
  on = await browsing({ CONCORD_CLOCK: 'settable' });
  await loadDemo(on, { enterprises: 60, seed: 7 });
  all = await places(on);
}, 300_000);
afterAll(() => on.end());

test.each([
  { language: 'zh', dark: false, turn: 0 },
  { language: 'en', dark: true, turn: 0 },
  { language: 'zh', dark: true, turn: 1 },
  { language: 'en', dark: false, turn: 1 },
] as const)(
  'keeps nobody out of any part ($language, dark: $dark)',
  async ({ language, dark, turn }) => {
    const { page, wrong } = await on.open({ language, dark });
    const found: Record<string, readonly string[]> = {};
    for (const { name, address } of all.filter((_, at) => at % 2 === turn)) {
      await goTo(page, address);
      await picture(page, `${language}-${dark ? 'dark' : 'light'}-${name}`);
      // The frame around it is the same everywhere.
      const here = [...(await barriers(page, 'main')), ...wrong.splice(0)];
      if (here.length > 0) found[address] = here;
    }
    expect(found).toStrictEqual({});
    await page.context().close();
  },
  600_000,
);
