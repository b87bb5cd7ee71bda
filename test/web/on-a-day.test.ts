import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browsing, goTo, newMill, settled, type Browsing } from './browser.ts';

let on: Browsing;
let mill: string;

beforeAll(async () => {
  on = await browsing();
  ({ id: mill } = await newMill(on));
  const report = (asOf: string, workers: number) =>
    on.post(`/enterprises/${mill}/report-headcount`, { asOf, workers });
  await report('2021-12-31', 120);
  await report('2024-12-31', 80);
  await on.post(`/enterprises/${mill}/move`, { on: '2023-05-01', division: '320684' });
});
afterAll(() => on.end());

/** What the page says under these names. */
const said = async (page: Page, within: string, ...names: string[]): Promise<string[]> => {
  const rows = await page.locator(`${within} > div`).allInnerTexts();
  return rows
    .map((row) => row.replace(/\s+/g, ' '))
    .filter((row) => names.some((name) => row.startsWith(name)));
};

test.each([
  ['', '80', '320684'],
  ['&on=2024-12-31', '80', '320684'],
  ['&on=2024-12-30', '120', '320684'],
  ['&on=2023-04-30', '120', '320681'],
  ['&on=2021-12-30', '–', '320681'],
])(
  'an enterprise is shown as it was on the day that is chosen%s',
  async (day, workers, division) => {
    const { page } = await on.open({ language: 'en' });
    await goTo(page, `/enterprises/${mill}?tab=overview${day}`);
    await page.locator('.panel .details').first().waitFor();
    expect(await said(page, '.figures-of', 'Workers')).toStrictEqual([`Workers ${workers}`]);
    expect(await page.locator(`.panel .details [title="${division}"]`).count()).toBe(1);
    await page.context().close();
  },
);

test('on a day before it was registered it is not shown as it is today', async () => {
  const { page } = await on.open({ language: 'en' });
  await goTo(page, `/enterprises/${mill}?tab=overview&on=2020-02-29`);
  await page.getByText('On that day it was not on the register').waitFor();
  await goTo(page, `/enterprises/${mill}?tab=overview&on=2020-03-01`);
  await page.locator('.panel .details').first().waitFor();
  await page.context().close();
});

test.each(['/bargaining', '/bargaining?view=table', '/consultation'])(
  'a register that is no matter of days is shown also where a day is chosen: %s',
  async (place) => {
    const { page, wrong } = await on.open({ language: 'en' });
    await goTo(page, `${place}${place.includes('?') ? '&' : '?'}on=2024-01-01`);
    await settled(page);
    await page.locator('.nothing').first().waitFor();
    expect(await page.getByText('There is no filter').count()).toBe(0);
    expect(wrong).toStrictEqual([]);
    await page.context().close();
  },
);
