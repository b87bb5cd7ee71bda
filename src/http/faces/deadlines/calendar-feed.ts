import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import ical, { ICalEventStatus } from 'ical-generator';
import { z } from 'zod';
import type { Sentence } from '../../../../domain/shared/rules.ts';
import { plusDays } from '../../../../domain/shared/calendar.ts';
import type { DeadlineRow } from '../../../../projections/deadlines/deadlines.ts';
import { sql } from '../../../../projections/projection.ts';
import { articleSaid } from '../../../words/articles.ts';
import { clocks as names } from '../../../words/clocks.ts';
import { periodSaid } from '../../../words/periods.ts';
import { at } from '../../../words/said.ts';
import { singular } from '../../../words/things.ts';
import { today } from './deadlines.ts';
import { asked, described } from '../../asking/input.ts';
import { languageOf, type Language } from '../../asking/language.ts';
import { Problem } from '../../answers/problem.ts';
import { operation, type Face, type Route } from '../../route.ts';

/** Clocks whose last day is longer ago than this leave the feed. */
const DAYS_KEPT = 90;
const MOST_EVENTS = 5000;

const Query = z.strictObject({
  token: described('The setting CALENDAR_TOKEN.'),
  subject: described('The id of one thing: its deadlines only.'),
  lang: z.enum(['zh', 'en']).optional().meta({ description: 'By Accept-Language otherwise.' }),
});

type Clock = DeadlineRow & { readonly earlier: number; readonly since_at: string };

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const loopback = /^(127\.|::1$|::ffff:127\.)/;

/** The feed carries no header, so its address carries the secret; without one only this machine may read it. */
const assertMayRead = (
  req: Request,
  token: string | undefined,
  secret: string | undefined,
): void => {
  const may =
    secret === undefined
      ? loopback.test(req.socket.remoteAddress ?? '')
      : timingSafeEqual(digest(token ?? ''), digest(secret));
  if (!may) throw new Problem('wrong-token');
};

/** How often a clock was said anew is its SEQUENCE, the instant of the last saying its DTSTAMP. */
const clocks = (face: Face, subject: string | undefined): Clock[] => {
  const since = plusDays(today(face.app), -DAYS_KEPT);
  const of = subject === undefined ? sql()`1 = 1` : sql()`subject = ${subject}`;
  return face.app.all(sql<Clock>()`SELECT *, (SELECT count(*) FROM deadlines_history AS before
      WHERE before.id = deadlines.id AND before.until IS NOT NULL) AS earlier
    FROM deadlines WHERE due_on >= ${since} AND ${of} ORDER BY due_on, id LIMIT ${MOST_EVENTS}`);
};

const running = new Set(['running', 'suspended']);

const words = {
  name: { zh: '劳动关系期限', en: 'Labor-relations deadlines' },
  provisional: { zh: '（暂定）', en: ' (provisional)' },
} as const satisfies Record<string, Sentence>;

const summary = ({ rule, subject, calendar }: Clock, language: Language): string => {
  const name = at(names, rule)?.[language] ?? rule;
  return `${name} · ${subject}${calendar === 'provisional' ? words.provisional[language] : ''}`;
};

/** How its last day was counted, onward or back; nothing where the day was agreed. */
const counted = ({ period, from_on, due_on }: Clock, language: Language): string => {
  if (period === '') return '';
  const said = periodSaid(period)[language];
  return due_on < from_on
    ? { zh: `${from_on} 前 ${said}`, en: `${said} before ${from_on}` }[language]
    : { zh: `自 ${from_on} 的次日起算 ${said}`, en: `${said} from the day after ${from_on}` }[
        language
      ];
};

const detailsOf = (face: Face, clock: Clock, language: Language): string => {
  const noun = face.app.things.find(({ category }) => category === clock.category)?.noun ?? '';
  const kind = at(singular, noun)?.[language] ?? noun;
  const article = articleSaid(clock.article)[language];
  return [kind, counted(clock, language), article].filter(Boolean).join('\n');
};

/** RFC 5545: one all-day event a clock, cancelled when it no longer runs. */
const feed = (face: Face, subject: string | undefined, language: Language): string => {
  const calendar = ical({
    name: words.name[language],
    prodId: '//Concord//Deadlines//EN',
    ttl: 3600,
  });
  for (const clock of clocks(face, subject)) {
    calendar.createEvent({
      id: `${clock.id}@concord`,
      start: clock.due_on,
      allDay: true,
      stamp: clock.since_at,
      sequence: clock.earlier,
      summary: summary(clock, language),
      description: detailsOf(face, clock, language),
      status: running.has(clock.status) ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    });
  }
  return calendar.toString();
};

/** The deadlines as a calendar that people subscribe to. */
export const calendarFeedRoute = (face: Face): Route => ({
  method: 'get',
  path: '/api/v1/deadlines.ics',
  says: operation({
    tag: 'deadlines',
    id: 'deadlines-feed',
    summary: 'The deadlines as a calendar feed',
    description:
      'Needs `token` when CALENDAR_TOKEN is set; without that setting it answers this machine only.',
    query: Query,
    also: ['text/calendar'],
    answers: { '403': 'The token is wrong.' },
  }),
  answer: (req, res) => {
    const { token, subject, lang = languageOf(req) } = asked(req, Query);
    assertMayRead(req, token, face.app.config.CALENDAR_TOKEN);
    res
      .set('Cache-Control', 'private, max-age=300')
      .type('text/calendar; charset=utf-8')
      .send(feed(face, subject, lang));
  },
});
