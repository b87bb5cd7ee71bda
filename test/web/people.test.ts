import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers, browsing, goTo, settled, type Browsing } from './browser.ts';

let on: Browsing;
beforeAll(async () => {
  on = await browsing();
});
afterAll(() => on.end());

test('a person is registered, shown by name, and leaves no word in the browser', async () => {
  const details = { name: '钱秀英', position: '纺织工' };
  await on.post('/people/p-1/register', { details });
  const { page, wrong } = await on.open({ language: 'zh' });
  await goTo(page, '/people');
  await page.locator('main').getByRole('link', { name: '钱秀英' }).click();
  await page.getByRole('heading', { level: 1, name: '钱秀英' }).waitFor();
  await settled(page);
  const said = page.locator('main dl.details');
  await said.getByText('岗位').waitFor();
  expect(await said.textContent()).toContain('岗位纺织工');
  expect(await barriers(page)).toStrictEqual([]);
  await goTo(page, '/people/p-1?do=SealNote');
  await page.locator('#f_text').fill('CANARY-王');
  await page.locator('.command-form .verdict').waitFor();
  expect(await page.evaluate<string>('JSON.stringify(localStorage)')).not.toContain('CANARY');
  expect(await page.evaluate<string>('JSON.stringify(sessionStorage)')).toContain('CANARY');
  expect(wrong).toStrictEqual([]);
  await page.context().close();
});
