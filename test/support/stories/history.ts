import { expect } from 'vitest';
import { decide, fold, openTo, pastOf, type Decider } from '../../../domain/shared/decider.ts';
import type { Message } from '../../../domain/shared/message.ts';
import { Refusal } from '../../../domain/shared/rules.ts';
import { recorded } from './given.ts';

/** Gives commands one after the other, leaves out what is refused and gives each of the others a second time, which changes nothing; whatever records something was offered. Answers what was recorded. */
export const history = <S extends { readonly phase: string }, C extends Message, E extends Message>(
  decider: Decider<S, C, E>,
  commands: readonly C[],
  { at, subject }: { readonly at: string; readonly subject: string },
): E[] => {
  const events: E[] = [];
  const decided = (command: C): readonly E[] => {
    const facts = recorded(events);
    const moment = { at, by: 'clerk-1', subject, past: pastOf(facts) };
    return decide(decider, decider.command.parse(command), fold(decider, facts), moment);
  };
  for (const command of commands) {
    try {
      const facts = recorded(events);
      const made = decided(command);
      if (made.length > 0)
        expect(openTo(decider, fold(decider, facts), facts)).toContain(command.type);
      events.push(...made);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      continue;
    }
    expect(decided(command), command.type).toStrictEqual([]);
  }
  return events;
};
