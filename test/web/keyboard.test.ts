import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browsing, goTo, type Browsing } from './browser.ts';

const MILL = 'mill';
const MOST_STEPS = 150;

let on: Browsing;
beforeAll(async () => {
  on = await browsing();
  await on.post(`/enterprises/${MILL}/register`, {
    registeredOn: '2020-03-01',
    name: '南通纺织有限公司',
    division: '320681',
    industry: 'C17',
    industryScheme: 'gb4754-2017',
  });
});
afterAll(() => on.end());

/** What has the focus: its label, or what it says. */
const focused = (page: Page): Promise<string> =>
  page.evaluate<string>(`(() => {
    const here = document.activeElement;
    const labels = [...(here?.labels ?? [])].map((one) => one.textContent);
    return [here?.getAttribute('aria-label'), ...labels, here?.textContent].join(' ');
  })()`);

/** Presses Tab until what has the focus is called so. */
const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)).includes(name)) return;
  }
  throw new Error(`Tab never came to ${name}; last: ${await focused(page)}`);
};

test.each([
  {
    language: 'zh',
    rename: '名称变更',
    day: '日期',
    name: '名称',
    record: '提交并记录',
    on: '2021-03-01',
  },
] as const)(
  'a command is recorded without a mouse, from today to the fact ($language)',
  async ({ language, rename, day, name, record, on: since }) => {
    const { page, wrong } = await on.open({ language });
    await goTo(page, '/');
    await page.keyboard.press('/');
    await page.keyboard.type('南通');
    await page.keyboard.press('Enter');
    await page.locator(`main a[href*="/enterprises/${MILL}"]`).first().waitFor();
    await tabTo(page, '南通');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1 }).filter({ hasText: '南通' }).waitFor();
    await page.getByRole('button', { name: rename }).first().waitFor();
    await tabTo(page, rename);
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: record }).waitFor();
    await tabTo(page, day);
    await page.keyboard.type(since);
    await page.keyboard.press('Enter');
    await tabTo(page, name);
    await page.keyboard.type(`南通新纺 ${language}`);
    await tabTo(page, record);
    await page.keyboard.press('Enter');
    await drawer.waitFor({ state: 'hidden' });
    expect(await on.get(`/enterprises/${MILL}`)).toMatchObject({ name: `南通新纺 ${language}` });
    expect(wrong).toStrictEqual([]);
    await page.context().close();
  },
);
