import type { Page } from 'playwright-core';
import { buildWeb } from '../../src/build-web.ts';
import { browsing, settled, type Browsing } from '../web/browser.ts';
import { benchCity } from './founded-city.ts';
import { median, quantile, type Measured } from './measure.ts';

const LOADS = 7;
const MOST_SCROLLS = 3000;

/** Writes down in every page when the first row stood there, how long each interaction took, and what held the page up. */
const WATCH = `
  window.seen = { row: 0, events: [], tasks: [], frames: [] };
  new MutationObserver((_, watcher) => {
    if (!document.querySelector('main tr[aria-rowindex="2"]')) return;
    requestAnimationFrame(() => requestAnimationFrame(() => { seen.row ||= performance.now(); }));
    watcher.disconnect();
  }).observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const { interactionId, name, duration } of list.getEntries())
      if (interactionId > 0) seen.events.push({ name, duration });
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.tasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });`;

type Seen = {
  readonly row: number;
  readonly events: readonly { readonly name: string; readonly duration: number }[];
  readonly tasks: readonly number[];
};
const seen = (page: Page): Promise<Seen> => page.evaluate<Seen>('window.seen');
/** Forgets what was seen so far. */
const forget = (page: Page): Promise<unknown> =>
  page.evaluate('void Object.assign(window.seen, { events: [], tasks: [] })');

const opened = async (on: Browsing): Promise<Page> => {
  const { page } = await on.open({ language: 'zh' });
  await page.addInitScript({ content: WATCH });
  return page;
};

/** How much script comes before a page is there, as it is sent. */
const scriptOf = async (on: Browsing, address: string): Promise<number> => {
  const page = await opened(on);
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js'))
      sizes.push(
        response.finished().then(async () => {
          return (await response.request().sizes()).responseBodySize;
        }),
      );
  });
  await page.goto(address);
  await settled(page);
  const all = await Promise.all(sizes);
  await page.context().close();
  return all.reduce((sum, size) => sum + size, 0);
};

/** From the address to the first row, by a browser that was never here. */
const firstRow = async (on: Browsing): Promise<number> => {
  const page = await opened(on);
  await page.goto('/enterprises');
  await page.locator('main tr[aria-rowindex="2"]').waitFor();
  // The row is told once it is painted.
  await page.evaluate(`new Promise((told) => {
    const look = () => seen.row > 0 ? told() : requestAnimationFrame(look);
    look();
  })`);
  const { row } = await seen(page);
  await page.context().close();
  return row;
};

/** The longest of what a hand did, and the longest that the page was held up by it. */
type Longest = { readonly interaction: number; readonly task: number };
const longest = async (page: Page, act: () => Promise<unknown>): Promise<Longest> => {
  await forget(page);
  await act();
  // Entries come after the next frame is painted.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 250)))');
  const { events, tasks } = await seen(page);
  const [interactions, held] = [events.map(({ duration }) => duration), tasks];
  return { interaction: Math.max(0, ...interactions), task: Math.max(0, ...held) };
};

const rowsIn = async (page: Page): Promise<number> =>
  Number(await page.locator('main table').getAttribute('aria-rowcount')) - 1;

/** Turns the wheel until the last row is there. */
const scrollThrough = async (page: Page): Promise<number> => {
  await page.locator('main .grid').hover();
  for (let turn = 0; turn < MOST_SCROLLS; turn += 1) {
    await page.mouse.wheel(0, 6000);
    await page.evaluate('new Promise((done) => requestAnimationFrame(done))');
    if (turn % 20 === 0 && (await page.locator('.register-foot button').count()) === 0) break;
  }
  return rowsIn(page);
};

const interactions = async (on: Browsing): Promise<readonly (readonly [string, Longest])[]> => {
  const page = await opened(on);
  await page.goto('/enterprises');
  await settled(page);
  const first = page.locator('main tr[aria-rowindex="2"]');
  await first.waitFor();
  const idle = () => page.locator('main .register[aria-busy="false"]').waitFor();
  const search = page.locator('.filters input').first();
  const typing = await longest(page, async () => {
    await search.click();
    await page.keyboard.type('纺织有限', { delay: 120 });
    await idle();
    await search.fill('');
    await idle();
  });
  const sorting = await longest(page, async () => {
    for (const at of [0, 5, 5]) {
      await page.locator('main th button').nth(at).click();
      await idle();
    }
  });
  const scrolling = await longest(page, async () => {
    const rows = await scrollThrough(page);
    process.stderr.write(`scrolled through ${String(rows)} rows\n`);
  });
  const sortingAll = await longest(page, async () => {
    await page.locator('main th button').first().click();
    await idle();
  });
  await page.locator('main tbody a').first().click();
  await settled(page);
  const opening = await longest(page, async () => {
    await page.locator('.actions button').first().click();
    await page.locator('.command-form form').waitFor();
    await page.locator('.command-form input').first().click();
    await page.keyboard.type('2025-12-01', { delay: 60 });
  });
  await page.context().close();
  return [
    ['typing into a filter', typing],
    ['sorting', sorting],
    ['scrolling through all rows', scrolling],
    ['sorting after that', sortingAll],
    ['opening and filling a form', opening],
  ];
};

const round = (value: number): number => Math.round(value);

const measured = async (folder: string, enterprises: number): Promise<Measured[]> => {
  const on = await browsing({ CONCORD_DATA: folder, LOG_LEVEL: 'info' });
  try {
    const city = (await on.get<{ items: readonly unknown[] }>('/enterprises?limit=1')).items;
    if (city.length === 0) throw new Error(`There are no enterprises in ${folder}.`);
    const size = `${String(enterprises)} enterprises`;
    const scripts: Measured[] = [];
    for (const address of ['/', '/enterprises'])
      scripts.push({
        path: `first load of ${address}, script`,
        size: 'gzip',
        found: round((await scriptOf(on, address)) / 1024),
        unit: 'kB',
        target: '≤ 350 kB',
      });
    const loads: number[] = [];
    for (let load = 0; load < LOADS; load += 1) loads.push(await firstRow(on));
    const path = 'first row of the register';
    const done = await interactions(on);
    return [
      ...scripts,
      { path, size, found: round(median(loads)), unit: 'ms, p50', target: '≤ 1500 ms' },
      { path, size, found: round(quantile(loads, 1)), unit: 'ms, slowest', target: '' },
      ...done.flatMap(([name, { interaction, task }]) => [
        { path: name, size, found: interaction, unit: 'ms, longest answer', target: '≤ 200 ms' },
        { path: name, size, found: round(task), unit: 'ms, longest task', target: '' },
      ]),
    ];
  } finally {
    await on.end();
  }
};

/** The pages in a real browser before a city: script, first row, what a hand waits for. */
export const benchWeb = async (): Promise<Measured[]> => {
  await buildWeb({ ifStale: true });
  return benchCity(measured);
};

if (import.meta.main) console.table(await benchWeb());
