import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { form } from '../../src/web/words/form.ts';
import { browsing, goTo, newMill, settled, type Browsing } from './browser.ts';
import { losing, pickDay, saying } from './playing.ts';

let on: Browsing;
let mill: string;
let name: string;

beforeAll(async () => {
  on = await browsing();
});
afterAll(() => on.end());
beforeEach(async () => {
  ({ id: mill, name } = await newMill(on));
});

type Fact = { readonly type: string; readonly by: string; readonly data: { workers?: number } };
const facts = async (): Promise<readonly Fact[]> => on.get(`/enterprises/${mill}/events`);
const headcounts = async () =>
  (await facts())
    .filter(({ type }) => type === 'HeadcountReported')
    .map(({ data }) => data.workers);

/** Opens the form of a headcount and types it, as one does with a keyboard. */
const typeHeadcount = async (page: Page, workers: string): Promise<void> => {
  await goTo(page, `/enterprises/${mill}?do=ReportHeadcount`);
  await pickDay(page.locator('#f_asOf'), '2026-03-31');
  await page.locator('#f_workers').fill(workers);
};
const say = saying('en');
const record = (page: Page) => page.getByRole('button', { name: say(form, 'send') });
const recorded = (page: Page) =>
  page
    .getByText(say(form, 'done', { facts: '' }).trim())
    .first()
    .waitFor();

test('a command goes from the first page to the record by keyboard alone', async () => {
  const { page, wrong } = await on.open({ language: 'en', by: 'clerk-1' });
  await goTo(page, '/');
  await page.keyboard.press('/');
  await page.keyboard.type(mill);
  await page.keyboard.press('Enter');
  const found = page.getByRole('link', { name });
  await found.waitFor();
  // The list is made anew while it loads: what had the focus then has it no more.
  await settled(page);
  await found.press('Enter');
  await page.getByRole('heading', { level: 1, name: '南通纺织' }).waitFor();
  await settled(page);
  await page.getByRole('button', { name: 'Report headcount' }).press('Enter');
  await page.locator('#f_asOf').focus();
  await page.keyboard.type('2026-03-31');
  await page.keyboard.press('Enter');
  await page.locator('#f_workers').focus();
  await page.keyboard.type('218');
  await page.getByText('This can be recorded as').waitFor();
  await record(page).press('Enter');
  await recorded(page);
  await settled(page);
  expect(await facts()).toMatchObject([{}, { type: 'HeadcountReported', by: 'clerk-1' }]);
  expect(wrong).toStrictEqual([]);
  await page.context().close();
});

test('what may not be is said before it is sent, beside the form', async () => {
  const { page } = await on.open({ language: 'zh' });
  await goTo(page, `/enterprises/${mill}?do=ReportHeadcount`);
  await pickDay(page.locator('#f_asOf'), '2026-03-31');
  await page.locator('#f_workers').fill('10');
  await page.locator('#f_women').fill('11');
  await page.getByText(saying('zh')(form, 'refused')).waitFor();
  expect(await facts()).toHaveLength(1);
  await page.context().close();
});

test('when someone was first, their facts are shown and what was typed is kept', async () => {
  const first = await on.open({ language: 'en', by: 'clerk-1' });
  const second = await on.open({ language: 'en', by: 'clerk-2' });
  await typeHeadcount(second.page, '300');
  await second.page.context().setOffline(true);
  await typeHeadcount(first.page, '200');
  await record(first.page).click();
  await recorded(first.page);
  await second.page.context().setOffline(false);
  await record(second.page).click();
  await second.page.getByText(say(form, 'conflict')).waitFor();
  expect(await second.page.getByText('clerk-1').count()).toBeGreaterThan(0);
  expect(await second.page.locator('#f_workers').inputValue()).toBe('300');
  expect(await headcounts()).toStrictEqual([200]);
  await second.page.getByRole('button', { name: say(form, 'conflictGoOn') }).click();
  await record(second.page).click();
  await recorded(second.page);
  expect(await headcounts()).toStrictEqual([200, 300]);
  await first.page.context().close();
  await second.page.context().close();
});

test('a lost line shows itself, keeps what was typed, and sends it once when it is back', async () => {
  const { page } = await on.open({ language: 'en' });
  await typeHeadcount(page, '218');
  await page.getByText('This can be recorded as').waitFor();
  await page.context().setOffline(true);
  await record(page).click();
  await page.getByText(say(form, 'waiting')).waitFor();
  expect(await headcounts()).toStrictEqual([]);
  await page.context().setOffline(false);
  await recorded(page);
  expect(await headcounts()).toStrictEqual([218]);
  await page.context().close();
});

test('an answer that was lost on its way records nothing twice: the same key goes again', async () => {
  const { page } = await on.open({ language: 'en' });
  const keys = await losing(page, `enterprises/${mill}/report-headcount`);
  await typeHeadcount(page, '218');
  await record(page).click();
  await page.getByText('Recorded:').waitFor();
  expect(await headcounts()).toStrictEqual([218]);
  expect(keys).toHaveLength(2);
  expect(keys[1]).toBe(keys[0]);
  await page.context().close();
});

test('what was typed survives a reload, and goes when it is recorded', async () => {
  const { page } = await on.open({ language: 'en' });
  await typeHeadcount(page, '218');
  await page.reload();
  await settled(page);
  await page.getByText(say(form, 'draft')).waitFor();
  expect(await page.locator('#f_workers').inputValue()).toBe('218');
  await record(page).click();
  await recorded(page);
  await goTo(page, `/enterprises/${mill}?do=ReportHeadcount`);
  await page.locator('#f_workers').waitFor();
  expect(await page.locator('#f_workers').inputValue()).toBe('');
  await page.context().close();
});

test('a page follows what others record', async () => {
  const { page } = await on.open({ language: 'en' });
  await goTo(page, `/enterprises/${mill}?tab=facts`);
  await on.post(`/enterprises/${mill}/report-headcount`, { asOf: '2026-03-31', workers: 218 });
  await page.locator('.facts .fact').nth(1).waitFor();
  await page.context().close();
});
