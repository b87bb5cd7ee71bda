import type { Request, Response } from 'express';
import { z } from 'zod';
import type { ContractEvent } from '../../../../domain/collective-contract/events.ts';
import { precedences } from '../../../../domain/law/precedence.ts';
import { ProfileId } from '../../../../domain/law/profiles.ts';
import { dayOf } from '../../../../domain/shared/calendar.ts';
import type { Fact } from '../../../../domain/shared/message.ts';
import { Topic } from '../../../../domain/shared/terms.ts';
import { ContractKind, ContractLevel } from '../../../../domain/shared/values.ts';
import {
  learnContract,
  openingOf,
  textOn,
  unknownContract,
} from '../../../../projections/accounts/contract-life.ts';
import {
  contractsOver,
  saidIn,
  termsOver,
  type ContractOver,
  type Spoken,
} from '../../../../projections/contracts/terms-over.ts';
import type { App, Thing } from '../../../app.ts';
import { dayFrom } from '../../asking/days.ts';
import { instantOf } from '../../asking/filters.ts';
import { asked, described, idOf, KnownAt } from '../../asking/input.ts';
import { notFound } from '../../answers/problem.ts';
import { operation, type Face, type Route } from '../../route.ts';
import { today } from '../deadlines/deadlines.ts';

const Asked = z.strictObject({
  on: described('The day (YYYY-MM-DD); today where it is left out.'),
  knownAt: KnownAt,
});

/** The moment that is asked about: a day, as known at a position. */
type When = { readonly day: string; readonly known: bigint };

const whenOf = (app: App, { on, knownAt }: z.infer<typeof Asked>): When => {
  const zone = app.config.CONCORD_ZONE;
  const instant = knownAt === undefined ? undefined : instantOf('knownAt', knownAt, zone);
  return {
    day: on !== undefined ? dayFrom('on', on) : instant ? dayOf(instant, zone) : today(app),
    known: instant ? app.positionAt(instant) : app.position(),
  };
};

/** What was known of a contract at a position. */
const dossierOf = async (app: App, id: string, known: bigint) => {
  const thing = app.things.find(({ category }) => category === 'contract');
  const facts = thing ? await app.history(thing, id) : [];
  return facts
    .filter(({ position }) => position <= known)
    .reduce((told, fact) => learnContract(told, fact as Fact<ContractEvent>), unknownContract);
};

/** A contract with its law and the text that binds that day: an amendment may have come since. */
const spoken = async (app: App, over: ContractOver, { day, known }: When): Promise<Spoken[]> => {
  const dossier = await dossierOf(app, over.contract, known);
  const profile = ProfileId.safeParse(openingOf(dossier)?.is.profile);
  const text = textOn(dossier, day);
  if (!profile.success || text === undefined) return [];
  const rows = await app.heavy(saidIn(over.contract, text, known));
  return [{ ...over, profile: profile.data, rows }];
};

const terms = async ({ app }: Face, thing: Thing, req: Request, res: Response): Promise<void> => {
  const id = idOf(req);
  const query = asked(req, Asked);
  const { position } = await app.stand(thing, id);
  if (position === 0n) throw notFound(`enterprises/${id}`);
  await app.seen(position);
  const when = whenOf(app, query);
  await app.seen(when.known);
  const over = await app.heavy(contractsOver(id, when.day, when.known));
  const said = await Promise.all(over.map((one) => spoken(app, one, when)));
  res.set('Cache-Control', 'no-store').json({
    on: when.day,
    position: String(when.known),
    contracts: said.flat().map(({ rows: _, ...contract }) => contract),
    items: termsOver(said.flat()),
  });
};

const Over = z.object({ contract: z.string(), kind: ContractKind, level: ContractLevel });

const ContractAnswer = Over.extend({
  how: z.enum(['own', 'acceded', 'in-scope']),
  profile: ProfileId,
});

const TermAnswer = Over.extend({
  part: z.enum(['clause', 'step']),
  clause: z.string().nullable(),
  topic: Topic,
  title: z.string().nullable(),
  wording: z.string().nullable(),
  value: z.int().nullable(),
  unit: z.string().nullable(),
  from: z.string().nullable(),
  for: z.enum(['all', 'women']),
  prevails: z.boolean().nullable(),
  rule: z.enum(precedences).nullable(),
  article: z.string().nullable(),
  against: z.array(z.string()),
});

const answer = z.object({
  on: z.string(),
  position: z.string(),
  contracts: z.array(ContractAnswer),
  items: z.array(TermAnswer),
});

/** What the contracts in force over an enterprise say on a day, and which of them prevails. */
export const termsRoutes = (face: Face): Route[] =>
  face.app.things
    .filter(({ category }) => category === 'enterprise')
    .map((thing) => ({
      method: 'get' as const,
      path: `/api/v1/${thing.noun}/{id}/terms`,
      says: operation({
        tag: thing.noun,
        id: 'show-terms',
        summary:
          'The coded clauses of all contracts in force over an enterprise, and which prevail',
        description:
          'Of wage floors the highest applies, whatever its level; of any other topic a special contract goes before a comprehensive one where they differ. `rule` null: nothing stands against the clause; `prevails` null: it is a floor without a number of fen a month, for people to read.',
        path: z.object({ id: z.string() }),
        query: Asked,
        ok: answer,
        answers: { '404': 'There is no such enterprise.' },
      }),
      answer: (req, res) => terms(face, thing, req, res),
    }));
