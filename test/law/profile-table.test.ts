import { describe, expect, it } from 'vitest';
import type { Limit, Period, Profile } from '../../domain/law/profile.ts';
import { law, type ProfileId } from '../../domain/law/profiles.ts';

const columns: readonly ProfileId[] = [
  'national-wage-2000',
  'national-2004',
  'shandong-wage-2017',
  'zhejiang-2011',
  'beijing-2005',
  'shanghai-2015',
  'chongqing-2017',
  'henan-wage-2014',
  'ningbo-wage-2014',
  'hangzhou-wage-2014',
];

/**
 * The law of ten places side by side. `-` is not set; U is days, W working days, M months, Y years;
 * the article stands in brackets. ≥ is half, > is over half.
 */
const table = `
parameter        | O9     | O22    | SD     | ZJ     | BJ     | SH     | CQ     | HN     | NB     | HZ
fewest           | -      | 3      | 3      | 3      | 3      | 3      | 3      | 3      | 3      | 3
most             | -      | -      | -      | -      | 10     | -      | 15     | -      | 10     | 9
fewest at scale  | -      | -      | -      | 5      | -      | -      | -      | -      | 5      | 5
parity           | -      | =      | =      | <=     | =      | <=     | <=     | =      | <=     | <=
outsiders        | 3      | 3      | 3      | 3      | 3      | 3      | 3      | 3      | 3      | 3
front line       | -      | -      | 3      | -      | -      | -      | -      | 3      | -      | -
women            | -      | -      | -      | -      | -      | -      | 5      | 10     | -      | -
disabled         | -      | -      | -      | -      | -      | -      | -      | 10     | -      | -
dispatched       | -      | -      | -      | -      | -      | -      | 5      | -      | -      | -
no-union consent | ≥      | ≥      | >      | >      | ≥      | ≥      | ≥      | ≥      | >      | >
vacancy          | 15U(31)| 15U(31)| 15U(31)| 15U(31)| 15U(31)| 15U(31)| 15U(31)| 15U(31)| 15U(31)| 15U(31)
naming           | -      | -      | -      | -      | -      | 15U(17)| -      | -      | -      | -
publish names    | -      | -      | 5U(11) | -      | talks  | -      | -      | 3W(13) | 5W(10) | -
reply            | 20U(17)| 20U(32)| 10U(21)| 10W(7) | 20U(32)| 15U(15)| 20U(19)| 10W(21)| 10W(14)| 10W(24)
disclosure       | 5U(18) | -      | 10U(23)| 7U(16) | -      | -      | 10U(20)| 5W(23) | 7U(17) | 7W(25)
manner           | within | -      | before | before | -      | -      | before | before | before | before
upper union      | -      | -      | 5U(24) | -      | -      | -      | -      | -      | -      | -
window           | -      | -      | 60U(28)| -      | -      | -      | -      | 2M(26) | 30W(16)| 60U(29)
window from      | -      | -      | consent| -      | -      | -      | -      | receipt| session| issue
not in window    | -      | -      | force  | -      | -      | -      | -      | force  | none   | none
suspension       | -      | both   | force  | ee     | any    | -      | any    | force  | any    | ee
suspension cap   | -      | -      | -      | -      | 60     | -      | 30~    | -      | 60+    | 30+
congress         | yes    | yes    | yes    | yes    | yes    | yes    | yes    | yes    | yes    | yes
to congress      | -      | -      | -      | 15W(24)| -      | -      | -      | -      | 15W(20)| 15W(28)
vote again       | -      | -      | -      | 5W(24) | -      | -      | -      | -      | -      | 5W(28)
quorum           | -      | O22 36 | O22 36 | own 24 | own 38 | O22 36 | own 26 | O22 36 | ZJ 24  | own 28
approval         | ≥      | ≥      | >      | >      | ≥      | ≥      | ≥      | ≥      | >      | >
approval above   | ≥      | ≥      | >      | ≥      | ≥      | ≥      | ≥      | ≥      | ≥      | ≥
chiefs sign      | after  | after  | after  | after  | after  | before | after  | both   | both   | after
filing           | 7U(21) | 10U(42)| 10U(29)| 10U(34)| 10U(39)| 10U(23)| 10U(28)| 5W(28) | 10U(34)| 10U(40)
filing from      | signed | signed | signed | signed | signed | notice | signed | signed | signed | signed
copies           | -      | 3      | -      | 5      | -      | -      | 3      | -      | -      | -
review           | 15U    | 15U    | 15U    | 15U    | 15U    | 15U    | 15U    | 15U    | 15U    | 15U
publication      | 5U(23) | -      | 7U(31) | 5W(35) | -      | -      | 10U(29)| 5U(30) | 5W(35) | 5W(41)
term             | -      | 12-36  | -36    | 12-36  | -      | 12-36  | 12-36  | 12-36  | -      | -
usual term       | 12     | -      | 12     | wage 12| 36     | wage 12| -      | -      | -      | 12
renewal          | 60U(24)| 3M(38) | -      | 90U(30)| 3M(43) | -      | 3M(33) | 2M(31) | 90U(22)| 90U(23)
end reported     | -      | -      | 7U(41) | 5W(33) | 10U(48)| -      | -      | -      | -      | -
coordination     | -      | 30U(52)| 30U(45)| 30U(39)| 30U(50)| -      | 60U(48)| 30U(38)| -      | -
extended by      | -      | 15U(52)| 15U(45)| 15U(39)| 15U(50)| -      | 30U(48)| 15U(38)| -      | -
apply            | -      | -      | -      | -      | -      | -      | -      | 15U(37)| -      | -
begin            | -      | -      | -      | -      | -      | -      | -      | 5W(38) | -      | -
rescission vote  | -      | -      | >      | -      | -      | -      | -      | -      | -      | -
coverage         | all    | all    | acceded| all    | all    | acceded| all    | all    | all    | all
county at most   | LCL 53 | LCL 53 | LCL 53 | LCL 53 | LCL 53 | LCL 53 | LCL 53 | LCL 53 | LCL 53 | LCL 53
fulfilment       | -      | -      | 1Y(31) | 1Y(37) | 1Y(41) | -      | -      | -      | 1Y(36) | 1Y(42)
`;

const letters = {
  days: 'U',
  'calendar-days': 'C',
  'working-days': 'W',
  months: 'M',
  years: 'Y',
} as const;

const bare = (period: Period | null | undefined): string =>
  period ? `${period.n}${letters[period.unit]}` : '-';
const span = (period: Period | null | undefined): string =>
  period ? `${bare(period)}(${period.article.split(' Art ')[1] ?? ''})` : '-';
const number = (limit: Limit | null | undefined): string => (limit ? String(limit.n) : '-');
const share = (rule: { majority: 'half' | 'over-half' } | null): string =>
  rule === null ? '-' : { half: '≥', 'over-half': '>' }[rule.majority];

const laws: Readonly<Record<string, string>> = { 集体合同规定: 'O22', 浙江省集体合同条例: 'ZJ' };
const quorum = ({ congress, name }: Profile): string => {
  if (!congress.quorum) return '-';
  const [title = '', article = ''] = congress.quorum.article.split(' Art ');
  const own = title.startsWith(name.zh.slice(0, 2)) && !name.zh.startsWith('全国');
  return `${own ? 'own' : (laws[title] ?? title)} ${article}`;
};

const cap = ({ suspension }: Profile): string => {
  if (!suspension?.cap) return '-';
  const { cumulative, beyondByAgreement } = suspension;
  return `${suspension.cap.n}${cumulative ? '+' : ''}${beyondByAgreement ? '~' : ''}`;
};

const signs = ({ signing }: Profile): string => {
  if (signing.order === 'before-congress') return 'before';
  return signing.draftToo ? 'both' : 'after';
};

const term = ({ term: { minMonths, maxMonths } }: Profile): string =>
  maxMonths ? `${minMonths?.n ?? ''}-${maxMonths.n}` : '-';
const usualTerm = ({ term: { usualMonths, wageUsualMonths } }: Profile): string =>
  wageUsualMonths ? `wage ${wageUsualMonths.n}` : number(usualMonths);

const starts = {
  'consenting-reply': 'consent',
  receipt: 'receipt',
  issue: 'issue',
  'first-session': 'session',
} as const;

const rows: Readonly<Record<string, (p: Profile) => string>> = {
  fewest: (p) => number(p.delegates.min),
  most: (p) => number(p.delegates.max),
  'fewest at scale': (p) => number(p.delegates.minAboveScale),
  parity: (p) =>
    ({ equal: '=', 'employer-at-most-employees': '<=', 'not-set': '-' })[p.delegates.parity],
  outsiders: (p) => number(p.delegates.outsidersOneIn),
  'front line': (p) => number(p.delegates.frontLineOneIn),
  women: (p) => number(p.delegates.womenFromOneIn),
  disabled: (p) => number(p.delegates.disabledFromOneIn),
  dispatched: (p) => number(p.delegates.dispatchedOverPercent),
  'no-union consent': (p) => share(p.delegates.noUnionConsent),
  vacancy: (p) => span(p.delegates.vacancy),
  naming: (p) => span(p.delegates.naming),
  'publish names': (p) => (p.delegates.publishBeforeTalks ? 'talks' : span(p.delegates.publish)),
  reply: (p) => span(p.reply),
  disclosure: (p) => span(p.disclosure),
  manner: (p) =>
    p.disclosure ? { within: 'within', 'at-least': 'before' }[p.disclosure.manner] : '-',
  'upper union': (p) => span(p.reportToUpperUnion),
  window: (p) => span(p.window?.period),
  'window from': (p) => (p.window ? starts[p.window.from] : '-'),
  'not in window': (p) => p.window?.excludes.replace('-majeure', '') ?? '-',
  suspension: (p) =>
    p.suspension
      ? {
          'both-sides': 'both',
          'force-majeure': 'force',
          'employees-consent': 'ee',
          'not-set': 'any',
        }[p.suspension.needs]
      : '-',
  'suspension cap': cap,
  congress: (p) => (p.congress.required ? 'yes' : 'no'),
  'to congress': (p) => span(p.draftToCongress),
  'vote again': (p) => span(p.revote),
  quorum,
  approval: (p) => share(p.congress.approval),
  'approval above': (p) => share(p.congress.approvalAbove),
  'chiefs sign': signs,
  filing: (p) => span(p.filing),
  'filing from': (p) =>
    p.filing ? { signature: 'signed', 'approval-notice': 'notice' }[p.filing.from] : '-',
  copies: (p) => number(p.filing?.copies),
  review: (p) => bare(p.review),
  publication: (p) => span(p.publication),
  term,
  'usual term': usualTerm,
  renewal: (p) => span(p.renewal),
  'end reported': (p) => span(p.reportEnd),
  coordination: (p) => span(p.coordination?.period),
  'extended by': (p) => span(p.coordination?.extension),
  apply: (p) => span(p.coordination?.applyWithin),
  begin: (p) => span(p.coordination?.acceptWithin),
  'rescission vote': (p) => share(p.rescissionVote),
  coverage: (p) => ({ ALL_IN_SCOPE: 'all', ACCEDED_ONLY: 'acceded' })[p.coverage.mode],
  'county at most': (p) => p.countyAtMost?.replace('劳动合同法 Art', 'LCL') ?? '-',
  fulfilment: (p) => span(p.fulfilmentReport),
};

const expected = table
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('the law of ten places, side by side', () => {
  it('every row of the table is looked at', () => {
    expect(expected.map(([name]) => name)).toEqual(Object.keys(rows));
  });

  it.each(expected)('%s', (name, ...cells) => {
    expect(columns.map((id) => rows[name]?.(law(id)))).toEqual(cells);
  });
});
