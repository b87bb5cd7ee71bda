import { describe, expect, it } from 'vitest';
import { enterprise } from '../../domain/enterprise/decider.ts';
import type { EnterpriseEvent } from '../../domain/enterprise/events.ts';
import { fold } from '../../domain/shared/decider.ts';
import { enterpriseRegister } from '../../projections/enterprise-register.ts';
import { deregistered, on, registered, suspended } from '../support/books/mill.ts';
import { given, recorded } from '../support/stories/given.ts';
import { rowAfter } from '../support/stories/row-after.ts';

// The mill was registered on 2020-03-01; on 2024-05-01 it was suspended, or deregistered.

const row = (...facts: EnterpriseEvent[]) =>
  rowAfter(enterpriseRegister, [registered, ...facts], 'mill');
const said = { corrects: 'fact-1', reason: '日期录错' };
const resumed: EnterpriseEvent = { type: 'EnterpriseResumed', data: { on: '2024-06-01' } };
const revoked: EnterpriseEvent = {
  type: 'EnterpriseRevoked',
  data: { on: '2024-07-01', reason: '逾期未年报', decisionNo: '辽阜市监罚〔2024〕1号' },
};

describe('a suspension, resumption or revocation', () => {
  const life = [registered, suspended, resumed, revoked] as const;
  const suspension = (day: string, past: readonly EnterpriseEvent[] = life) =>
    given(enterprise, ...past).when({ type: 'CorrectSuspension', data: { ...said, on: day } });
  const resumption = (day: string) =>
    given(enterprise, ...life).when({
      type: 'CorrectResumption',
      data: { ...said, corrects: 'fact-2', on: day },
    });

  it('is said anew between the one before and the one after it', () => {
    suspension('2024-06-01').thenRecords({
      type: 'SuspensionCorrected',
      data: { ...said, on: '2024-06-01' },
    });
    suspension('2024-06-02').thenRefuses('standing-runs-forward');
    resumption('2024-05-01').thenRecordsTypes('ResumptionCorrected');
    resumption('2024-04-30').thenRefuses('standing-runs-forward');
    resumption('2024-07-01').thenRecordsTypes('ResumptionCorrected');
    resumption('2024-07-02').thenRefuses('standing-runs-forward');
  });
  it('lies in the life of the enterprise, on a day that has come', () => {
    suspension('2020-03-01').thenRecordsTypes('SuspensionCorrected');
    suspension('2020-02-29').thenRefuses('not-before-registration');
    suspension('2026-06-03', [registered, suspended]).thenRefuses('not-in-the-future');
    const late: EnterpriseEvent = { type: 'EnterpriseSuspended', data: { on: '2024-04-01' } };
    const ended = [registered, late, deregistered];
    suspension('2024-04-30', ended).thenRecordsTypes('SuspensionCorrected');
    suspension('2024-05-01', ended).thenRefuses('not-after-the-end');
  });
  it('names its own fact, and says something else', () => {
    suspension(on).thenRecords();
    given(enterprise, ...life)
      .when({ type: 'CorrectSuspension', data: { ...said, corrects: 'fact-2', on } })
      .thenRefuses('correct-what-is-recorded');
  });
  it('counts from its new day for what comes next, and in the register', () => {
    const anew: EnterpriseEvent = {
      type: 'SuspensionCorrected',
      data: { ...said, on: '2024-05-20' },
    };
    const { phase, standings } = fold(enterprise, recorded([registered, suspended, anew]));
    expect([phase, standings.at(-1)?.on]).toStrictEqual(['suspended', '2024-05-20']);
    const resume = (day: string) =>
      given(enterprise, registered, suspended, anew).when({ type: 'Resume', data: { on: day } });
    resume('2024-05-19').thenRefuses('standing-runs-forward');
    resume('2024-05-20').thenRecordsTypes('EnterpriseResumed');
    expect(row(suspended, resumed, anew)).toMatchObject({
      status: 'open',
      standings: '2024-05-20/suspended 2024-06-01/open',
    });
  });
  it('keeps the order in which two were said of one day', () => {
    const anew: EnterpriseEvent = {
      type: 'ResumptionCorrected',
      data: { corrects: 'fact-2', reason: '日期录错', on },
    };
    expect(row(suspended, resumed, anew)?.status).toBe('open');
  });
  it('of a licence is said anew with the number of its decision', () => {
    const anew = { ...said, on: '2024-07-02', decisionNo: '辽阜市监罚〔2024〕2号' };
    given(enterprise, registered, revoked)
      .when({ type: 'CorrectRevocation', data: anew })
      .thenRecords({ type: 'RevocationCorrected', data: anew });
    given(enterprise, registered, revoked)
      .when({
        type: 'CorrectRevocation',
        data: { ...said, on: '2024-07-01', decisionNo: '辽阜市监罚〔2024〕1号' },
      })
      .thenRecords();
  });
});

describe('the name, the code, the congress and the origin of an enterprise', () => {
  const renamed: EnterpriseEvent = { type: 'EnterpriseRenamed', data: { on, name: '阜新纺织厂' } };
  it('a renaming is said anew, and counts from its new day', () => {
    const anew = { ...said, on: '2024-01-01', name: '阜新纺织有限公司' };
    given(enterprise, registered, renamed)
      .when({ type: 'CorrectRenaming', data: anew })
      .thenRecords({ type: 'RenamingCorrected', data: anew });
    given(enterprise, registered, renamed)
      .when({ type: 'CorrectRenaming', data: { ...anew, on: '2020-02-29' } })
      .thenRefuses('not-before-registration');
    const later: EnterpriseEvent = {
      type: 'EnterpriseRenamed',
      data: { on: '2024-03-01', name: '阜新印染厂' },
    };
    expect(row(renamed, later)?.name).toBe('阜新纺织厂');
    expect(row(renamed, later, { type: 'RenamingCorrected', data: anew })?.name).toBe('阜新印染厂');
  });
  it('a credit code is said anew by its own check', () => {
    const learned: EnterpriseEvent = {
      type: 'CreditCodeLearned',
      data: { on, creditCode: '91210900MA0123453K' },
    };
    const correct = (creditCode: string, subject = 'mill') =>
      given(enterprise, registered, learned).when(
        { type: 'CorrectCreditCode', data: { ...said, on, creditCode } },
        '2026-06-01T01:00:00.000Z',
        subject,
      );
    correct('91320600MA0123453Y').thenRecordsTypes('CreditCodeCorrected');
    correct('91210900MA0123453K').thenRecords();
    correct('91350211M0000XUF46').thenRefuses('credit-code-sound');
    correct('91320600MA0123453Y', '91210900MA0123453K').thenRefuses('credit-code-is-the-id');
  });
  it('a congress is said anew with a term that runs forward', () => {
    const congress: EnterpriseEvent = {
      type: 'CongressConstituted',
      data: { on, delegates: 30, termEnd: '2027-04-30' },
    };
    const correct = (data: object) =>
      given(enterprise, registered, congress).when(
        enterprise.command.parse({
          type: 'CorrectCongress',
          data: { ...said, on, delegates: 32, ...data },
        }),
      );
    correct({ termEnd: on }).thenRecordsTypes('CongressCorrected');
    correct({ termEnd: '2024-04-30' }).thenRefuses('congress-term-forward');
    const anew: EnterpriseEvent = {
      type: 'CongressCorrected',
      data: { ...said, on, delegates: 32 },
    };
    expect(row(congress, anew)).toMatchObject({ congress_delegates: 32, congress_term_end: null });
  });
  it('where it came from is another enterprise', () => {
    const from: EnterpriseEvent = { type: 'EnterpriseSplitFrom', data: { on, origin: 'works' } };
    const correct = (origin: string) =>
      given(enterprise, registered, from).when(
        { type: 'CorrectSplitFrom', data: { ...said, on, origin } },
        '2026-06-01T01:00:00.000Z',
        'mill',
      );
    correct('plant').thenRecordsTypes('SplitFromCorrected');
    correct('works').thenRecords();
    correct('mill').thenRefuses('another-enterprise');
    const anew: EnterpriseEvent = {
      type: 'SplitFromCorrected',
      data: { ...said, on, origin: 'plant' },
    };
    expect(row(from, anew)?.split_from).toBe('plant');
  });
});
