import type { Request, Response } from 'express';
import { z } from 'zod';
import { unregisteredColumns } from '../../../../projections/unregistered.ts';
import { deadlines } from '../../../../projections/deadlines/deadlines.ts';
import { wordsOf } from '../../../words/words.ts';
import { asked } from '../../asking/input.ts';
import { knows, tagOf } from '../../asking/tags.ts';
import { Sentence } from '../../answers/row-shape.ts';
import { UNREGISTERED } from '../things/unregistered.ts';
import { operation, type Face, type Route } from '../../route.ts';

const Asked = z.strictObject({
  version: z.string().optional().meta({ description: 'The one that the answer told before.' }),
});
const Words = z.record(z.string(), Sentence);
const Tables = z.record(z.string(), Words);

const made = ({ app }: Face) => {
  const lists = [
    ...app.things,
    ...app.parts,
    { ...deadlines, noun: 'deadlines' },
    { noun: UNREGISTERED, columns: unregisteredColumns },
  ];
  const words = wordsOf({ things: app.things, lists, figures: app.figures.catalogue });
  const version = tagOf(JSON.stringify(words)).slice(1, -1);
  return { version, body: JSON.stringify({ version, ...words }) };
};

const A_YEAR = 31_536_000;

/** What everything is called. Named by its version it never changes, so it can be kept for ever. */
export const vocabularyRoute = (face: Face): Route => {
  let words: ReturnType<typeof made> | undefined;
  const answer = (req: Request, res: Response): void => {
    const { version: wanted } = asked(req, Asked);
    const { version, body } = (words ??= made(face));
    const tag = `"${version}"`;
    const forGood = wanted === version;
    res.set({
      ETag: tag,
      'Cache-Control': forGood ? `public, max-age=${String(A_YEAR)}, immutable` : 'no-cache',
    });
    if (knows(req, tag)) res.status(304).end();
    else res.type('json').send(body);
  };
  return {
    method: 'get',
    path: '/api/v1/words',
    says: operation({
      tag: 'words',
      id: 'list-words',
      summary: 'What commands, facts, phases, rules, fields, columns, codes and clocks are called',
      description:
        'Chinese and English. Commands, facts, phases and rules go by category, columns by list. `fields` holds plain ' +
        'names and, where a thing says otherwise, `<things>.<field>` or `<things>.<Type>.<field>`: the longest wins. ' +
        '`values` holds `<field>:<code>`, and `<things>.<field>:<code>` likewise. With the `version` it tells, the ' +
        'answer can be kept for ever.',
      query: Asked,
      ok: z.looseObject({
        version: z.string(),
        nouns: Words,
        singular: Words,
        commands: Tables,
        facts: Tables,
        phases: Tables,
        rules: Tables,
        fields: Words,
        columns: Tables,
        values: Words,
        statuses: Words,
        clocks: Words,
        laws: Words,
        dimensions: Words,
      }),
      answers: { '304': 'It is still the same.' },
      tells: ['ETag'],
    }),
    answer,
  };
};
