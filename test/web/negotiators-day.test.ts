import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bargaining } from '../../src/web/words/bargaining.ts';
import { form } from '../../src/web/words/form.ts';
import { shared } from '../../src/web/words/shared.ts';
import { browsing, goTo, settled, type Browsing, type Language } from './browser.ts';
import { choose, file, losing, pickDay, playing, type Player } from './playing.ts';

const TO_PREPARE = '2026-03-13';
const TO_BARGAIN = '2026-04-01';
const TO_VOTE_AGAIN = '2026-04-24';
const TO_FILE = '2026-04-28';
const IN_FORCE = '2026-05-14';

/** The limit of one part of the day: it ends what hangs, and is no measure of speed. */
const PART_MS = 240_000;
const LANGUAGES = ['zh', 'en'] as const;
const MILLS = { zh: '嘉兴织造有限公司', en: '嘉兴印染有限公司' };

const preparation = (mill: string) => ({
  on: '2026-03-02',
  profile: 'zhejiang-2011',
  kind: 'wage',
  level: 'enterprise',
  purpose: 'first',
  contract: `${mill}-2026`,
  enterprise: mill,
  union: '嘉兴织造工会',
  representedBy: 'union',
  preparedBy: 'employees',
  topics: ['wage-increase', 'wage-floor'],
  employees: 200,
  women: 120,
});
const three = (letter: string) =>
  ['chief', 'inside', 'inside'].map((standing, at) => ({
    person: `${letter}${String(at + 1)}`,
    standing,
  }));
const agreed = {
  termStart: '2026-05-01',
  termEnd: '2027-04-30',
  steps: [{ by: 'percent', effectiveOn: '2026-05-01', basisPoints: 500 }],
  clauses: [
    { id: 'raise', topic: 'wage-increase', title: '增资', value: 500, unit: 'basis-points' },
  ],
};

/** What the form of a round is filled in with, as one reads it there. */
const roundOf = (who: Player) => {
  const { dialog, say } = who;
  const record = who.button(say(bargaining, 'recordRound'), dialog);
  const numberOf = (title: string) =>
    dialog.getByLabel(say(bargaining, 'numberOf', { title }), { exact: true });
  return {
    record,
    numberOf,
    begin: async (side: string): Promise<void> => {
      const command = who.command('bargainingCase', 'TableProposal');
      await who.button(command, who.page.locator('main aside')).click();
      await record.waitFor();
      const field = dialog.getByLabel(say(bargaining, 'side'), { exact: true });
      await choose(field, who.value('side', side));
    },
    addClause: async (topic: string, unit: string, title: string, value: string) => {
      await who.button(say(bargaining, 'addClause'), dialog).click();
      const row = dialog.locator('.round-row').last();
      const field = (key: 'topic' | 'unit' | 'titleField') =>
        row.getByLabel(say(bargaining, key), { exact: true });
      await choose(field('topic'), who.value('topic', topic));
      await choose(field('unit'), who.value('unit', unit));
      await field('titleField').fill(title);
      await numberOf(title).fill(value);
    },
    end: async (): Promise<void> => {
      await record.click();
      await dialog.waitFor({ state: 'hidden' });
    },
  };
};

const COUNTS = ['total', 'here', 'yes', 'no', 'abstain'] as const;
const vote = async (who: Player, day: string, counts: readonly number[]): Promise<void> => {
  const field = (key: 'day' | (typeof COUNTS)[number]) =>
    who.dialog.getByLabel(who.say(bargaining, key), { exact: true });
  const command = who.command('bargainingCase', 'HoldCongress');
  await who.button(command, who.page.locator('main aside')).click();
  await pickDay(field('day'), day);
  for (const [at, key] of COUNTS.entries()) await field(key).fill(String(counts[at]));
};

let on: Browsing;
/** The two sides of a case at a mill, each before a window. */
const table = async (language: Language) => {
  const [mill, now] = [`mill-${language}`, `${TO_PREPARE}T09:00:00+08:00`];
  await on.post(`/enterprises/${mill}/register`, {
    registeredOn: '2015-03-02',
    name: MILLS[language],
    division: '330402',
    industry: 'C17',
    industryScheme: 'gb4754-2017',
  });
  await on.post(`/enterprises/${mill}/found-union`, { on: '2016-05-01' });
  const me = await playing(on, { language, by: 'negotiator-1', now });
  const other = await playing(on, { language, by: 'manager-1', now });
  const does = (type: string, body: object) =>
    me.record('bargainingCase', type, body as Record<string, unknown>);
  const shows = (text: string, whose = me) => whose.page.getByText(text).first().waitFor();
  return { language, mill, id: `case-${language}`, me, other, does, shows };
};
let tables: Readonly<Record<Language, Awaited<ReturnType<typeof table>>>>;

/** The clock runs to a morning, and does what fell due. */
const itIs = async (day: string): Promise<void> => {
  const now = `${day}T09:00:00+08:00`;
  await on.post('/clock', { now });
  for (const language of LANGUAGES)
    for (const who of [tables[language].me, tables[language].other]) await who.itIs(now);
};
beforeAll(async () => {
  on = await browsing({ CONCORD_CLOCK: 'settable' });
  await on.post('/clock', { now: `${TO_PREPARE}T08:00:00+08:00` });
  tables = { zh: await table('zh'), en: await table('en') };
});
afterAll(() => on.end());

describe('a wage round in March', { timeout: PART_MS }, () => {
  test.each(LANGUAGES)('is offered, taken up and prepared (%s)', async (language) => {
    const { mill, id, me, does } = tables[language];
    await goTo(me.page, '/bargaining');
    await me.button(me.say(shared, 'newRecord')).click();
    await me.page.locator('#new-id').fill(id);
    await me.fill('bargainingCase', 'PrepareOffer', preparation(mill));
    await me.send();
    const where = { proposedOn: TO_BARGAIN, place: '二楼会议室' };
    const offer = { by: 'employees', on: '2026-03-02', topics: ['wage-increase'], ...where };
    await does('IssueOffer', offer);
    await does('RecordReceipt', { offer: 'offer-1', on: '2026-03-03', receipt: '签收' });
    await does('ConsentToOffer', { offer: 'offer-1', on: '2026-03-10' });
    const named = { on: '2026-03-12', chiefBy: 'office' };
    await does('NameDelegates', { side: 'employer', ...named, delegates: three('m') });
    await does('NameDelegates', { side: 'employees', ...named, delegates: three('w') });
    await does('Disclose', { by: 'employer', on: TO_PREPARE, items: ['工资总额', '营业收入'] });
  });
});

describe('the first session', { timeout: PART_MS }, () => {
  beforeAll(() => itIs(TO_BARGAIN));

  test.each(LANGUAGES)('is opened by the side whose turn it is (%s)', async (language) => {
    const { id, me } = tables[language];
    await me.open('bargainingCase', id);
    await me.take('bargainingCase', 'OpenSession');
    const here = { present: ['m1', 'm2', 'w1', 'w2'], recorder: 'clerk-9' };
    const opening = { on: TO_BARGAIN, chairedBy: 'employer', ...here };
    await me.fill('bargainingCase', 'OpenSession', opening);
    const why = { zh: '首次会议由要约方主持', en: 'the side whose offer it was first' };
    await me.refused(why[language]);
    await me.fill('bargainingCase', 'OpenSession', { chairedBy: 'employees' });
    await me.send();
  });

  test.each(LANGUAGES)('keeps what two type at one table (%s)', async (language) => {
    const { id, me, other } = tables[language];
    const [mine, theirs] = [roundOf(me), roundOf(other)];
    await me.open('bargainingCase', id, 'table');
    await mine.begin('employees');
    await mine.addClause('wage-increase', 'basis-points', '增资', '8');
    await me.picture('negotiator-round');
    await mine.end();
    await other.open('bargainingCase', id, 'table');
    await theirs.begin('employer');
    await theirs.numberOf('增资').fill('4');

    await mine.begin('employees');
    await mine.addClause('wage-floor', 'fen-per-month', '底薪', '2600');
    await me.page.reload();
    await me.dialog.getByText(me.say(form, 'draft')).waitFor();
    expect(await mine.numberOf('底薪').inputValue()).toMatch(/^2600/);
    await mine.end();

    await theirs.record.click();
    await other.dialog.getByText(other.say(form, 'conflict')).waitFor();
    await other.picture('negotiator-conflict');
    expect(await other.dialog.getByText('negotiator-1').count()).toBe(1);
    expect(await theirs.numberOf('增资').inputValue()).toMatch(/^4/);
    await other.button(other.say(form, 'conflictGoOn'), other.dialog).click();
    const keys = await losing(other.page, `bargaining-cases/${id}/counter-proposal`);
    await theirs.end();
    expect(keys).toStrictEqual([keys[0], keys[0]]);
    expect(other.wrong.splice(0)).toStrictEqual([expect.stringContaining('CONNECTION_RESET')]);
    await me.page.locator('main .ant-table').getByText('4.0%').first().waitFor();
    await me.picture('negotiator-table');
    const { items } = await on.get<{ items: readonly object[] }>(
      `/proposals?case_id=${id}&sort=proposal`,
    );
    expect(items).toMatchObject([
      { proposal: 'proposal-1', side: 'employees', value: 800, status: 'countered' },
      { proposal: 'proposal-2', side: 'employees', value: 260_000, status: 'open' },
      { proposal: 'proposal-3', side: 'employer', value: 400, counters: 'proposal-1' },
    ]);
    expect(await on.get(`/bargaining-cases/${id}/table`)).toMatchObject({
      clauses: [
        { title: '增资', gap: 400 },
        { title: '底薪', gap: null },
      ],
    });
  });
});

describe('the congress', { timeout: PART_MS }, () => {
  beforeAll(() => itIs(TO_VOTE_AGAIN));

  test.each(LANGUAGES)('is one vote short, and votes again (%s)', async (language) => {
    const { id, me, does, shows } = tables[language];
    await me.open('bargainingCase', id, 'drafts');
    await does('CloseSession', {
      session: 'session-1',
      on: TO_BARGAIN,
      minutes: [file('minutes.txt', '第一次协商会议记录')],
      signedBy: ['m1', 'w1'],
    });
    await does('AgreeDraft', { on: '2026-04-13', ...agreed });
    await vote(me, '2026-04-20', [100, 90, 50, 30, 20]);
    const why = { zh: '票数不得多于到会人数', en: 'more votes than present' };
    await me.refused(why[language]);
    await me.dialog.getByLabel(me.say(bargaining, 'abstain'), { exact: true }).fill('10');
    await shows(me.say(bargaining, 'votedTooFew', { n: 50, lacking: 1 }));
    await me.picture('negotiator-vote');
    await me.send();
    expect(await on.get(`/bargaining-cases/${id}`)).toMatchObject({ phase: 'rejected' });
    await does('ReopenNegotiation', { on: '2026-04-20' });
    await does('AgreeDraft', { on: '2026-04-22', ...agreed });
    await vote(me, TO_VOTE_AGAIN, [100, 90, 51, 29, 10]);
    await shows(me.say(bargaining, 'votedEnough', { n: 51 }));
    await me.send();
    await me.open('bargainingCase', id, 'drafts');
    await me.picture('negotiator-drafts');
    expect(await on.get(`/bargaining-cases/${id}`)).toMatchObject({ phase: 'approved' });
  });
});

describe('the signatures', { timeout: PART_MS }, () => {
  beforeAll(() => itIs(TO_FILE));

  test.each(LANGUAGES)('of both chiefs make a contract, which is filed (%s)', async (language) => {
    const { id, me, does, shows } = tables[language];
    const draft = { draft: 'draft-2', on: '2026-04-27' };
    await me.open('bargainingCase', id);
    await me.take('bargainingCase', 'SignDraft');
    const deputy = { ...draft, side: 'employees', person: 'w2' };
    await me.fill('bargainingCase', 'SignDraft', deputy);
    const why = { zh: '不是该方的首席代表', en: 'must be the chief delegate' };
    await me.refused(why[language]);
    await me.picture('negotiator-chief');
    await me.fill('bargainingCase', 'SignDraft', { person: 'w1' });
    await me.send();
    await does('SignDraft', { ...draft, side: 'employer', person: 'm1' });
    await me.page.getByRole('link', { name: me.say(bargaining, 'openInContract') }).click();
    await settled(me.page);
    await me.record('contract', 'File', {
      receiptNo: `JX-${language}`,
      filedOn: TO_FILE,
      receivedOn: TO_FILE,
    });
    await shows(me.phase('contract', 'under-review'));
    await me.picture('negotiator-contract');
  });
});

describe('the silence of the authority', { timeout: PART_MS }, () => {
  beforeAll(() => itIs(IN_FORCE));

  test.each(LANGUAGES)('puts it in force, and the rate moves (%s)', async (language) => {
    const { mill, id, me, other, shows } = tables[language];
    await me.open('contract', `${mill}-2026`);
    await shows(me.phase('contract', 'in-force'));
    expect(await on.get(`/bargaining-cases/${id}`)).toMatchObject({
      phase: 'signed',
      contract: `${mill}-2026`,
    });
    expect(await on.get(`/contracts/${mill}-2026`)).toMatchObject({
      phase: 'in-force',
      case_id: id,
      signed_on: '2026-04-27',
      effective_on: IN_FORCE,
      effect_mode: 'deemed',
      workers: 200,
    });
    const rate = (day: string) => on.get(`/figures/contract-rate?on=${day}`);
    expect(await rate('2026-05-13')).toMatchObject({ total: { numerator: 0, denominator: 2 } });
    expect(await rate(IN_FORCE)).toMatchObject({ total: { numerator: 2, denominator: 2 } });
    await goTo(me.page, `/analysis/contract-rate?on=${IN_FORCE}`);
    await me.page.locator('.figure-total .figure-number').getByText('100.0%').waitFor();
    await me.picture('negotiator-rate');
    expect([...me.wrong, ...other.wrong]).toStrictEqual([]);
    await me.leave();
    await other.leave();
  });
});
