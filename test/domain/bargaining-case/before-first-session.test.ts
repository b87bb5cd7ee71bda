import { describe, expect, it } from 'vitest';
import type { BargainingCommand } from '../../../domain/bargaining-case/commands.ts';
import type { ProfileId } from '../../../domain/law/profiles.ts';
import { deadlines } from '../../../projections/deadlines/deadlines.ts';
import {
  after,
  bargainingUnder,
  consent,
  disclose,
  end,
  issue,
  issued,
  name,
  open,
  receive,
  story,
  under,
} from '../../support/stories/bargaining.ts';
import { corrected } from '../../support/stories/correcting.ts';
import { rowsAfter } from '../../support/stories/row-after.ts';

type Commands = readonly BargainingCommand[];

/** What is due before the first session: rule → last day, what became of it, and when it was met. */
const due = (past: ReturnType<typeof after>) =>
  Object.fromEntries(
    [...rowsAfter(deadlines, past as never).values()]
      .filter(({ rule }) => rule === 'disclosure' || rule === 'report-to-upper-union')
      .map(({ rule, due_on, status, met_on }) => [
        rule,
        [due_on, status, met_on].filter((said) => said !== null).join(' '),
      ]),
  );
const dueAfter = (...commands: Commands) => due(after(...commands));

const report = (on: string): BargainingCommand => ({
  type: 'ReportToUpperUnion',
  data: { on, union: '市总工会' },
});
const inShandong = [under('shandong-wage-2017'), issue(), receive(), consent()];
const named = [...inShandong, name('employer'), name('employees', { frontLine: 3 })];
const recompute: BargainingCommand = { type: 'RecomputeDeadlines', data: {} };

describe('what is due before the first session', () => {
  it.each<[ProfileId, Readonly<Record<string, string>>]>([
    ['national-wage-2000', { disclosure: '2026-04-01 running' }],
    ['national-2004', {}],
    [
      'shandong-wage-2017',
      { disclosure: '2026-03-22 running', 'report-to-upper-union': '2026-03-27 running' },
    ],
    ['zhejiang-2011', { disclosure: '2026-03-25 running' }],
    ['beijing-2005', {}],
    ['shanghai-2015', {}],
    ['chongqing-2017', { disclosure: '2026-03-22 running' }],
    ['henan-wage-2014', { disclosure: '2026-03-25 running' }],
    ['ningbo-wage-2014', { disclosure: '2026-03-25 running' }],
    ['hangzhou-wage-2014', { disclosure: '2026-03-23 running' }],
    ['us-nlra', {}],
  ])('counts back from the day that the offer proposes for it: %s', (profile, expected) =>
    expect(dueAfter(under(profile), issue(), receive(), consent())).toStrictEqual(expected),
  );

  it('is never rolled: ten days before 1 April 2026 are a Sunday, five a Friday', () =>
    expect(dueAfter(...inShandong, recompute)).toStrictEqual({
      disclosure: '2026-03-22 running',
      'report-to-upper-union': '2026-03-27 running',
    }));

  it('says in the fact from which day and by which article it counts', () =>
    expect(after(...inShandong).at(-1)).toMatchObject({
      type: 'OfferAccepted',
      data: {
        report: {
          rule: 'report-to-upper-union',
          from: '2026-04-01',
          due: '2026-03-27',
          period: '5 days',
          article: '山东省企业工资集体协商条例 Art 24',
        },
      },
    }));

  it('does not run from a day that had passed when the other side agreed', () =>
    expect(dueAfter(...inShandong.slice(0, 3), consent({ on: '2026-04-02' }))).toStrictEqual({}));

  it('is met by the report and by the employer’s first disclosure', () => {
    const told = [...named, report('2026-03-27'), disclose({ on: '2026-03-22' })];
    const met = {
      disclosure: '2026-03-22 met 2026-03-22',
      'report-to-upper-union': '2026-03-27 met 2026-03-27',
    };
    expect(dueAfter(...told)).toStrictEqual(met);
    expect(dueAfter(...told, disclose({ on: '2026-03-30' }))).toStrictEqual(met);
    expect(dueAfter(...told, disclose({ by: 'employees' }))).toStrictEqual(met);
    expect(dueAfter(...named, report('2026-03-28'))).toMatchObject({
      'report-to-upper-union': '2026-03-27 met 2026-03-28',
    });
  });

  it('does not run when it was done before the other side agreed', () =>
    expect(
      dueAfter(
        under('shandong-wage-2017'),
        report('2026-03-02'),
        disclose({ on: '2026-03-02' }),
        issue(),
        receive(),
        consent(),
      ),
    ).toStrictEqual({}));
});

describe('the first session in Shandong', () => {
  const ready = [...named, disclose({ on: '2026-03-20' })];

  it('is held without the report, which is overdue from that day', () => {
    story(...ready)
      .when(open())
      .thenRecordsTypes('SessionOpened');
    expect(dueAfter(...ready, open())).toMatchObject({
      'report-to-upper-union': '2026-03-27 running',
    });
    expect(dueAfter(...ready, open(), report('2026-04-02'))).toMatchObject({
      'report-to-upper-union': '2026-03-27 met 2026-04-02',
    });
  });

  it('on another day than the one proposed moves both last days', () => {
    expect(dueAfter(...ready, open({ on: '2026-04-10' }))).toStrictEqual({
      disclosure: '2026-03-31 met 2026-03-20',
      'report-to-upper-union': '2026-04-05 running',
    });
    expect(dueAfter(...ready, report('2026-03-27'), open({ on: '2026-03-31' }))).toMatchObject({
      'report-to-upper-union': '2026-03-26 met 2026-03-27',
    });
  });

  it('shows a report that is missing where no day was proposed in time', () => {
    const held = [
      ...inShandong.slice(0, 3),
      consent({ on: '2026-04-02' }),
      name('employer', { on: '2026-04-02' }),
      name('employees', { on: '2026-04-02', frontLine: 3 }),
      disclose({ on: '2026-03-20' }),
      open({ on: '2026-04-07' }),
    ];
    expect(dueAfter(...held)).toStrictEqual({ 'report-to-upper-union': '2026-04-02 running' });
  });

  it('alone counts: a second one starts no clock', () => {
    const second = open({ session: 'session-2', on: '2026-04-20', chairedBy: 'employer' });
    const talks = bargainingUnder('shandong-wage-2017');
    expect(dueAfter(...talks, second)).toStrictEqual(dueAfter(...talks));
  });
});

describe('the clocks before the first session', () => {
  it('follow the day proposed when the offer is corrected, until a session is held', () => {
    const again = issue({ ...issued, proposedOn: '2026-04-10' });
    const made = corrected(named, 'OfferIssued', 'CorrectOffer', again);
    made.thenRecordsTypes('OfferCorrected', 'DeadlineRecomputed', 'DeadlineRecomputed');
    expect(due(made.story())).toStrictEqual({
      disclosure: '2026-03-31 running',
      'report-to-upper-union': '2026-04-05 running',
    });
    const talks = bargainingUnder('shandong-wage-2017');
    corrected(talks, 'OfferIssued', 'CorrectOffer', again).thenRecordsTypes('OfferCorrected');
  });

  it('follow the session when its day is corrected, and the report when its day is', () => {
    const talks = [...named, disclose({ on: '2026-03-20' }), report('2026-03-28'), open()];
    const session = corrected(talks, 'SessionOpened', 'CorrectSession', open({ on: '2026-04-02' }));
    expect(due(session.story())).toStrictEqual({
      disclosure: '2026-03-23 met 2026-03-20',
      'report-to-upper-union': '2026-03-28 met 2026-03-28',
    });
    const reported = corrected(
      talks,
      'ReportedToUpperUnion',
      'CorrectUpperUnionReport',
      report('2026-03-27'),
    );
    expect(due(reported.story())).toMatchObject({
      'report-to-upper-union': '2026-03-27 met 2026-03-27',
    });
    corrected(
      talks,
      'ReportedToUpperUnion',
      'CorrectUpperUnionReport',
      report('2026-02-28'),
    ).thenRefuses('days-run-forward');
    reported.again().thenRecords();
  });

  it('are cancelled when the case is closed', () =>
    expect(dueAfter(...named, end())).toStrictEqual({
      disclosure: '2026-03-22 cancelled',
      'report-to-upper-union': '2026-03-27 cancelled',
    }));

  it('counted in working days wait for a calendar that is not published yet', () => {
    const far = { proposedOn: '2027-03-01' };
    const inHenan = [under('henan-wage-2014'), issue(far), receive(), consent()];
    expect(after(...inHenan).at(-1)).toMatchObject({
      data: { disclosure: { due: '2027-02-22', calendar: 'provisional' } },
    });
    story(...inHenan)
      .when(recompute)
      .thenRecords();
  });
});
