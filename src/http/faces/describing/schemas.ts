import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Thing } from '../../../app.ts';
import { vocabularies } from '../../../words/words.ts';
import { commandSchema } from '../../answers/command-schema.ts';
import { notFound } from '../../answers/problem.ts';
import { Sentence } from '../../answers/row-shape.ts';
import { param } from '../../asking/input.ts';
import { languageOf, languageTag } from '../../asking/language.ts';
import { tagOf, knows } from '../../asking/tags.ts';
import { kebab, operation, type Face, type Route } from '../../route.ts';
import { commandShapes } from '../things/commands.ts';

const Path = z.object({ things: z.string(), command: z.string() });

const Entry = z.object({
  things: z.string(),
  command: z.string(),
  title: Sentence,
  schema: z.string(),
});

const entriesOf = (thing: Thing) =>
  [...commandShapes(thing).keys()].map((type) => ({
    things: thing.noun,
    command: type,
    title: vocabularies[thing.category].commands[type] ?? { zh: type, en: type },
    schema: `/api/v1/schemas/${thing.noun}/${kebab(type)}`,
  }));

const catalogueRoute = ({ app }: Face): Route => ({
  method: 'get',
  path: '/api/v1/schemas',
  says: operation({
    tag: 'schemas',
    id: 'list-schemas',
    summary: 'Every command, with the address of its JSON Schema',
    ok: z.object({ items: z.array(Entry), next: z.null() }),
  }),
  answer: (_req, res) => {
    res.json({ items: app.things.flatMap(entriesOf), next: null });
  },
});

const found = ({ app }: Face, req: Request) => {
  const [noun, name] = [param(req, 'things'), param(req, 'command')];
  const thing = app.things.find((one) => one.noun === noun);
  const shapes = [...(thing ? commandShapes(thing) : [])];
  const [type, shape] = shapes.find(([one]) => kebab(one) === name || one === name) ?? [];
  if (!thing || type === undefined || !shape) throw notFound(`schemas/${noun}/${name}`);
  return { thing, type, shape };
};

const one = (face: Face, req: Request, res: Response): void => {
  const { thing, type, shape } = found(face, req);
  const language = languageOf(req);
  const text = JSON.stringify(commandSchema({ thing, type, language }, shape));
  const tag = tagOf(text);
  res.vary('Accept-Language').set({
    ETag: tag,
    'Cache-Control': 'no-cache',
    'Content-Language': languageTag[language],
  });
  if (knows(req, tag)) res.status(304).end();
  else res.type('application/schema+json').send(text);
};

/** The shapes of commands one by one, for forms: the OpenAPI document holds all of them and is large. */
export const schemaRoutes = (face: Face): Route[] => [
  catalogueRoute(face),
  {
    method: 'get',
    path: '/api/v1/schemas/{things}/{command}',
    says: operation({
      tag: 'schemas',
      id: 'show-schema',
      summary: 'What a command takes, as a small JSON Schema for a form',
      description:
        'Titles by `Accept-Language`; codes as `oneOf` with a title each. `format` says what a value is: date, fen, ' +
        'basis-points, person-id, enterprise-id, contract-id, bargaining-case-id, consultation-id, fact-id, ' +
        'law-profile, division, attachment, long-text. `x-corrects`: of which kind the fact is that it says anew or takes back.',
      path: Path,
      json: { 'application/schema+json': z.looseObject({ title: z.string() }) },
      tells: ['ETag'],
      answers: { '304': 'It is still the same.', '404': 'There is no such command.' },
    }),
    answer: (req, res) => one(face, req, res),
  },
];
