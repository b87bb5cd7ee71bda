import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startServer } from '../support/server-process.ts';
import { browsing, goTo, newMill, type Browsing } from './browser.ts';

let on: Browsing;
let mill: string;

beforeAll(async () => {
  on = await browsing();
});
afterAll(() => on.end());
beforeEach(async () => {
  ({ id: mill } = await newMill(on));
});

const PATIENCE = { timeout: 60_000 };
const headcount = (workers: number) =>
  on.post(`/enterprises/${mill}/report-headcount`, { asOf: '2026-03-31', workers });

test('where the stream does not come through, the page asks in turns', async () => {
  const { page } = await on.open({ language: 'en' });
  let refused = 0;
  await page.route('**/api/v1/events*', async (route) => {
    if (route.request().resourceType() !== 'eventsource') return route.continue();
    refused += 1;
    return route.abort();
  });
  await goTo(page, `/enterprises/${mill}?tab=facts`);
  await page.locator('.facts .fact').first().waitFor();
  await headcount(218);
  await page.locator('.facts .fact').nth(1).waitFor(PATIENCE);
  expect(refused).toBeGreaterThan(0);
  expect(await page.getByText('The server cannot be reached').count()).toBe(0);
  await page.context().close();
});

test('a page goes on after the last fact it heard when the server is back', async () => {
  const { page } = await on.open({ language: 'en' });
  await goTo(page, `/enterprises/${mill}?tab=facts`);
  await headcount(218);
  await page.locator('.facts .fact').nth(1).waitFor(PATIENCE);
  await on.server.stop();
  await page.getByText('The server cannot be reached').waitFor(PATIENCE);
  const again = await startServer(on.folder, { PORT: new URL(on.url).port, LOG_LEVEL: 'info' });
  try {
    await headcount(240);
    await page.locator('.facts .fact').nth(2).waitFor(PATIENCE);
    await page
      .getByText('The server cannot be reached')
      .waitFor({ ...PATIENCE, state: 'detached' });
  } finally {
    await again.stop();
    await page.context().close();
  }
});
