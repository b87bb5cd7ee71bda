import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { WORDS, type Language } from './analysts-words.ts';
import { browsing, goTo, picture, settled, type Browsing, type Watched } from './browser.ts';
import { DAY, foundLateCity, typed, YEAR } from './late-city.ts';

let on: Browsing;
/** When nobody had recorded what came late. */
let before: number;
beforeAll(async () => {
  on = await browsing();
  before = await foundLateCity(on);
}, 300_000);
afterAll(() => on.end());

type Cell = Readonly<Record<string, number>>;
type Answer = {
  readonly total: Cell;
  readonly groups: readonly (Cell & { readonly key: string })[];
};
const asked = (path: string): Promise<Answer> => on.get<Answer>(`/figures/${path}`);
const percent = new Intl.NumberFormat('en', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 2,
});
const rateOf = (cell: Cell): string => percent.format(cell['rate'] ?? NaN);
const numberIn = (text: string): number => Number(text.replaceAll(',', ''));

/** The cells of a table that is shown, row by row, without what a row is called. */
const rowsOf = async (page: Page, table: string): Promise<readonly (readonly string[])[]> => {
  const rows: (readonly string[])[] = [];
  for (const row of await page.locator(`${table} tbody tr:not([aria-hidden])`).all()) {
    const [, ...cells] = await row.locator('th, td').allInnerTexts();
    rows.push(cells);
  }
  return rows;
};

const tab = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('tab', { name, exact: true }).click();
  await settled(page);
};

const setClocks = async (page: Page, language: Language, day: string, known?: string) => {
  const say = WORDS[language];
  await page.getByRole('button', { name: say.clocks }).click();
  await page.locator('#clock-on').fill(day);
  await page.locator('#clock-on').press('Enter');
  if (known !== undefined) {
    await page.locator('#clock-known').fill(known);
    await page.locator('#clock-known').press('Enter');
  }
  await page.locator('.clock-form').getByRole('button', { name: say.change }).click();
  await page.locator('.clock-bar').waitFor();
  await settled(page);
};

const total = (page: Page) => page.locator('.figure-total .figure-number');
const copied = (page: Page) => page.evaluate<string>('navigator.clipboard.readText()');

describe.each(['zh', 'en'] as const)('an analyst reading %s', (language) => {
  const say = WORDS[language];
  let window: Watched;
  beforeAll(async () => {
    window = await on.open({ language });
    await window.page
      .context()
      .grantPermissions(['clipboard-read', 'clipboard-write'], { origin: on.url });
  });
  afterAll(() => window.page.context().close());

  test('opens a figure from the catalogue and sets both clocks', async () => {
    const { page, wrong } = window;
    await goTo(page, '/analysis');
    const card = page.getByRole('region', { name: say.rate, exact: true });
    const today = await asked('contract-rate');
    await card.getByText(rateOf(today.total)).waitFor();
    await picture(page, `analyst-catalogue-${language}`);
    await card.getByRole('link', { name: say.rate }).click();
    await page.getByRole('heading', { level: 1, name: say.rate }).waitFor();
    await setClocks(page, language, DAY, typed(before));
    const known = new Date(before).toISOString();
    const then = await asked(`contract-rate?on=${DAY}&knownAt=${known}`);
    await total(page)
      .filter({ hasText: rateOf(then.total) })
      .waitFor();
    expect(new URL(page.url()).searchParams.get('on')).toBe(DAY);
    await picture(page, `analyst-then-${language}`);
    await page.locator('.clock-bar').getByRole('button', { name: say.now }).click();
    await setClocks(page, language, DAY);
    const now = await asked(`contract-rate?on=${DAY}`);
    await total(page)
      .filter({ hasText: rateOf(now.total) })
      .waitFor();
    expect(now.total['numerator']).toBe((then.total['numerator'] ?? NaN) + 1);
    expect(wrong).toStrictEqual([]);
  });

  test('reads it by group, as bars and as a table', async () => {
    const { page, wrong } = window;
    await goTo(page, `/analysis/contract-rate?on=${DAY}`);
    await page.getByLabel(say.groupBy).click();
    await page.locator('.ant-select-dropdown').getByTitle(say.industry, { exact: true }).click();
    await page.waitForURL(/groupBy=industry/);
    await settled(page);
    const { groups } = await asked(`contract-rate?on=${DAY}&groupBy=industry`);
    await page.locator('.chart svg path').first().waitFor();
    const shown = await rowsOf(page, '.ant-table');
    expect(shown).toHaveLength(groups.length);
    const halves = groups.map((group) => [group['numerator'], group['denominator']]);
    expect(shown.map((cells) => cells.slice(1, 3).map(numberIn))).toStrictEqual(halves);
    await picture(page, `analyst-groups-${language}`);
    await page.getByRole('button', { name: say.table }).click();
    const twin = await rowsOf(page, '.chart .ant-table');
    expect(twin.map(([cell]) => cell)).toStrictEqual(groups.map(rateOf));
    expect(wrong).toStrictEqual([]);
  });

  test('crosses two dimensions; a cell opens its members', async () => {
    const { page, wrong } = window;
    await goTo(page, `/analysis/contract-rate?on=${DAY}&groupBy=region:county&across=sizeClass`);
    await tab(page, say.cross);
    const heat = page.locator('table.heat');
    await heat.waitFor();
    const { groups } = await asked(
      `contract-rate?on=${DAY}&groupBy=${encodeURIComponent('region:county,sizeClass')}`,
    );
    expect(await heat.getByRole('link').count()).toBe(groups.length);
    await picture(page, `analyst-cross-${language}`);
    const cell = heat.getByRole('link').first();
    const opened = (await cell.innerText()).trim();
    await cell.click();
    await page.waitForURL(/show=members/);
    await settled(page);
    await total(page).filter({ hasText: opened }).waitFor();
    const { searchParams } = new URL(page.url());
    const narrowed = await asked(
      `contract-rate?on=${DAY}&region=${searchParams.get('region') ?? ''}&sizeClass=${searchParams.get('sizeClass') ?? ''}`,
    );
    expect(rateOf(narrowed.total)).toBe(opened);
    expect(await page.locator('.ant-table-row').count()).toBe(narrowed.total['numerator']);
    expect(wrong).toStrictEqual([]);
  });

  test('sees how it went', async () => {
    const { page, wrong } = window;
    await goTo(page, `/analysis/contract-rate?on=${DAY}&from=${YEAR.from}`);
    await tab(page, say.series);
    await page.locator('.chart svg path').first().waitFor();
    await picture(page, `analyst-series-${language}`);
    await page.getByRole('button', { name: say.table }).click();
    const { series } = await on.get<{ readonly series: readonly Cell[] }>(
      `/figures/contract-rate/series?from=${YEAR.from}&to=${DAY}&step=quarter`,
    );
    const rows = await rowsOf(page, '.chart .ant-table');
    expect(
      rows.map(([above, below]) => [above, below].map((cell) => numberIn(cell ?? ''))),
    ).toStrictEqual(series.map(({ numerator, denominator }) => [numerator, denominator]));
    expect(wrong).toStrictEqual([]);
  });

  test('asks why it is not what it was: a waterfall by cause, down to the fact', async () => {
    const { page, wrong } = window;
    await goTo(page, `/analysis/contract-rate?on=${DAY}`);
    await tab(page, say.compare);
    await page.getByLabel(say.before).fill(typed(before));
    await page.getByLabel(say.before).press('Enter');
    await page.waitForURL(/before=/);
    await page.locator('.chart svg path').first().waitFor();
    await picture(page, `analyst-why-${language}`);
    const known = new Date(before).toISOString();
    const [then, now] = [
      await asked(`contract-rate?on=${DAY}&knownAt=${known}`),
      await asked(`contract-rate?on=${DAY}`),
    ];
    const causes = await rowsOf(page, '.panel .ant-table');
    const changes = causes.map((cells) => cells.map(numberIn));
    const sum = changes.reduce((all, cells) => all + (cells.at(-2) ?? NaN), 0);
    expect(sum).toBe((now.total['numerator'] ?? NaN) - (then.total['numerator'] ?? NaN));
    const { groups } = await on.get<{ groups: readonly { readonly numerator: number }[] }>(
      `/figures/contract-rate/changes?on=${DAY}&from=${known}`,
    );
    expect(changes.map((cells) => cells.at(-2))).toStrictEqual(
      groups.map(({ numerator }) => numerator),
    );
    await page.locator('.ant-table-row').filter({ hasText: say.late }).locator('button').click();
    await page.locator('.ant-table-expanded-row a[href*="late-2-contract"]').first().click();
    await page.locator('.fact.shown').waitFor();
    expect(new URL(page.url()).pathname).toBe('/contracts/late-2-contract');
    await picture(page, `analyst-fact-${language}`);
    expect(wrong).toStrictEqual([]);
  });

  test('goes from the members to the facts behind one, and to the subject at that fact', async () => {
    const { page, wrong } = window;
    await goTo(page, `/analysis/contract-rate?on=${DAY}&show=members`);
    const { total: all } = await asked(`contract-rate?on=${DAY}`);
    const rows = page.locator('.ant-table-row');
    expect(await rows.count()).toBe(Math.min(100, all['numerator'] ?? NaN));
    await picture(page, `analyst-members-${language}`);
    const late = rows.filter({ hasText: 'late-1' });
    const fact = late.locator('li a').last();
    const href = (await fact.getAttribute('href')) ?? '';
    await fact.click();
    await page.locator('.fact.shown').waitFor();
    expect(page.url()).toContain(href);
    expect(wrong).toStrictEqual([]);
  });

  test('takes it along as a link, as a citation and as data', async () => {
    const { page, wrong } = window;
    await goTo(page, `/analysis/contract-rate?on=${DAY}&population=all`);
    const { members: _, ...all } = (await asked(`contract-rate?on=${DAY}&population=all`)).total;
    await total(page)
      .filter({ hasText: rateOf(all) })
      .waitFor();
    await page.getByRole('button', { name: say.data }).click();
    await vi.waitFor(async () =>
      expect(JSON.parse(await copied(page))).toMatchObject({ figure: 'contract-rate', total: all }),
    );
    await page.getByRole('button', { name: say.citation }).click();
    await vi.waitFor(async () => expect(await copied(page)).toContain(rateOf(all)));
    expect(await copied(page)).toContain(say.rate);
    await page.getByRole('button', { name: say.link }).click();
    await vi.waitFor(async () => expect(await copied(page)).toMatch(/^http\S+$/));
    await goTo(page, await copied(page));
    await page.locator('.clock-bar').waitFor();
    expect(await total(page).innerText()).toBe(rateOf(all));
    expect(wrong).toStrictEqual([]);
  });

  test('follows the disputes from opening to closing', async () => {
    const { page, wrong } = window;
    await goTo(page, `/analysis/dispute-ledger?from=${YEAR.from}&to=${YEAR.to}`);
    await page.locator('.figure-total').waitFor();
    await page.locator('.chart svg path').first().waitFor();
    await picture(page, `analyst-ledger-${language}`);
    const flow = page.getByRole('figure', { name: say.ledger });
    await flow.getByRole('button', { name: say.table }).click();
    const rows = [
      ...(await rowsOf(page, `figure[aria-label="${say.ledger}"] .ant-table`)).values(),
    ];
    const [opening, received, reopened, into, out, concluded, closing] = rows.map(([cell]) =>
      numberIn(cell ?? ''),
    );
    const { total: all } = await asked(`dispute-ledger?from=${YEAR.from}&to=${YEAR.to}`);
    expect({ opening, received, reopened, concluded, closing }).toMatchObject({
      opening: all['opening'],
      received: all['received'],
      concluded: all['concluded'],
    });
    expect(
      (opening ?? 0) +
        (received ?? 0) +
        (reopened ?? 0) +
        (into ?? 0) -
        (out ?? 0) -
        (concluded ?? 0),
    ).toBe(closing);
    expect(received).toBeGreaterThan(0);
    expect(wrong).toStrictEqual([]);
  });

  test('takes the register behind it home as a file', async () => {
    const { page, wrong } = window;
    await goTo(page, '/contracts?kind=wage');
    await page.getByRole('button', { name: say.export }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: 'JSONL' }).click();
    const file = await readFile(await (await coming).path(), 'utf8');
    const { items } = await on.get<{ items: readonly object[] }>('/contracts?kind=wage&limit=500');
    expect(file.trimEnd().split('\n')).toHaveLength(items.length);
    expect(wrong).toStrictEqual([]);
  });
});
