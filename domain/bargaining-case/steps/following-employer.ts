import type { Moment } from '../../shared/decider.ts';
import type { BargainingEvent } from '../events.ts';
import { ended, open, type Ask, type State, type Steps } from '../state.ts';
import { closingSteps } from './closing.ts';

const { CloseCase, FollowEmployerEnd, ReopenCase } = closingSteps;

/** The day on which nobody was left to bargain with: its employer ended, or the last that took its place; '' while one is there. */
const leftAlone = ({ ends }: Ask<'FollowEmployer'>, { about }: State): string => {
  const rest = [...ends];
  for (let who = about.enterprise ?? ''; ;) {
    const at = rest.findIndex(({ enterprise }) => enterprise === who);
    const [end] = at === -1 ? [] : rest.splice(at, 1);
    if (end?.to === undefined) return end?.on ?? '';
    who = end.to;
  }
};

/** It closes with the end of its employer, on its day, and goes on where that was none; what somebody closed by hand waits for a reason. */
const settled = (
  data: Ask<'FollowEmployer'>,
  state: State,
  moment: Moment,
): readonly BargainingEvent[] => {
  const { phase, ground } = state;
  const { reason } = data;
  const on = leftAlone(data, state);
  if (open.includes(phase))
    return on === '' ? [] : CloseCase.record({ on, ground: 'employer-dissolved' }, state, moment);
  if (phase !== 'closed' || ground !== 'employer-dissolved' || reason === undefined) return [];
  if (on === '') return ReopenCase.record({ reason }, state, moment);
  const moved = { on, reason };
  const isSo = FollowEmployerEnd.already?.(moved, state, moment) === true;
  return isSo ? [] : FollowEmployerEnd.record(moved, state, moment);
};

/** What policies order when an employer ended or another took its place, and when a case comes to one. */
export const followingEmployerSteps: Steps<'FollowEmployer'> = {
  FollowEmployer: {
    already: (_, { phase }) => phase !== 'closed' && ended.includes(phase),
    in: [...open, 'closed'],
    otherwise: 'not-now',
    record: settled,
  },
};
