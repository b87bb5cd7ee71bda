import { expect } from 'vitest';
import { decide, fold, pastOf, type Decider } from '../../../domain/shared/decider.ts';
import type { Fact, Message } from '../../../domain/shared/message.ts';
import type { Refusal } from '../../../domain/shared/rules.ts';

const by = 'clerk-1';

/** Facts as recorded, with ids fact-0, fact-1, … in order. */
export const recorded = <E extends Message>(past: readonly E[]): Fact<E>[] =>
  past.map((event, i) => ({
    ...event,
    id: `fact-${String(i)}`,
    at: '2026-01-01T00:00:00.000Z',
    by,
  }));

/** given(decider, ...facts).when(command, at).thenRecords(...facts) or .thenRefuses(rule, article?) */
export const given = <S extends { readonly phase: string }, C extends Message, E extends Message>(
  decider: Decider<S, C, E>,
  ...past: E[]
) => ({
  /** `subject` is the aggregate's own id, where the decision looks at it. */
  when: (command: C, at = '2026-06-01T01:00:00.000Z', subject?: string) => {
    const facts = recorded(past);
    const deciding = () =>
      decide(decider, decider.command.parse(command), fold(decider, facts), {
        at,
        by,
        subject,
        past: pastOf(facts),
      });
    return {
      thenRecords: (...events: E[]) => {
        const decided = deciding();
        expect(decided).toStrictEqual(events);
        // What is decided must be readable for ever.
        for (const event of decided) expect(decider.event.parse(event)).toStrictEqual(event);
      },
      /** The recorded types only, where the data is another test's business. */
      thenRecordsTypes: (...types: E['type'][]) =>
        expect(deciding().map(({ type }) => type)).toStrictEqual(types),
      thenRefuses: (rule: string, article?: string) =>
        expect(deciding).toThrow(
          expect.objectContaining(article ? { rule, article } : { rule }) as Refusal,
        ),
    };
  },
});
