import { describe, expect, it } from 'vitest';
import {
  creditCodeFaults,
  divisionAncestors,
  isWithin,
  organisationCodeFaults,
  registrationNumberFaults,
  residentIdFaults,
} from '../../domain/shared/codes.ts';

describe('unified social credit codes', () => {
  it.each([
    '91110000101623741K',
    '911101066976941872',
    '91350100M000100Y43',
    '91210900MA0123453K',
    '91320600MA0123453Y',
  ])('%s is good', (code) => {
    expect(creditCodeFaults(code)).toEqual([]);
  });

  it.each(['91210900MA00000900', '91320600MA000004X0'])(
    '%s is good, its sum being a multiple of 31',
    (code) => {
      expect(creditCodeFaults(code)).toEqual([]);
    },
  );

  it('a published sample that is wrong is found wrong in both checks', () => {
    expect(creditCodeFaults('91310115MA1H8R7C6D')).toEqual(['organisation-check', 'check-digit']);
    expect(creditCodeFaults('91310115MA1H8R7C67')).toEqual(['organisation-check']);
  });

  it('a real firm whose code fails is told why, so that a person can let it pass', () => {
    expect(creditCodeFaults('91350211M0000XUF46')).not.toEqual([]);
  });

  it.each([
    ['9111000010162374K', ['length']],
    ['91110000101623741k', ['characters']],
    ['9I110000101623741K', ['characters']],
  ])('%s: %j', (code, faults) => {
    expect(creditCodeFaults(code)).toEqual(faults);
  });

  it('an unknown entity class and letters in the division are named', () => {
    expect(creditCodeFaults('99110000101623741K')).toContain('entity-class');
    expect(creditCodeFaults('9111000A101623741K')).toContain('division');
  });

  it('changing any one character is noticed', () => {
    const good = '91320600MA0123453Y';
    for (let i = 0; i < good.length; i += 1) {
      const other = good.charAt(i) === '7' ? '8' : '7';
      expect(creditCodeFaults(good.slice(0, i) + other + good.slice(i + 1))).not.toEqual([]);
    }
  });
});

describe('older numbers of enterprises', () => {
  it('organisation codes carry their own check, X for ten and 0 for eleven', () => {
    expect(organisationCodeFaults('101623741')).toEqual([]);
    expect(organisationCodeFaults('MA000004X')).toEqual([]);
    expect(organisationCodeFaults('MA1H8R7C6')).toEqual(['organisation-check']);
    expect(organisationCodeFaults('10162374')).toEqual(['length']);
    expect(organisationCodeFaults('10162374A')).toEqual(['characters']);
  });

  it('fifteen digits are a business registration number', () => {
    expect(registrationNumberFaults('320600000012345')).toEqual([]);
    expect(registrationNumberFaults('32060000001234X')).toEqual(['characters']);
    expect(registrationNumberFaults('3206000000123')).toEqual(['length']);
  });
});

describe('resident identity numbers', () => {
  const on = '2026-06-01';

  it.each(['11010519491231002X', '440524188001010014', '210902199901011236'])(
    '%s is good',
    (id) => {
      expect(residentIdFaults(id, on)).toEqual([]);
    },
  );

  it('one of a division that was retired since is good', () => {
    expect(residentIdFaults('320602198803083249', on)).toEqual([]);
  });

  it('one of fifteen digits has no check digit', () => {
    expect(residentIdFaults('320602880308324', on)).toEqual([]);
    expect(residentIdFaults('320602880231324', on)).toEqual(['birth-date']);
  });

  it.each([
    ['11010519491231002', ['length']],
    ['11010519491231002x', ['characters']],
    ['110105194912310021', ['check-digit']],
    ['11010519490230002X', ['birth-date', 'check-digit']],
  ])('%s: %j', (id, faults) => {
    expect(residentIdFaults(id, on)).toEqual(faults);
  });

  it('nobody is born in the future, nor in a province that is none', () => {
    expect(residentIdFaults('210902199901011236', '1998-12-31')).toEqual(['birth-in-future']);
    expect(residentIdFaults('210902199901011236', '1999-01-01')).toEqual([]);
    expect(residentIdFaults('990902199901011236', on)).toContain('division');
  });
});

describe('divisions lie in divisions', () => {
  it.each([
    ['320681', ['32', '3206', '320681']],
    ['US-NY', ['US', 'US-NY']],
    ['US', ['US']],
    ['32', ['32']],
    ['320681101', ['32', '3206', '320681', '320681101']],
    ['320681101202', ['32', '3206', '320681', '320681101', '320681101202']],
  ])('%s lies in %j', (code, ancestors) => {
    expect(divisionAncestors(code)).toEqual(ancestors);
  });

  it('a prefix names its whole subtree, and a half digit names nothing', () => {
    expect(isWithin('320681', '3206')).toBe(true);
    expect(isWithin('3206', '3206')).toBe(true);
    expect(isWithin('3206', '320681')).toBe(false);
    expect(isWithin('320681', '320')).toBe(false);
    expect(isWithin('US-NY', 'US')).toBe(true);
    expect(isWithin('US-NY', 'US-N')).toBe(false);
    expect(isWithin('320681', 'CN')).toBe(true);
    expect(isWithin('US-NY', 'CN')).toBe(false);
  });
});
