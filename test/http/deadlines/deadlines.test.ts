import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { receive } from '../../support/stories/disputes.ts';
import { cases, offered, serving } from '../serving.ts';

const feed = '/api/v1/deadlines.ics';
let on: Awaited<ReturnType<typeof serving>>;

const consent = (id: string, day: string) =>
  on.post(`${cases}/${id}/consent-to-offer`, { offer: 'o1', on: day });

beforeAll(async () => {
  on = await serving();
  await offered(on, 'overdue', '2026-05-08');
  await offered(on, 'last-day', '2026-05-12');
  await offered(on, 'running', '2026-05-20');
  await offered(on, 'met', '2026-05-21');
  await consent('met', '2026-05-25');
});
afterAll(() => on.end());

type Clock = { subject: string; rule: string; status: string; due_on: string };
const clocks = async (query: string): Promise<string[]> => {
  const answer = await on.get(`/api/v1/deadlines?rule=reply&${query}`);
  expect(answer.status).toBe(200);
  return (answer.body as { items: Clock[] }).items.map(({ subject }) => subject).toSorted();
};

describe('deadlines', () => {
  test('are overdue from the day after the last day', async () => {
    expect(await clocks('status=overdue')).toStrictEqual(['overdue']);
    expect(await clocks('status=running')).toStrictEqual(['last-day', 'running']);
    expect(await clocks('status=met')).toStrictEqual(['met']);
  });

  test('are counted by the article that sets them: overdue, due today, this week, later', async () => {
    const replies = async (query = '') => {
      const answer = await on.get(`/api/v1/deadlines/summary${query}`).expect(200);
      return (answer.body as { items: { rule: string }[] }).items.find(
        ({ rule }) => rule === 'reply',
      );
    };
    expect(await replies()).toMatchObject({ overdue: 1, today: 1, week: 0, later: 1 });
    expect(await replies('?on=2026-06-02')).toMatchObject({ overdue: 2, today: 0, later: 1 });
    await on.get('/api/v1/deadlines/summary?on=soon').expect(400);
  });

  test('are asked for by their last day and by whose they are', async () => {
    expect(await clocks('before=2026-06-02')).toStrictEqual(['last-day', 'overdue']);
    expect(await clocks('before=2026-06-01')).toStrictEqual(['overdue']);
    expect(await clocks('before=2026-06-02&after=2026-05-31')).toStrictEqual(['last-day']);
    expect(await clocks('subject=running')).toStrictEqual(['running']);
    expect((await on.get('/api/v1/deadlines?before=soon')).body).toMatchObject({
      violations: [{ path: 'before' }],
    });
  });

  test('are shown as they stand on any day, whatever was recorded since', async () => {
    expect(await clocks('status=overdue&on=2026-05-28')).toStrictEqual([]);
    expect(await clocks('status=overdue&on=2026-05-29')).toStrictEqual(['overdue']);
    expect(await clocks('status=overdue&on=2026-06-30')).toStrictEqual([
      'last-day',
      'overdue',
      'running',
    ]);
    // Consented on 25 May: on the eve it was still waited for.
    expect(await clocks('status=met&on=2026-05-25')).toStrictEqual(['met']);
    expect(await clocks('status=running&subject=met&on=2026-05-24')).toStrictEqual(['met']);
    expect((await on.get('/api/v1/deadlines?on=soon')).body).toMatchObject({
      violations: [{ path: 'on' }],
    });
  });

  test('are shown as of the day that they were known on', async () => {
    const known = (day: string) => clocks(`status=overdue&knownAt=${day}`);
    expect(await known('2026-06-01')).toStrictEqual(['overdue']);
    expect(await known('2026-06-30')).toStrictEqual(['last-day', 'overdue', 'running']);
    expect(await clocks('status=overdue&knownAt=2026-06-30&on=2026-05-28')).toStrictEqual([]);
  });

  test('stand with the thing they belong to', async () => {
    const { deadlines } = (await on.get(`${cases}/overdue`)).body as { deadlines: Clock[] };
    expect(deadlines).toMatchObject([{ rule: 'reply', status: 'overdue', due_on: '2026-05-28' }]);
  });
});

describe('the calendar feed', () => {
  const events = async (query = ''): Promise<Map<string, string>> => {
    const { text } = await on.get(`${feed}?${query}`).buffer();
    const unfolded = text.replaceAll('\r\n ', '');
    return new Map(
      unfolded
        .split('BEGIN:VEVENT')
        .slice(1)
        .map((event) => [/UID:(.*)@concord/.exec(event)?.[1] ?? '', event]),
    );
  };
  const reply = (id: string) => `bargainingCase/${id}/reply:o1`;

  test('is a calendar whose lines are at most 75 octets', async () => {
    const { text, headers } = await on.get(`${feed}?lang=zh`).buffer();
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n/);
    expect(text).toContain('劳动关系期限');
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\ufffd');
  });

  test('has an all-day event on the last day of each clock', async () => {
    const event = (await events()).get(reply('running')) ?? '';
    expect(event).toContain('DTSTART;VALUE=DATE:20260609');
    expect(event).toContain('STATUS:CONFIRMED');
    expect(event).toContain('SEQUENCE:0');
    expect(event).toContain('DTSTAMP:20260601T010000Z');
  });

  test.each([
    [
      'zh',
      '答复期限 · running',
      ['协商案件', '自 2026-05-20 的次日起算 20 天', '集体合同规定第32条'],
    ],
    [
      'en',
      'Reply to an offer · running',
      ['Bargaining case', '20 days from the day after 2026-05-20', '集体合同规定 Art 32'],
    ],
  ])('says in %s what is due and how its day was counted', async (lang, summary, counted) => {
    const event = (await events(`lang=${lang}`)).get(reply('running')) ?? '';
    expect(event).toContain(`SUMMARY:${summary}`);
    for (const said of counted) expect(event).toContain(said);
    for (const raw of ['bargainingCase\\n', 'working-days', '+ 20'])
      expect(event).not.toContain(raw);
  });

  test('cancels what was met, under the same name and a later sequence', async () => {
    const event = (await events()).get(reply('met')) ?? '';
    expect(event).toContain('STATUS:CANCELLED');
    expect(event).toContain('SEQUENCE:1');
  });

  test('is narrowed to one subject', async () => {
    const found = [...(await events('subject=running')).keys()];
    expect(found).toContain(reply('running'));
    expect(found.every((id) => id.startsWith('bargainingCase/running/'))).toBe(true);
  });

  test('asks for its token where the server has one', async () => {
    const guarded = await serving({ CALENDAR_TOKEN: 'a-long-enough-secret' });
    const wrong = await guarded.get(`${feed}?token=guess`);
    const none = await guarded.get(feed);
    const right = await guarded.get(`${feed}?token=a-long-enough-secret`);
    expect([wrong.status, none.status, right.status]).toStrictEqual([403, 403, 200]);
    expect(wrong.body).toMatchObject({ code: 'wrong-token' });
    await guarded.end();
  });
});

test('a deadline tells from which fact it counts and how its last day came about', async () => {
  const { body } = await on.get('/api/v1/deadlines?rule=reply&subject=running').expect(200);
  const [row] = (body as { items: { id: string; from_event: string }[] }).items;
  const story = await on
    .get(`/api/v1/deadlines/story?id=${encodeURIComponent(String(row?.id))}`)
    .expect(200);
  expect(story.body).toMatchObject({
    deadline: { from_on: '2026-05-20', due_on: '2026-06-09', period: '20 days' },
    fact: { id: row?.from_event, type: 'OfferReceived' },
    steps: [
      { day: '2026-05-20', sentence: { zh: expect.stringContaining('当日不计') as string } },
      { day: '2026-06-09', sentence: { en: expect.stringContaining('20 days') as string } },
      { day: '2026-06-09' },
    ],
  });
  await on.get('/api/v1/deadlines/story?id=bargainingCase/running/none').expect(404);
  await on.get('/api/v1/deadlines/story').expect(400);
});

test('a right that nobody used has lapsed: it is cancelled from the day after, never overdue', async () => {
  const { type: _, data } = receive({ knewOn: '2025-03-03' });
  await on.post('/api/v1/disputes/old/receive-dispute', { ...data, on: '2026-03-02' });
  const limitation = async (day: string) => {
    const answer = await on.get(`/api/v1/deadlines?subject=old&rule=limitation&on=${day}`);
    const { items } = answer.body as { items: { due_on: string; status: string }[] };
    return items.map(({ due_on, status }) => `${due_on} ${status}`);
  };
  const [running = ''] = await limitation('2026-03-03');
  const [due = ''] = running.split(' ');
  expect(await limitation(due)).toStrictEqual([`${due} running`]);
  expect(await limitation('2029-01-01')).toStrictEqual([`${due} cancelled`]);
  const duties = await on.get('/api/v1/deadlines?subject=old&rule=acceptance&on=2029-01-01');
  expect(duties.body).toMatchObject({ items: [{ status: 'overdue' }] });
});
