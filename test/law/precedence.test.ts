import { describe, expect, it } from 'vitest';
import { standings, type Term } from '../../domain/law/precedence.ts';

const term = (contract: string, over: Partial<Term> = {}): Term => ({
  contract,
  kind: 'comprehensive',
  level: 'enterprise',
  profile: 'zhejiang-2011',
  topic: 'wage-floor',
  value: null,
  unit: null,
  ...over,
});
const floor = (contract: string, value: number | null, over: Partial<Term> = {}) =>
  term(contract, { value, unit: 'fen-per-month', ...over });
const leave = (contract: string, value: number, over: Partial<Term> = {}) =>
  term(contract, { topic: 'leave', value, unit: 'days', ...over });
const prevailing = (...terms: readonly Term[]) => standings(terms).map(({ prevails }) => prevails);
const rules = (...terms: readonly Term[]) => standings(terms).map(({ rule }) => rule);
const articles = (...terms: readonly Term[]) => standings(terms).map(({ article }) => article);

describe('of wage floors', () => {
  it('the highest applies, whatever the level and the kind', () => {
    const all = [
      floor('own', 280_000),
      floor('wage', 270_000, { kind: 'wage' }),
      floor('street', 250_000, { level: 'regional' }),
    ];
    expect(standings(all)).toMatchObject([
      { prevails: true, rule: 'higher-wage-floor', against: ['wage', 'street'] },
      { prevails: false, rule: 'higher-wage-floor', against: ['own'] },
      { prevails: false, rule: 'higher-wage-floor', against: ['own'] },
    ]);
  });

  it('those that are as high prevail together', () => {
    expect(prevailing(floor('a', 280_000), floor('b', 280_000), floor('c', 1))).toStrictEqual([
      true,
      true,
      false,
    ]);
    expect(rules(floor('a', 280_000), floor('b', 280_000))).toStrictEqual([null, null]);
  });

  it('one without a unit is in fen a month; one that is in no such number is for people to read', () => {
    expect(prevailing(floor('a', 2, { unit: null }), floor('b', 1))).toStrictEqual([true, false]);
    expect(standings([floor('a', null), floor('b', 280_000)])).toMatchObject([
      { prevails: null, rule: 'floor-not-in-numbers', against: ['b'] },
      { prevails: true, rule: null, against: [] },
    ]);
    expect(prevailing(floor('a', 280_000), floor('b', 9, { unit: 'hours' }))).toStrictEqual([
      true,
      null,
    ]);
    expect(prevailing(floor('a', null))).toStrictEqual([true]);
  });

  it('that of one contract do not compete: they are for different posts', () =>
    expect(prevailing(floor('a', 2), floor('a', 1))).toStrictEqual([true, true]));

  it('the article is about levels, of the law that has one', () => {
    const shanghai = { profile: 'shanghai-2015' } as const;
    const above = { ...shanghai, level: 'industry' } as const;
    const article = '上海市集体合同条例 Art 32';
    expect(articles(floor('own', 1, shanghai), floor('above', 2, above))).toStrictEqual([
      article,
      article,
    ]);
    expect(articles(floor('own', 1, shanghai), floor('wage', 2, shanghai))).toStrictEqual([
      null,
      null,
    ]);
    expect(articles(floor('own', 1, above), floor('wage', 2))).toStrictEqual([article, article]);
  });
});

describe('of any other topic', () => {
  it('a special contract goes before a comprehensive one, even where it gives less', () => {
    const article = '浙江省集体合同条例 Art 18';
    const safety = leave('safety', 3, { kind: 'safety' });
    expect(standings([leave('own', 5), safety])).toStrictEqual([
      { prevails: false, rule: 'special-over-comprehensive', article, against: ['safety'] },
      { prevails: true, rule: 'special-over-comprehensive', article, against: ['own'] },
    ]);
  });

  it('where they say the same, neither has to', () =>
    expect(rules(leave('own', 5), leave('wage', 5, { kind: 'wage' }))).toStrictEqual([null, null]));

  it('the law of either contract gives the article; without one it is silent', () => {
    const silent = { profile: 'national-2004' } as const;
    const special = { kind: 'wage' } as const;
    expect(articles(leave('own', 5), leave('wage', 3, { ...special, ...silent }))).toStrictEqual([
      '浙江省集体合同条例 Art 18',
      '浙江省集体合同条例 Art 18',
    ]);
    expect(
      articles(leave('own', 5, silent), leave('wage', 3, { ...special, ...silent })),
    ).toStrictEqual([null, null]);
  });

  it('neither special ones nor comprehensive ones compete among themselves, nor what is other', () => {
    const kinds = { wage: { kind: 'wage' }, safety: { kind: 'safety' } } as const;
    expect(rules(leave('a', 5), leave('b', 3, { level: 'regional' }))).toStrictEqual([null, null]);
    expect(rules(leave('a', 5, kinds.wage), leave('b', 3, kinds.safety))).toStrictEqual([
      null,
      null,
    ]);
    const other = { topic: 'other' } as const;
    expect(rules(term('a', other), term('b', { ...other, ...kinds.wage }))).toStrictEqual([
      null,
      null,
    ]);
  });

  it('a contract for women goes before it for women, and leaves it to the men', () => {
    const women = { kind: 'women' } as const;
    expect(prevailing(leave('own', 5), leave('women', 8, women))).toStrictEqual([true, true]);
    expect(rules(leave('own', 5), leave('women', 8, women))).toStrictEqual([
      null,
      'special-over-comprehensive',
    ]);
    const topic = { topic: 'women' } as const;
    expect(prevailing(term('own', topic), term('women', { ...women, ...topic }))).toStrictEqual([
      false,
      true,
    ]);
    expect(prevailing(floor('own', 1), floor('women', 2, women))).toStrictEqual([true, true]);
    expect(prevailing(floor('own', 2), floor('women', 1, women))).toStrictEqual([true, false]);
  });
});
