import { buildWeb } from '../../src/build-web.ts';
import { browsing, goTo, loadDemo, picture, type Look } from './browser.ts';
import { PAGES, places, type Place } from './places.ts';

// Pictures of every page and part, as the demo city fills them: each in Chinese and English, light
// and dark, on a desk and on a phone; which language goes with which look alternates. They are for
// looking at; those of the README are taken by name.

/** The README’s: name → what they show, and how high where the rest is further down. */
const SHOWN: Readonly<Record<string, readonly [place: string, look: Look, height?: number]>> = {
  today: ['today', { language: 'zh' }],
  table: ['case-table', { language: 'zh' }],
  lifeline: ['enterprise-lifeline', { language: 'en' }],
  compare: ['figure-compare', { language: 'en', dark: true }, 890],
  board: ['bargaining', { language: 'zh' }],
  phone: ['today', { language: 'en', dark: true, width: 390 }],
};

/** Low enough that each stays a small file. */
const SHOWN_HEIGHT = 600;

const LOOKS = ([1280, 390] as const).flatMap((width) =>
  [false, true].map((dark) => ({ width, dark })),
);

const only = process.argv.includes('--readme');
process.env['SCREENSHOTS'] ??= only ? 'docs/pictures' : 'dist/pictures';
await buildWeb({ ifStale: true });
const on = await browsing();

const take = async (
  name: string,
  { address }: Place,
  look: Look,
  height = SHOWN_HEIGHT,
): Promise<void> => {
  const { page, wrong } = await on.open(look);
  if (only) await page.setViewportSize({ width: look.width ?? 1280, height });
  await goTo(page, address);
  // Names come a moment after the things they name.
  await page.waitForTimeout(1000);
  await picture(page, name, { whole: !only });
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
  if (wide > (look.width ?? 1280)) console.log(`${name}: ${String(wide)} px wide`);
  for (const one of wrong) console.log(`${name}: ${one}`);
  await page.context().close();
};

/** The README’s, by name. */
const takeShown = async (all: readonly Place[]): Promise<void> => {
  for (const [name, [place, look, height]] of Object.entries(SHOWN)) {
    const found = all.find((one) => one.name === place);
    if (!found) throw new Error(place);
    await take(name, found, look, height);
  }
};

/** Every place in every look. */
const takeAll = async (all: readonly Place[]): Promise<void> => {
  for (const [at, place] of all.entries())
    for (const [turn, { width, dark }] of LOOKS.entries()) {
      const language = (at + turn) % 2 === 0 ? 'zh' : 'en';
      const look = `${language}-${dark ? 'dark' : 'light'}-${String(width)}`;
      await take(`${place.name}-${look}`, place, { language, width, dark });
    }
};

try {
  await loadDemo(on, { enterprises: 300, seed: 7 });
  const all = [...PAGES, ...(await places(on))];
  await (only ? takeShown : takeAll)(all);
} finally {
  await on.end();
}
