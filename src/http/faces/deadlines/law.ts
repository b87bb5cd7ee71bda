import type { Request } from 'express';
import { z } from 'zod';
import { clocksOf, reckoned } from '../../../../domain/law/clocks.ts';
import { divisions } from '../../../../domain/law/divisions.ts';
import { law, ProfileId, profileIds, suggest } from '../../../../domain/law/profiles.ts';
import { ContractKind, Day, Division } from '../../../../domain/shared/values.ts';
import { today } from './deadlines.ts';
import { asked, param } from '../../asking/input.ts';
import { invalid, notFound } from '../../answers/problem.ts';
import { operation, type Face, type Route } from '../../route.ts';
import { Sentence } from '../../answers/row-shape.ts';

const Place = z.strictObject({
  division: Division.optional().meta({ description: 'Where.' }),
  kind: ContractKind.optional().meta({ description: 'For which kind of contract.' }),
  on: Day.optional().meta({ description: 'On which day; today where it is left out.' }),
});
const Reckoning = z.strictObject({
  rule: z.string().meta({ description: 'One of the profile’s `clocks`.' }),
  from: Day.meta({ description: 'The day it is counted from; it does not count itself.' }),
});
const Path = z.object({ profile: ProfileId });
const Profile = z.looseObject({ id: ProfileId, name: Sentence, source: Sentence });

const profileOf = (req: Request) => {
  const id = ProfileId.safeParse(param(req, 'profile'));
  if (!id.success) throw notFound(`law/${param(req, 'profile')}`);
  return { id: id.data, profile: law(id.data) };
};

const listed = profileIds.map((id) => {
  const { name, source, division, kinds, validFrom, validTo } = law(id);
  return { id, name, source, division, kinds, validFrom, validTo };
});

const suggestion = ({ app }: Face, { division, kind, on = today(app) }: z.infer<typeof Place>) => {
  if (division === undefined && kind === undefined) return {};
  if (division === undefined || kind === undefined)
    throw invalid(
      division === undefined ? 'division' : 'kind',
      '建议适用规定时，须同时给出 division 和 kind。',
      'A suggestion needs both division and kind.',
    );
  const { profile, note } = suggest({ division, kind, on });
  return { suggestion: { profile, note, law: { id: profile, ...law(profile) } } };
};

const listRoute = (face: Face): Route => ({
  method: 'get',
  path: '/api/v1/law',
  says: operation({
    tag: 'law',
    id: 'list-law',
    summary: 'The profiles of law, and the one suggested for a place, a kind of contract and a day',
    query: Place,
    ok: z.object({
      items: z.array(Profile),
      next: z.null(),
      suggestion: z
        .object({ profile: ProfileId, note: Sentence.nullable(), law: Profile })
        .optional(),
    }),
  }),
  answer: (req, res) => {
    res.json({ items: listed, next: null, ...suggestion(face, asked(req, Place)) });
  },
});

const places = divisions
  .filter(({ statisticalOnly }) => !statisticalOnly)
  .map(({ code, name }) => ({ code, name }));

const divisionsRoute: Route = {
  method: 'get',
  path: '/api/v1/divisions',
  says: operation({
    tag: 'law',
    id: 'list-divisions',
    summary: 'The divisions whose names are on file; other codes of GB/T 2260 are taken, too',
    ok: z.object({
      items: z.array(z.object({ code: z.string(), name: Sentence })),
      next: z.null(),
    }),
  }),
  answer: (_req, res) => {
    res.json({ items: places, next: null });
  },
};

const profileRoute: Route = {
  method: 'get',
  path: '/api/v1/law/{profile}',
  says: operation({
    tag: 'law',
    id: 'show-law',
    summary: 'One profile: every number with its article, and the clocks it sets',
    path: Path,
    ok: Profile,
    answers: { '404': 'There is no such profile.' },
  }),
  answer: (req, res) => {
    const { id, profile } = profileOf(req);
    res.json({ id, ...profile, clocks: clocksOf(profile) });
  },
};

const deadlineRoute: Route = {
  method: 'get',
  path: '/api/v1/law/{profile}/deadline',
  says: operation({
    tag: 'law',
    id: 'reckon-deadline',
    summary: 'When a clock ends, and how that came about, step by step',
    path: Path,
    query: Reckoning,
    ok: z.object({
      deadline: z.record(z.string(), z.unknown()),
      steps: z.array(z.object({ day: Day, sentence: Sentence })),
    }),
    answers: { '404': 'There is no such profile.' },
  }),
  answer: (req, res) => {
    const { profile } = profileOf(req);
    const { rule, from } = asked(req, Reckoning);
    const clocks = clocksOf(profile);
    const clock = clocks.find((one) => one.rule === rule);
    if (!clock) {
      const names = clocks.map((one) => one.rule).join(', ');
      throw invalid('rule', `该规定有这些期限：${names}。`, `This profile sets: ${names}.`);
    }
    res.json(reckoned(clock, from, profile));
  },
};

/** The law as data: profiles, a suggestion, and the deadline calculator. */
export const lawRoutes = (face: Face): Route[] => [
  listRoute(face),
  profileRoute,
  deadlineRoute,
  divisionsRoute,
];
