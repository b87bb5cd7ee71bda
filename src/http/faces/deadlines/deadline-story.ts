import type { Request, Response } from 'express';
import { z } from 'zod';
import { explain } from '../../../../domain/law/deadlines.ts';
import { reckoned } from '../../../../domain/law/clocks.ts';
import type { Period } from '../../../../domain/law/profile.ts';
import { law, ProfileId } from '../../../../domain/law/profiles.ts';
import type { DeadlineRow } from '../../../../projections/deadlines/deadlines.ts';
import { asKnown, sql } from '../../../../projections/projection.ts';
import type { App } from '../../../app.ts';
import { notFound } from '../../answers/problem.ts';
import { Sentence } from '../../answers/row-shape.ts';
import { asked } from '../../asking/input.ts';
import { operation, type Face, type Route } from '../../route.ts';
import { deadlinesOf } from './deadlines.ts';
import { ToldFact, toldFact } from '../../answers/told-fact.ts';

const Asked = z.strictObject({
  id: z.string().min(3).max(400).meta({ description: 'That of the list.' }),
});
const Step = z.object({ day: z.string(), sentence: Sentence });
type Step = z.infer<typeof Step>;

/** Longer than any suspension the law lets a clock stand still. */
const MOST_DAYS = 1_000;

const periodOf = ({ period, article }: DeadlineRow): Period | undefined => {
  const [n, unit] = period.split(' ');
  return unit === undefined ? undefined : { n: Number(n), unit: unit as Period['unit'], article };
};

const profileOf = (app: App, { category, subject }: DeadlineRow) => {
  const thing = app.things.find((one) => one.category === category);
  if (!thing || !Object.hasOwn(thing.columns, 'profile')) return undefined;
  const [row] = app.all(
    sql<{ profile: string }>()`SELECT profile FROM ${asKnown(thing.table)} WHERE id = ${subject}`,
  );
  const id = ProfileId.safeParse(row?.profile);
  return id.success ? law(id.data) : undefined;
};

/** The steps that lead to the day on record; days that a suspension took out are found from it. */
const stepsOf = (app: App, row: DeadlineRow): readonly Step[] => {
  const [profile, period] = [profileOf(app, row), periodOf(row)];
  if (!profile || !period) return [];
  const clock = { rule: row.rule, from: row.from_on, period, profile };
  if (row.due_on < row.from_on)
    return reckoned({ rule: row.rule, period, backwards: true }, row.from_on, profile).steps;
  for (let suspendedDays = 0; suspendedDays <= MOST_DAYS; suspendedDays += 1) {
    const { deadline, steps } = explain({ ...clock, suspendedDays });
    if (deadline.due === row.due_on) return steps;
    if (deadline.due > row.due_on) return [];
  }
  return [];
};

const answer = async ({ app }: Face, req: Request, res: Response): Promise<void> => {
  const { id } = asked(req, Asked);
  const [category = '', subject = ''] = id.split('/');
  const row = deadlinesOf(app, category, subject).find((one) => one.id === id);
  const thing = app.things.find((one) => one.category === category);
  if (!row || !thing) throw notFound(`deadlines/${id}`);
  const facts = await app.history(thing, subject);
  const fact = facts.find((one) => one.id === row.from_event);
  res.set('Cache-Control', 'no-store').json({
    deadline: row,
    fact: fact ? toldFact(fact) : null,
    steps: stepsOf(app, row),
  });
};

/** How one deadline came about: the fact it counts from, and every step to its last day. */
export const deadlineStoryRoute = (face: Face): Route => ({
  method: 'get',
  path: '/api/v1/deadlines/story',
  says: operation({
    tag: 'deadlines',
    id: 'explain-deadline',
    summary: 'From which fact a deadline counts, and each step to its last day',
    description:
      '`id` is that of the list. No steps where a day was agreed instead of counted, or a newer calendar counts otherwise.',
    query: Asked,
    ok: z.object({
      deadline: z.looseObject({ id: z.string() }),
      fact: ToldFact.nullable(),
      steps: z.array(Step),
    }),
    answers: { '404': 'There is no such deadline.' },
  }),
  answer: (req, res) => answer(face, req, res),
});
