import type { Decider } from '../shared/decider.ts';
import { mapValues } from '../shared/map-values.ts';
import type { Fact } from '../shared/message.ts';
import type { ContractCommand } from './commands.ts';
import type { ContractEvent } from './events.ts';
import type { State } from './state.ts';

/** What happens to the text that was signed last, on its way to effect. */
const onTheWay: readonly string[] = [
  'ContractFiled',
  'ContractRefiled',
  'ReviewObjected',
  'ContractTookEffect',
  'EffectTakenBack',
  'FilingFellOverdue',
] satisfies ContractEvent['type'][];

/** What happens because a text binds. */
const inForce: readonly string[] = [
  'ContractPublished',
  'PublicationFellOverdue',
  'RenewalWindowOpened',
  'ContractExpired',
] satisfies ContractEvent['type'][];

/** The place of the text that a fact belongs to; -1 where it is about none. */
const placeOf = ({ texts, effects }: State, type: string): number => {
  if (onTheWay.includes(type)) return texts.length - 1;
  return inForce.includes(type) ? Math.max(effects.length - 1, 0) : -1;
};

type After = Decider<State, ContractCommand, ContractEvent>['after'];
type Take = (state: State, data: unknown, fact: Fact) => State;

/** `after` that also notes what became of each text: it goes with the text when that is taken back. */
export const noting = (after: After): After =>
  mapValues<Take, Take>(after as unknown as Record<string, Take>, (take) => (state, data, fact) => {
    const next = take(state, data, fact);
    const place = placeOf(next, fact.type);
    if (place < 0) return next;
    const texts = next.texts.map((text, at) =>
      at === place ? { ...text, came: [...text.came, fact.id] } : text,
    );
    return { ...next, texts };
  }) as unknown as After;
