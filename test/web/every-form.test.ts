import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browsing, goTo, loadDemo, settled, type Browsing } from './browser.ts';

type Entry = { readonly things: string; readonly command: string };
type List = { readonly items: readonly { readonly id: string }[] };

/** Where the page of a thing is, by its noun. */
const PAGES: Readonly<Record<string, string>> = {
  enterprises: 'enterprises',
  'bargaining-cases': 'bargaining',
  contracts: 'contracts',
  disputes: 'disputes',
  consultations: 'consultation',
  people: 'people',
};

let on: Browsing;
let entries: readonly Entry[];
beforeAll(async () => {
  on = await browsing({ CONCORD_CLOCK: 'settable' });
  await loadDemo(on, { enterprises: 12, seed: 3 });
  await on.post('/people/p-1/register', { details: { name: '钱秀英' } });
  entries = (await on.get<{ items: readonly Entry[] }>('/schemas')).items;
}, 400_000);
afterAll(() => on.end());

/** Goes to an address without loading the web anew, as a link does. */
const follow = (page: Page, address: string): Promise<unknown> =>
  page.evaluate(
    `history.pushState(null, '', ${JSON.stringify(address)}); dispatchEvent(new PopStateEvent('popstate')); undefined`,
  );

test.each(Object.keys(PAGES))(
  'every command of %s opens as a form',
  { timeout: 600_000 },
  async (noun) => {
    const [thing] = (await on.get<List>(`/${noun}?limit=1`)).items;
    if (!thing) throw new Error(`The city has no ${noun}.`);
    const place = `/${String(PAGES[noun])}/${encodeURIComponent(thing.id)}`;
    const { page, wrong } = await on.open({ language: 'zh' });
    await goTo(page, place);
    const commands = entries.filter(({ things }) => things === noun);
    expect(commands.length).toBeGreaterThan(4);
    for (const { command } of commands) {
      await follow(page, `${place}?do=${command}`);
      const drawer = page.locator('.ant-drawer');
      // What a form shows when it is ready: something to fill in, and the button that records.
      await drawer.locator('.ant-drawer-body .ant-btn-primary').first().waitFor();
      const name = (await drawer.locator('.ant-drawer-title').textContent()) ?? '';
      expect(name, command).toMatch(/\p{Script=Han}/u);
      expect(await page.getByText('这一页出错了').count(), command).toBe(0);
      expect(wrong, command).toStrictEqual([]);
      await follow(page, place);
      await drawer.waitFor({ state: 'detached' });
    }
    await settled(page);
    await page.context().close();
  },
);
