import { describe, expect, it } from 'vitest';
import type { ContractCommand } from '../../../domain/collective-contract/commands.ts';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { decide, fold, pastOf } from '../../../domain/shared/decider.ts';
import { Refusal } from '../../../domain/shared/rules.ts';
import { recorded } from '../../support/stories/given.ts';
import { amendment, filedBy, objection, regional, terms } from './facts.ts';

/** A small seeded generator, so that a failure can be repeated. */
const dice = (seed: number) => {
  let state = seed;
  return (sides: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
};

const day = (n: number) =>
  `2026-${n < 6 ? '06' : '07'}-${String(1 + ((n * 5) % 28)).padStart(2, '0')}`;

const asks: readonly ((n: number) => ContractCommand)[] = [
  () => ({ type: 'Sign', data: terms }),
  () => ({ type: 'Sign', data: regional }),
  (n) => ({ type: 'File', data: filedBy(day(n)) }),
  (n) => ({ type: 'Refile', data: filedBy(day(n), `A${String(n)}`) }),
  (n) => ({ type: 'Object', data: objection(day(n)) }),
  (n) => ({ type: 'Approve', data: { on: day(n) } }),
  () => ({ type: 'RecordSilence', data: {} }),
  () => ({ type: 'RecordFilingOverdue', data: {} }),
  () => ({ type: 'RecordPublicationOverdue', data: {} }),
  () => ({ type: 'OpenRenewalWindow', data: {} }),
  () => ({ type: 'RecordExpiry', data: {} }),
  () => ({ type: 'RecomputeDeadlines', data: {} }),
  (n) => ({ type: 'Publish', data: { on: day(n), means: 'board' } }),
  (n) => ({ type: 'Accede', data: { enterprise: `e${String(n % 3)}`, from: day(n) } }),
  (n) => ({
    type: 'Withdraw',
    data: { enterprise: `e${String(n % 3)}`, on: day(n), because: 'x' },
  }),
  () => ({ type: 'SignAmendment', data: amendment }),
  () => ({ type: 'TakeBackAmendment', data: { case: amendment.case, reason: 'x' } }),
  (n) => ({ type: 'Rescind', data: { on: day(n), ground: 'law', because: 'x' } }),
  (n) => ({ type: 'EndWithEmployer', data: { on: day(n), enterprise: 'looms' } }),
  (n) => ({ type: 'Supersede', data: { on: day(n), by: 'c2' } }),
  () => ({ type: 'TakeBackSupersession', data: { by: 'c2' } }),
  (n) => ({ type: 'PassToSuccessor', data: { on: day(n), from: 'looms', to: 'weavers' } }),
  (n) => ({
    type: 'HoldInspection',
    data: { inspection: 'i1', on: day(n), results: [{ clause: 'raise', result: 'fulfilled' }] },
  }),
  (n) => ({
    type: 'CorrectFiling',
    data: { corrects: `fact-${String(n % 6)}`, reason: 'x', ...filedBy(day(n)) },
  }),
  (n) => ({
    type: 'CorrectSigning',
    data: { corrects: 'fact-0', reason: 'x', ...terms, signedOn: '2026-05-19', workers: n },
  }),
];

const decided = (facts: readonly ContractEvent[], command: ContractCommand, at: string) => {
  const past = recorded(facts);
  const moment = { at, by: 'clerk-1', past: pastOf(past) };
  try {
    return decide(
      collectiveContract,
      collectiveContract.command.parse(command),
      fold(collectiveContract, past),
      moment,
    );
  } catch (error) {
    if (error instanceof Refusal) return 'refused';
    throw error;
  }
};

describe('any life of a contract', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))(
    'records nothing when a command is repeated, and only what can be read again (%i)',
    (seed) => {
      const roll = dice(seed + 1);
      let facts: readonly ContractEvent[] = [];
      for (let i = 0; i < 40; i += 1) {
        const ask = asks[i === 0 ? roll(2) : roll(asks.length)];
        const command = ask?.(roll(12)) ?? { type: 'RecordExpiry', data: {} };
        const at = `2026-0${String(6 + roll(4))}-15T08:00:00.000Z`;
        const now = decided(facts, command, at);
        if (now === 'refused') continue;
        for (const fact of now) expect(collectiveContract.event.parse(fact)).toStrictEqual(fact);
        facts = [...facts, ...now];
        const again = decided(facts, command, at);
        // A clock's command may find nothing left to say; it never says it twice.
        expect(again === 'refused' ? [] : again).toStrictEqual([]);
      }
      expect(facts.length).toBeGreaterThan(0);
    },
  );
});
