import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { dataFolder, startServer } from '../support/server-process.ts';

/** Debian's Chromium; another one by CHROMIUM. */
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
/** How long a page may take to show something: machines of the CI are slow, and busy. */
const PATIENCE_MS = 60_000;

export type Language = 'zh' | 'en';
export type Look = {
  readonly language?: Language;
  readonly dark?: boolean;
  readonly width?: number;
  /** Who acts. */
  readonly by?: string;
  /** The moment it is for the page, where the server's clock was set. */
  readonly now?: string;
};

/** What a page did that no page may do: errors, and requests that left the server's origin. */
export type Watched = { readonly page: Page; readonly wrong: string[] };

const watch = (page: Page, origin: string): string[] => {
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // A refusal is an answer, which Chromium writes down as a failure to load.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      wrong.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) wrong.push(`left: ${url}`);
  });
  return wrong;
};

const opened = async (
  browser: Browser,
  origin: string,
  { language = 'zh', dark = false, width = 1280, by = 'local', now }: Look,
): Promise<Watched> => {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width, height: 860 },
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  if (now !== undefined) await context.clock.setFixedTime(now);
  const who = JSON.stringify(JSON.stringify({ by }));
  await context.addInitScript({ content: `localStorage.setItem('concord.who', ${who});` });
  const page = await context.newPage();
  return { page, wrong: watch(page, origin) };
};

/** A real server on a folder of its own, and Chromium before it. */
export const browsing = async (settings: Readonly<Record<string, string>> = {}) => {
  const { folder, remove } = dataFolder();
  // First what may not be there: a server would stay behind.
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const server = await startServer(folder, { LOG_LEVEL: 'info', ...settings });
  return {
    url: server.url,
    folder,
    /** A new browser window; two of them are two people. */
    open: (look: Look = {}) => opened(browser, server.url, look),
    /** Asks the API itself: what a day ends with. */
    get: async <T>(path: string, language: Language = 'en'): Promise<T> => {
      const headers = { 'Accept-Language': language };
      return (await (await fetch(`${server.url}/api/v1${path}`, { headers })).json()) as T;
    },
    /** Records what a day begins with. */
    post: async (path: string, body: object): Promise<void> => {
      const answer = await fetch(`${server.url}/api/v1${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    },
    server,
    end: async (): Promise<void> => {
      await browser.close();
      await server.stop();
      remove();
    },
  };
};
export type Browsing = Awaited<ReturnType<typeof browsing>>;

let mills = 0;

/** Registers one more mill, of an id and a name of its own. */
export const newMill = async (
  on: Pick<Browsing, 'post'>,
): Promise<{ readonly id: string; readonly name: string }> => {
  mills += 1;
  const [id, name] = [`mill-${String(mills)}`, `南通纺织有限公司${String(mills)}号`];
  await on.post(`/enterprises/${id}/register`, {
    registeredOn: '2020-03-01',
    name,
    division: '320681',
    industry: 'C17',
    industryScheme: 'gb4754-2017',
  });
  return { id, name };
};

/** Founds the demo city, and waits until it stands. */
export const loadDemo = async (
  on: Pick<Browsing, 'get' | 'post'>,
  size: { readonly enterprises: number; readonly seed: number },
): Promise<void> => {
  await on.post('/demo', size);
  for (;;) {
    const { status, fault } = await on.get<{ status: string; fault: string | null }>('/demo');
    if (status === 'done') return;
    if (status !== 'running') throw new Error(fault ?? status);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
};

/** Goes to an address and waits until the page says what it is and has nothing left to fetch. */
export const goTo = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await settled(page);
};

/** Waits until what was asked for is shown. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator('main h1').first().waitFor();
  // Not a function of the page: its policy lets no text become script.
  await page
    .locator('main .loading, main .ant-spin-spinning')
    .first()
    .waitFor({ state: 'detached' });
};

/** What keeps somebody out: axe's serious and critical findings, each in one line. */
export const barriers = async (page: Page, within = 'html'): Promise<string[]> => {
  // The pages hold no frames: nothing has to be put together on a page of its own.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include(within)
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`,
      ),
    );
};

/** Takes a picture, where SCREENSHOTS names a folder; `whole` also of what one scrolls to, up to a limit. */
export const picture = async (
  page: Page,
  name: string,
  { whole = false }: { readonly whole?: boolean } = {},
): Promise<void> => {
  const folder = process.env['SCREENSHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  const path = `${folder}/${name}.png`;
  if (!whole) {
    await page.screenshot({ path });
    return;
  }
  const { width = 1280, height = 860 } = page.viewportSize() ?? {};
  const tall = await page.evaluate<number>('document.documentElement.scrollHeight');
  const clip = { x: 0, y: 0, width, height: Math.min(Math.max(height, tall), 2400) };
  await page.screenshot({ path, fullPage: true, clip });
};
