import { describe, expect, it } from 'vitest';
import { bargainingCase } from '../../../domain/bargaining-case/decider.ts';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import { openTo } from '../../../domain/shared/decider.ts';
import {
  after,
  agree,
  agreed,
  approved,
  bargaining,
  bargainingUnder,
  drafted,
  hold,
  issue,
  leave,
  receive,
  sign,
  signed,
  stateAfter,
  story,
} from '../../support/stories/bargaining.ts';

const reopen = { type: 'ReopenNegotiation', data: { on: '2026-05-13' } } as const;
const notice = (on = '2026-05-20') =>
  ({ type: 'RecordApprovalNotice', data: { draft: 'draft-1', on } }) as const;
const rejected = [...drafted, hold({ yes: 49 })];
const shanghai = [...bargainingUnder('shanghai-2015'), agree({ termEnd: '2028-05-31' })];
const { draft: _, on: __, ...terms } = agreed;

describe('a draft', () => {
  it('has a version, is agreed once, and another takes its place before the vote', () => {
    story(...bargaining)
      .when(agree())
      .thenRecords({ type: 'DraftAgreed', data: { ...agreed, version: 1 } });
    story(...drafted)
      .when(agree())
      .thenRecords();
    story(...drafted)
      .when(agree({ on: '2026-05-07' }))
      .thenRefuses('draft-once');
    story(...drafted)
      .when(agree({ draft: 'draft-2' }))
      .thenRecords({ type: 'DraftAgreed', data: { ...agreed, draft: 'draft-2', version: 2 } });
    story(...bargaining)
      .when(agree({ on: '2026-03-31' }))
      .thenRefuses('days-run-forward');
  });
  it('has a term that runs forward, from one year to three', () => {
    const until = (termEnd: string) => story(...bargaining).when(agree({ termEnd }));
    until('2026-06-01').thenRefuses('term-runs-forward');
    until('2027-05-30').thenRefuses('term-too-short', '集体合同规定 Art 38');
    until('2027-05-31').thenRecordsTypes('DraftAgreed');
    until('2029-05-31').thenRecordsTypes('DraftAgreed');
    until('2029-06-01').thenRefuses('term-too-long', '集体合同规定 Art 38');
    story(...bargainingUnder('us-nlra'))
      .when(agree({ termEnd: '2036-05-31' }))
      .thenRecordsTypes('DraftAgreed');
  });
  it('goes to the congress within fifteen working days in Hangzhou', () => {
    const past = after(...bargainingUnder('hangzhou-wage-2014'), agree());
    expect(past.at(-1)).toMatchObject({
      data: { congress: { rule: 'congress', due: '2026-05-26' } },
    });
    story(...bargainingUnder('hangzhou-wage-2014'), agree())
      .when(agree({ draft: 'draft-2' }))
      .thenRecordsTypes('ClocksStopped', 'DraftAgreed');
  });
});

describe('the congress', () => {
  it('counts votes that add up, on the draft on the table', () => {
    const count = (over: object) => story(...drafted).when(hold(over));
    count({ present: 101 }).thenRefuses('votes-add-up');
    count({ yes: 61 }).thenRefuses('votes-add-up');
    count({ total: 0, present: 0, yes: 0, no: 0, abstain: 0 }).thenRefuses('congress-of-nobody');
    count({ present: 81, yes: 61 }).thenRecordsTypes('CongressHeld', 'DraftApproved');
    count({ draft: 'draft-2' }).thenRefuses('current-draft');
    count({ on: '2026-05-05' }).thenRefuses('days-run-forward');
    story(...bargaining)
      .when(hold())
      .thenRefuses('not-now');
    story(...approved)
      .when(hold())
      .thenRecords();
  });
  it('meets again on the same draft when there was no quorum', () => {
    const empty = hold({ present: 60, yes: 60, no: 0, abstain: 0 });
    story(...drafted)
      .when(empty)
      .thenRecordsTypes('CongressHeld', 'DraftRejected');
    story(...drafted, empty)
      .when(hold({ on: '2026-05-13' }))
      .thenRecordsTypes('CongressHeld', 'DraftApproved');
  });
  it('does not vote again on a draft that it voted down: that is negotiated anew', () => {
    story(...rejected)
      .when(hold({ on: '2026-05-13' }))
      .thenRefuses('voted-down');
    story(...rejected)
      .when(reopen)
      .thenRecordsTypes('NegotiationReopened');
    story(...rejected, reopen)
      .when(reopen)
      .thenRecords();
    story(...approved)
      .when(reopen)
      .thenRefuses('not-now');
    story(...rejected, reopen, agree({ draft: 'draft-2', on: '2026-05-13' }))
      .when(hold({ draft: 'draft-2', on: '2026-05-14' }))
      .thenRecordsTypes('CongressHeld', 'DraftApproved');
  });
});

describe('the chiefs sign', () => {
  it('one by one after the congress, and the second signature signs the case', () => {
    story(...drafted)
      .when(sign('employees'))
      .thenRefuses('congress-before-signature');
    story(...approved)
      .when(sign('employees', { on: '2026-05-11' }))
      .thenRefuses('congress-before-signature', '集体合同规定 Art 37');
    story(...approved)
      .when(sign('employees'))
      .thenRecordsTypes('ChiefSigned');
    story(...approved, sign('employees', { on: '2026-05-16' }))
      .when(sign('employer'))
      .thenRecords(
        {
          type: 'ChiefSigned',
          data: { draft: 'draft-1', side: 'employer', person: 'm1', on: '2026-05-14' },
        },
        {
          type: 'CaseSigned',
          data: {
            ...terms,
            kind: 'comprehensive',
            level: 'enterprise',
            enterprise: 'mill',
            coverage: 'ALL_IN_SCOPE',
            union: '纺织厂工会',
            workers: 200,
            profile: 'national-2004',
            purpose: 'first',
            contract: 'contract-1',
            draft: 'draft-1',
            signedOn: '2026-05-16',
            approvedOn: '2026-05-12',
          },
        },
      );
  });
  it('once each, the draft on the table, while they are chiefs', () => {
    const half = [...approved, sign('employees')];
    story(...half)
      .when(sign('employees'))
      .thenRecords();
    story(...half)
      .when(sign('employees', { on: '2026-05-15' }))
      .thenRefuses('signed-once');
    story(...approved, sign('employees'))
      .when(sign('employees', { person: 'w2' }))
      .thenRefuses('signed-once');
    story(...approved)
      .when(sign('employees', { draft: 'draft-0' }))
      .thenRefuses('current-draft');
    story(...approved)
      .when(sign('employees', { person: 'w2' }))
      .thenRefuses('chief-signs');
    story(...approved)
      .when(sign('employees', { person: 'm1' }))
      .thenRefuses('chief-signs');
    story(...bargaining)
      .when(sign('employees'))
      .thenRefuses('not-now');
    story(...signed)
      .when(sign('employees'))
      .thenRecords();
  });
  it('without a congress where the law asks for none', () => {
    story(...bargainingUnder('us-nlra'), agree(), sign('employees'))
      .when(sign('employer'))
      .thenRecordsTypes('ChiefSigned', 'CaseSigned');
  });
  it('and clocks of offers and seats that nobody waits for any more stop', () => {
    const waiting = [issue({ offer: 'offer-2', by: 'employer' }), receive({ offer: 'offer-2' })];
    story(...approved, ...waiting, leave({ person: 'w3' }), sign('employees'))
      .when(sign('employer'))
      .thenRecordsTypes('ChiefSigned', 'CaseSigned', 'ClocksStopped');
  });
  it('with a contract above the enterprise for its scope, by the law it was made under', () => {
    const scope = { divisions: ['310101'], industries: ['H62'] };
    const past = after(
      ...shanghai.map((command) =>
        command.type === 'PrepareOffer'
          ? {
              ...command,
              data: {
                ...Object.fromEntries(
                  Object.entries(command.data).filter(([key]) => key !== 'enterprise'),
                ),
                level: 'industry',
                scope,
              } as typeof command.data,
            }
          : command,
      ),
      sign('employees'),
      sign('employer'),
      hold({ on: '2026-05-16' }),
    );
    expect(past.at(-1)).toMatchObject({
      type: 'CaseSigned',
      data: { scope, level: 'industry', coverage: 'ACCEDED_ONLY' },
    });
  });
});

describe('in Shanghai', () => {
  const both = [...shanghai, sign('employees'), sign('employer')];
  it('the chiefs sign the draft before it goes to the congress', () => {
    story(...shanghai)
      .when(hold())
      .thenRefuses('sign-before-congress', '上海市集体合同条例 Art 22');
    story(...shanghai, sign('employees'))
      .when(hold({ on: '2026-05-16' }))
      .thenRefuses('sign-before-congress');
    story(...both)
      .when(hold({ on: '2026-05-13' }))
      .thenRefuses('sign-before-congress');
    story(...both)
      .when(hold({ on: '2026-05-14' }))
      .thenRecordsTypes('CongressHeld', 'DraftApproved', 'CaseSigned');
  });
  const ready = [...both, hold({ on: '2026-05-16' })];
  it('the case is signed when the congress approves, on the day the later chief signed', () =>
    expect(after(...ready).at(-1)).toMatchObject({
      type: 'CaseSigned',
      data: { signedOn: '2026-05-14', approvedOn: '2026-05-16' },
    }));
  it('the notice of approval comes after that, once, and is told with what was signed', () => {
    story(...ready)
      .when(notice())
      .thenRecordsTypes('ApprovalNotified', 'SigningCorrected');
    story(...ready)
      .when(notice('2026-05-15'))
      .thenRefuses('days-run-forward');
    expect(after(...ready, notice()).at(-1)).toMatchObject({
      data: { signedOn: '2026-05-14', approvedOn: '2026-05-16', notifiedOn: '2026-05-20' },
    });
    story(...ready, notice())
      .when(notice())
      .thenRecords();
    story(...ready, notice())
      .when(notice('2026-05-21'))
      .thenRefuses('notified-once');
  });
  it('only there: no other law counts from such a notice, and none is offered', () => {
    expect(openTo(bargainingCase, stateAfter(...ready))).toContain('RecordApprovalNotice');
    expect(openTo(bargainingCase, stateAfter(...signed))).not.toContain('RecordApprovalNotice');
    story(...signed)
      .when(notice())
      .thenRefuses('no-approval-notice-here');
  });
});

describe('an amendment', () => {
  it('is signed by the same procedure and points at the contract it amends', () => {
    const past = after(
      ...bargaining.map((command) =>
        command.type === 'PrepareOffer'
          ? { ...command, data: { ...command.data, purpose: 'amendment' as const } }
          : command,
      ),
      // It may bind for the rest of a term.
      agree({ termEnd: '2026-12-31' }),
      hold(),
      sign('employees'),
      sign('employer'),
    );
    expect(past.at(-1)).toMatchObject({
      type: 'CaseSigned',
      data: { purpose: 'amendment', contract: 'contract-1', termEnd: '2026-12-31' },
    });
  });
});

describe('a signed case', () => {
  it('is over: it can be struck out and corrected, and what follows is done with its contract', () => {
    const open = openTo(bargainingCase, stateAfter(...signed));
    expect(open.filter((command) => !command.startsWith('Correct'))).toStrictEqual(['Void']);
    const follows = ['File', 'Object', 'RecordSilence', 'Approve', 'Publish', 'HoldInspection'];
    expect(follows.filter((command) => command in bargainingCase.steps)).toStrictEqual([]);
    expect(follows.filter((command) => !(command in collectiveContract.steps))).toStrictEqual([]);
  });
});
