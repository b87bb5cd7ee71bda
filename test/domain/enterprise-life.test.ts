import { describe, expect, it } from 'vitest';
import type { EnterpriseCommand } from '../../domain/enterprise/commands.ts';
import { enterprise } from '../../domain/enterprise/decider.ts';
import type { EnterpriseEvent } from '../../domain/enterprise/events.ts';
import { fold, openTo } from '../../domain/shared/decider.ts';
import { given, recorded } from '../support/stories/given.ts';
import {
  at,
  deregistered,
  headcount,
  on,
  registered,
  report,
  reported,
  suspended,
} from '../support/books/mill.ts';

describe('the days of an enterprise', () => {
  it('begin with its registration', () => {
    const move = (day: string): EnterpriseCommand => ({
      type: 'Move',
      data: { on: day, division: '210903' },
    });
    given(enterprise, registered).when(move('2020-02-29')).thenRefuses('not-before-registration');
    given(enterprise, registered).when(move('2020-03-01')).thenRecordsTypes('EnterpriseMoved');
    given(enterprise, registered, {
      type: 'EnterpriseKnownEarlier',
      data: { since: '2020-02-29' },
    })
      .when(move('2020-02-29'))
      .thenRecordsTypes('EnterpriseMoved');
  });
  it('do not lie in the future, wherever the day begins first', () => {
    given(enterprise, registered)
      .when(headcount({ asOf: '2026-06-02' }), '2026-06-01T09:59:59.999Z')
      .thenRefuses('not-in-the-future');
    given(enterprise, registered)
      .when(headcount({ asOf: '2026-06-02' }), '2026-06-01T10:00:00.000Z')
      .thenRecordsTypes('HeadcountReported');
  });
  it('end before its deregistration: only what came before is recorded late', () => {
    const late = (asOf: string) =>
      given(enterprise, registered, deregistered).when(headcount({ asOf }));
    late('2024-04-30').thenRecordsTypes('HeadcountReported');
    late('2024-05-01').thenRefuses('not-after-the-end');
  });
});

describe('what is said twice', () => {
  it('is recorded once', () => {
    given(enterprise, registered, reported).when(report).thenRecords();
  });
  it('is recorded again when another report of that day came between', () => {
    const other: EnterpriseEvent = {
      type: 'HeadcountReported',
      data: { asOf: '2023-12-31', workers: 90 },
    };
    given(enterprise, registered, reported, other)
      .when(report)
      .thenRecordsTypes('HeadcountReported');
  });
});

describe('standing', () => {
  const phaseAfter = (...facts: EnterpriseEvent[]) => fold(enterprise, recorded(facts)).phase;

  it('may be suspended and resumed', () => {
    given(enterprise, registered).when({ type: 'Suspend', data: { on } }).thenRecords(suspended);
    given(enterprise, registered, suspended)
      .when({ type: 'Resume', data: { on: '2024-06-01' } })
      .thenRecordsTypes('EnterpriseResumed');
    given(enterprise, registered, suspended)
      .when({ type: 'Suspend', data: { on: '2024-06-01' } })
      .thenRefuses('suspend-what-is-open');
    given(enterprise, registered)
      .when({ type: 'Resume', data: { on } })
      .thenRefuses('resume-what-stands-still');
  });
  it('is revoked once, and that is not its end', () => {
    const revoked: EnterpriseEvent = { type: 'EnterpriseRevoked', data: { on } };
    given(enterprise, registered, suspended)
      .when({ type: 'Revoke', data: { on } })
      .thenRecords(revoked);
    given(enterprise, registered, revoked)
      .when({ type: 'Revoke', data: { on: '2024-06-01' } })
      .thenRefuses('revoke-once');
    expect(phaseAfter(registered, revoked)).toBe('revoked');
    given(enterprise, registered, revoked)
      .when({ type: 'Deregister', data: { on: '2024-05-01' } })
      .thenRecords(deregistered);
  });
  it('is told in the order of its days', () => {
    given(enterprise, registered, suspended)
      .when({ type: 'Resume', data: { on: '2024-04-30' } })
      .thenRefuses('standing-runs-forward');
    given(enterprise, registered, suspended)
      .when({ type: 'Deregister', data: { on: '2024-04-30' } })
      .thenRefuses('standing-runs-forward');
  });
  it('of a deregistered enterprise is not changed by what is told late', () => {
    given(enterprise, registered, deregistered)
      .when({ type: 'Suspend', data: { on: '2024-04-01' } })
      .thenRecordsTypes('EnterpriseSuspended');
    expect(
      phaseAfter(registered, deregistered, {
        type: 'EnterpriseSuspended',
        data: { on: '2024-04-01' },
      }),
    ).toBe('ended');
  });
  it('ends once', () => {
    given(enterprise, registered, deregistered)
      .when({ type: 'Deregister', data: { on } })
      .thenRecords();
    given(enterprise, registered, deregistered)
      .when({ type: 'Deregister', data: { on: '2024-05-02' } })
      .thenRefuses('ends-once');
    given(enterprise, registered, deregistered)
      .when({ type: 'MergeInto', data: { on, successor: 'other' } })
      .thenRefuses('ends-once');
  });
  it('does not end in itself', () => {
    given(enterprise, registered)
      .when({ type: 'MergeInto', data: { on, successor: 'mill' } }, at, 'mill')
      .thenRefuses('another-enterprise');
    given(enterprise, registered)
      .when({ type: 'MergeInto', data: { on, successor: 'other' } }, at, 'mill')
      .thenRecordsTypes('EnterpriseMergedInto');
  });
});

describe('a split', () => {
  const split = (data: object): EnterpriseCommand =>
    enterprise.command.parse({
      type: 'SplitInto',
      data: { on, successors: ['a', 'b'], contractsTo: 'a', origin: 'ceases', ...data },
    });
  const when = (data: object) => given(enterprise, registered).when(split(data), at, 'mill');

  it('passes the contracts to one of the successors', () => {
    when({}).thenRecordsTypes('EnterpriseSplitInto');
    when({ contractsTo: 'c' }).thenRefuses('contracts-go-to-a-party-of-the-split');
  });
  it('lets an enterprise that goes on keep its contracts', () => {
    when({ contractsTo: 'mill', origin: 'remains' }).thenRecordsTypes('EnterpriseSplitInto');
    when({ contractsTo: 'mill' }).thenRefuses('contracts-go-to-a-party-of-the-split');
  });
  it('names each successor once', () => {
    when({ successors: ['a', 'a'] }).thenRefuses('successors-named-once');
  });
  it('ends the enterprise only if it ceases', () => {
    const fact = (origin: 'remains' | 'ceases'): EnterpriseEvent => ({
      type: 'EnterpriseSplitInto',
      data: { on, successors: ['a'], contractsTo: 'a', origin },
    });
    expect(fold(enterprise, recorded([registered, fact('ceases')])).phase).toBe('ended');
    expect(fold(enterprise, recorded([registered, fact('remains')])).phase).toBe('open');
  });
});

it('an enterprise ends on the day of a split that it went on after, or later', () => {
  const split: EnterpriseEvent = {
    type: 'EnterpriseSplitInto',
    data: { on, successors: ['a'], contractsTo: 'a', origin: 'remains' },
  };
  const ends = (day: string) =>
    given(enterprise, registered, split).when({ type: 'Deregister', data: { on: day } });
  ends('2024-04-30').thenRefuses('ends-after-its-splits');
  ends(on).thenRecordsTypes('EnterpriseDeregistered');
});

it('offers what a suspended enterprise is open to', () => {
  const open = openTo(enterprise, fold(enterprise, recorded([registered, suspended])));
  expect(open).toContain('Resume');
  expect(open).not.toContain('Suspend');
});
