import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disputes } from '../../src/web/words/disputes.ts';
import { shared } from '../../src/web/words/shared.ts';
import { browsing, goTo, newMill, type Browsing } from './browser.ts';
import { makeClaims, takeNote } from './mediators-forms.ts';
import { playing, type Player } from './playing.ts';

const STREET = '新华街道调解中心';
const CITY = '市劳动人事争议调解中心';
const PEOPLE = { wang: '王秀兰', sun: '孙建国', boss: '周永康', li: '李调解', zhao: '赵调解' };
/** The days on which somebody sits before the pages. */
const MEDIATED = '2026-03-24T17:00:00+08:00';
const FIRST_DUE = '2026-04-30T17:00:00+08:00';
const AFTER_LAST = '2026-06-02T09:00:00+08:00';

/** A machine of the CI takes a third of it for a part of the day. */
const PART_MS = 240_000;

const arrival = (employer: string, claimants: readonly string[]) => ({
  on: '2026-03-02',
  profile: 'national-2004',
  division: '320681',
  cause: 'remuneration',
  form: 'written',
  channel: 'walk-in',
  proceeding: 'street',
  level: 'street',
  body: STREET,
  by: 'workers',
  claimants,
  employers: [{ enterprise: employer, role: 'employer' }],
  claim: 'separate',
});

const SECRET = '王秀兰单独表示：两万元即可接受';
const OPEN_NOTE = '双方愿意分期支付';
/** What was agreed: wang’s pay in two instalments, sun’s overtime at once, the insurance made up for. */
const PLAN = [
  {
    item: 'i1',
    claim: 'claim-1',
    claimant: 'wang',
    ground: 'pay',
    fen: 1_000_000,
    due: '2026-04-30',
  },
  {
    item: 'i2',
    claim: 'claim-1',
    claimant: 'wang',
    ground: 'pay',
    fen: 1_000_000,
    due: '2026-05-31',
  },
  {
    item: 'i3',
    claim: 'claim-2',
    claimant: 'sun',
    ground: 'overtime-pay',
    fen: 600_000,
    due: '2026-04-30',
  },
  {
    item: 'i4',
    claim: 'claim-3',
    claimant: 'wang',
    ground: 'social-insurance',
    what: '补缴2025年度社会保险',
    due: '2026-04-30',
  },
];
const SIGNERS = { workers: ['wang', 'sun'], employer: ['boss'], mediator: ['zhao'], body: [] };

describe.each(['zh', 'en'] as const)(
  'the mediators’ day (%s)',
  { timeout: PART_MS },
  (language) => {
    let on: Browsing;
    let mill: { readonly id: string; readonly name: string };
    let li: Player;
    let zhao: Player;
    const money = { style: 'currency', currency: 'CNY' } as const;
    const inYuan = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en', money);
    const yuan = (much: number): string => inYuan.format(much);

    const does = (
      me: Player,
      type: string,
      body: Readonly<Record<string, unknown>>,
      about?: string,
    ) => me.record('dispute', type, body, about);
    /** The docket as somebody sees it: dispute by dispute, in its order. */
    const docket = async (me: Player, whose: string): Promise<readonly string[]> => {
      await goTo(me.page, `/disputes?whose=${whose}`);
      const links = me.page.locator('.grid tbody tr[aria-rowindex] td:first-child a');
      const none = me.page.getByText(me.say(disputes, 'mineNone', { who: me.by }));
      await links.or(none).first().waitFor();
      return links.allTextContents();
    };
    const itIs = async (now: string): Promise<void> => {
      await on.post('/clock', { now });
      for (const me of [li, zhao]) await me.page.context().clock.setFixedTime(now);
    };

    beforeAll(async () => {
      on = await browsing({ CONCORD_CLOCK: 'settable' });
      await on.post('/clock', { now: MEDIATED });
      mill = await newMill(on);
      for (const [id, name] of Object.entries(PEOPLE))
        await on.post(`/people/${id}/register`, { details: { name } });
      const other = { ...arrival(mill.id, ['chen']), on: '2026-03-20' };
      await on.post('/disputes/of-the-street/receive-dispute', other);
      const far = { ...arrival(mill.id, ['chen']), body: '滨江街道调解中心' };
      await on.post('/disputes/elsewhere/receive-dispute', far);
      li = await playing(on, { language, by: 'li', now: MEDIATED });
      zhao = await playing(on, { language, by: 'zhao', now: MEDIATED });
    });
    afterAll(() => on.end());

    test('a dispute comes in, and each claimant has an account of claims', async () => {
      await goTo(li.page, '/disputes');
      await li.button(li.say(shared, 'newRecord')).click();
      await li.page.locator('#new-id').fill('d1');
      await li.fill('dispute', 'ReceiveDispute', arrival(mill.id, ['wang', 'sun']));
      await li.send();
      await makeClaims(li, [
        { item: 'pay', fen: 2_500_000 },
        { item: 'overtime-pay', fen: 840_000 },
        { claimant: 'wang', item: 'social-insurance' },
      ]);
      await li.picture('mediator-claims');
    });

    test('the street mediates; what one said to the mediator alone stays with the mediators', async () => {
      await li.open('dispute', 'd1');
      await does(li, 'GiveConsent', { proceeding: 'street', side: 'employer', on: '2026-03-03' });
      await does(li, 'AcceptMediation', { proceeding: 'street', on: '2026-03-04' });
      await li.take('dispute', 'AssignMediator');
      const party = { proceeding: 'street', mediator: 'sun', on: '2026-03-04' };
      await li.fill('dispute', 'AssignMediator', party);
      await li.refused(language === 'zh' ? '当事人不得担任' : 'not its mediator');
      await li.fill('dispute', 'AssignMediator', { mediator: 'li' });
      await li.send();
      await does(li, 'HoldSession', {
        proceeding: 'street',
        on: '2026-03-09',
        mediators: ['li'],
        present: ['wang', 'sun', 'boss'],
      });
      await li.open('dispute', 'd1', 'sessions');
      await takeNote(li, { person: 'wang', visibility: 'mediators', text: SECRET });
      await li.page.getByText(SECRET).waitFor();
      await li.picture('mediator-sessions');
      await zhao.open('dispute', 'd1', 'sessions');
      await zhao.page.getByText(zhao.say(disputes, 'withheld')).waitFor();
      expect(await zhao.page.getByText(SECRET).count()).toBe(0);
      expect(await docket(li, 'mine')).toStrictEqual(['d1']);
      expect(await docket(li, 'body')).toStrictEqual(['d1', 'of-the-street']);
      await li.picture('mediator-docket');
    });

    test('no agreement there: it goes up, and the city’s mediators have it and the notes', async () => {
      await li.open('dispute', 'd1');
      await does(li, 'TransferDispute', {
        from: 'street',
        proceeding: 'city',
        level: 'city',
        body: CITY,
        on: '2026-03-10',
        because: 'escalated',
      });
      await does(li, 'GiveConsent', { proceeding: 'city', side: 'employer', on: '2026-03-11' });
      await does(li, 'AcceptMediation', { proceeding: 'city', on: '2026-03-12' });
      await does(li, 'AssignMediator', { proceeding: 'city', mediator: 'zhao', on: '2026-03-12' });
      await li.open('dispute', 'd1', 'levels');
      await li.page.getByText(li.say(disputes, 'here')).waitFor();
      const stays = li.page.locator('.stay');
      expect(await stays.allTextContents()).toMatchObject([
        expect.stringContaining(STREET),
        expect.stringContaining(CITY),
      ]);
      await li.picture('mediator-levels');
      expect(await docket(li, 'mine')).toStrictEqual([]);
      expect(await docket(zhao, 'mine')).toStrictEqual(['d1']);
      await zhao.open('dispute', 'd1', 'sessions');
      await zhao.page.getByText(SECRET).waitFor();
    });

    test('they settle: by instalments, and in force with the last of four signatures', async () => {
      const city = { proceeding: 'city', on: '2026-03-19' };
      await does(zhao, 'HoldSession', {
        ...city,
        mediators: ['zhao'],
        present: ['wang', 'sun', 'boss'],
      });
      await takeNote(zhao, { person: 'wang', visibility: 'parties', text: OPEN_NOTE });
      await zhao.open('dispute', 'd1', 'settlement');
      await does(zhao, 'ReachSettlement', { ...city, settlement: 'a1', items: PLAN });
      for (const [as, persons] of Object.entries(SIGNERS))
        await does(zhao, 'SignSettlement', { settlement: 'a1', as, on: '2026-03-23', persons });
      await zhao.page.getByText(zhao.say(disputes, 'inForce'), { exact: true }).waitFor();
      await zhao.picture('mediator-settled');
      await zhao.open('dispute', 'd1');
      await zhao.picture('mediator-ledger');
      expect(await on.get('/disputes/d1')).toMatchObject({ phase: 'settled', level: 'city' });
    });

    test('instalments are paid in time, but for one: the clock says so, and it comes late', async () => {
      await itIs(FIRST_DUE);
      await zhao.open('dispute', 'd1', 'settlement');
      await does(zhao, 'RecordPerformance', { on: '2026-04-28', fen: 1_000_000 }, 'i1');
      await does(zhao, 'RecordPerformance', { on: '2026-04-30', fen: 600_000 }, 'i3');
      await does(zhao, 'RecordPerformance', { on: '2026-04-30' }, 'i4');
      await itIs(AFTER_LAST);
      await goTo(zhao.page, '/disputes?view=payments');
      const owed = zhao.page.locator('.grid tbody tr[aria-rowindex]');
      await owed.filter({ hasText: zhao.value('status', 'defaulted') }).waitFor();
      expect(await owed.count()).toBe(1);
      await zhao.picture('mediator-payments');
      await zhao.open('dispute', 'd1', 'settlement');
      const clock = zhao.page.locator('aside .deadline:has(.ant-tag-red)');
      await clock
        .filter({
          hasText: `${zhao.value('ground', 'pay')} ${yuan(10_000)}`,
        })
        .waitFor();
      await zhao.picture('mediator-overdue');
      await does(zhao, 'RecordPerformance', { on: '2026-06-02', fen: 1_000_000 }, 'i2');
      await zhao.page.locator('.settlement .ant-progress-status-success').waitFor();
      await clock.waitFor({ state: 'detached' });
      await zhao.picture('mediator-performed');
      await zhao.open('dispute', 'd1');
      const sums = zhao.page.locator('.sums td');
      expect(await sums.allTextContents()).toMatchObject([
        zhao.say(disputes, 'total'),
        yuan(33_400),
        yuan(26_000),
        yuan(26_000),
        '',
      ]);
      await zhao.picture('mediator-end');
    });

    test('the record says all of it, and the figures count one success', async () => {
      type List = { readonly items: readonly object[] };
      type Cells = { readonly total: object; readonly groups: readonly object[] };
      expect(await on.get('/disputes/d1')).toMatchObject({
        phase: 'settled',
        outcome: 'settled',
        body: CITY,
        concluded_on: '2026-03-23',
        next_due: null,
      });
      expect((await on.get<List>('/claims?dispute=d1&sort=claim')).items).toMatchObject([
        { claimant: 'wang', claimed_fen: 2_500_000, agreed_fen: 2_000_000, paid_fen: 2_000_000 },
        { claimant: 'sun', claimed_fen: 840_000, agreed_fen: 600_000, paid_fen: 600_000 },
        { claimant: 'wang', claimed_fen: null, agreed_fen: null, outcome: 'agreed' },
      ]);
      expect((await on.get<List>('/settlement-items?dispute=d1&sort=item')).items).toMatchObject([
        { item: 'i1', status: 'performed', performed_on: '2026-04-28' },
        { item: 'i2', status: 'late', performed_on: '2026-06-02', overdue_on: '2026-05-31' },
        { item: 'i3', status: 'performed' },
        { item: 'i4', status: 'performed', agreed_fen: null },
      ]);
      const march = 'from=2026-03-01&to=2026-03-31';
      const asked = (figure: string) => on.get<Cells>(`/figures/${figure}`);
      expect(await asked(`mediation-success?${march}&groupBy=level`)).toMatchObject({
        total: { numerator: 1, denominator: 1 },
        groups: [{ key: 'city', rate: 1 }],
      });
      expect(await asked(`mediation-on-time?${march}`)).toMatchObject({ total: { rate: 1 } });
      expect(await asked('settlement-performance?from=2026-05-01&to=2026-05-31')).toMatchObject({
        total: { numerator: 0, denominator: 1, agreed: 2_600_000, paid: 2_600_000 },
      });
      const inHand = async (day: string) =>
        (await asked(`mediation-workload?on=${day}&groupBy=mediator`)).groups;
      expect(await inHand('2026-03-09')).toContainEqual(expect.objectContaining({ key: 'li' }));
      expect(await inHand('2026-03-19')).toContainEqual(expect.objectContaining({ key: 'zhao' }));
      expect(await inHand('2026-03-23')).not.toContainEqual(
        expect.objectContaining({ key: 'zhao' }),
      );
      expect([...li.wrong, ...zhao.wrong]).toStrictEqual([]);
      await li.leave();
      await zhao.leave();
    });
  },
);
