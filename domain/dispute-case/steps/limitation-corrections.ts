import { daysBetween } from '../../shared/calendar.ts';
import type { Deadline } from '../../shared/values.ts';
import { clock, recount } from '../clocks.ts';
import { correcting, type Made } from './correcting.ts';
import type { DisputeEvent } from '../events.ts';
import { ensure } from '../rules.ts';
import {
  inOrder,
  lawOf,
  placeOf,
  type Ask,
  type LimitationMove,
  type State,
  type Steps,
} from '../state.ts';

/** The move that is said anew: on this day it stays before whatever moved the limitation next. */
const moveOn = (state: State, corrects: string, on: string): LimitationMove => {
  const { moves } = state.limitation;
  const at = moves.findIndex(({ id }) => id === corrects);
  ensure(at >= 0, 'not-now');
  const next = moves[at + 1];
  if (next) inOrder(on, next.on);
  const isFiled = state.clocks.limitation === undefined && state.arbitration.filedOn !== '';
  if (isFiled) inOrder(on, state.arbitration.filedOn);
  return moves[at] as LimitationMove;
};

const daysOf = ({ stoodOn, on }: Pick<LimitationMove, 'stoodOn' | 'on'>): number =>
  stoodOn === '' ? 0 : daysBetween(stoodOn, on);

const recounted = (deadline: Deadline): DisputeEvent => ({
  type: 'DeadlineRecomputed',
  data: { clock: 'limitation', deadline },
});

/** What moved it later has said its days as they were before: they are counted once more. */
const daysFollow = (
  { said, corrects, state }: Made<'InterruptionCorrected' | 'LimitationResumptionCorrected'>,
  stood: number,
): DisputeEvent[] => {
  const { moves } = state.limitation;
  const later = moves.slice(moves.findIndex(({ id }) => id === corrects) + 1);
  const { limitation: now } = state.everWound;
  if (later.some(({ is }) => is === 'interrupted')) return now ? [recounted(now)] : [];
  const resumed = later.filter(({ is }) => is === 'resumed');
  if (resumed.length === 0) return [];
  const days = resumed.reduce((sum, one) => sum + daysOf(one), stood);
  return [recounted(recount(placeOf(state), said.limitation, days))];
};

/** Corrections of what moves the limitation. */
export const limitationCorrections: Steps<'CorrectInterruption' | 'CorrectLimitationResumption'> = {
  CorrectInterruption: correcting<
    Ask<'CorrectInterruption'>,
    'LimitationInterrupted',
    'InterruptionCorrected'
  >({
    fact: 'LimitationInterrupted',
    as: 'InterruptionCorrected',
    about: [],
    says: (data, state, before, corrects) => {
      const { found } = moveOn(state, corrects, data.on);
      ensure(!found || data.on <= found.due, 'limitation-runs', found?.article);
      inOrder(found?.from ?? '', data.on);
      const limitation = clock(state, 'limitation', data.on, lawOf(state).limitation);
      return { ...data, limitation: limitation ?? before.limitation };
    },
    follows: (made) => daysFollow(made, 0),
  }),
  CorrectLimitationResumption: correcting<
    Ask<'CorrectLimitationResumption'>,
    'LimitationResumed',
    'LimitationResumptionCorrected'
  >({
    fact: 'LimitationResumed',
    as: 'LimitationResumptionCorrected',
    about: [],
    says: (data, state, before, corrects) => {
      const { found = before.limitation, stoodOn, stood } = moveOn(state, corrects, data.on);
      inOrder(stoodOn, data.on);
      const days = stood + daysOf({ stoodOn, on: data.on });
      return { ...data, limitation: recount(placeOf(state), found, days) };
    },
    follows: (made) => {
      const { moves } = made.state.limitation;
      const { stoodOn = '', stood = 0 } = moves.find(({ id }) => id === made.corrects) ?? {};
      return daysFollow(made, stood + daysOf({ stoodOn, on: made.said.on }));
    },
  }),
};
