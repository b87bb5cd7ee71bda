import { describe, it } from 'vitest';
import type { BargainingCommand } from '../../../domain/bargaining-case/commands.ts';
import {
  bargaining,
  close,
  idOf,
  after,
  named,
  open,
  publish,
  story,
} from '../../support/stories/bargaining.ts';

const clause = { id: 'c1', topic: 'wage-floor', title: '最低工资', value: 230_000 } as const;
const propose = (proposal: string, on: string): BargainingCommand => ({
  type: 'TableProposal',
  data: { proposal, side: 'employees', on, clause },
});
const tabled = [...bargaining, propose('p1', '2026-04-02'), propose('p2', '2026-04-03')];

describe('what is done with a proposal', () => {
  const answers: Readonly<Record<string, (on: string) => BargainingCommand>> = {
    counter: (on) => ({
      type: 'CounterProposal',
      data: { proposal: 'p3', counters: 'p2', side: 'employer', on, clause },
    }),
    withdrawal: (on) => ({ type: 'WithdrawProposal', data: { proposal: 'p2', on } }),
    agreement: (on) => ({ type: 'AgreeTentatively', data: { proposals: ['p1', 'p2'], on } }),
    package: (on) => ({
      type: 'PackageProposals',
      data: { package: 'k1', side: 'employees', on, proposals: ['p1', 'p2'] },
    }),
  };
  it.each(Object.keys(answers))('comes on its day or after it: a %s', (what) => {
    const answer = answers[what];
    if (!answer) throw new Error(what);
    story(...tabled)
      .when(answer('2026-04-02'))
      .thenRefuses('days-run-forward');
    story(...tabled, answer('2026-04-03'))
      .when(answer('2026-04-03'))
      .thenRecords();
  });
});

describe('a list of delegates', () => {
  it('is published on the day it was named or after it', () => {
    story(...named)
      .when(publish({ on: '2026-03-11' }))
      .thenRefuses('days-run-forward');
    story(...named)
      .when(publish({ on: '2026-03-12' }))
      .thenRecordsTypes('DelegatesPublished');
  });
});

describe('the minutes of a session', () => {
  const opened = [...named, open({ present: ['m1', 'm2', 'w1'] })];
  it('are signed by those who were present, and by the recorder', () => {
    story(...opened)
      .when(close({ signedBy: ['m1', 'w1', 'clerk-9'] }))
      .thenRecordsTypes('SessionClosed');
    for (const stranger of ['w2', 'nobody'])
      story(...opened)
        .when(close({ signedBy: ['m1', stranger] }))
        .thenRefuses('minutes-signed-by-those-present');
  });
  it('go by who was present as it stands after a correction', () => {
    const before = after(...opened);
    const { data } = open({ present: ['m1', 'w1', 'w2'] });
    const correct = {
      type: 'CorrectSession',
      data: { corrects: idOf(before, 'SessionOpened'), reason: '名单抄错', ...data },
    } as BargainingCommand;
    story(...opened, correct)
      .when(close({ signedBy: ['m1', 'w2'] }))
      .thenRecordsTypes('SessionClosed');
    story(...opened, correct)
      .when(close({ signedBy: ['m2', 'w1'] }))
      .thenRefuses('minutes-signed-by-those-present');
  });
});

describe('a case that was there before', () => {
  const history = (noticeOn: string): BargainingCommand => ({
    type: 'RegisterCaseAsHistory',
    data: {
      profile: 'us-nlra',
      kind: 'comprehensive',
      level: 'enterprise',
      contract: 'contract-1',
      enterprise: 'mill',
      noticeOn,
      source: 'FMCS F-7',
    },
  });
  it('is known by a notice whose day has come, in its place', () => {
    // Nine in the morning in Shanghai is nine in the evening of the day before in New York.
    const now = '2026-06-02T01:00:00.000Z';
    story().when(history('2026-06-01'), now).thenRecordsTypes('CaseRegisteredAsHistory');
    story().when(history('2026-06-02'), now).thenRefuses('not-in-the-future');
  });
});
