import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clocksOf } from '../domain/law/clocks.ts';
import { precedences } from '../domain/law/precedence.ts';
import { law, profileIds } from '../domain/law/profiles.ts';
import { commandShapes } from '../src/http/faces/things/commands.ts';
import { columnLabel, fieldLabel, valuesOf, vocabularies } from '../src/words/words.ts';
import { clocks } from '../src/words/clocks.ts';
import { dimensions } from '../src/words/dimensions.ts';
import { fields } from '../src/words/fields.ts';
import { particularFields } from '../src/words/particular-fields.ts';
import { nouns, singular } from '../src/words/things.ts';
import { unregisteredColumns } from '../projections/unregistered.ts';
import { deadlines } from '../projections/deadlines/deadlines.ts';
import { opened } from './http/serving.ts';
import { shapeWords, typesOf, type Told } from './support/shape-words.ts';

let on: Awaited<ReturnType<typeof opened>>;
beforeAll(async () => {
  on = await opened();
});
afterAll(() => on.end());

/** Every field and code of the commands and facts of every thing. */
const told = (): Told[] =>
  on.app.things.flatMap((thing) => [
    ...[...commandShapes(thing)].flatMap(([type, shape]) => shapeWords(thing.noun, type, shape)),
    ...typesOf(thing.decider.event).flatMap(([type, shape]) => shapeWords(thing.noun, type, shape)),
  ]);

const lists = () => [
  ...on.app.things,
  ...on.app.parts,
  { noun: 'deadlines', columns: deadlines.columns },
  { noun: 'unregistered-enterprises', columns: unregisteredColumns },
];

describe('words', () => {
  it('name every command, fact and phase of every thing, and no other', () => {
    for (const thing of on.app.things) {
      const { commands, events, phases } = vocabularies[thing.category];
      const steps: Readonly<Record<string, { readonly in: readonly string[] }>> =
        thing.decider.steps;
      const open = Object.values(steps).flatMap((step) => step.in);
      expect(Object.keys(commands).sort()).toStrictEqual(Object.keys(steps).sort());
      expect(Object.keys(events).sort()).toStrictEqual(
        typesOf(thing.decider.event)
          .map(([type]) => type)
          .sort(),
      );
      for (const phase of open) expect(phases, thing.noun).toHaveProperty([phase]);
    }
  });

  it('name every field of every command and fact', () => {
    const nameless = told().filter(
      ({ noun, type, field }) => fieldLabel(noun, type, field) === undefined,
    );
    expect(nameless.map(({ noun, type, field }) => `${noun}.${type}.${field}`)).toStrictEqual([]);
  });

  it('have no field that nothing says', () => {
    const used = new Set(
      told().flatMap(({ noun, type, field }) => [
        field,
        `${noun}.${field}`,
        `${noun}.${type}.${field}`,
      ]),
    );
    expect(
      Object.keys({ ...fields, ...particularFields }).filter((name) => !used.has(name)),
    ).toStrictEqual([]);
  });

  it('name every code a field can hold', () => {
    const nameless = told().flatMap(({ noun, field, codes }) =>
      codes
        .filter((code) => valuesOf(noun, field)?.[code] === undefined)
        .map((code) => `${noun}.${field}: ${code}`),
    );
    expect([...new Set(nameless)]).toStrictEqual([]);
  });

  it('name every list and every column of it', () => {
    const nameless = lists().flatMap(({ noun, columns }) =>
      Object.keys(columns)
        .filter((column) => columnLabel(noun, column) === undefined)
        .map((column) => `${noun}.${column}`),
    );
    expect(nameless).toStrictEqual([]);
    expect(Object.keys(nouns).sort()).toStrictEqual(
      lists()
        .map(({ noun }) => noun)
        .sort(),
    );
    expect(Object.keys(singular).sort()).toStrictEqual(
      on.app.things.map(({ noun }) => noun).sort(),
    );
  });

  it('name every clock of every law and every dimension of every figure', () => {
    const rules = profileIds.flatMap((id) => clocksOf(law(id)).map(({ rule }) => rule));
    expect(rules.filter((rule) => !Object.hasOwn(clocks, rule))).toStrictEqual([]);
    const asked = on.app.figures.catalogue.flatMap((card) => card.dimensions);
    expect(asked.filter((name) => !Object.hasOwn(dimensions, name))).toStrictEqual([]);
  });

  it('say by which rule one contract goes before another', () =>
    expect(Object.keys(valuesOf('terms', 'rule') ?? {}).sort()).toStrictEqual(
      [...precedences].sort(),
    ));

  it('call commands and phases what the glossary calls them', () => {
    const glossary = readFileSync('docs/glossary.md', 'utf8');
    const words = Object.values(vocabularies).flatMap(({ commands, phases }) => [
      ...Object.values(commands),
      ...Object.values(phases),
    ]);
    expect(words.map(({ zh }) => zh).filter((zh) => !glossary.includes(zh))).toStrictEqual([]);
  });
});
