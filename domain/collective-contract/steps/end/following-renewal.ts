import { mayReplace } from '../../../law/whose.ts';
import type { ContractEvent } from '../../events.ts';
import { holderOn, supersessionOf, type State } from '../../state.ts';
import { recorded, type Ask, type Steps } from '../../terms.ts';
import { overBefore } from './ending.ts';
import { supersessionTakenBack } from './taking-back.ts';

/** What its renewal means for the contract. Moved to another day it stays its end: the way until then is told first. */
const settled = (
  { on, by, whose }: Ask<'FollowRenewal'>,
  state: State,
): readonly ContractEvent[] => {
  const { kind, level, scope } = state;
  const isIts = mayReplace(whose, { kind, level, scope, employers: [holderOn(state, on)] });
  const superseded: ContractEvent = { type: 'ContractSuperseded', data: { on, by } };
  const end = supersessionOf(state, by);
  if (end.id === '') return isIts && !overBefore(on, state) ? [superseded] : [];
  if (end.on !== on) return [supersessionTakenBack(state, by), superseded];
  return isIts ? [] : [supersessionTakenBack(state, by)];
};

/** What policies order when a contract, or the one that renews it, came to another employer or lasts for another time. */
export const followingRenewalSteps: Pick<Steps, 'FollowRenewal'> = {
  FollowRenewal: {
    already: (data, state) => state.phase === 'void' || settled(data, state).length === 0,
    in: recorded,
    otherwise: 'contract-on-record',
    record: settled,
  },
};
