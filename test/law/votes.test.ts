import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { law } from '../../domain/law/profiles.ts';
import {
  approved,
  needed,
  neededPresent,
  outsidersAllowed,
  quorumMet,
  reaches,
} from '../../domain/law/votes.ts';

const national = law('national-2004').congress;
const shandong = law('shandong-wage-2017').congress;
const zhejiang = law('zhejiang-2011').congress;

fc.configureGlobal({ seed: 20260601 });

describe('the congress votes on the draft', () => {
  it('100 delegates need 67 present: 66 are one too few', () => {
    const vote = { total: 100, present: 66, yes: 66 };
    expect(approved(vote, national, 'enterprise')).toBe('no-quorum');
    expect(approved({ ...vote, present: 67 }, national, 'enterprise')).toBe('approved');
  });

  it('66 of 99 are two thirds', () => {
    expect(quorumMet(66, 99)).toBe(true);
    expect(quorumMet(65, 99)).toBe(false);
  });

  it('90 of 180 are half of all: enough nationally, one too few in Shandong and Zhejiang', () => {
    const vote = { total: 180, present: 120, yes: 90 };
    expect(approved(vote, national, 'enterprise')).toBe('approved');
    expect(approved(vote, shandong, 'enterprise')).toBe('too-few-votes');
    expect(approved(vote, zhejiang, 'enterprise')).toBe('too-few-votes');
    expect(approved({ ...vote, yes: 91 }, zhejiang, 'enterprise')).toBe('approved');
    expect(approved({ ...vote, yes: 89 }, national, 'enterprise')).toBe('too-few-votes');
  });

  it('half is enough in Zhejiang for an industry or a region, not in Shandong', () => {
    const vote = { total: 180, present: 120, yes: 90 };
    expect(approved(vote, zhejiang, 'industry')).toBe('approved');
    expect(approved(vote, zhejiang, 'regional')).toBe('approved');
    expect(approved(vote, shandong, 'regional')).toBe('too-few-votes');
  });

  it('without a stated quorum only the votes count', () => {
    const { congress } = law('national-wage-2000');
    expect(approved({ total: 100, present: 50, yes: 50 }, congress, 'enterprise')).toBe('approved');
  });

  it('nobody approves nothing', () => {
    const nobody = { total: 0, present: 0, yes: 0 };
    expect(approved(nobody, national, 'enterprise')).toBe('no-quorum');
    expect(reaches('half', 0, 0)).toBe(false);
  });

  it('exactly half of the employees back delegates under the national rule, not in Shandong', () => {
    const backing = (id: 'national-2004' | 'shandong-wage-2017') =>
      law(id).delegates.noUnionConsent.majority;
    expect(reaches(backing('national-2004'), 100, 200)).toBe(true);
    expect(reaches(backing('shandong-wage-2017'), 100, 200)).toBe(false);
    expect(reaches(backing('shandong-wage-2017'), 101, 200)).toBe(true);
  });
});

describe('refusals name whole numbers', () => {
  it('the fewest that are needed are enough, and one less is not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.constantFrom('half' as const, 'over-half' as const),
        (total, majority) => {
          const votes = needed(majority, total);
          expect(reaches(majority, votes, total)).toBe(true);
          expect(reaches(majority, votes - 1, total)).toBe(false);
          const present = neededPresent(total);
          expect(quorumMet(present, total)).toBe(true);
          expect(quorumMet(present - 1, total)).toBe(false);
        },
      ),
    );
  });

  it('one outsider among three to five delegates, two among six', () => {
    expect([2, 3, 4, 5, 6].map((n) => outsidersAllowed(n, 3))).toEqual([0, 1, 1, 1, 2]);
  });
});
