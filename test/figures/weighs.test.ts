import { expect, it } from 'vitest';
import type { Sums } from '../../projections/balance/balances.ts';
import { figures } from '../../projections/figures/catalogue.ts';
import type { FromBooks, Question } from '../../projections/figures/figure.ts';
import { SUMS } from '../../projections/ledger.ts';

const contractKinds = [undefined, 'wage', 'women'];

const question = (parameters: Question['parameters'], contractKind?: string): Question => ({
  where: contractKind === undefined ? {} : { contractKind },
  groupBy: [{ dimension: 'region' }],
  parameters,
  today: '2026-06-01',
});

/** The sums that a cell looks at. */
const lookedAt = ({ cell }: FromBooks, group: Question['where']): ReadonlySet<string> => {
  const seen = new Set<string>();
  const looked = {} as Sums;
  for (const name of SUMS) {
    Object.defineProperty(looked, name, {
      get: () => {
        seen.add(name);
        return 1;
      },
    });
  }
  cell(() => looked, group);
  return seen;
};

const reckoned = figures.flatMap((figure) => {
  const defaults = Object.fromEntries(
    Object.entries(figure.parameters).map(([name, one]) => [
      name,
      one === 'count' ? '' : (one[0] ?? ''),
    ]),
  );
  return contractKinds.flatMap((kind) => {
    const answer = figure.answer(question(defaults, kind));
    return answer.by === 'books' ? [{ id: figure.id, kind, answer }] : [];
  });
});

it('is asked of every figure out of the books', () =>
  expect(new Set(reckoned.map(({ id }) => id)).size).toBe(7));

it.each(reckoned)('$id (kind $kind) reads from the books every sum that it shows', ({ answer }) => {
  const shown = contractKinds.flatMap((kind) => [
    ...lookedAt(answer, kind === undefined ? {} : { contractKind: kind }),
  ]);
  // Whether a group is there is seen by its units.
  expect([...new Set([...shown, 'count'])].filter((name) => !isRead(answer, name))).toStrictEqual(
    [],
  );
});

const isRead = ({ weighs }: FromBooks, name: string): boolean =>
  weighs.some((weight) => weight === name);
