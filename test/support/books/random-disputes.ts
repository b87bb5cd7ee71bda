import fc from 'fast-check';
import type { DisputeEvent } from '../../../domain/dispute-case/events.ts';
import { plusDays } from '../../../domain/shared/calendar.ts';
import type { Seen } from '../../../projections/projection.ts';
import { inOrder, type Told } from './bookkeeping.ts';

type Data<T extends DisputeEvent['type']> = Extract<DisputeEvent, { type: T }>['data'];

export const BODIES = [
  { proceeding: 'committee', level: 'enterprise', body: '纺织厂调解委员会' },
  { proceeding: 'street', level: 'street', body: '城东街道调解中心' },
  { proceeding: 'district', level: 'district', body: '崇川区调解中心' },
] as const;
export const REGIONS = ['320602', '320681', 'US-NY'] as const;
export const CAUSES = ['remuneration', 'contract-relieved'] as const;
const OUTCOMES = ['settled', 'failed', 'withdrawn', 'refused'] as const;

/** A day of the first half of 2026. */
export const anyDisputeDay = fc.integer({ min: 0, max: 180 }).map((n) => plusDays('2026-01-01', n));

const anyPart = {
  dispute: fc.constantFrom('d-1', 'd-2', 'd-3', 'd-4'),
  on: anyDisputeDay,
  at: fc.constantFrom(...BODIES),
  region: fc.constantFrom(...REGIONS),
  cause: fc.constantFrom(...CAUSES),
  outcome: fc.constantFrom(...OUTCOMES),
  /** Which of the dispute's facts is said anew. */
  nth: fc.nat(9),
};
const anyMove = fc.record({
  ...anyPart,
  is: fc.constantFrom(
    ...(['transfer', 'transfer', 'conclude', 'conclude', 'reopen', 'join'] as const),
    ...(['suspend', 'resume', 'correct', 'correct', 'correct', 'void'] as const),
  ),
});
type Move = typeof anyMove extends fc.Arbitrary<infer M> ? M : never;

const received = ({ on, at, region, cause, outcome }: Move): Data<'DisputeReceived'> => ({
  on,
  profile: 'national-2004',
  division: region,
  cause,
  form: 'written',
  channel: 'walk-in',
  ...at,
  by: 'workers',
  claimants: ['w-1'],
  employers: [{ name: '纺织厂', role: 'employer' }],
  claim: 'separate',
  collective: outcome === 'settled' ? 'collective' : 'individual',
});
const transferred = ({ on, at }: Move): Data<'DisputeTransferred'> => ({
  from: 'any',
  ...at,
  on,
  because: 'escalated',
});
const concluded = ({ on, at, outcome }: Move): Data<'DisputeConcluded'> => ({
  proceeding: at.proceeding,
  on,
  outcome,
  ending: 'other',
});
const reopened = ({ on, at }: Move): Data<'DisputeReopened'> => ({
  on,
  because: 'consent-anew',
  ...at,
});
const suspended = ({ on }: Move): Data<'HandlingSuspended'> => ({ on, ground: 'other', stops: [] });
const resumed = ({ on }: Move): Data<'HandlingResumed'> => ({ on, clocks: [] });

/** What a fact of this type says when it is said anew. */
const anew = (
  { type, id }: { readonly type: DisputeEvent['type']; readonly id: string },
  move: Move,
): DisputeEvent | undefined => {
  const more = { corrects: id, reason: '笔误' };
  if (type === 'DisputeReceived')
    return { type: 'ReceiptCorrected', data: { ...received(move), ...more } };
  if (type === 'DisputeTransferred')
    return { type: 'TransferCorrected', data: { ...transferred(move), ...more } };
  if (type === 'DisputeConcluded')
    return { type: 'ConclusionCorrected', data: { ...concluded(move), ...more } };
  if (type === 'DisputeReopened')
    return { type: 'ReopeningCorrected', data: { ...reopened(move), ...more } };
  if (type === 'HandlingSuspended')
    return { type: 'SuspensionCorrected', data: { ...suspended(move), ...more } };
  return undefined;
};

const told = (move: Move): DisputeEvent => {
  if (move.is === 'transfer') return { type: 'DisputeTransferred', data: transferred(move) };
  if (move.is === 'conclude') return { type: 'DisputeConcluded', data: concluded(move) };
  if (move.is === 'reopen') return { type: 'DisputeReopened', data: reopened(move) };
  if (move.is === 'suspend') return { type: 'HandlingSuspended', data: suspended(move) };
  if (move.is === 'resume') return { type: 'HandlingResumed', data: resumed(move) };
  if (move.is === 'join') {
    return { type: 'ProceedingJoined', data: { ...move.at, on: move.on } };
  }
  return { type: 'DisputeVoided', data: { reason: '重复登记' } };
};

/**
 * Disputes whose days come in any order, with bodies that change, conclusions, reopenings, records
 * that are void, and facts said anew: what no decider would let through, and no ledger may lose.
 */
export const anyDisputes: fc.Arbitrary<readonly Seen[]> = fc
  .array(anyMove, { minLength: 1, maxLength: 40 })
  .map((moves) => {
    const facts: (Told<DisputeEvent> & { readonly id: string })[] = [];
    for (const move of moves) {
      const mine = facts.filter(({ subject }) => subject === move.dispute);
      const old = mine[move.nth % (mine.length || 1)];
      const fact: DisputeEvent | undefined =
        mine.length === 0
          ? { type: 'DisputeReceived', data: received(move) }
          : move.is === 'correct'
            ? old && anew(old, move)
            : told(move);
      if (!fact) continue;
      facts.push({
        ...fact,
        category: 'dispute',
        subject: move.dispute,
        id: `fact-${String(facts.length + 1)}`,
        at: new Date(Date.UTC(2026, 6, 1, 0, facts.length)).toISOString(),
      });
    }
    return inOrder(facts);
  });
