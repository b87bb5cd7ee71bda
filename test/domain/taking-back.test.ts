import { describe, expect, it } from 'vitest';
import { bargainingCase } from '../../domain/bargaining-case/decider.ts';
import type { BargainingEvent } from '../../domain/bargaining-case/events.ts';
import { collectiveContract } from '../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../domain/collective-contract/events.ts';
import { enterprise } from '../../domain/enterprise/decider.ts';
import type { EnterpriseEvent } from '../../domain/enterprise/events.ts';
import { fold, foldOn } from '../../domain/shared/decider.ts';
import { mill } from '../support/books/mill.ts';
import { after, consent, end, offered } from '../support/stories/bargaining.ts';
import { given, recorded } from '../support/stories/given.ts';
import { clock, filed, inForce, signed, termClocks, terms } from './collective-contract/facts.ts';

const reason = '登记机关撤销了注销登记';
const registered: EnterpriseEvent = { type: 'EnterpriseRegistered', data: mill };
const ended: EnterpriseEvent = { type: 'EnterpriseDeregistered', data: { on: '2026-05-31' } };
const back: EnterpriseEvent = {
  type: 'DeregistrationTakenBack',
  data: { takesBack: ['fact-1'], reason, on: '2026-05-31' },
};
const takeBack = (takesBack: string) =>
  ({ type: 'TakeBackDeregistration', data: { takesBack, reason } }) as const;

describe('a deregistration that never was', () => {
  it('is taken back by its event id, once', () => {
    given(enterprise, registered, ended).when(takeBack('fact-1')).thenRecords(back);
    given(enterprise, registered, ended, back).when(takeBack('fact-1')).thenRecords();
    given(enterprise, registered, ended)
      .when(takeBack('fact-0'))
      .thenRefuses('correct-what-is-recorded');
    given(enterprise).when(takeBack('fact-1')).thenRefuses('enterprise-on-record');
  });
  it('says the day that a correction gave it', () =>
    given(enterprise, registered, ended, {
      type: 'DeregistrationCorrected',
      data: { corrects: 'fact-1', reason: 'x', on: '2026-05-15' },
    })
      .when(takeBack('fact-1'))
      .thenRecords({ ...back, data: { ...back.data, on: '2026-05-15' } }));
  it('leaves the enterprise where it stood', () => {
    const facts = recorded([registered, ended, back]);
    expect(fold(enterprise, facts)).toMatchObject({ phase: 'open', endedOn: '' });
    const before = fold(enterprise, facts.slice(0, 2));
    expect(foldOn(enterprise, before, facts, 1)).toStrictEqual(fold(enterprise, facts));
    given(enterprise, registered, ended, back)
      .when({ type: 'ReportHeadcount', data: { asOf: '2026-06-01', workers: 10 } })
      .thenRecordsTypes('HeadcountReported');
  });
  it('is not corrected any more, and a real one can follow on the same day', () => {
    const later = given(enterprise, registered, ended, back);
    later
      .when({
        type: 'CorrectDeregistration',
        data: { corrects: 'fact-1', reason, on: '2026-05-15' },
      })
      .thenRefuses('correct-what-is-recorded');
    later.when({ type: 'Deregister', data: { on: '2026-05-31' } }).thenRecords(ended);
  });
});

it('a merger and a split that never were are taken back, too', () => {
  const merger = { on: '2026-05-31', successor: 'b' };
  given(enterprise, registered, { type: 'EnterpriseMergedInto', data: merger })
    .when({ type: 'TakeBackMerger', data: { takesBack: 'fact-1', reason } })
    .thenRecords({ type: 'MergerTakenBack', data: { takesBack: ['fact-1'], reason, ...merger } });
  const split = { on: '2026-05-31', successors: ['b', 'c'], contractsTo: 'c' };
  given(enterprise, registered, {
    type: 'EnterpriseSplitInto',
    data: { ...split, origin: 'remains' },
  })
    .when({ type: 'TakeBackSplit', data: { takesBack: 'fact-1', reason } })
    .thenRecords({
      type: 'SplitTakenBack',
      data: { takesBack: ['fact-1'], reason, on: '2026-05-31', contractsTo: 'c' },
    });
});

describe('a contract that ended with an employer that goes on', () => {
  const out: ContractEvent = {
    type: 'ContractEndedWithEmployer',
    data: { on: '2026-09-01', enterprise: 'looms' },
  };
  const command = { type: 'TakeBackEmployerEnd', data: { enterprise: 'looms', reason } } as const;
  const goesOn = (fact: string, clocks: object): ContractEvent =>
    ({
      type: 'EmployerEndTakenBack',
      data: { takesBack: [fact], reason, enterprise: 'looms', clocks },
    }) as ContractEvent;
  const { renewal, term } = termClocks(terms, 'national-wage-2000');
  const force = {
    publication: clock('publication', '2026-06-17', 'national-wage-2000'),
    'renewal-opens': renewal,
    'term-end': term,
  };

  it('goes on with the clocks of its term', () => {
    given(collectiveContract, ...inForce, out)
      .when(command)
      .thenRecords(goesOn('fact-3', force));
    given(collectiveContract, ...inForce, out, goesOn('fact-3', force))
      .when(command)
      .thenRecords();
    expect(fold(collectiveContract, recorded([...inForce, out, goesOn('fact-3', force)]))).toEqual(
      fold(collectiveContract, recorded(inForce)),
    );
  });
  it('goes on under review, or unfiled, where it stood so', () => {
    given(collectiveContract, signed(), filed('2026-06-01'), out)
      .when(command)
      .thenRecords(
        goesOn('fact-2', { review: clock('review', '2026-06-01', 'national-wage-2000') }),
      );
    given(collectiveContract, signed(), out)
      .when(command)
      .thenRecords(
        goesOn('fact-1', { filing: clock('filing', '2026-05-20', 'national-wage-2000') }),
      );
  });
  it('stays ended where something else ended it', () => {
    given(collectiveContract, ...inForce, {
      type: 'ContractTerminated',
      data: { on: '2026-09-01', condition: 'moved' },
    })
      .when(command)
      .thenRecords();
    given(collectiveContract, ...inForce, out)
      .when({ type: 'TakeBackEmployerEnd', data: { enterprise: 'mill', reason } })
      .thenRecords();
    given(collectiveContract).when(command).thenRecords();
  });
  it('returns to its employer when it had passed on', () => {
    const passed: ContractEvent = {
      type: 'ContractPassedToSuccessor',
      data: { on: '2026-09-01', from: 'looms', to: 'mill' },
    };
    const returns: ContractEvent = {
      type: 'SuccessionTakenBack',
      data: { takesBack: ['fact-3'], reason, from: 'looms', to: 'mill' },
    };
    const say = { type: 'TakeBackSuccession', data: { from: 'looms', reason } } as const;
    given(collectiveContract, ...inForce, passed)
      .when(say)
      .thenRecords(returns);
    given(collectiveContract, ...inForce, passed, returns)
      .when(say)
      .thenRecords();
    expect(fold(collectiveContract, recorded([...inForce, passed, returns])).enterprise).toBe(
      'looms',
    );
  });
});

describe('a case that was closed with an employer that goes on', () => {
  const closed = after(...offered, end({ ground: 'employer-dissolved' }));
  const reopen = { type: 'ReopenCase', data: { reason } } as const;
  const closingAt = closed.findIndex(({ type }) => type === 'CaseClosed');
  const closingId = `fact-${String(closingAt)}`;
  const closing = closed[closingAt]?.data as Extract<
    BargainingEvent,
    { type: 'CaseClosed' }
  >['data'];

  it('stands where it stood, and its clocks run again', () => {
    const open = after(...offered);
    const { clocks } = fold(bargainingCase, recorded(open));
    const ids = closed.slice(open.length).map((_, i) => `fact-${String(open.length + i)}`);
    const reopened: BargainingEvent = {
      type: 'CaseReopened',
      data: { takesBack: ids, reason, phase: 'offered', clocks },
    };
    expect(Object.keys(clocks)).toContain('reply:offer-1');
    given(bargainingCase, ...closed)
      .when(reopen)
      .thenRecords(reopened);
    given(bargainingCase, ...closed, reopened)
      .when(reopen)
      .thenRecords();
    given(bargainingCase, ...closed, reopened)
      .when(consent())
      .thenRecordsTypes('OfferAccepted');
  });
  it('was closed on another day when the employer ended on that day, and is reopened from there', () => {
    const moved: BargainingEvent = {
      type: 'ClosingCorrected',
      data: { ...closing, corrects: closingId, reason, on: '2026-05-31' },
    };
    const follow = { type: 'FollowEmployerEnd', data: { on: '2026-05-31', reason } } as const;
    given(bargainingCase, ...closed)
      .when(follow)
      .thenRecords(moved);
    given(bargainingCase, ...closed, moved)
      .when(follow)
      .thenRecords();
    given(bargainingCase, ...closed, moved)
      .when(reopen)
      .thenRecordsTypes('CaseReopened');
    given(bargainingCase, ...after(...offered, end()))
      .when(follow)
      .thenRecords();
  });
  it('stays closed where it was closed for another reason', () =>
    given(bargainingCase, ...after(...offered, end()))
      .when(reopen)
      .thenRecords());
});
