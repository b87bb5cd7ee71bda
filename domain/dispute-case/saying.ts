import type { Step } from '../shared/decider.ts';
import { nameOf, says } from '../shared/saying.ts';
import type { DisputeEvent } from './events.ts';
import type { Rule } from './rules.ts';
import type { Case, Phase, Said, State } from './state.ts';

type Type = DisputeEvent['type'];

/** The fields that say which thing a fact is about. */
const ids = [
  'proceeding',
  'side',
  'claim',
  'claimant',
  'person',
  'mediator',
  'session',
  'note',
  'settlement',
  'as',
  'item',
  'part',
  'arbitration',
  'hearing',
  'award',
  'service',
  'suit',
  'instance',
  'title',
  'id',
] as const;

const keyOf = (type: string, data: unknown): string => nameOf(type, data, ids);

/** Whether the last fact of this kind about this thing says all that is asked. */
export const isSaid = (state: State, type: Type, asked: unknown): boolean => {
  const said = state.said[keyOf(type, asked)];
  return said !== undefined && says(said, asked);
};

/** What the last fact of this kind about this thing said. */
export const lastSaid = <T extends Type>(
  state: Pick<State, 'said'>,
  type: T,
  about: Readonly<Record<string, string>>,
): Said<T> | undefined => state.said[keyOf(type, about)] as Said<T> | undefined;

/** All that was said last of each thing, but for this fact. */
export const saidBeside = (
  { said }: Pick<State, 'said'>,
  type: Type,
  data: unknown,
): Readonly<Record<string, unknown>> => {
  const { [keyOf(type, data)]: _, ...others } = said;
  return others;
};

/** `after` that also remembers what was said, and every clock. */
export const remembering = (after: Case['after']): Case['after'] =>
  Object.fromEntries(
    Object.entries(after).map(([type, take]) => [
      type,
      (state: State, data: unknown, fact: never) => {
        const next = (take as (state: State, data: unknown, fact: never) => State)(
          state,
          data,
          fact,
        );
        const everWound =
          next.clocks === state.clocks ? next.everWound : { ...next.everWound, ...next.clocks };
        return { ...next, everWound, said: { ...next.said, [keyOf(type, data)]: data } };
      },
    ]),
  ) as unknown as Case['after'];

/** A row of the state table whose command, asked twice, records its fact once. */
export const once = <Asked>(
  fact: Type,
  phases: readonly Phase[],
  record: Step<State, Asked, DisputeEvent, Rule>['record'],
  otherwise: Rule = 'not-now',
): Step<State, Asked, DisputeEvent, Rule> => ({
  already: (data, state) => isSaid(state, fact, data),
  in: phases,
  otherwise,
  record,
});
