import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { home } from '../../src/web/words/home.ts';
import { shared } from '../../src/web/words/shared.ts';
import { shell } from '../../src/web/words/shell.ts';
import { browsing, goTo, settled, type Browsing } from './browser.ts';
import { playing, type Player } from './playing.ts';

const LANGUAGES = ['zh', 'en'] as const;
const CITY = 4;
/** Ten years of a city take their time on a busy machine. */
const FOUNDED_MS = 240_000;

let on: Browsing;
beforeAll(async () => {
  on = await browsing();
});
afterAll(() => on.end());

const enterprises = async (): Promise<readonly object[]> =>
  (await on.get<{ items: readonly object[] }>('/enterprises?limit=500')).items;

describe('an empty store', () => {
  test.each(LANGUAGES)(
    'shows the import and the first case as ways to begin (%s)',
    async (language) => {
      const me = await playing(on, { language });
      await goTo(me.page, '/');
      await me.page.getByRole('heading', { level: 1, name: me.say(home, 'welcome') }).waitFor();
      await me.picture('welcome');
      for (const way of ['caseEnterprise', 'caseOpen'] as const) {
        await me.button(me.say(home, way)).click();
        await me.page.locator('#new-id').waitFor();
        await me.shut();
      }
      await me.button(me.say(home, 'importStart')).click();
      await me.page.waitForURL('**/import');
      await settled(me.page);
      expect(me.wrong).toStrictEqual([]);
      await me.leave();
    },
  );

  test('takes a demo city, which is then the day’s work', async () => {
    const me = await playing(on, { language: 'zh' });
    await goTo(me.page, '/');
    await me.page.getByLabel(me.say(home, 'demoSize')).fill(String(CITY));
    await me.button(me.say(home, 'demoStart')).click();
    await me.page.getByText(me.say(home, 'demoDone')).waitFor({ timeout: FOUNDED_MS });
    await me.page.getByRole('heading', { level: 1, name: me.say(home, 'title') }).waitFor();
    expect(await on.get('/demo')).toMatchObject({ status: 'done', possible: false });
    expect(await enterprises()).toHaveLength(CITY);
    expect(me.wrong).toStrictEqual([]);
    await me.leave();
  }, 300_000);
});

describe.each(LANGUAGES)('a register in a browser of its own (%s)', (language) => {
  let me: Player;
  const tool = async (word: 'columns' | 'density' | 'views'): Promise<void> => {
    await me.button(me.say(shared, word), me.page.locator('main')).click();
  };
  const rowHeight = async (): Promise<number> =>
    (await me.page.locator('main tbody tr:not([aria-hidden])').nth(1).boundingBox())?.height ?? NaN;
  beforeAll(async () => {
    me = await playing(on, { language });
    await goTo(me.page, '/enterprises');
  });
  afterAll(() => me.leave());

  test('leaves out the column that one does not want', async () => {
    const heads = me.page.locator('main thead th');
    const before = await heads.allInnerTexts();
    await tool('columns');
    const choice = me.page.getByRole('group', { name: me.say(shared, 'columns') });
    const shown = choice.locator('label').filter({ has: me.page.locator('input:checked') });
    const name = (await shown.nth(1).innerText()).trim();
    await shown.nth(1).click();
    const head = heads.filter({ hasText: name });
    await head.waitFor({ state: 'detached' });
    await goTo(me.page, '/enterprises');
    await heads.first().waitFor();
    expect(await head.count()).toBe(0);
    expect(await heads.count()).toBe(before.length - 1);
  });

  test('is as dense as one likes, also after a reload', async () => {
    const dense = await rowHeight();
    await tool('density');
    await me.page.getByText(me.say(shared, 'roomy'), { exact: true }).click();
    await goTo(me.page, '/enterprises');
    await me.page.locator('main tbody tr').nth(1).waitFor();
    expect(await rowHeight()).toBeGreaterThan(dense);
  });

  test('keeps a view under a name, and forgets it', async () => {
    await goTo(me.page, '/enterprises?sort=-name');
    await tool('views');
    await me.page.getByLabel(me.say(shared, 'viewName')).fill('倒序');
    await me.button(me.say(shell, 'save')).click();
    await goTo(me.page, '/enterprises');
    await tool('views');
    await me.button('倒序').click();
    await me.page.waitForURL(/sort=-name/);
    await settled(me.page);
    await me.picture('register-view');
    await me.button(me.say(shared, 'removeView', { name: '倒序' })).click();
    await me.page.getByText(me.say(shared, 'noViews')).waitFor();
    expect(me.wrong).toStrictEqual([]);
  });
});
