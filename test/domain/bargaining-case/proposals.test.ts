import { describe, expect, it } from 'vitest';
import type { BargainingCommand } from '../../../domain/bargaining-case/commands.ts';
import { after, bargaining, story } from '../../support/stories/bargaining.ts';

const clause = (basisPoints: number, id = 'raise') => ({
  id,
  topic: 'wage-increase' as const,
  title: '工资增幅',
  value: basisPoints,
  unit: 'basis-points' as const,
});
type Tabled = Extract<BargainingCommand, { type: 'TableProposal' }>['data'];
const table = (over: Partial<Tabled> = {}): BargainingCommand => ({
  type: 'TableProposal',
  data: { proposal: 'p1', side: 'employees', on: '2026-04-01', clause: clause(800), ...over },
});
const counter = (over: Partial<Tabled & { counters: string }> = {}): BargainingCommand => ({
  type: 'CounterProposal',
  data: {
    proposal: 'p2',
    counters: 'p1',
    side: 'employer',
    on: '2026-04-02',
    clause: clause(300),
    ...over,
  },
});
const withdraw = (proposal = 'p1') =>
  ({ type: 'WithdrawProposal', data: { proposal, on: '2026-04-03' } }) as const;
const agree = (...proposals: string[]) =>
  ({ type: 'AgreeTentatively', data: { proposals, on: '2026-04-05' } }) as const;
const pack = (...proposals: string[]) =>
  ({
    type: 'PackageProposals',
    data: { package: 'all', side: 'employees', on: '2026-04-04', proposals },
  }) as const;

describe('a proposal', () => {
  it('is tabled once under its id, in a session of the case', () => {
    story(...bargaining)
      .when(table())
      .thenRecordsTypes('ProposalTabled');
    story(...bargaining, table())
      .when(table())
      .thenRecords();
    story(...bargaining, table())
      .when(table({ clause: clause(700) }))
      .thenRefuses('proposal-once');
    story(...bargaining)
      .when(table({ session: 'session-9' }))
      .thenRefuses('session-on-file');
  });
  it('and its counters are rounds of one clause, so that the concessions can be drawn', () => {
    const rounds = after(
      ...bargaining,
      table(),
      counter(),
      counter({ proposal: 'p3', counters: 'p2', side: 'employees', clause: clause(550) }),
      table({ proposal: 'p4', clause: clause(40, 'hours') }),
    ).flatMap((fact) => ('round' in fact.data ? [[fact.data.proposal, fact.data.round]] : []));
    expect(rounds).toStrictEqual([
      ['p1', 1],
      ['p2', 2],
      ['p3', 3],
      ['p4', 1],
    ]);
  });
  it('is countered by the other side, on the same clause, while it is open', () => {
    story(...bargaining, table())
      .when(counter({ side: 'employees' }))
      .thenRefuses('counter-the-other-side');
    story(...bargaining, table())
      .when(counter({ clause: clause(300, 'hours') }))
      .thenRefuses('same-clause');
    story(...bargaining, table(), withdraw())
      .when(counter())
      .thenRefuses('proposal-open');
    story(...bargaining, table(), counter())
      .when(counter({ proposal: 'p3' }))
      .thenRefuses('proposal-open');
    story(...bargaining, table(), counter())
      .when(counter())
      .thenRecords();
  });
  it('is withdrawn or agreed once', () => {
    story(...bargaining, table())
      .when(withdraw())
      .thenRecordsTypes('ProposalWithdrawn');
    story(...bargaining, table(), withdraw())
      .when(withdraw())
      .thenRecords();
    story(...bargaining)
      .when(withdraw())
      .thenRefuses('proposal-open');
    story(...bargaining, table())
      .when(agree('p1'))
      .thenRecordsTypes('ProposalTentativelyAgreed');
    story(...bargaining, table(), agree('p1'))
      .when(agree('p1'))
      .thenRecords();
    story(...bargaining, table(), withdraw())
      .when(agree('p1'))
      .thenRefuses('proposal-open');
  });
});

describe('a package', () => {
  const two = [...bargaining, table(), table({ proposal: 'p4', clause: clause(40, 'hours') })];
  it('holds proposals of one side', () => {
    story(...two)
      .when(pack('p1', 'p4'))
      .thenRecordsTypes('ProposalsPackaged');
    story(...two, pack('p1', 'p4'))
      .when(pack('p1', 'p4'))
      .thenRecords();
    story(...two, counter({ proposal: 'p5', counters: 'p4', clause: clause(44, 'hours') }))
      .when(pack('p1', 'p5'))
      .thenRefuses('own-proposals');
  });
  it('is agreed as a whole', () => {
    story(...two, pack('p1', 'p4'))
      .when(agree('p1'))
      .thenRefuses('package-as-a-whole');
    story(...two, pack('p1', 'p4'))
      .when(agree('p1', 'p4'))
      .thenRecordsTypes('ProposalTentativelyAgreed', 'ProposalTentativelyAgreed');
  });
});
