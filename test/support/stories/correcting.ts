import type { BargainingCommand } from '../../../domain/bargaining-case/commands.ts';
import { bargainingCase } from '../../../domain/bargaining-case/decider.ts';
import type { BargainingEvent } from '../../../domain/bargaining-case/events.ts';
import { fold } from '../../../domain/shared/decider.ts';
import { after, idOf, late } from './bargaining.ts';
import { given, recorded } from './given.ts';

/** The command that says the first fact of a type anew, as `what` says it. */
export const correcting = (
  past: readonly BargainingEvent[],
  fact: BargainingEvent['type'],
  type: BargainingCommand['type'],
  what: BargainingCommand,
): BargainingCommand =>
  ({
    type,
    data: { corrects: idOf(past, fact), reason: '录入有误', ...what.data },
  }) as BargainingCommand;

/** The commands that came before, then one that corrects the first fact of a type. */
export const corrected = (
  before: readonly BargainingCommand[],
  ...[fact, type, what]: [BargainingEvent['type'], BargainingCommand['type'], BargainingCommand]
) => {
  const past = after(...before);
  const command = correcting(past, fact, type, what);
  const then = given(bargainingCase, ...past).when(command, late);
  const story = (): BargainingEvent[] => after(...before, command);
  return {
    ...then,
    command,
    story,
    last: () => story().at(-1),
    said: () => story().slice(past.length),
    state: () => fold(bargainingCase, recorded(story())),
    again: () => given(bargainingCase, ...story()).when(command, late),
  };
};
