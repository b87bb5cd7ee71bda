import { describe, expect, it } from 'vitest';
import { law, ProfileId, profileIds, suggest } from '../../domain/law/profiles.ts';

const national = profileIds.filter((id) => id !== 'us-nlra');

/** Everything in a profile that carries an article, or should. */
const ruled = (value: unknown, path: string): [string, object][] => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const own: [string, object][] = 'n' in value || 'majority' in value ? [[path, value]] : [];
  return [...own, ...Object.entries(value).flatMap(([key, v]) => ruled(v, `${path}.${key}`))];
};

describe('every number that is law', () => {
  it.each(profileIds)('carries its article in %s', (id) => {
    const found = ruled(law(id), id);
    expect(found.length).toBeGreaterThan(4);
    for (const [path, value] of found)
      expect([path, 'article' in value ? value.article : '']).toEqual([
        path,
        expect.stringMatching(/(Art \d|NLRA § \d)/),
      ]);
  });

  it('is a whole number of something', () => {
    for (const id of profileIds)
      for (const [, value] of ruled(law(id), id))
        if ('n' in value) expect(Number.isInteger(value.n) && Number(value.n) > 0).toBe(true);
  });
});

describe('bargaining in the United States', () => {
  it('gives notice 60 days before expiry and tells the mediators within 30 days', () => {
    const nlra = law('us-nlra');
    expect([nlra.notice?.toOtherSide.n, nlra.notice?.toMediation.n]).toEqual([60, 30]);
    expect([nlra.filing, nlra.review, nlra.congress.required]).toEqual([null, null, false]);
    expect([nlra.zone, nlra.calendar, nlra.rollForward, nlra.interestDisputes]).toEqual([
      'America/New_York',
      'none',
      false,
      'mediation',
    ]);
  });

  it('is the only place with such a notice and without the national calendar', () => {
    for (const id of national) {
      const { notice, calendar, zone, rollForward, interestDisputes } = law(id);
      expect([notice, calendar, zone, rollForward, interestDisputes]).toEqual([
        null,
        'CN',
        'Asia/Shanghai',
        true,
        'coordination',
      ]);
    }
  });
});

describe('the profile that is suggested for a place', () => {
  const on = '2026-06-01';

  it.each([
    ['370102', 'wage', 'shandong-wage-2017'],
    ['3301', 'wage', 'hangzhou-wage-2014'],
    ['330203', 'wage', 'ningbo-wage-2014'],
    ['330402', 'wage', 'zhejiang-2011'],
    ['330102', 'women', 'zhejiang-2011'],
    ['11', 'safety', 'beijing-2005'],
    ['310101', 'wage', 'shanghai-2015'],
    ['500101', 'comprehensive', 'chongqing-2017'],
    ['410000', 'wage', 'henan-wage-2014'],
    ['US-NY', 'comprehensive', 'us-nlra'],
  ] as const)('%s, %s: %s, of which nothing needs saying', (division, kind, profile) => {
    expect(suggest({ division, kind, on })).toEqual({ profile, note: null });
  });

  it('Nantong falls back to the national rules and says that Jiangsu 2023 is unverified', () => {
    const { profile, note } = suggest({ division: '320681', kind: 'comprehensive', on });
    expect(profile).toBe('national-2004');
    expect(note?.zh).toContain('江苏省集体协商条例');
    expect(note?.en).toContain('unverified');
    expect(suggest({ division: '320681', kind: 'wage', on }).profile).toBe('national-wage-2000');
  });

  it('a place whose rules are not on file, or not for this kind, is told so', () => {
    expect(suggest({ division: '210902', kind: 'women', on }).note?.zh).toContain('辽宁');
    const shandong = suggest({ division: '370102', kind: 'comprehensive', on });
    expect(shandong.profile).toBe('national-2004');
    expect(shandong.note).not.toBeNull();
    expect(suggest({ division: 'DE', kind: 'wage', on }).note?.en).toContain('checking');
  });

  it('rules hold from the day they came into force, not the day before', () => {
    const place = { division: '370102', kind: 'wage' } as const;
    expect(suggest({ ...place, on: '2016-12-31' }).profile).toBe('national-wage-2000');
    expect(suggest({ ...place, on: '2017-01-01' }).profile).toBe('shandong-wage-2017');
    expect(suggest({ division: 'CN', kind: 'women', on: '2004-04-30' }).note).not.toBeNull();
    expect(suggest({ division: 'CN', kind: 'women', on: '2004-05-01' }).note).toBeNull();
  });

  it('an id that is no profile is refused', () => {
    expect(ProfileId.safeParse('jiangsu-2023').success).toBe(false);
    expect(profileIds).toHaveLength(11);
  });
});
