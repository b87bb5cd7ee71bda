import { describe, it } from 'vitest';
import type { BargainingCommand } from '../../../domain/bargaining-case/commands.ts';
import { corrected } from '../../support/stories/correcting.ts';
import {
  agree,
  agreed,
  bargaining,
  drafted,
  prepare,
  story,
} from '../../support/stories/bargaining.ts';

const [clause] = agreed.clauses;
const twice = clause ? [clause, { ...clause, title: '再写一遍' }] : [];

describe('a case', () => {
  it('is prepared for no more women, dispatched or disabled workers than employees', () => {
    story()
      .when(prepare({ employees: 20, women: 20, dispatched: 20, disabled: 20 }))
      .thenRecordsTypes('CasePrepared');
    for (const part of ['women', 'dispatched', 'disabled'])
      story()
        .when(prepare({ employees: 20, [part]: 21 }))
        .thenRefuses('parts-within-workers');
  });
  it('of a kind that its law knows', () => {
    story()
      .when(prepare({ profile: 'us-nlra', kind: 'women' }))
      .thenRefuses('profile-fits');
    story()
      .when(prepare({ profile: 'us-nlra', kind: 'wage' }))
      .thenRecordsTypes('CasePrepared');
  });
});

describe('a draft', () => {
  it('names each clause once, agreed or corrected', () => {
    story(...bargaining)
      .when(agree({ clauses: twice }))
      .thenRefuses('clause-id-once');
    corrected(drafted, 'DraftAgreed', 'CorrectDraft', agree({ clauses: twice })).thenRefuses(
      'clause-id-once',
    );
  });
  it('cuts no wage by all of it', () => {
    const cut = (basisPoints: number) =>
      agree({ steps: [{ by: 'percent', effectiveOn: '2026-06-01', basisPoints }] });
    story(...bargaining)
      .when(cut(-9_999))
      .thenRecordsTypes('DraftAgreed');
    story(...bargaining)
      .when(cut(-10_000))
      .thenRefuses('wage-cut-below-nothing');
  });
  it('is for no more women than the workers it is for, or the employees there were', () => {
    const of = (over: object) => story(...bargaining).when(agree(over));
    of({ women: 200 }).thenRecordsTypes('DraftAgreed');
    of({ women: 201 }).thenRefuses('parts-within-workers');
    of({ workers: 90, women: 91 }).thenRefuses('parts-within-workers');
  });
});

describe('a package', () => {
  const table = (proposal: string): BargainingCommand => ({
    type: 'TableProposal',
    data: {
      ...{ proposal, side: 'employees', on: '2026-04-01' },
      clause: { id: proposal, topic: 'wage-increase', title: '增幅' },
    },
  });
  const pack = (...proposals: string[]): BargainingCommand => ({
    type: 'PackageProposals',
    data: { package: 'k1', side: 'employees', on: '2026-04-02', proposals },
  });
  it('names each proposal once', () => {
    const tabled = [...bargaining, table('p1'), table('p2')];
    story(...tabled)
      .when(pack('p1', 'p1'))
      .thenRefuses('package-names-once');
    story(...tabled)
      .when(pack('p1', 'p2'))
      .thenRecordsTypes('ProposalsPackaged');
  });
});
