import { describe, expect, it } from 'vitest';
import type { DisputeCommand } from '../../domain/dispute-case/commands.ts';
import { claims } from '../../projections/disputes/claims.ts';
import { disputeDocket } from '../../projections/disputes/dispute-docket.ts';
import { proceedings } from '../../projections/disputes/proceedings.ts';
import { settlementItems } from '../../projections/disputes/settlement-items.ts';
import { settlements } from '../../projections/disputes/settlements.ts';
import { awarded, served, sue } from '../support/stories/arbitrations.ts';
import {
  after,
  confirm,
  failed,
  mediating,
  pay,
  receive,
  resume,
  saidAnew,
  session,
  settle,
  settled,
  suspend,
  transfer,
} from '../support/stories/disputes.ts';
import { rowAfter, rowsAfter } from '../support/stories/row-after.ts';

const docket = (...commands: readonly DisputeCommand[]) =>
  rowAfter(disputeDocket, after(...commands));

describe('the docket', () => {
  it('says where a dispute stands, since when, and what comes next', () => {
    expect(docket(receive())).toMatchObject({
      phase: 'received',
      phase_since: '2026-03-02',
      body: '新华街道调解中心',
      workers: 1,
      next_clock: 'acceptance:street',
      next_due: '2026-03-05',
    });
    expect(docket(...mediating)).toMatchObject({
      phase: 'mediating',
      phase_since: '2026-03-04',
      mediators: 'zhao',
      next_clock: 'mediation-from-receipt:street',
      next_due: '2026-03-17',
    });
    expect(docket(...failed)).toMatchObject({
      phase: 'concluded',
      concluded_on: '2026-03-17',
      outcome: 'failed',
      next_clock: null,
    });
  });
  it('shows the clock that ended first also once it is on record as overdue', () => {
    const next = { next_clock: 'performance:a1/i2', next_due: '2026-04-10' };
    const data = { settlement: 'a1', item: 'i2' };
    expect(docket(...settled)).toMatchObject(next);
    expect(docket(...settled, { type: 'RecordDefault', data })).toMatchObject(next);
  });
  it('shows the clock again that a payment stopped, when less was paid', () => {
    const paid = [...settled, pay(), pay({ item: 'i2', fen: undefined, on: '2026-04-09' })];
    expect(docket(...paid)?.next_clock).toBeNull();
    const less = pay({ fen: 500_000 }).data;
    const anew = saidAnew(paid, 'PerformanceRecorded', 'CorrectPerformance', less);
    expect(docket(...paid, anew)?.next_clock).toBe('performance:a1/i1');
  });
  it('follows a dispute to another body, and through a suspension', () => {
    expect(docket(...mediating, transfer())).toMatchObject({
      phase: 'received',
      level: 'city',
      body: '市调解中心',
      mediators: null,
    });
    expect(docket(...mediating, suspend())).toMatchObject({ phase: 'suspended', next_clock: null });
    expect(docket(...mediating, suspend(), resume())).toMatchObject({
      phase: 'mediating',
      next_due: '2026-03-27',
    });
  });
  it('names the award and counts the suits', () => {
    expect(docket(...served, sue())).toMatchObject({
      phase: 'decided',
      arbitration: 'arb',
      award: 'w1',
      finality: 'final',
      suits: 1,
    });
  });
});

it('a dispute lists the employers of the register, and what it is linked to', () => {
  const link = { to: 'clause', id: 'wage-floor', contract: 'k1' } as const;
  const commands: readonly DisputeCommand[] = [
    receive(),
    {
      type: 'JoinEmployer',
      data: { on: '2026-03-05', employer: { name: '某股东', role: 'investor' } },
    },
    { type: 'LinkTo', data: link },
    { type: 'LinkTo', data: { to: 'dispute', id: 'd9' } },
  ];
  expect(docket(...commands)).toMatchObject({
    enterprises: 'mill',
    employers: 'mill; 某股东',
    links: 'clause:k1/wage-floor dispute:d9',
  });
  expect(docket(receive())).toMatchObject({ links: null });
});

it('a body that passed a dispute on has its own row, and so has the next', () => {
  const rows = rowsAfter(proceedings, after(...mediating, session(), transfer()));
  expect(rows.get('c1/street')).toMatchObject({
    came: 'received',
    workers_consented_on: '2026-03-02',
    employer_consented_on: '2026-03-03',
    accepted_on: '2026-03-04',
    sessions: 1,
    left_on: '2026-03-10',
    outcome: 'transferred',
  });
  // Whoever applied consents to the next body, too; the other side is asked anew.
  expect(rows.get('c1/city')).toMatchObject({
    came: 'transferred',
    came_on: '2026-03-10',
    workers_consented_on: '2026-03-10',
    employer_consented_on: null,
  });
});

it('a claim says what was claimed, agreed, awarded and paid', () => {
  expect(rowsAfter(claims, after(...settled, pay())).get('c1/c1')).toMatchObject({
    claimant: 'wang',
    claimed_fen: 2_500_000,
    agreed_fen: 2_000_000,
    paid_fen: 2_000_000,
    outcome: 'agreed',
  });
  expect(rowsAfter(claims, after(...awarded)).get('c1/c1')).toMatchObject({
    agreed_fen: null,
    awarded_fen: 2_500_000,
    paid_fen: 0,
    outcome: 'granted',
  });
});

describe('an agreement', () => {
  const item = (...more: readonly DisputeCommand[]) =>
    rowsAfter(settlementItems, after(...settled, ...more)).get('c1/a1/i1');
  const overdue = { type: 'RecordDefault', data: { settlement: 'a1', item: 'i1' } } as const;
  it('says when it was signed, in force and confirmed', () => {
    expect(rowsAfter(settlements, after(...settled, confirm())).get('c1/a1')).toMatchObject({
      items: 2,
      agreed_fen: 2_000_000,
      workers_signed_on: '2026-03-13',
      in_force_on: '2026-03-13',
      confirmation: 'applied',
      confirmation_on: '2026-04-01',
    });
  });
  it('says of each item whether it is due, partly paid, performed, late or in default', () => {
    const first = pay({ fen: 500_000 });
    const rest = (on: string) => pay({ part: 'p2', fen: 1_500_000, on });
    expect(item()?.status).toBe('due');
    expect(item(first)).toMatchObject({ status: 'partly', paid_fen: 500_000, payments: 1 });
    expect(item(first, rest('2026-04-30'))).toMatchObject({
      status: 'performed',
      performed_on: '2026-04-30',
    });
    expect(item(first, rest('2026-05-01'))).toMatchObject({ status: 'late' });
    expect(item(overdue)).toMatchObject({ status: 'defaulted', overdue_on: '2026-04-30' });
    expect(item(overdue, pay({ on: '2026-04-30' }))).toMatchObject({
      status: 'performed',
      overdue_on: null,
    });
  });
  it('is in default of an item on the day that it says now, once that has passed', () => {
    const owing = (due: string) =>
      settle({ items: [{ item: 'i1', claim: 'c1', ground: 'pay', fen: 2_000_000, due }] }).data;
    const past = [...settled, overdue];
    const later = saidAnew(past, 'SettlementReached', 'CorrectSettlement', owing('2027-05-31'));
    expect(item(overdue, later)).toMatchObject({ due_on: '2027-05-31', status: 'due' });
    expect(item(overdue, later, overdue)).toMatchObject({ status: 'defaulted' });
  });
});
