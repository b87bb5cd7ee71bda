import type { Request, Response } from 'express';
import { z } from 'zod';
import { needed, neededPresent, majorityFor } from '../../../../domain/law/votes.ts';
import { law, ProfileId } from '../../../../domain/law/profiles.ts';
import { ContractLevel } from '../../../../domain/shared/values.ts';
import type { ProposalRow } from '../../../../projections/bargaining/proposals.ts';
import type { VoteRow } from '../../../../projections/bargaining/votes.ts';
import { sql } from '../../../../projections/projection.ts';
import type { App } from '../../../app.ts';
import { notFound } from '../../answers/problem.ts';
import { asked, idOf } from '../../asking/input.ts';
import { operation, type Face, type Route } from '../../route.ts';

const IdPath = z.object({ id: z.string() });
const Total = z.coerce.number().int().min(1).max(1e8).optional();
const Counted = z.strictObject({
  total: Total.meta({ description: 'How many the congress has.' }),
});

type Case = { readonly profile: string; readonly level: string };

const caseOf = async (app: App, id: string): Promise<Case> => {
  const { head } = await app.progress();
  await app.seen(head);
  const [row] = app.all(sql<Case>()`SELECT profile, level FROM case_board WHERE id = ${id}`);
  if (!row) throw notFound(`bargaining-cases/${id}`);
  return row;
};

/** What one side proposed in a round; the last word of the round where there are several. */
const sayOf = (rows: readonly ProposalRow[], side: string) => {
  const said = rows.findLast((row) => row.side === side);
  if (!said) return null;
  const { proposal, proposed_on: on, value, text, status, counters } = said;
  return { proposal, on, value, text, status, counters };
};

/** How far the sides' last numbers are apart; null where one has none, or they are of two units. */
const gapOf = (rows: readonly ProposalRow[]): number | null => {
  const standing = rows.filter(({ status }) => status !== 'withdrawn');
  const [employer, employees] = ['employer', 'employees'].map((side) =>
    standing.findLast((row) => row.side === side),
  );
  if (employer?.value == null || employees?.value == null) return null;
  return employer.unit === employees.unit ? Math.abs(employees.value - employer.value) : null;
};

const lineOf = (clause: string, rows: readonly ProposalRow[]) => {
  const last = rows.at(-1);
  const rounds = [...Map.groupBy(rows, ({ round }) => round)].map(([round, said]) => ({
    round,
    employer: sayOf(said, 'employer'),
    employees: sayOf(said, 'employees'),
  }));
  const agreed = rows.find(({ status }) => status === 'agreed');
  return {
    clause,
    topic: last?.topic ?? '',
    title: last?.title ?? '',
    unit: last?.unit ?? null,
    rounds,
    gap: agreed ? 0 : gapOf(rows),
    agreed: agreed?.proposal ?? null,
  };
};

const tableOf = (app: App, id: string) => {
  // A row is written anew when it is countered: what was said first is told by its first version.
  const rows = app.all(
    sql<ProposalRow>()`SELECT * FROM proposals p WHERE case_id = ${id} ORDER BY round, proposed_on,
      (SELECT min(since) FROM proposals_history h WHERE h.id = p.id)`,
  );
  const clauses = [...Map.groupBy(rows, ({ clause }) => clause)].map(([clause, said]) =>
    lineOf(clause, said),
  );
  const rounds = rows.reduce((most, { round }) => Math.max(most, round), 0);
  return { rounds, clauses };
};

/** What the law wants of a vote of so many, in whole numbers, and what a vote that was held lacked. */
const ruleOf = ({ profile, level }: Case, total: number, vote?: VoteRow) => {
  const { congress } = law(ProfileId.parse(profile));
  const { majority, article } = majorityFor(congress, ContractLevel.parse(level));
  const present = congress.quorum ? neededPresent(total) : null;
  const yes = needed(majority, total);
  return {
    total,
    quorum: congress.quorum && { present, article: congress.quorum.article },
    approval: { majority, yes, article },
    lacking: {
      present: Math.max(0, (present ?? 0) - (vote?.present ?? total)),
      yes: Math.max(0, yes - (vote?.yes ?? total)),
    },
  };
};

const votesOf = async ({ app }: Face, req: Request) => {
  const id = idOf(req);
  const { total } = asked(req, Counted);
  const one = await caseOf(app, id);
  const held = app.all(
    sql<VoteRow>()`SELECT * FROM votes WHERE case_id = ${id} AND total IS NOT NULL ORDER BY version`,
  );
  const votes = held.map((vote) => {
    const { draft, version, voted_on: on, total: all, present, yes, no, abstain, outcome } = vote;
    const rule = ruleOf(one, Number(all), vote);
    return { draft, version, on, total: all, present, yes, no, abstain, outcome, rule };
  });
  return { rule: total === undefined ? null : ruleOf(one, total), votes };
};

const Say = z
  .object({
    proposal: z.string(),
    on: z.string(),
    value: z.int().nullable(),
    text: z.string().nullable(),
    status: z.string(),
    counters: z.string().nullable(),
  })
  .nullable();
const Rule = z.object({
  total: z.int(),
  quorum: z.object({ present: z.int(), article: z.string() }).nullable(),
  approval: z.object({
    majority: z.enum(['half', 'over-half']),
    yes: z.int(),
    article: z.string(),
  }),
  lacking: z.object({ present: z.int(), yes: z.int() }),
});

const answers = { '404': 'There is no such case.' };

const sent = (res: Response, body: object): void => {
  res.set('Cache-Control', 'no-store').json(body);
};

/** What lies on the table of a case, and what its vote needs. */
export const tableRoutes = (face: Face): Route[] => [
  {
    method: 'get',
    path: '/api/v1/bargaining-cases/{id}/table',
    says: operation({
      tag: 'bargaining-cases',
      id: 'show-table',
      summary: 'Clauses by rounds, with what each side proposed and how far they are apart',
      path: IdPath,
      ok: z.object({
        rounds: z.int(),
        clauses: z.array(
          z.object({
            clause: z.string(),
            topic: z.string(),
            title: z.string(),
            unit: z.string().nullable(),
            rounds: z.array(z.object({ round: z.int(), employer: Say, employees: Say })),
            gap: z.number().nullable(),
            agreed: z.string().nullable(),
          }),
        ),
      }),
      answers,
    }),
    answer: async (req, res) => {
      const id = idOf(req);
      await caseOf(face.app, id);
      sent(res, tableOf(face.app, id));
    },
  },
  {
    method: 'get',
    path: '/api/v1/bargaining-cases/{id}/vote-rule',
    says: operation({
      tag: 'bargaining-cases',
      id: 'show-vote-rule',
      summary: 'What the vote on a draft needs, in whole numbers, and what the votes held lacked',
      description: '`total` asks for a congress of so many.',
      path: IdPath,
      query: Counted,
      ok: z.object({
        rule: Rule.nullable(),
        votes: z.array(
          z.looseObject({ draft: z.string(), version: z.int(), outcome: z.string(), rule: Rule }),
        ),
      }),
      answers,
    }),
    answer: async (req, res) => {
      sent(res, await votesOf(face, req));
    },
  },
];
