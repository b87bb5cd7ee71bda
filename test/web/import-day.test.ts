import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  browsing,
  goTo,
  newMill,
  picture,
  settled,
  type Browsing,
  type Watched,
} from './browser.ts';

const FILE = gunzipSync(readFileSync('test/data/fmcs-f7-2004-a.csv.gz')).toString('utf8');
const [HEADER = '', FIRST = '', SECOND = '', ...REST] = FILE.split(/\r?\n/);

/** Three rows of the file once more, each with one cell spoilt: the first among the first rows. */
const SPOILT = [
  FIRST.replace('2003-09-30', '2003-09-31'),
  SECOND.replace('ANGELICA HEALTHCARE', ''),
  FIRST.replace(/,1,0$/, ',one,0'),
] as const;
const REJECTED = SPOILT.length;
const READ = 10_404 + REJECTED;
const SENT = [HEADER, FIRST, SPOILT[0], SECOND, ...REST.filter(Boolean), SPOILT[1], SPOILT[2]];

const csv = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\n')}\n`, 'utf8'),
});
const NOTICES = csv('notices.csv', SENT);

const WORDS = {
  zh: {
    choose: '选择文件',
    profile: '导入方案',
    notices: '美国联邦调停调解局 F-7 谈判通知',
    employer: '雇主',
    unknown: '到期日不明，合同登记但不计为有效。',
    wrong: '其中 1 行有误',
    tryIt: '试运行',
    doIt: '导入',
    run: '运行情况',
    running: '正在运行',
    done: '已完成',
    nothing: '这是试运行，没有记录任何事实',
    progress: '进度',
    fetch: '下载被退回的行',
    history: '历次导入',
    count: { read: '读取的行', dry: '将记录的行', recorded: '新记录的行', there: '已有的行' },
    rejected: '退回的行',
  },
  en: {
    choose: 'Choose a file',
    profile: 'Import profile',
    notices: 'FMCS F-7 bargaining notices',
    employer: 'Employer',
    unknown: 'The expiration is unknown; the contract is registered and never in force.',
    wrong: '1 of them is wrong',
    tryIt: 'Try it',
    doIt: 'Import',
    run: 'This run',
    running: 'Running',
    done: 'Done',
    nothing: 'This was a dry run: nothing was recorded.',
    progress: 'Progress',
    fetch: 'Fetch the rejected rows',
    history: 'Runs so far',
    count: {
      read: 'Rows read',
      dry: 'Rows to be recorded',
      recorded: 'Rows recorded',
      there: 'Rows already there',
    },
    rejected: 'Rows rejected',
  },
} as const;
type Language = keyof typeof WORDS;

/** Ten thousand rows on a machine that has other things to do. */
const LONG = { timeout: 600_000 };

let on: Browsing;
beforeAll(async () => {
  on = await browsing();
});
afterAll(() => on.end());

const panel = (page: Page, name: string) =>
  page.locator('section.panel').filter({ has: page.getByRole('heading', { name, exact: true }) });

/** Opens the imports, says what the file is, and gives it. */
const give = async (page: Page, language: Language, file: typeof NOTICES): Promise<void> => {
  const say = WORDS[language];
  await goTo(page, '/import');
  await page.getByLabel(say.profile).click();
  await page.getByTitle(say.notices).click();
  await page.locator('input[type=file]').setInputFiles(file);
  await page.locator('.import-chosen').getByText(file.name).waitFor();
  await page.getByRole('columnheader', { name: 'notice_date' }).waitFor();
};

const begin = async (page: Page, language: Language): Promise<void> => {
  const { doIt } = WORDS[language];
  await page.getByRole('button', { name: doIt, exact: true }).click();
  await page.getByRole('tooltip').getByRole('button', { name: doIt, exact: true }).click();
};

const over = async (page: Page, language: Language): Promise<void> => {
  const { run, done } = WORDS[language];
  await panel(page, run).getByText(done, { exact: true }).waitFor(LONG);
  await settled(page);
};

/** The counts of the run that is shown, by what they are called. */
const counts = async (page: Page): Promise<Record<string, number>> => {
  const told: Record<string, number> = {};
  for (const one of await page.locator('.import-counts > div').all()) {
    const name = await one.locator('dt').innerText();
    told[name] = Number((await one.locator('dd').innerText()).replaceAll(',', ''));
  }
  return told;
};

const rejects = async (page: Page, language: Language): Promise<string> => {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: WORDS[language].fetch }).click();
  return readFile(await (await coming).path(), 'utf8');
};

/** The rejects file put right: the cells as the publisher had them, in the same file. */
const corrected = (file: string) =>
  file
    .replace('2003-09-31', '2003-09-30')
    .replace('2003-12-06,,', '2003-12-06,ANGELICA HEALTHCARE,')
    .replace(',one,', ',1,');

type Summary = {
  readonly read: number;
  readonly recorded: number;
  readonly alreadyThere: number;
  readonly rejected: number;
};
type Run = { readonly dryRun: boolean; readonly by: string; readonly summary: Summary | null };
const runs = async () => (await on.get<{ readonly items: readonly Run[] }>('/imports')).items;

let fetched = '';

describe.each(['zh', 'en'] as const)('an operator reading %s', (language) => {
  const say = WORDS[language];
  let window: Watched;
  beforeAll(async () => {
    window = await on.open({ language, by: `operator-${language}` });
  });
  afterAll(() => window.page.context().close());

  test('sees what a file would be taken for, and what is wrong in its first rows', async () => {
    const { page, wrong } = window;
    await give(page, language, NOTICES);
    await page.getByText(say.wrong).waitFor();
    const mapped = page.locator('.import-mapping > div').filter({ hasText: say.employer });
    expect(await mapped.getByText('employer', { exact: true }).count()).toBe(1);
    expect(await page.locator('.import-cell.bad').allInnerTexts()).toStrictEqual(['2003-09-31']);
    await picture(page, `import-look-${language}`);
    expect(await page.locator('.notice').count()).toBe(0);
    expect(wrong).toStrictEqual([]);
  });

  test('tries it: every row is read, the rejects are shown, nothing is recorded', async () => {
    const { page, wrong } = window;
    await page.getByRole('button', { name: say.tryIt, exact: true }).click();
    await over(page, language);
    await page.getByText(say.nothing).waitFor();
    const [last] = await runs();
    expect(last).toMatchObject({ dryRun: true, by: `operator-${language}` });
    expect(await counts(page)).toMatchObject({
      [say.count.read]: READ,
      [say.rejected]: REJECTED,
    });
    expect(last?.summary).toMatchObject({ read: READ, rejected: REJECTED });
    await picture(page, `import-tried-${language}`);
    const { items } = await on.get<{ items: readonly object[] }>('/enterprises?limit=1');
    expect(items).toStrictEqual([]);
    expect(wrong).toStrictEqual([]);
  });
});

/** The run of the whole file takes most of the day, so it is one person's: the other takes the rejects from there. */
test('the whole file is imported, in Chinese, and its rejects are fetched', async () => {
  const { page, wrong } = await on.open({ language: 'zh', by: 'operator-zh' });
  const say = WORDS.zh;
  await give(page, 'zh', NOTICES);
  await begin(page, 'zh');
  await panel(page, say.run).getByText(say.running, { exact: true }).waitFor();
  const progress = page.getByRole('progressbar', { name: say.progress });
  await progress.filter({ hasNotText: /^(0|100)%$/ }).waitFor(LONG);
  await picture(page, 'import-running-zh');
  await over(page, 'zh');
  expect(await counts(page)).toMatchObject({
    [say.count.read]: READ,
    [say.count.recorded]: 10_402,
    [say.count.there]: 2,
    [say.rejected]: REJECTED,
  });
  await page.getByText(say.unknown).waitFor();
  await picture(page, 'import-done-zh');
  fetched = await rejects(page, 'zh');
  expect(fetched.trimEnd().split('\n')).toHaveLength(REJECTED + 1);
  expect(wrong).toStrictEqual([]);
  await page.context().close();
}, 600_000);

type Ratio = { readonly total: Readonly<Record<string, number>> };
const figure = async (name: string, day: string) =>
  (await on.get<Ratio>(`/figures/${name}?on=${day}`)).total;

const enterprises = async (): Promise<number> => {
  let count = 0;
  for (let next: string | null = ''; next !== null;) {
    const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
    const answer: { readonly items: readonly object[]; readonly next: string | null } =
      await on.get(`/enterprises?limit=500${cursor}`);
    count += answer.items.length;
    next = answer.next;
  }
  return count;
};

test('the API knows what is published about the file', async () => {
  expect(await enterprises()).toBe(10_220);
  expect(await figure('contract-stock', '2003-12-31')).toMatchObject({
    count: 1_726,
    workers: 191_784,
  });
  expect(await figure('contract-rate', '2003-12-31')).toMatchObject({
    numerator: 1_718,
    denominator: 2_307,
    rate: 0.74469,
  });
  const [last] = await runs();
  expect(last).toMatchObject({ dryRun: false, summary: { read: READ, rejected: REJECTED } });
});

test('what came back is put right and imported, in English: all of it was there already', async () => {
  const { page, wrong } = await on.open({ language: 'en', by: 'operator-en' });
  const say = WORDS.en;
  await give(page, 'en', csv('rejects.csv', [corrected(fetched).trimEnd()]));
  await begin(page, 'en');
  await over(page, 'en');
  expect(await counts(page)).toMatchObject({
    [say.count.read]: REJECTED,
    [say.count.recorded]: 0,
    [say.count.there]: REJECTED,
    [say.rejected]: 0,
  });
  await picture(page, 'import-corrected-en');
  const rows = panel(page, say.history).getByRole('row');
  expect(await rows.filter({ hasText: 'operator-' }).count()).toBe(4);
  await rows
    .filter({ hasText: 'operator-zh' })
    .filter({ hasText: say.doIt })
    .getByRole('link')
    .click();
  const earlier = { [say.count.recorded]: 10_402 };
  await vi.waitFor(async () => expect(await counts(page)).toMatchObject(earlier), {
    timeout: 60_000,
  });
  await picture(page, 'import-history-en');
  expect(await enterprises()).toBe(10_220);
  expect(wrong).toStrictEqual([]);
  await page.context().close();
}, 240_000);

test('a long register says that something was recorded since, and is loaded anew when asked', async () => {
  const { page, wrong } = await on.open({ language: 'en' });
  await goTo(page, '/enterprises');
  const foot = page.locator('.register-foot');
  for (const loaded of [100, 600, 1100]) {
    await foot.getByText(`${String(loaded)} rows loaded`).waitFor();
    await foot.getByRole('button', { name: 'Load more' }).click();
  }
  await foot.getByText('1600 rows loaded').waitFor();
  await newMill(on);
  await foot.getByText('Something was recorded since.').waitFor();
  await foot.getByRole('button', { name: 'Load anew' }).click();
  await foot.getByText('100 rows loaded').waitFor();
  expect(await foot.getByText('Something was recorded since.').count()).toBe(0);
  expect(wrong).toStrictEqual([]);
  await page.context().close();
});
