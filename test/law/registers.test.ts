import { describe, expect, it } from 'vitest';
import {
  division,
  divisionName,
  divisions,
  divisionsBelow,
  divisionsNow,
  isDivisionInForce,
  isPossibleDivision,
} from '../../domain/law/divisions.ts';
import { industryFaults, industryName, sectionOf, sections } from '../../domain/law/industries.ts';
import { sizeClass } from '../../domain/law/size.ts';
import { Division } from '../../domain/shared/values.ts';

describe('administrative divisions', () => {
  it('are on file once, by a well-formed code', () => {
    expect(new Set(divisions.map(({ code }) => code)).size).toBe(divisions.length);
    for (const { code, name } of divisions) {
      expect(Division.safeParse(code).success).toBe(true);
      expect(name.zh).toMatch(/^\p{Script=Han}+$/u);
      expect(name.en).toMatch(/^[A-Z]/);
    }
  });

  it('there are 34 provinces, 13 cities in Jiangsu, 14 in Liaoning', () => {
    expect(divisionsBelow('CN')).toHaveLength(34);
    expect(divisionsBelow('32')).toHaveLength(13);
    expect(divisionsBelow('210000')).toHaveLength(14);
    expect(divisionsBelow('2109').map(({ code }) => code)).toEqual([
      '210902',
      '210903',
      '210904',
      '210905',
      '210911',
      '210921',
      '210922',
    ]);
    expect(divisionsBelow('US').length).toBeGreaterThanOrEqual(51);
    expect(divisionsBelow('320681')).toEqual([]);
  });

  it.each([
    ['3206', { zh: '南通市', en: 'Nantong City' }],
    ['320600', { zh: '南通市', en: 'Nantong City' }],
    ['320000', { zh: '江苏省', en: 'Jiangsu' }],
    ['210921', { zh: '阜新蒙古族自治县', en: 'Fuxin Mongol Autonomous County' }],
    ['US-NY', { zh: '纽约州', en: 'New York' }],
    ['320699', undefined],
  ])('%s is called so', (code, name) => {
    expect(divisionName(code)).toEqual(name);
  });

  it('a retired code keeps its name and knows who took over', () => {
    expect(divisionName('310115')).toEqual({ zh: '浦东新区', en: 'Pudong New District' });
    expect(divisionName('330106')).toEqual({ zh: '西湖区', en: 'Xihu District' });
    expect(divisionName('370202')).toEqual({ zh: '市南区', en: 'Shinan District' });
    expect(divisionName('320602')?.zh).toBe('崇川区');
    expect(divisionsNow('320602')).toEqual(['320613']);
    expect(divisionsNow('320611')).toEqual(['320613']);
    expect(divisionsNow('320683')).toEqual(['320612']);
    expect(divisionsNow('320681')).toEqual(['320681']);
    for (const { successors } of divisions)
      for (const code of successors) expect(division(code)?.successors).toEqual([]);
  });

  it('in the year of a change both codes are good, before and after only one', () => {
    const good = (on: string) => ['320621', '320685'].filter((code) => isDivisionInForce(code, on));
    expect(good('2017-12-31')).toEqual(['320621']);
    expect(good('2018-06-01')).toEqual(['320621', '320685']);
    expect(good('2019-01-01')).toEqual(['320685']);
    expect(isDivisionInForce('320699', '2019-01-01')).toBe(false);
  });

  it.each(['32', '320699', '320602', '710000', '820000', 'CN', 'US', 'US-GU', 'DE', 'DE-BY'])(
    '%s can be one: its province is there, or its country is not on file',
    (code) => expect(isPossibleDivision(code)).toBe(true),
  );

  it.each(['999999', '00', '830000', '7001', '999999001001', 'US-ZZ', 'CN-32'])(
    '%s cannot be one',
    (code) => expect(isPossibleDivision(code)).toBe(false),
  );

  it('every code on file can be one, retired or not', () =>
    expect(divisions.filter(({ code }) => !isPossibleDivision(code))).toEqual([]));

  it('a development zone has a code for statistics only', () => {
    expect(division('320671')?.statisticalOnly).toBe(true);
    expect(division('320681')?.statisticalOnly).toBe(false);
  });
});

describe('industries', () => {
  it('every division of either edition lies in exactly one section', () => {
    for (const [edition, count] of [
      ['2017', 97],
      ['2011', 96],
    ] as const) {
      const covered = sections.flatMap((section) => {
        const [first, last] = section[edition];
        return Array.from({ length: last - first + 1 }, (_, i) => first + i);
      });
      expect(covered).toEqual(Array.from({ length: count }, (_, i) => i + 1));
    }
    expect(sections.map(({ letter }) => letter).join('')).toBe('ABCDEFGHIJKLMNOPQRST');
  });

  it.each(['C', '13', 'C13', '131', '1311', 'C1311', '97', 'T'])('%s is good', (code) => {
    expect(industryFaults(code, 'gb4754-2017')).toEqual([]);
  });

  it.each([
    ['00', ['unknown-division']],
    ['98', ['unknown-division']],
    ['U', ['unknown-section']],
    ['D1311', ['section-mismatch']],
    ['1', ['form']],
    ['13111', ['form']],
    ['c13', ['form']],
    ['', ['form']],
  ])('"%s": %j', (code, faults) => {
    expect(industryFaults(code, 'gb4754-2017')).toEqual(faults);
  });

  it('the editions differ: 97 is new, and 83 was health before it was education', () => {
    expect(industryFaults('97', 'gb4754-2011')).toEqual(['unknown-division']);
    expect(sectionOf('83', 'gb4754-2011')?.letter).toBe('Q');
    expect(sectionOf('83')?.letter).toBe('P');
    expect(industryName('1311')).toEqual({ zh: '制造业', en: 'Manufacturing' });
  });

  it('the mediation service uses letters of its own', () => {
    expect(industryFaults('J', 'fmcs')).toEqual([]);
    expect(industryFaults('13', 'fmcs')).toEqual(['form']);
    expect(sectionOf('J', 'fmcs')).toBeUndefined();
  });
});

describe('enterprise size', () => {
  const wan = 1_000_000;
  const industry = (employees: number | null, revenue: number | null) =>
    sizeClass({
      sector: 'industry',
      employees,
      revenue: revenue === null ? null : revenue * wan,
      assets: null,
    });

  it('an indicator short of its class drops the enterprise', () => {
    expect(industry(1200, 3000)).toBe('medium');
    expect(industry(1000, 40_000)).toBe('large');
    expect(industry(999, 40_000)).toBe('medium');
    expect(industry(300, 2000)).toBe('medium');
    expect(industry(300, 1999)).toBe('small');
    expect(industry(20, 300)).toBe('small');
    expect(industry(19, 300)).toBe('micro');
    expect(industry(5000, 299)).toBe('micro');
  });

  it('a fen less than the bound is less', () => {
    const size = { sector: 'agriculture', employees: null, assets: null } as const;
    expect(sizeClass({ ...size, revenue: 500 * wan })).toBe('medium');
    expect(sizeClass({ ...size, revenue: 500 * wan - 1 })).toBe('small');
  });

  it('only the indicators of the sector are asked for', () => {
    expect(industry(1000, null)).toBeUndefined();
    const known = { employees: 100, revenue: null, assets: null };
    expect(sizeClass({ sector: 'other', ...known })).toBe('medium');
    expect(sizeClass({ sector: 'construction', ...known })).toBeUndefined();
    expect(
      sizeClass({
        sector: 'construction',
        employees: null,
        revenue: 6000 * wan,
        assets: 80_000 * wan,
      }),
    ).toBe('medium');
  });
});
