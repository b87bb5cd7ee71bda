import { describe, expect, it } from 'vitest';
import { bargainingCase } from '../../domain/bargaining-case/decider.ts';
import { collectiveContract } from '../../domain/collective-contract/decider.ts';
import { consultation } from '../../domain/consultation/decider.ts';
import { disputeCase } from '../../domain/dispute-case/decider.ts';
import { enterprise } from '../../domain/enterprise/decider.ts';
import { fold, openTo, type Decider } from '../../domain/shared/decider.ts';
import type { EnterpriseEvent } from '../../domain/enterprise/events.ts';
import type { Message } from '../../domain/shared/message.ts';
import { Refusal } from '../../domain/shared/rules.ts';
import { recorded } from '../support/stories/given.ts';

type Any = Decider<{ phase: string }, Message, Message>;
const deciders = [
  ...[enterprise, bargainingCase, collectiveContract, disputeCase, consultation],
] as unknown as readonly Any[];
const rows = deciders.flatMap((decider) =>
  Object.entries(decider.corrects ?? {}).map(
    ([command, fact]) => [decider.category, command, fact, decider] as const,
  ),
);

/** By which rule a command is refused that names a fact of this kind; '' when by none, or later. */
const refusedBy = ({ steps, initial }: Any, command: string, type: string): string => {
  const step = steps[command];
  const named = { corrects: 'fact-0', takesBack: 'fact-0', reason: 'x', on: '2026-01-01' };
  const stamp = { at: '2026-06-01T01:00:00.000Z', by: 'clerk-1' };
  const fact = { ...stamp, id: 'fact-0', type, data: {} };
  try {
    step?.record(named, initial, { ...stamp, subject: 's', past: () => fact });
  } catch (error) {
    if (error instanceof Refusal) return error.rule;
  }
  return '';
};
const NOT_ONE = ['correct-what-is-recorded', 'corrects-a-fact'];

describe('a correction', () => {
  // These two look in the state first for what they are about: nothing is there yet.
  const found = ['CorrectResumption of bargainingCase', 'CorrectEffect of contract'];

  it.each(rows)('of a %s, %s, takes a %s and nothing else', (category, command, fact, decider) => {
    if (!found.includes(`${command} of ${category}`))
      expect(NOT_ONE).not.toContain(refusedBy(decider, command, fact));
    const others = new Set(Object.values(decider.corrects ?? {}));
    others.delete(fact);
    for (const other of others)
      expect(NOT_ONE, other).toContain(refusedBy(decider, command, other));
  });

  it('is offered once there is something to correct', () => {
    const registration: EnterpriseEvent = {
      type: 'EnterpriseRegistered',
      data: {
        ...{ registeredOn: '2020-03-01', name: '阜新棉纺厂', division: '210902' },
        ...{ industry: 'C17', industryScheme: 'gb4754-2017' },
      },
    };
    const moved: EnterpriseEvent = {
      type: 'EnterpriseMoved',
      data: { on: '2024-05-01', division: '210903' },
    };
    const offered = (...facts: EnterpriseEvent[]) =>
      openTo(enterprise, fold(enterprise, recorded(facts)), recorded(facts));
    expect(offered(registration)).toContain('CorrectRegistration');
    expect(offered(registration)).not.toContain('CorrectMove');
    expect(offered(registration, moved)).toContain('CorrectMove');
    expect(offered(registration)).toContain('Move');
  });
});
