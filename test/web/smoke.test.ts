import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  barriers,
  browsing,
  goTo,
  loadDemo,
  picture,
  settled,
  type Browsing,
  type Watched,
} from './browser.ts';

const PAGES = [
  '/',
  '/bargaining',
  '/disputes',
  '/consultation',
  '/analysis',
  '/enterprises',
  '/contracts',
  '/deadlines',
  '/import',
  '/law',
  '/health',
  '/search?q=9132',
] as const;

const MILL = '91320681MA1WTC8T3A';

let on: Browsing;
beforeAll(async () => {
  on = await browsing({ CONCORD_CLOCK: 'settable' });
  await loadDemo(on, { enterprises: 12, seed: 3 });
});
afterAll(() => on.end());

const looks = (['zh', 'en'] as const).flatMap((language) =>
  [false, true].map((dark) => ({ language, dark, name: `${language}-${dark ? 'dark' : 'light'}` })),
);

describe.each(looks)('in $name', ({ language, dark, name }) => {
  let window: Watched;
  beforeAll(async () => {
    window = await on.open({ language, dark });
  });
  afterAll(() => window.page.context().close());

  test.each(PAGES)('%s opens for everybody, and nothing leaves home', async (path) => {
    const { page, wrong } = window;
    await goTo(page, path);
    await picture(page, `${name}${path.replace(/\W/g, '-')}`);
    expect(await barriers(page)).toStrictEqual([]);
    expect(wrong).toStrictEqual([]);
    expect(await page.title()).toMatch(language === 'zh' ? /· 协和$/ : /· Concord$/);
  });
});

test('an unknown address and an unknown id say so and lead back', async () => {
  const { page } = await on.open({ language: 'en' });
  await goTo(page, '/nowhere');
  expect(await page.locator('h1').textContent()).toBe('There is no such page');
  await goTo(page, `/enterprises/${MILL}`);
  expect(await page.locator('h1').textContent()).toContain(MILL);
  await page.getByRole('button', { name: 'Back to today' }).click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await page.context().close();
});

test('a wrong day in the address falls back to now with a word', async () => {
  const { page } = await on.open({ language: 'en' });
  await goTo(page, '/contracts?on=2026-02-30&kind=wage');
  expect(await page.getByText('2026-02-30').textContent()).toContain('left out');
  expect(await page.locator('.clock-bar').count()).toBe(0);
  await page.context().close();
});

test('choices open in sight, though nothing may move', async () => {
  const { page } = await on.open({ language: 'en' });
  await goTo(page, '/import');
  await page.getByLabel('Import profile').click();
  await page.getByTitle('FMCS F-7 bargaining notices').click();
  await page.waitForURL(/profile=fmcs-f7/);
  await page.context().close();
});

test('on a phone the places are behind one button', async () => {
  const { page, wrong } = await on.open({ language: 'en', width: 390 });
  await goTo(page, '/');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('link', { name: 'Contracts' }).click();
  await page.getByRole('heading', { level: 1, name: 'Contracts' }).waitFor();
  await settled(page);
  expect(await barriers(page)).toStrictEqual([]);
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
  expect(wide).toBeLessThanOrEqual(390);
  expect(wrong).toStrictEqual([]);
  await page.context().close();
});
