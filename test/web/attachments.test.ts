import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { browsing, goTo, newMill, type Browsing } from './browser.ts';

const pdf = Buffer.from('%PDF-1.7\nthe decision of revocation\n%%EOF');
/** One pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

let on: Browsing;
let mill: string;

beforeAll(async () => {
  on = await browsing({ ATTACHMENT_LIMIT: '200kb' });
});
afterAll(() => on.end());
beforeEach(async () => {
  ({ id: mill } = await newMill(on));
});

/** Opens the form of a revocation: where its proof is chosen. */
const proofOf = async (page: Page) => {
  await goTo(page, `/enterprises/${mill}?do=Revoke`);
  await page.locator('#f_on').fill('2026-03-31');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add to Proof' }).click();
  const input = page.locator('.command-form input[type="file"]').first();
  await input.waitFor({ state: 'attached' });
  return input;
};
const record = (page: Page) => page.getByRole('button', { name: 'Record it' });

test('a file is chosen, sent, recorded with the fact, opened and saved', async () => {
  const { page, wrong } = await on.open({ language: 'en' });
  await (await proofOf(page)).setInputFiles({ name: '决定书.pdf', mimeType: '', buffer: pdf });
  await page.getByRole('link', { name: '决定书.pdf' }).first().waitFor();
  await record(page).click();
  await page.getByText('Recorded:').waitFor();
  const facts = await on.get<{ data: { proof?: readonly object[] } }[]>(
    `/enterprises/${mill}/events`,
  );
  expect(facts[1]?.data.proof).toStrictEqual([
    { sha256: hashOf(pdf), name: '决定书.pdf', mediaType: 'application/pdf', bytes: pdf.length },
  ]);
  const [, revoked] = await on.get<{ id: string }[]>(`/enterprises/${mill}/events`);
  await goTo(page, `/enterprises/${mill}?tab=facts&fact=${String(revoked?.id)}`);
  const save = page.getByRole('link', { name: 'Save 决定书.pdf' }).first();
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(download.suggestedFilename()).toBe('决定书.pdf');
  expect(wrong).toStrictEqual([]);
  await page.context().close();
});

test('a picture is shown as soon as it is sent, also where the browser keeps its hashes from the page', async () => {
  const { page, wrong } = await on.open({ language: 'en' });
  await page.addInitScript({
    content: "Object.defineProperty(crypto, 'subtle', { value: undefined });",
  });
  await (await proofOf(page)).setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: png });
  const shown = page.getByRole('img', { name: 'a.png' });
  await shown.waitFor();
  expect(await shown.getAttribute('src')).toContain(hashOf(png));
  expect(wrong).toStrictEqual([]);
  await page.context().close();
});

test.each([
  { name: 'tool.pdf', what: Buffer.from('MZ\x90 no pdf at all'), says: 'is said to be' },
  { name: 'large.pdf', what: Buffer.concat([pdf, Buffer.alloc(400_000, 32)]), says: 'too large' },
])('$name is not taken, and the server says why', async ({ name, what, says }) => {
  const { page } = await on.open({ language: 'en' });
  await (await proofOf(page)).setInputFiles({ name, mimeType: '', buffer: what });
  const alert = page.locator('.command-form .ant-alert-error').first();
  await alert.waitFor();
  expect(await alert.textContent()).toContain(says);
  expect(await page.getByRole('link', { name }).count()).toBe(0);
  await page.context().close();
});

test('a file that could not be sent says so, and is chosen again', async () => {
  const { page } = await on.open({ language: 'en' });
  const input = await proofOf(page);
  await page.context().setOffline(true);
  await input.setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: pdf });
  await page.getByText('the file was not sent').waitFor();
  await page.context().setOffline(false);
  await input.setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: pdf });
  await page.getByRole('link', { name: 'a.pdf' }).first().waitFor();
  await page.context().close();
});
