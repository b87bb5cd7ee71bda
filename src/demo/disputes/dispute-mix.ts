import type { Course } from './dispute-plan.ts';

// What disputes there are, and how often.

/** How often disputes go which way. */
export const shares: Readonly<Partial<Record<Course, number>>> = {
  kept: 26,
  'in-instalments': 9,
  'paid-late': 8,
  defaulted: 6,
  confirmed: 4,
  reviewed: 2,
  failed: 8,
  withdrawn: 5,
  refused: 5,
  'body-refused': 1,
  referred: 2,
  escalated: 4,
  'three-levels': 2,
  'two-bodies': 2,
  extended: 2,
  suspended: 2,
  recused: 1,
  reopened: 1,
  'time-over': 1,
  'final-award': 3,
  'mixed-award': 2,
  sued: 2,
  'award-overdue': 1,
  'mediated-in-arbitration': 2,
  'not-accepted': 1,
  heard: 1,
  'old-file': 2,
  corrected: 1,
  void: 1,
};

/** How the last disputes stand on the city's last day: their course, and how long ago they were received. */
export const endings: readonly (readonly [Course, number])[] = [
  ['kept', 0],
  ['failed', 4],
  ['suspended', 20],
  ['kept', 20],
  ['in-instalments', 50],
  ['paid-late', 48],
  ['time-over', 60],
  ['final-award', 110],
  ['sued', 150],
  ['three-levels', 130],
  ['award-overdue', 120],
  ['some-settle', 60],
  ['set-aside', 140],
  ['defaulted', 100],
  ['refused', 10],
  ['two-bodies', 12],
  ['escalated', 15],
  ['heard', 40],
  ['history', 60],
  ['void', 30],
];

export const causes = {
  remuneration: 42,
  'insurance-and-welfare': 16,
  'contract-relieved': 14,
  'contract-ended': 8,
  'labour-protection': 8,
  'contract-change': 4,
  'contract-performance': 3,
  training: 1,
  other: 4,
};

export const claimedFor: Readonly<Record<string, readonly [string, ...string[]]>> = {
  remuneration: ['pay', 'overtime-pay'],
  'insurance-and-welfare': ['social-insurance', 'welfare'],
  'contract-relieved': ['compensation', 'reinstatement'],
  'contract-ended': ['compensation'],
  'labour-protection': ['injury-medical-costs', 'damages'],
  'contract-change': ['contract-status', 'pay'],
  'contract-performance': ['collective-contract'],
  training: ['training-costs'],
};
export const withoutMoney = [
  'social-insurance',
  'reinstatement',
  'contract-status',
  'collective-contract',
];
