import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consultation } from '../../src/web/words/consultation.ts';
import { formRows } from '../../src/web/words/form-rows.ts';
import { form } from '../../src/web/words/form.ts';
import { shared } from '../../src/web/words/shared.ts';
import { browsing, goTo, type Browsing, type Language } from './browser.ts';
import { choose, file, playing } from './playing.ts';

const HELD = '2026-03-16';
const TO_SIGN = '2026-03-20';
const NEXT = '2026-09-15';

/** The limit of one part of the day: it ends what hangs, and is no measure of speed. */
const PART_MS = 240_000;
const LANGUAGES = ['zh', 'en'] as const;

const seats = [
  { body: 'labor-administration', name: '市人力资源和社会保障局' },
  { body: 'union', name: '市总工会' },
  { body: 'enterprise-confederation', name: '市企业联合会' },
  { body: 'industry-federation', name: '市工商业联合会' },
];
const everyone = seats.map(({ body }) => body);
const notice = (name: string) => ({
  forum: 'tripartite',
  kind: 'regular',
  level: 'city',
  division: '3206',
  name,
  seats,
  convenor: 'labor-administration',
});

let on: Browsing;
/** A secretary, the meetings of a city, and what its first meeting resolves. */
const office = async (language: Language) => {
  const me = await playing(on, { language, by: 'secretary-1', now: `${TO_SIGN}T17:00:00+08:00` });
  const row = (name: string, at: number) => me.dialog.locator(`#${name}-${String(at)}`);
  return {
    me,
    language,
    first: `m12-${language}`,
    next: `m13-${language}`,
    title: `工资集体协商 ${language}`,
    offers: `开展要约行动 ${language}`,
    guideline: `发布工资指导线 ${language}`,
    training: `培训协商代表 ${language}`,
    row,
    does: (type: string, body: object, about?: string) =>
      me.record('consultation', type, body as Record<string, unknown>, about),
    convenes: async (id: string, body: object): Promise<void> => {
      await goTo(me.page, '/consultation');
      await me.button(me.say(shared, 'newRecord')).click();
      await me.page.locator('#new-id').fill(id);
      await me.fill('consultation', 'ConveneMeeting', body as Record<string, unknown>);
      await me.send();
    },
    takesRows: async (): Promise<void> => {
      await me
        .button(me.command('consultation', 'ResolveItem'), me.page.locator('main aside'))
        .click();
      await row('text', 0).waitFor();
    },
  };
};
let offices: Readonly<Record<Language, Awaited<ReturnType<typeof office>>>>;

/** The clock runs to the end of a day, and does what fell due. */
const itIs = async (day: string): Promise<void> => {
  const now = `${day}T17:00:00+08:00`;
  await on.post('/clock', { now });
  for (const language of LANGUAGES) await offices[language].me.itIs(now);
};
beforeAll(async () => {
  on = await browsing({ CONCORD_CLOCK: 'settable' });
  offices = { zh: await office('zh'), en: await office('en') };
  await itIs(TO_SIGN);
});
afterAll(() => on.end());

describe('a tripartite meeting in March', { timeout: PART_MS }, () => {
  test.each(LANGUAGES)('resolves nothing while a party is away (%s)', async (language) => {
    const { me, first, title, offers, row, does, convenes, takesRows } = offices[language];
    const called = { ...notice(`第十二次会议 ${language}`), on: '2026-03-02', meetsOn: HELD };
    await convenes(first, called);
    await does('ProposeItem', { by: 'union', subject: 'wages', title, on: '2026-03-04' });
    await does('TableItem', { on: '2026-03-12' }, title);
    await does('OpenMeeting', { on: HELD, present: everyone.slice(0, 2) });
    await does('DiscussItem', { on: HELD }, title);
    await me.open('consultation', first, 'presence');
    await me.page.getByText(me.say(consultation, 'partyMissing')).waitFor();
    await me.picture('secretary-presence');
    await takesRows();
    await row('text', 0).fill(offers);
    const why = { zh: '未到会', en: 'while a party to the meeting is absent' };
    await me.refused(why[language]);
    await me.picture('secretary-refused');
    await me.button(me.say(formRows, 'send', { count: 1 }), me.dialog).click();
    await me.shut();
    expect(await on.get(`/consultations/${first}`)).toMatchObject({
      phase: 'open',
      resolutions: 0,
    });
  });

  test.each(LANGUAGES)('with everybody there resolves, row by row (%s)', async (language) => {
    const { me, first, title, offers, guideline, training, row, does, takesRows } =
      offices[language];
    await me.correct('consultation', 'CorrectOpening', 'MeetingOpened', {
      present: everyone.slice(2),
      reason: '漏记到会单位',
    });
    await takesRows();
    await me.button(me.say(form, 'discard'), me.dialog).click();
    for (const [at, text] of [offers, guideline, training].entries()) {
      if (at > 0) await me.button(me.say(formRows, 'add'), me.dialog).click();
      if (at > 0) await choose(row('item', at), title);
      await row('text', at).fill(text);
    }
    await me.picture('secretary-rows');
    await me.button(me.say(formRows, 'send', { count: 3 }), me.dialog).click();
    await me.dialog.waitFor({ state: 'hidden' });
    await does('CloseMeeting', { on: HELD });
    expect(await on.get(`/consultations/${first}`)).toMatchObject({
      phase: 'closed',
      resolutions: 3,
    });
  });

  test.each(LANGUAGES)('has its minutes signed and its work handed out (%s)', async (language) => {
    const { me, first, does } = offices[language];
    await does('DrawUpMinutes', { on: '2026-03-18', minutes: [file('minutes.txt', '会议纪要')] });
    for (const body of everyone) await does('SignMinutes', { body, on: TO_SIGN });
    await me.open('consultation', first, 'presence');
    await me.page.getByText(me.say(consultation, 'signedCount', { n: 4, of: 4 })).waitFor();
    await me.picture('secretary-minutes');
    await me.open('consultation', first, 'resolutions');
    const work = { on: TO_SIGN };
    const [union, bureau, federation] = [
      { ...work, owner: { body: 'union' }, due: '2026-12-31' },
      { ...work, owner: { body: 'labor-administration' }, due: '2026-05-31' },
      { ...work, owner: { body: 'industry-federation' }, due: '2026-06-30' },
    ];
    await does('AssignFollowUp', union, 'resolution-1');
    await does('AssignFollowUp', bureau, 'resolution-2');
    await does('AssignFollowUp', federation, 'resolution-3');
    await me.picture('secretary-resolutions');
  });
});

describe('the next one in September', { timeout: PART_MS }, () => {
  beforeAll(() => itIs(NEXT));

  test.each(LANGUAGES)('finds what is overdue first on the board (%s)', async (language) => {
    const { me, first, offers, guideline, training, does } = offices[language];
    await goTo(me.page, '/consultation?view=followUp');
    const late = me.page.locator('.board-column').first();
    await late.getByText(guideline).waitFor();
    expect(await late.locator('h2').textContent()).toContain(me.say(consultation, 'overdue'));
    const cards = late.locator('.board-card').filter({ hasText: `第十二次会议 ${language}` });
    // The name of the meeting comes after the card.
    await cards.nth(1).waitFor();
    expect(await cards.allTextContents()).toMatchObject([
      expect.stringContaining(guideline),
      expect.stringContaining(training),
    ]);
    await me.picture('secretary-board');
    await does('RecordDone', { on: '2026-05-20' }, guideline);
    await does('RecordNotDone', { on: '2026-07-01', because: '经费未落实' }, training);
    await does('ReportProgress', { on: '2026-06-30', note: '已发要约 1,200 份' }, offers);
    await cards.first().waitFor({ state: 'detached' });
    const { items } = await on.get<{ items: readonly object[] }>(
      `/resolutions?meeting=${first}&sort=resolution`,
    );
    expect(items).toMatchObject([
      { status: 'assigned', reported_on: '2026-06-30' },
      { status: 'done', timeliness: 'timely', done_on: '2026-05-20' },
      { status: 'not-done', because: '经费未落实' },
    ]);
  });

  test.each(LANGUAGES)('opens with the report on the last one (%s)', async (language) => {
    const { me, first, next, title, does, convenes } = offices[language];
    const called = { ...notice(`第十三次会议 ${language}`), on: '2026-09-01', meetsOn: NEXT };
    await convenes(next, { ...called, previous: first, carried: ['resolution-1'] });
    await does('ProposeItem', { by: 'union', subject: 'other', title, on: NEXT });
    await does('TableItem', { on: NEXT }, title);
    await does('OpenMeeting', { on: NEXT, present: everyone });
    await me.take('consultation', 'DiscussItem', title);
    await me.fill('consultation', 'DiscussItem', { on: NEXT });
    const why = { zh: '须先听取上次会议', en: 'first hears the report' };
    await me.refused(why[language]);
    await me.shut();
    await me.open('consultation', next, 'report');
    await me.page.getByText(me.say(consultation, 'hearFirst')).waitFor();
    await me.picture('secretary-report');
    await does('HearLastResolution', { on: NEXT, standing: 'under-way' }, 'resolution-1');
    await me.page.getByText(me.say(consultation, 'heard', { n: 1, of: 1 })).waitFor();
    await me.open('consultation', next);
    await does('DiscussItem', { on: NEXT }, title);
    expect(await on.get(`/consultations/${next}`)).toMatchObject({ phase: 'open', heard: 1 });
    expect(await on.get(`/resolutions?meeting=${first}&owner=union`)).toMatchObject({
      items: [{ status: 'assigned', reported_at: next }],
    });
    expect(me.wrong).toStrictEqual([]);
    await me.leave();
  });
});
