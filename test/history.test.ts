import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bargainingCase } from '../domain/bargaining-case/decider.ts';
import { collectiveContract } from '../domain/collective-contract/decider.ts';
import { consultation } from '../domain/consultation/decider.ts';
import { disputeCase } from '../domain/dispute-case/decider.ts';
import { enterprise } from '../domain/enterprise/decider.ts';
import { person } from '../domain/person/decider.ts';
import { refusedOrder } from '../domain/refused-order/decider.ts';
import { fold } from '../domain/shared/decider.ts';
import type { Fact, Message } from '../domain/shared/message.ts';
import type { AnyDecider } from '../src/command/asked.ts';

/** Every aggregate, by its file in test/history: one line per type and version that was ever stored. */
const aggregates: readonly (readonly [string, AnyDecider])[] = [
  ['bargaining-case', bargainingCase],
  ['consultation', consultation],
  ['contract', collectiveContract],
  ['dispute', disputeCase],
  ['enterprise', enterprise],
  ['person', person],
  ['refused-order', refusedOrder],
];

type Line = Message & { readonly version: number };
type Options = {
  readonly options: readonly { readonly shape: { readonly type: { readonly value: string } } }[];
};

const lines = (name: string): Line[] =>
  readFileSync(`test/history/${name}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

/** Line n is fact-n: a correction in the file cites an earlier line. */
const facts = (name: string): Fact[] =>
  lines(name).map(({ type, data }, i) => ({
    type,
    data,
    id: `fact-${String(i)}`,
    at: '2026-01-01T00:00:00.000Z',
    by: 'clerk-1',
  }));

const typesOf = ({ event }: AnyDecider): string[] =>
  (event as unknown as Options).options.map(({ shape }) => shape.type.value);

describe.each(aggregates)('the history of %s', (name, decider) => {
  it('has a line for every type of fact, and no other', () => {
    expect([...new Set(lines(name).map(({ type }) => type))].sort()).toStrictEqual(
      typesOf(decider).sort(),
    );
  });
  it('has each type and version once', () => {
    const keys = lines(name).map(({ type, version }) => `${type} ${String(version)}`);
    expect(keys.length).toBe(new Set(keys).size);
  });
  it('is read as it was written', () => {
    for (const { type, data } of lines(name))
      expect(decider.event.parse({ type, data })).toStrictEqual({ type, data });
  });
  it('is read the same when a later version added something', () => {
    for (const { type, data } of lines(name))
      expect(decider.event.parse({ type, data: { ...(data as object), later: 1 } })).toStrictEqual({
        type,
        data,
      });
  });
  it('folds in any order', () => {
    const past = facts(name);
    for (const order of [past, past.toReversed(), ...past.map((fact) => [fact])])
      expect(() => void fold(decider, order)).not.toThrow();
  });
});
