import { expect, it } from 'vitest';
import {
  annualIncrease,
  monthsOf,
  quantifiable,
} from '../../projections/contracts/wage-increase.ts';

const percent = (basisPoints: number) =>
  ({ by: 'percent', effectiveOn: '2025-01-01', basisPoints }) as const;
const eighteenMonths = { termStart: '2025-01-01', termEnd: '2026-06-30' };

it('2.5 % and 2.0 % over eighteen months are 3.00 % a year, 3.01 % compounded', () => {
  const terms = { ...eighteenMonths, steps: [percent(250), percent(200)] };
  expect(annualIncrease(terms, 'simple')).toBe(300_000);
  expect(annualIncrease(terms, 'compound')).toBe(301_078);
});

it('a flat amount counts on the wage it is paid on', () =>
  expect(
    annualIncrease(
      {
        termStart: '2026-01-01',
        termEnd: '2026-12-31',
        steps: [
          {
            by: 'amount',
            effectiveOn: '2026-01-01',
            fenPerMonth: 30_000,
            onFenPerMonth: 600_000,
          },
        ],
      },
      'simple',
    ),
  ).toBe(500_000));

it('what cannot be put in numbers stays out', () => {
  const flat = { by: 'amount', effectiveOn: '2026-01-01', fenPerMonth: 30_000 } as const;
  const linked = {
    by: 'not-quantifiable',
    effectiveOn: '2026-01-01',
    text: 'with the CPI',
  } as const;
  expect(quantifiable([])).toBe('none');
  expect(quantifiable([percent(250), flat])).toBe('no');
  expect(quantifiable([linked])).toBe('no');
  expect(quantifiable([percent(250)])).toBe('yes');
  expect(annualIncrease({ ...eighteenMonths, steps: [percent(250), linked] }, 'simple')).toBeNull();
  expect(annualIncrease({ ...eighteenMonths, steps: [] }, 'simple')).toBeNull();
});

it('a term that runs backwards has no year', () =>
  expect(
    annualIncrease(
      { termStart: '2026-01-01', termEnd: '2025-12-31', steps: [percent(250)] },
      'simple',
    ),
  ).toBeNull());

it.each([
  ['2025-01-01', '2025-12-31', 12],
  ['2025-01-01', '2027-12-31', 36],
  ['2024-02-29', '2025-02-27', 12],
  ['2026-03-01', '2026-03-01', 1 / 31],
  ['2026-01-01', '2026-02-14', 1.5],
])('from %s to %s are %d months', (start, end, months) =>
  expect(monthsOf(start, end)).toBe(months),
);
