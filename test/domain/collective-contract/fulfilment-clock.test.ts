import { describe, expect, it } from 'vitest';
import type { ContractCommand } from '../../../domain/collective-contract/commands.ts';
import { law, profileIds, type ProfileId } from '../../../domain/law/profiles.ts';
import { deadlines } from '../../../projections/deadlines/deadlines.ts';
import { contractStory } from '../../support/stories/contract-story.ts';
import { amendment, past, terms } from './facts.ts';

const late = '2030-12-31T08:00:00.000Z';

type Told = readonly ContractCommand[];
const told = (commands: Told, at = late) => {
  const story = contractStory();
  for (const command of commands) story.order(at, command);
  return story;
};

/** A clock of a contract: its last day, what became of it, and when it was met. */
const clockOf = (story: ReturnType<typeof contractStory>, rule = 'fulfilment-report') => {
  const row = story.rows(deadlines as never).get(`contract/c1/${rule}`) as unknown as
    Readonly<Record<'due_on' | 'status' | 'met_on', string | null>> | undefined;
  return row && [row.due_on, row.status, row.met_on].filter((said) => said !== null).join(' ');
};

/** Signed on 20 May 2026 and in force from 10 June 2026, by word or where no review is known by signature. */
const inForce = (profile: ProfileId, over = {}): Told => {
  const data = { ...terms, profile, termStart: '2026-06-01', termEnd: '2027-05-31', ...over };
  const sign: ContractCommand = { type: 'Sign', data };
  if (!law(profile).review) return [sign];
  return [
    sign,
    { type: 'File', data: { receiptNo: 'A1', filedOn: '2026-06-01', receivedOn: '2026-06-01' } },
    { type: 'Approve', data: { on: '2026-06-10' } },
  ];
};
const threeYears = inForce('shandong-wage-2017', { termEnd: '2029-05-31' });
const report = (on: string, to: string, from = '2026-06-10'): ContractCommand => ({
  type: 'ReportFulfilment',
  data: { on, from, to },
});
const yearly: readonly ProfileId[] = [
  'shandong-wage-2017',
  'zhejiang-2011',
  'beijing-2005',
  'ningbo-wage-2014',
  'hangzhou-wage-2014',
];
const expire: ContractCommand = { type: 'RecordExpiry', data: {} };

describe('the yearly report on performance', () => {
  it.each(profileIds)(
    'is due a year after the first day in force where the place asks for it: %s',
    (id) => {
      expect(clockOf(told(inForce(id)))).toBe(
        yearly.includes(id) ? '2027-06-10 running' : undefined,
      );
    },
  );

  it('counts from the first day of a term that begins after the effect', () => {
    const later = inForce('shandong-wage-2017', { termStart: '2026-07-01', termEnd: '2027-06-30' });
    expect(clockOf(told(later))).toBe('2027-07-01 running');
  });

  it('is on record with its article in the fact that starts it', () =>
    expect(told(threeYears).facts().at(-1)?.data).toMatchObject({
      fulfilment: {
        rule: 'fulfilment-report',
        from: '2026-06-10',
        due: '2027-06-10',
        article: '山东省企业工资集体协商条例 Art 31',
        period: '1 years',
      },
    }));

  it('made in time starts the next year from the last day reported on', () =>
    expect(clockOf(told([...threeYears, report('2027-06-10', '2027-06-09')]))).toBe(
      '2028-06-09 running',
    ));

  it('is met for good when the term does not last another year', () => {
    const short = inForce('shandong-wage-2017');
    expect(clockOf(told([...short, report('2027-06-10', '2027-05-31')]))).toBe(
      '2027-06-10 met 2027-06-10',
    );
    expect(clockOf(told([...short, report('2027-06-11', '2027-05-31')]))).toBe(
      '2027-06-10 met 2027-06-11',
    );
  });

  it('is still owed after the term ran out, and not after the contract was rescinded', () => {
    const short = inForce('shandong-wage-2017');
    expect(clockOf(told([...short, expire]))).toBe('2027-06-10 running');
    expect(clockOf(told([...short, expire, report('2027-06-08', '2027-05-31')]))).toBe(
      '2027-06-10 met 2027-06-08',
    );
    const rescind: ContractCommand = {
      type: 'Rescind',
      data: { on: '2026-09-01', ground: 'law', because: '停产' },
    };
    expect(clockOf(told([...short, rescind]))).toBe('2027-06-10 cancelled');
    expect(clockOf(told([...short, rescind, report('2026-09-10', '2026-08-31')]))).toBe(
      '2027-06-10 cancelled',
    );
  });

  it('that is said anew moves the next one', () => {
    const story = told([...threeYears, report('2027-06-10', '2027-06-09')]);
    const correct: ContractCommand = {
      type: 'CorrectFulfilmentReport',
      data: {
        corrects: story.facts().at(-1)?.id ?? '',
        reason: '录入有误',
        on: '2027-06-10',
        from: '2026-06-10',
        to: '2027-06-04',
      },
    };
    expect(story.order(late, correct)).toStrictEqual(['FulfilmentReportCorrected']);
    // 4 June 2028 is a Sunday.
    expect(clockOf(story)).toBe('2028-06-05 running');
    expect(story.order(late, correct)).toStrictEqual([]);
  });

  it('that is recorded late does not move back what a later one says', () => {
    const later = report('2027-12-01', '2027-11-30', '2027-01-01');
    const story = told([...threeYears, later, report('2027-01-10', '2026-12-31')]);
    expect(clockOf(story)).toBe('2028-11-30 running');
  });

  it('starts with the amended text where an older register says nothing of reports', () => {
    const history: ContractCommand = {
      type: 'RegisterAsHistory',
      data: { ...past, profile: 'shandong-wage-2017', kind: 'wage' },
    };
    expect(clockOf(told([history], '2026-07-01T08:00:00.000Z'))).toBeUndefined();
    const amended = told(
      [
        history,
        {
          type: 'SignAmendment',
          data: {
            ...amendment,
            termStart: past.termStart ?? '',
            termEnd: past.termEnd ?? '',
            signedOn: '2026-06-20',
          },
        },
        {
          type: 'File',
          data: { receiptNo: 'B1', filedOn: '2026-06-22', receivedOn: '2026-06-22' },
        },
        { type: 'Approve', data: { on: '2026-06-25' } },
      ],
      '2026-07-01T08:00:00.000Z',
    );
    expect(clockOf(amended)).toBe('2027-06-25 running');
  });

  it('does not run any more when an objection made in time takes the effect back', () => {
    const silence = threeYears.slice(0, 2);
    const story = told(
      [
        ...silence,
        { type: 'RecordSilence', data: {} },
        { type: 'Object', data: { on: '2026-06-16', items: ['加班费'] } },
      ],
      '2026-07-01T08:00:00.000Z',
    );
    expect(clockOf(story)).toBe('2027-06-17 cancelled');
  });

  it('is counted anew when the rest days of its year are published', () => {
    const story = told(threeYears);
    expect(story.order(late, { type: 'RecomputeDeadlines', data: {} })).toStrictEqual([]);
    expect(story.rows(deadlines as never).get('contract/c1/fulfilment-report')).toMatchObject({
      calendar: 'provisional',
    });
  });
});

describe('the report of an end', () => {
  it.each<[ProfileId, string | undefined]>([
    ['shandong-wage-2017', '2026-12-07 running'],
    ['zhejiang-2011', '2026-12-07 running'],
    ['beijing-2005', '2026-12-10 running'],
    ['national-wage-2000', undefined],
    ['us-nlra', undefined],
  ])('is due when the term ran out, too: %s', (profile, due) => {
    const kind = profile === 'beijing-2005' ? 'comprehensive' : 'wage';
    const term = { kind, termStart: '2025-12-01', termEnd: '2026-11-30', signedOn: '2026-05-20' };
    const story = told([...inForce(profile, term), expire]);
    expect(clockOf(story, 'report-end')).toBe(due);
    if (due === undefined) return;
    story.order(late, { type: 'ReportEnd', data: { on: '2026-12-08' } });
    expect(clockOf(story, 'report-end')).toBe(`${due.slice(0, 10)} met 2026-12-08`);
  });

  it('is not due any more when the term turns out to last longer', () => {
    const term = { termStart: '2025-12-01', termEnd: '2026-11-30' };
    const story = told([...inForce('shandong-wage-2017', term), expire]);
    const corrects = story.facts()[0]?.id ?? '';
    const longer = {
      ...terms,
      profile: 'shandong-wage-2017',
      ...term,
      termEnd: '2027-11-30',
    } as const;
    story.order(late, {
      type: 'CorrectSigning',
      data: { corrects, reason: '录入有误', ...longer },
    });
    expect(clockOf(story, 'report-end')).toBe('2026-12-07 cancelled');
    expect(clockOf(story, 'term-end')).toBe('2027-11-30 running');
  });
});
