import { describe, it } from 'vitest';
import type { EnterpriseCommand } from '../../domain/enterprise/commands.ts';
import { enterprise } from '../../domain/enterprise/decider.ts';
import type { EnterpriseEvent } from '../../domain/enterprise/events.ts';
import { given } from '../support/stories/given.ts';
import { at, deregistered, headcount, mill, registered, reported } from '../support/books/mill.ts';

const CODE = '91210900MA0123453K';
const register = (data: object): EnterpriseCommand =>
  enterprise.command.parse({ type: 'Register', data: { ...mill, ...data } });

describe('the register of enterprises', () => {
  it('takes an enterprise', () => {
    given(enterprise).when(register({})).thenRecords(registered);
  });
  it('takes the same enterprise with the same or a later day as known', () => {
    given(enterprise, registered).when(register({})).thenRecords();
    given(enterprise, registered)
      .when(register({ registeredOn: '2020-03-02', name: '别名' }))
      .thenRecords();
  });
  it('learns that it existed a day earlier', () => {
    given(enterprise, registered)
      .when(register({ registeredOn: '2020-02-29' }))
      .thenRecords({ type: 'EnterpriseKnownEarlier', data: { since: '2020-02-29' } });
  });
  it('keeps a retired division code', () => {
    given(enterprise)
      .when(register({ division: '320602' }))
      .thenRecordsTypes('EnterpriseRegistered');
  });
  it('refuses a division whose province or state there is not', () => {
    for (const division of ['999999', '830000', 'US-ZZ'])
      given(enterprise).when(register({ division })).thenRefuses('division-exists');
    const move = { on: '2022-05-01', division: '999999' };
    const moved: EnterpriseEvent = {
      type: 'EnterpriseMoved',
      data: { ...move, division: '320681' },
    };
    given(enterprise, registered).when({ type: 'Move', data: move }).thenRefuses('division-exists');
    given(enterprise, registered, moved)
      .when({ type: 'CorrectMove', data: { corrects: 'fact-1', reason: '笔误', ...move } })
      .thenRefuses('division-exists');
    given(enterprise, registered)
      .when({
        type: 'CorrectRegistration',
        data: { corrects: 'fact-0', reason: '笔误', ...mill, division: '999999' },
      })
      .thenRefuses('division-exists');
  });
  it('takes a state of the US, and a country whose parts are not on file', () => {
    for (const division of ['US-GU', 'US', 'DE-BY'])
      given(enterprise).when(register({ division })).thenRecordsTypes('EnterpriseRegistered');
  });
  it('takes a sound credit code, also one that sums to nought', () => {
    for (const creditCode of [CODE, '91210900MA00000900'])
      given(enterprise).when(register({ creditCode })).thenRecordsTypes('EnterpriseRegistered');
  });
  it('refuses a code whose check digit is wrong, unless someone says why it is real', () => {
    const creditCode = '91350211M0000XUF46';
    given(enterprise).when(register({ creditCode })).thenRefuses('credit-code-sound');
    const data = { ...mill, creditCode, codeOverride: '执照原件核对无误' };
    given(enterprise).when(register(data)).thenRecords({ type: 'EnterpriseRegistered', data });
  });
  it('looks at the check digit of the code that the record is named by, too', () => {
    const slip = '91330400MA28A1B2C3';
    given(enterprise).when(register({}), at, slip).thenRefuses('credit-code-sound');
    given(enterprise)
      .when(register({ codeOverride: '执照原件核对无误' }), at, slip)
      .thenRecordsTypes('EnterpriseRegistered');
  });
  it('refuses a code that is not the one the record is named by', () => {
    given(enterprise)
      .when(register({ creditCode: CODE }), at, '91320600MA0123453Y')
      .thenRefuses('credit-code-is-the-id');
    given(enterprise)
      .when(register({ creditCode: CODE }), at, CODE)
      .thenRecordsTypes('EnterpriseRegistered');
  });
  it('lets any code stand under an id that is none', () => {
    given(enterprise)
      .when(register({ creditCode: CODE }), at, '0f8fad5b-d9cb-469f-a165-70867728950e')
      .thenRecordsTypes('EnterpriseRegistered');
  });
  it('keeps the older numbers in their form', () => {
    given(enterprise)
      .when(register({ businessRegistrationNo: '21090000000123' }))
      .thenRefuses('registration-number-sound');
    given(enterprise)
      .when(register({ businessRegistrationNo: '210900000001234' }))
      .thenRecordsTypes('EnterpriseRegistered');
  });
  it('knows the industries of each scheme', () => {
    given(enterprise)
      .when(register({ industry: '98' }))
      .thenRefuses('industry-in-its-scheme');
    given(enterprise)
      .when(register({ industry: 'J', industryScheme: 'fmcs' }))
      .thenRecordsTypes('EnterpriseRegistered');
    given(enterprise)
      .when(register({ industry: '13', industryScheme: 'fmcs' }))
      .thenRefuses('industry-in-its-scheme');
  });
  it('wants a registration type together with its scheme, in its form', () => {
    for (const half of [{ registrationType: '173' }, { registrationScheme: 'nbs-1998' }])
      given(enterprise).when(register(half)).thenRefuses('type-names-its-scheme');
    given(enterprise)
      .when(register({ registrationType: '173', registrationScheme: 'samr' }))
      .thenRefuses('type-names-its-scheme');
    given(enterprise)
      .when(register({ registrationType: '1130', registrationScheme: 'samr' }))
      .thenRecordsTypes('EnterpriseRegistered');
  });
  it('wants a size class together with its year', () => {
    given(enterprise)
      .when(register({ sizeClass: 'small' }))
      .thenRefuses('size-names-its-year');
  });
});

describe('a record that should not be', () => {
  const voided: EnterpriseEvent = { type: 'EnterpriseVoided', data: { reason: '重复录入' } };
  it('is struck out, in favour of another one where there is one', () => {
    given(enterprise, registered)
      .when({ type: 'Void', data: { reason: '重复录入' } })
      .thenRecords(voided);
    given(enterprise, registered, voided)
      .when({ type: 'Void', data: { reason: '又一次' } })
      .thenRecords();
    given(enterprise, registered)
      .when({ type: 'Void', data: { reason: '重复', duplicateOf: 'other' } }, at, 'mill')
      .thenRecords({ type: 'EnterpriseFoundDuplicate', data: { of: 'other', reason: '重复' } });
    given(enterprise, registered)
      .when({ type: 'Void', data: { reason: '重复', duplicateOf: 'mill' } }, at, 'mill')
      .thenRefuses('another-enterprise');
  });
  it('takes nothing more', () => {
    given(enterprise, registered, voided).when(headcount({})).thenRefuses('enterprise-on-record');
    given(enterprise, registered, voided)
      .when(register({ registeredOn: '2019-01-01' }))
      .thenRefuses('void-is-final');
    given(enterprise, registered, voided).when(register({})).thenRefuses('void-is-final');
  });
  it('that never was takes nothing either', () => {
    given(enterprise).when(headcount({})).thenRefuses('enterprise-on-record');
  });
});

describe('a correction', () => {
  const correct = (data: object): EnterpriseCommand =>
    enterprise.command.parse({
      type: 'CorrectHeadcount',
      data: { corrects: 'fact-1', reason: '录入错误', asOf: '2023-12-31', workers: 90, ...data },
    });
  const corrected: EnterpriseEvent = {
    type: 'HeadcountCorrected',
    data: { corrects: 'fact-1', reason: '录入错误', asOf: '2023-12-31', workers: 90 },
  };
  it('says a fact anew, once, also after the end', () => {
    given(enterprise, registered, reported).when(correct({})).thenRecords(corrected);
    given(enterprise, registered, reported, deregistered).when(correct({})).thenRecords(corrected);
    given(enterprise, registered, reported, corrected).when(correct({})).thenRecords();
  });
  it('names a fact of its kind', () => {
    for (const corrects of ['fact-0', 'fact-7'])
      given(enterprise, registered, reported)
        .when(correct({ corrects }))
        .thenRefuses('correct-what-is-recorded');
  });
  it('passes the same guards', () => {
    given(enterprise, registered, reported)
      .when(correct({ women: 91 }))
      .thenRefuses('parts-within-workers');
  });
  it('moves an end, and with it what can be told late', () => {
    const moved: EnterpriseEvent = {
      type: 'DeregistrationCorrected',
      data: { corrects: 'fact-1', on: '2025-05-01', reason: '年份错误' },
    };
    given(enterprise, registered, deregistered)
      .when({ type: 'CorrectDeregistration', data: moved.data })
      .thenRecords(moved);
    given(enterprise, registered, deregistered, moved)
      .when({ type: 'CorrectDeregistration', data: moved.data })
      .thenRecords();
    given(enterprise, registered, deregistered, moved)
      .when(headcount({ asOf: '2025-04-30' }))
      .thenRecordsTypes('HeadcountReported');
  });
  it('says anew from which earlier day it was known, whatever that day was', () => {
    const known: EnterpriseEvent = {
      type: 'EnterpriseKnownEarlier',
      data: { since: '2010-03-01' },
    };
    const slip = (since: string): EnterpriseCommand => ({
      type: 'CorrectEnterpriseKnownEarlier',
      data: { corrects: 'fact-1', reason: '年份错误', since },
    });
    const mended: EnterpriseEvent = {
      type: 'EnterpriseKnownEarlierCorrected',
      data: { corrects: 'fact-1', reason: '年份错误', since: '2019-03-01' },
    };
    given(enterprise, registered, known).when(slip('2019-03-01')).thenRecords(mended);
    given(enterprise, registered, known).when(slip('2010-03-01')).thenRecords();
    given(enterprise, registered, known, mended).when(slip('2019-03-01')).thenRecords();
    given(enterprise, registered, known, mended)
      .when(headcount({ asOf: '2019-02-28' }))
      .thenRefuses('not-before-registration');
    given(enterprise, registered, known, mended)
      .when(headcount({ asOf: '2019-03-01' }))
      .thenRecordsTypes('HeadcountReported');
    given(enterprise, registered, known).when(slip('2026-06-02')).thenRefuses('not-in-the-future');
    given(enterprise, registered, reported)
      .when(slip('2019-03-01'))
      .thenRefuses('correct-what-is-recorded');
  });
  it('keeps an end behind what was said of its standing, and one end only', () => {
    const reason = '日期录错';
    const resumed: EnterpriseEvent = { type: 'EnterpriseResumed', data: { on: '2024-04-30' } };
    const end = (on: string): EnterpriseCommand => ({
      type: 'CorrectDeregistration',
      data: { corrects: 'fact-2', reason, on },
    });
    given(enterprise, registered, resumed, deregistered)
      .when(end('2024-04-29'))
      .thenRefuses('standing-runs-forward');
    given(enterprise, registered, resumed, deregistered)
      .when(end('2024-04-30'))
      .thenRecordsTypes('DeregistrationCorrected');
    const split = { on: '2022-05-01', successors: ['a'], contractsTo: 'a' };
    const parted: EnterpriseEvent = {
      type: 'EnterpriseSplitInto',
      data: { ...split, origin: 'remains' },
    };
    given(enterprise, registered, parted, deregistered)
      .when({
        type: 'CorrectSplit',
        data: { ...split, corrects: 'fact-1', reason, origin: 'ceases' },
      })
      .thenRefuses('ends-once');
  });
});
