import { describe, expect, it } from 'vitest';
import type { DisputeCommand } from '../../domain/dispute-case/commands.ts';
import { claims } from '../../projections/disputes/claims.ts';
import { disputeDocket } from '../../projections/disputes/dispute-docket.ts';
import { proceedings } from '../../projections/disputes/proceedings.ts';
import { kept } from '../support/books/dispute-books.ts';
import {
  accept,
  after,
  agreeTo,
  amend,
  assign,
  claim,
  conclude,
  failed,
  idOf,
  receive,
  reopen,
  settle,
  settled,
  signAll,
} from '../support/stories/disputes.ts';
import { rowAfter, rowsAfter } from '../support/stories/row-after.ts';

const reason = '录入有误';
const anew = (
  commands: readonly DisputeCommand[],
  fact: Parameters<typeof idOf>[1],
  type: DisputeCommand['type'],
  said: DisputeCommand,
): DisputeCommand[] => [
  ...commands,
  {
    type,
    data: { ...said.data, corrects: idOf(after(...commands), fact), reason },
  } as DisputeCommand,
];
const docket = (commands: readonly DisputeCommand[]) => rowAfter(disputeDocket, after(...commands));

const old: DisputeCommand = {
  type: 'RegisterAsHistory',
  data: {
    receivedOn: '2026-03-02',
    profile: 'us-nlra',
    division: 'US',
    cause: 'contract-conclusion',
    proceeding: 'street',
    level: 'national',
    body: 'FMCS',
    employers: [{ name: 'A Mill', role: 'employer' }],
    collective: 'collective',
    source: 'register',
  },
};

describe('a fact said anew leaves what came after it as it was', () => {
  it('an old dispute that was concluded here stays concluded when its history is corrected', () => {
    const concluded = [old, conclude({ outcome: 'settled', ending: 'agreement' })];
    const named = { ...old, data: { ...old.data, workers: 40 } } as DisputeCommand;
    const corrected = anew(concluded, 'DisputeRegisteredAsHistory', 'CorrectHistory', named);
    expect(docket(corrected)).toMatchObject({
      phase: 'settled',
      concluded_on: '2026-03-17',
      outcome: 'settled',
      workers: 40,
    });
    expect(rowsAfter(proceedings, after(...corrected)).get('c1/street')).toMatchObject({
      left_on: '2026-03-17',
      outcome: 'settled',
    });
  });
  it('a conclusion that was reopened is corrected in the past alone', () => {
    const earlier = conclude({ on: '2026-03-16' });
    const row = docket(
      anew([...failed, reopen()], 'DisputeConcluded', 'CorrectConclusion', earlier),
    );
    expect(row).toMatchObject({ phase: 'received', concluded_on: null, outcome: null });
  });
  it('the receipt keeps whoever joined since', () => {
    const joined: DisputeCommand[] = [
      receive(),
      { type: 'JoinClaimant', data: { claimant: 'li', on: '2026-03-03' } },
      {
        type: 'JoinEmployer',
        data: { on: '2026-03-03', employer: { enterprise: 'heir', role: 'successor' } },
      },
    ];
    const online = receive({ channel: 'online' });
    expect(docket(anew(joined, 'DisputeReceived', 'CorrectReceipt', online))).toMatchObject({
      channel: 'online',
      claimants: 2,
      enterprises: 'mill heir',
    });
  });
  it('a claim that was changed or waived since stays so', async () => {
    const changed = [receive(), claim(), amend({ becomes: 'changed', fen: 2_000_000 })];
    const corrected = anew(changed, 'ClaimMade', 'CorrectClaim', claim({ fen: 3_000_000 }));
    const row = rowsAfter(claims, after(...corrected)).get('c1/c1');
    expect(row?.claimed_fen).toBe(2_000_000);
    const less = anew(
      [...settled, amend({ becomes: 'changed', fen: 1_000_000, on: '2026-03-16' })],
      'ClaimMade',
      'CorrectClaim',
      claim({ item: 'compensation' }),
    );
    const { total } = await kept(less);
    expect(await total('settlement-performance')).toMatchObject({ claimed: 1_000_000 });
  });
});

describe('what is agreed about a claim', () => {
  const item = { claim: 'c1', ground: 'pay', due: '2026-04-30' } as const;
  const two = [
    receive({ claimants: ['wang', 'li'] }),
    claim({ claimant: undefined }),
    agreeTo(),
    accept(),
    assign(),
  ];
  const agreement = (settlement: string, claimant: string, fen: number) => [
    settle({ settlement, claimants: [claimant], items: [{ ...item, item: 'i1', fen }] }),
    ...signAll({ settlement }, [claimant]),
  ];
  const both = [...two, ...agreement('a1', 'wang', 400), ...agreement('a2', 'li', 300)];
  const row = (commands: readonly DisputeCommand[]) =>
    rowsAfter(claims, after(...commands)).get('c1/c1');

  it('is the sum of all its agreements', () => {
    expect(row(both)).toMatchObject({ agreed_fen: 700, outcome: 'agreed' });
  });
  it('is no money where the agreement grants none', () => {
    const work = settle({ items: [{ ...item, item: 'i1', what: '恢复原岗位' }] });
    const back = [...two, work, ...signAll({}, ['wang', 'li'])];
    expect(row(back)).toMatchObject({ agreed_fen: null, paid_fen: 0, outcome: 'agreed' });
  });
  it('is no more when the agreement was not about it', () => {
    const other = settle({
      claimants: ['wang'],
      items: [{ item: 'i1', ground: 'pay', fen: 400, due: '2026-04-30' }],
    });
    const one = [...two, ...agreement('a1', 'wang', 400)];
    expect(row(anew(one, 'SettlementReached', 'CorrectSettlement', other))).toMatchObject({
      agreed_fen: null,
      outcome: 'open',
    });
    const second = anew(both, 'SettlementReached', 'CorrectSettlement', other);
    expect(row(second)).toMatchObject({ agreed_fen: 300, outcome: 'agreed' });
  });
});

it('who takes over from a claimant and was one already is counted once', () => {
  const heir: DisputeCommand = {
    type: 'SucceedClaimant',
    data: { claimant: 'wang', successors: ['li', 'son'], on: '2026-03-03' },
  };
  expect(docket([receive({ claimants: ['wang', 'li'] }), heir])?.claimants).toBe(2);
});
