import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { form } from '../../src/web/words/form.ts';
import { browsing, goTo, type Browsing } from './browser.ts';
import { playing } from './playing.ts';

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
    // The whole page, where what had the focus is gone, says everything.
    if (here === document.body) return '';
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

test.each(['zh', 'en'] as const)(
  'a command is recorded without a mouse, from today to the fact (%s)',
  async (language) => {
    const me = await playing(on, { language });
    const { page, wrong, dialog } = me;
    const [rename, record] = [me.command('enterprise', 'Rename'), me.say(form, 'send')];
    const { on: day, name } = await me.labels('enterprise', 'Rename');
    await goTo(page, '/');
    await page.keyboard.press('/');
    await page.keyboard.type('南通');
    await page.keyboard.press('Enter');
    await page.locator(`main a[href*="/enterprises/${MILL}"]`).first().waitFor();
    await tabTo(page, '南通');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/enterprises/${MILL}`);
    await me.button(rename).first().waitFor();
    await tabTo(page, rename);
    await page.keyboard.press('Enter');
    await me.button(record, dialog).waitFor();
    await tabTo(page, day ?? '');
    await page.keyboard.type(language === 'zh' ? '2021-03-01' : '2022-03-01');
    await page.keyboard.press('Enter');
    await tabTo(page, name ?? '');
    await page.keyboard.type(`南通新纺 ${language}`);
    await tabTo(page, record);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(await on.get(`/enterprises/${MILL}`)).toMatchObject({ name: `南通新纺 ${language}` });
    expect(wrong).toStrictEqual([]);
    await me.leave();
  },
);
