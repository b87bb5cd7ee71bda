import { describe, expect, it } from 'vitest';
import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import { disputeCase } from '../../../domain/dispute-case/decider.ts';
import type { DisputeEvent } from '../../../domain/dispute-case/events.ts';
import { fold } from '../../../domain/shared/decider.ts';
import { deadlines } from '../../../projections/deadlines/deadlines.ts';
import { arbitrating, take } from '../../support/stories/arbitrations.ts';
import {
  accept,
  after,
  agreed,
  conclude,
  dueAfter,
  extend,
  mediating,
  pay,
  receive,
  receiveUnder,
  reopen,
  resume,
  settle,
  settled,
  story,
  suspend,
} from '../../support/stories/disputes.ts';
import { given, recorded } from '../../support/stories/given.ts';
import { rowsAfter } from '../../support/stories/row-after.ts';

const late = '2027-12-31T01:00:00.000Z';
const idsOf = (past: readonly DisputeEvent[], type: DisputeEvent['type']): string[] =>
  past.flatMap((event, i) => (event.type === type ? [`fact-${String(i)}`] : []));

const corrects = {
  DisputeReceived: 'CorrectReceipt',
  MediationAccepted: 'CorrectAcceptance',
  MediationExtended: 'CorrectExtension',
  HandlingSuspended: 'CorrectSuspension',
  HandlingResumed: 'CorrectResumption',
  ArbitrationAccepted: 'CorrectArbitrationAcceptance',
  SettlementReached: 'CorrectSettlement',
} as const;

/** These commands, and then the nth fact of a type said anew. */
const anew = (
  commands: readonly DisputeCommand[],
  fact: keyof typeof corrects,
  said: DisputeCommand,
  nth = 0,
): DisputeCommand[] => {
  const of = idsOf(after(...commands), fact)[nth] ?? '';
  const data = { ...said.data, corrects: of, reason: '录入有误' };
  return [...commands, { type: corrects[fact], data } as DisputeCommand];
};

const ofDisputes = { ...deadlines, categories: ['dispute'] as const };
const rowsOf = (...commands: readonly DisputeCommand[]) => [
  ...rowsAfter(ofDisputes, after(...commands)).values(),
];

/** The last day of a clock by the state, and by the list of deadlines: they never differ. */
const due = (clock: string, ...commands: readonly DisputeCommand[]): string | undefined => {
  const listed = rowsOf(...commands).find(({ id }) => id.endsWith(`/${clock}`));
  const counted = dueAfter(clock, ...commands);
  if (counted !== undefined) expect(listed?.due_on).toBe(counted);
  return listed?.due_on;
};
const ACCEPTANCE = 'mediation-from-acceptance:street';
const RECEIPT = 'mediation-from-receipt:street';

describe('a clock stands still only in days that it runs', () => {
  it('not in days of a suspension before it began', () => {
    // Received on 2 March, accepted on the 11th, said to have stood from the 8th to the 13th.
    const stood = [
      ...agreed,
      suspend({ on: '2026-03-03' }),
      resume('2026-03-06'),
      accept({ on: '2026-03-11' }),
      suspend({ on: '2026-03-08' }),
      resume('2026-03-13'),
    ];
    expect(due(ACCEPTANCE, ...stood)).toBe('2026-03-30');
  });
});

describe('time that both sides agreed to', () => {
  const longer = [...mediating, extend({ until: '2026-04-10' })];
  it('stays when the acceptance or the receipt is said anew', () => {
    expect(
      due(ACCEPTANCE, ...anew(longer, 'MediationAccepted', accept({ on: '2026-03-05' }))),
    ).toBe('2026-04-10');
    const zhejiang = [receiveUnder('zhejiang-2011'), ...longer.slice(1)];
    const corrected = { ...receiveUnder('zhejiang-2011') };
    const receipt = { ...corrected, data: { ...corrected.data, on: '2026-03-01' } };
    expect(due(RECEIPT, ...anew(zhejiang, 'DisputeReceived', receipt as DisputeCommand))).toBe(
      '2026-04-10',
    );
  });
  it('stays when the acceptance is said anew after the conclusion', () => {
    const over = [...longer, conclude({ on: '2026-04-08' })];
    expect(due(ACCEPTANCE, ...anew(over, 'MediationAccepted', accept({ on: '2026-03-05' })))).toBe(
      '2026-04-10',
    );
  });
  it('is said anew after the conclusion, too', () => {
    const over = [...longer, conclude({ on: '2026-04-08' })];
    const shorter = extend({ until: '2026-04-07' });
    expect(due(ACCEPTANCE, ...anew(over, 'MediationExtended', shorter))).toBe('2026-04-07');
  });
  it('moves with the days of a suspension that are said anew', () => {
    const stood = [...longer, suspend({ on: '2026-03-20' }), resume('2026-03-30')];
    expect(due(ACCEPTANCE, ...stood)).toBe('2026-04-20');
    expect(due(ACCEPTANCE, ...anew(stood, 'HandlingResumed', resume('2026-03-28')))).toBe(
      '2026-04-18',
    );
    const began = suspend({ on: '2026-03-22' });
    expect(due(ACCEPTANCE, ...anew(stood, 'HandlingSuspended', began))).toBe('2026-04-18');
  });
});

describe('a clock that has stood still', () => {
  it('runs from the receipt or the acceptance that is said anew, without the days it stood', () => {
    const stood = [...mediating, suspend({ on: '2026-03-09' }), resume('2026-03-19')];
    const earlier = receive({ on: '2026-02-27' });
    expect(due(RECEIPT, ...anew(stood, 'DisputeReceived', earlier))).toBe('2026-03-24');
    const taken = accept({ on: '2026-03-03' });
    expect(due(ACCEPTANCE, ...anew(stood, 'MediationAccepted', taken))).toBe('2026-03-30');
    const later = accept({ on: '2026-03-06' });
    expect(due(ACCEPTANCE, ...anew(stood, 'MediationAccepted', later))).toBe('2026-03-31');
  });
});

describe('the period of an award', () => {
  const later = take({ on: '2026-05-09' });
  const longer: DisputeCommand = {
    type: 'ExtendAwardPeriod',
    data: { arbitration: 'arb', on: '2026-06-01', because: 'complex', approvedBy: 'head' },
  };
  const stood = [suspend({ on: '2026-05-20' }), resume('2026-05-30')];
  it('stays longer when the acceptance is said anew, and counts from it', () => {
    const extended = [...arbitrating, longer];
    expect(due('award', ...extended)).toBe('2026-07-07');
    expect(due('award', ...anew(extended, 'ArbitrationAccepted', later))).toBe('2026-07-08');
  });
  it('still does not count the days it stood', () => {
    const suspended = [...arbitrating, ...stood];
    expect(due('award', ...suspended)).toBe('2026-07-02');
    expect(due('award', ...anew(suspended, 'ArbitrationAccepted', later))).toBe('2026-07-03');
  });
});

describe('what is owed under an agreement that is said anew', () => {
  const owing = (fen: number) =>
    settle({ items: [{ item: 'i1', claim: 'c1', ground: 'pay', fen, due: '2026-04-30' }] });
  const paid = [...settled, pay({ fen: 500_000 })];
  const status = (...commands: readonly DisputeCommand[]) =>
    rowsOf(...commands).find(({ about }) => about === 'a1/i1')?.status;
  const missed: DisputeCommand = { type: 'RecordDefault', data: { settlement: 'a1', item: 'i1' } };
  it('is waited for no more where all of it was paid', () => {
    expect(status(...paid)).toBe('running');
    const less = anew(paid, 'SettlementReached', owing(500_000));
    expect(status(...less)).toBe('met');
    expect(dueAfter('performance:a1/i1', ...less)).toBeUndefined();
  });
  it('is waited for again where more is owed than was paid', () => {
    const whole = [...anew(settled, 'SettlementReached', owing(500_000)), pay({ fen: 500_000 })];
    expect(status(...whole)).toBe('met');
    const more = anew(whole, 'SettlementReached', owing(900_000));
    expect(status(...more)).toBe('running');
    expect(due('performance:a1/i1', ...more)).toBe('2026-04-30');
    story(...more)
      .when(missed)
      .thenRecordsTypes('PerformanceFellOverdue');
    const as = anew(more, 'SettlementReached', owing(800_000)).at(-1) as DisputeCommand;
    story(...more)
      .when(as)
      .thenRecordsTypes('SettlementCorrected', 'EffectCorrected');
  });
});

describe('an earlier suspension said anew', () => {
  const twice = [
    ...mediating,
    suspend({ on: '2026-03-09' }),
    resume('2026-03-11'),
    suspend({ on: '2026-03-12' }),
    resume('2026-03-16'),
  ];
  it('leaves the later one as it was', () => {
    // Two days and four: 17 March and six days.
    expect(due(RECEIPT, ...twice)).toBe('2026-03-23');
    const began = suspend({ on: '2026-03-08' });
    expect(due(RECEIPT, ...anew(twice, 'HandlingSuspended', began))).toBe('2026-03-24');
    expect(due(RECEIPT, ...anew(twice, 'HandlingResumed', resume('2026-03-12')))).toBe(
      '2026-03-24',
    );
  });
  it('ends before the later one begins', () => {
    const past = after(...twice);
    const [first = ''] = idsOf(past, 'HandlingResumed');
    given(disputeCase, ...past)
      .when(
        {
          type: 'CorrectResumption',
          data: { on: '2026-03-13', corrects: first, reason: '录入有误' },
        },
        late,
      )
      .thenRefuses('days-run-forward');
  });
  it('counts after the conclusion as well', () => {
    const over = [...twice, conclude({ on: '2026-03-23' })];
    expect(due(RECEIPT, ...anew(over, 'HandlingResumed', resume('2026-03-14'), 1))).toBe(
      '2026-03-23',
    );
  });
});

describe('the limitation', () => {
  const known = receive({ knewOn: '2025-06-10' });
  it('follows the receipt that interrupted it', () => {
    expect(due('limitation', known)).toBe('2027-03-02');
    const later = receive({ knewOn: '2025-06-10', on: '2026-03-04' });
    expect(due('limitation', ...anew([known], 'DisputeReceived', later))).toBe('2027-03-04');
    const tooLate = receive({ knewOn: '2025-02-10', on: '2026-03-02' });
    expect(due('limitation', ...anew([known], 'DisputeReceived', tooLate))).toBe('2026-02-10');
  });
  it('stays what it was made since', () => {
    const promised: DisputeCommand = {
      type: 'InterruptLimitation',
      data: { on: '2026-03-20', by: 'promise' },
    };
    const later = receive({ knewOn: '2025-06-10', on: '2026-03-04' });
    expect(due('limitation', ...anew([known, promised], 'DisputeReceived', later))).toBe(
      '2027-03-22',
    );
  });
});

describe('an agreement that was void', () => {
  const anewOver = [...settled, reopen({ because: 'agreement-void', on: '2026-04-01' })];
  it('is waited for no more', () => {
    const rows = rowsOf(...anewOver);
    const waits = rows.filter(
      ({ rule, status }) =>
        ['performance', 'review', 'confirmation'].includes(rule) && status === 'running',
    );
    expect(waits).toStrictEqual([]);
    const state = fold(disputeCase, recorded(after(...anewOver)));
    expect(Object.keys(state.clocks)).toStrictEqual(['mediation-from-receipt:again']);
  });
  it('is neither performed, confirmed nor defaulted on', () => {
    const by: ('workers' | 'employer')[] = ['workers', 'employer'];
    story(...anewOver)
      .when({ type: 'RecordDefault', data: { settlement: 'a1', item: 'i1' } })
      .thenRefuses('clock-must-run');
    story(...anewOver)
      .when({
        type: 'ApplyForConfirmation',
        data: { settlement: 'a1', on: '2026-04-02', by, court: '太平区人民法院' },
      })
      .thenRefuses('in-force-first');
  });
});
