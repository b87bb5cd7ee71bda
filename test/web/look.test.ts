import { afterAll, beforeAll, expect, test } from 'vitest';
import { browsing, goTo, type Browsing } from './browser.ts';

const PAPER = { light: 'rgb(245, 247, 250)', dark: 'rgb(15, 19, 24)' } as const;
const GROUND = 'getComputedStyle(document.body).backgroundColor';

let on: Browsing;
beforeAll(async () => {
  on = await browsing();
});
afterAll(() => on.end());

test('a look is there before the first paint, by choice or as the system is', async () => {
  for (const [system, chosen, shown] of [
    [true, undefined, PAPER.dark],
    [true, 'light', PAPER.light],
    [false, 'dark', PAPER.dark],
    [false, 'system', PAPER.light],
  ] as const) {
    const { page } = await on.open({ dark: system });
    const kept = JSON.stringify(JSON.stringify(chosen));
    if (chosen !== undefined)
      await page.addInitScript({ content: `localStorage.setItem('concord.appearance', ${kept});` });
    // The pages never come: what is seen is what stands there before them.
    await page.route('**/assets/*.js', (route) => route.abort());
    await page.goto('/');
    expect(await page.evaluate<string>(GROUND)).toBe(shown);
    await page.context().close();
  }
});

test('a change of look is whole at once, however deep the ink stands', async () => {
  const { page } = await on.open();
  await goTo(page, '/contracts');
  await page.emulateMedia({ colorScheme: 'dark' });
  const inks = await page.evaluate<string[]>(`
    document.documentElement.dataset.theme = 'light';
    getComputedStyle(document.querySelector('.grid th')).color;
    document.documentElement.dataset.theme = 'dark';
    [document.body, ...document.querySelectorAll('.register, .grid, .grid .plain-head, .grid th button')]
      .map((element) => getComputedStyle(element).color)
  `);
  expect(inks.length).toBeGreaterThan(3);
  expect(new Set(inks)).toStrictEqual(new Set(['rgb(230, 234, 240)']));
  await page.context().close();
});

test('paper is light, without menus and buttons, and says where it came from', async () => {
  const { page } = await on.open({ language: 'en', dark: true });
  await goTo(page, '/contracts');
  await page.getByRole('button', { name: 'New' }).waitFor();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.locator('.print-only').waitFor();
  expect(await page.locator('.print-only').textContent()).toContain(`${on.url}/contracts · `);
  expect(await page.locator('header.head').isVisible()).toBe(false);
  expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: 'New' }).isVisible()).toBe(false);
  // What the paper hides and shows is there at once; the inks follow when the page has heard of it.
  const inkIs = (color: string) =>
    page.waitForFunction(`getComputedStyle(document.querySelector('h1')).color === '${color}'`);
  await inkIs('rgb(31, 39, 51)');
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
  await page.locator('header.head').waitFor();
  await inkIs('rgb(230, 234, 240)');
  await page.context().close();
});
