import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { amended } from '../domain/shared/decider.ts';
import { seatsOf } from '../src/web/pages/consultation/reading.ts';
import type { Fact } from '../src/web/api/problem.ts';
import { saidNow } from '../src/web/api/said-now.ts';

type Told = { readonly type: string; readonly data: Fact['data'] };

/** Facts as the API tells them, with ids fact-0, fact-1, … in order. */
const told = (...facts: readonly Told[]): Fact[] =>
  facts.map((fact, i) => ({
    ...fact,
    id: `fact-${String(i)}`,
    at: '2026-01-01T00:00:00.000Z',
    by: 'clerk-1',
    revision: String(i),
    position: String(i + 1),
  }));

describe('the facts behind a page', () => {
  it.each(['bargaining-case', 'consultation', 'contract', 'dispute', 'enterprise'])(
    'of a %s read as its decider reads them',
    (name) => {
      const lines = readFileSync(`test/history/${name}.jsonl`, 'utf8').trim().split('\n');
      const facts = told(...lines.map((line) => JSON.parse(line) as Told));
      expect(saidNow(facts)).toStrictEqual(amended(facts));
    },
  );
  it('show the day of a signature as it was said last', () => {
    const facts = told(
      { type: 'MeetingConvened', data: { seats: [{ body: 'union', name: '市总工会' }] } },
      { type: 'MinutesSigned', data: { body: 'union', on: '2026-03-20' } },
      {
        type: 'MinutesSignatureCorrected',
        data: { corrects: 'fact-1', reason: '录错', body: 'union', on: '2026-03-19' },
      },
    );
    expect(seatsOf(saidNow(facts))).toStrictEqual([
      { body: 'union', name: '市总工会', signedOn: '2026-03-19' },
    ]);
  });
});
