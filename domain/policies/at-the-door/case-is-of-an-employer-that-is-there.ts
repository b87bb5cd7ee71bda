import type { BargainingCommand } from '../../bargaining-case/commands.ts';
import type { Ask, Foresight } from '../../shared/policy.ts';
import { ensure } from '../rules.ts';

/** Nobody prepares to bargain with an employer that had ended by then. */
export const caseIsOfAnEmployerThatIsThere: Foresight<BargainingCommand> = {
  on: 'bargainingCase',
  asks: ({ type, data }): Ask | undefined =>
    (type === 'PrepareOffer' || type === 'CorrectPreparation') && data.enterprise !== undefined
      ? { list: 'enterprises-ended', among: [data.enterprise], on: data.on }
      : undefined,
  ensures: (found) => ensure(found.length === 0, 'employer-had-ended'),
};
