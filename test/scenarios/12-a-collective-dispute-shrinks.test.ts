import { describe, expect, it } from 'vitest';
import type { DisputeCommand } from '../../domain/dispute-case/commands.ts';
import { award, file, serve, sue, take } from '../support/stories/arbitrations.ts';
import {
  accept,
  agreeTo,
  assign,
  collective,
  conclude,
  session,
  settle,
  signAll,
  stateAfter,
  story,
} from '../support/stories/disputes.ts';

const four = ['w9', 'w10', 'w11', 'w12'];
const items = four.map((claimant, i) => ({
  item: `i${String(i + 1)}`,
  claim: claimant.replace('w', 'c'),
  claimant,
  ground: 'pay' as const,
  fen: 2_000_000,
  due: '2026-04-30',
}));
const mediated = [...collective, agreeTo(), accept(), assign(), session()];
const fourSettled = [
  ...mediated,
  settle({ claimants: four, consents: four, items }),
  ...signAll({}, four),
];
const oneDied: DisputeCommand = {
  type: 'SucceedClaimant',
  data: { claimant: 'w5', successors: ['wife-of-w5'], on: '2026-04-01' },
};
const eight = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8'];
const decided = [
  ...fourSettled,
  conclude(),
  oneDied,
  file(),
  take(),
  award({
    items: eight.map((claim) => ({ claim, result: 'granted', fen: 2_500_000 })),
    minimumWageFen: 200_000,
  }),
];

describe('12. A collective dispute shrinks', () => {
  it('four of twelve settle: the dispute goes on for the eight, and is still collective', () => {
    const { phase, about, claimants, conclusion } = stateAfter(...fourSettled);
    expect([phase, about.collective, conclusion]).toStrictEqual([
      'mediating',
      'collective',
      undefined,
    ]);
    expect(Object.values(claimants).filter((stays) => stays === 'open')).toHaveLength(8);
  });
  it('is concluded by its last eight, once', () => {
    expect(stateAfter(...fourSettled, conclude()).conclusion?.outcome).toBe('failed');
    story(...fourSettled, conclude())
      .when(conclude())
      .thenRecords();
  });
  it('the relatives of one who died take over', () => {
    expect(stateAfter(...decided).claimants).toMatchObject({ w5: 'left', 'wife-of-w5': 'open' });
  });
  it('the award binds those who do not sue, and the relatives of the one who died', () => {
    const workers = ['w1', 'w2', 'w3', 'w4', 'wife-of-w5', 'w6', 'w7', 'w8'];
    const passed = (service: string): DisputeCommand => ({
      type: 'RecordNoSuit',
      data: { service },
    });
    const { awards } = stateAfter(
      ...decided,
      serve({ claimants: [] }),
      serve({ service: 'v2', to: 'employer' }),
      sue({ claimants: ['w1', 'w2'] }),
      passed('v1'),
      passed('v2'),
    );
    expect(awards.w1?.finality).toBe('non-final');
    expect(Object.keys(awards.w1?.effective ?? {})).toStrictEqual(workers.slice(2));
  });
});
