import { daysBetween } from '../../shared/calendar.ts';
import { same } from '../../shared/same.ts';
import type { Deadline } from '../../shared/values.ts';
import { clock, recount } from '../clocks.ts';
import { correcting, type Made } from './correcting.ts';
import type { DisputeEvent } from '../events.ts';
import { limitationOf } from './limitation.ts';
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

/** The limitation as it runs or stands: `stood` days since it last began, and still from `stoodOn`. */
type Running = Pick<LimitationMove, 'stoodOn' | 'stood'> & { readonly limitation: Deadline };
type Move = Pick<LimitationMove, 'is' | 'on'>;

/** The limitation after one move more (LDMAL 27): it does not run out while it stands. */
const moved = (state: State, running: Running, { is, on }: Move): Running => {
  const { limitation, stoodOn, stood } = running;
  if (is === 'resumed') {
    const days = stoodOn === '' ? stood : stood + daysBetween(stoodOn, on);
    return { limitation: recount(placeOf(state), limitation, days), stoodOn: '', stood: days };
  }
  ensure(stoodOn !== '' || on <= limitation.due, 'limitation-runs', limitation.article);
  if (is === 'suspended') return { ...running, stoodOn: on };
  const anew = clock(state, 'limitation', on, lawOf(state).limitation) ?? limitation;
  return { limitation: anew, stoodOn: '', stood: 0 };
};

/** What moved the limitation after the fact that is said anew; all of it after the one that began it. */
const laterThan = ({ limitation: { moves } }: State, corrects: string): readonly LimitationMove[] =>
  moves.slice(moves.findIndex(({ id }) => id === corrects) + 1);

/** What is said anew stays before whatever moved the limitation next, and before the filing that met it. */
const ensureBeforeNext = (state: State, corrects: string, on: string): void => {
  const [next] = laterThan(state, corrects);
  if (next) inOrder(on, next.on);
  const isFiled = state.clocks.limitation === undefined && state.arbitration.filedOn !== '';
  if (isFiled) inOrder(on, state.arbitration.filedOn);
};

/** The move that is said anew, and the limitation as that move finds it. */
const moveOn = (
  state: State,
  corrects: string,
  on: string,
): { readonly was: LimitationMove; readonly before: Running | undefined } => {
  const was = state.limitation.moves.find(({ id }) => id === corrects);
  ensure(was !== undefined, 'not-now');
  ensureBeforeNext(state, corrects, on);
  const { found, stoodOn, stood } = was as LimitationMove;
  inOrder(found?.from ?? '', on);
  return {
    was: was as LimitationMove,
    before: found && { limitation: recount(placeOf(state), found, stood), stoodOn, stood },
  };
};

const recounted = (deadline: Deadline): DisputeEvent => ({
  type: 'DeadlineRecomputed',
  data: { clock: 'limitation', deadline },
});

/** The limitation as the later moves leave it. */
const leftBy = (state: State, corrects: string, running: Running): Deadline =>
  laterThan(state, corrects).reduce<Running>((now, move) => moved(state, now, move), running)
    .limitation;

/** What was said of the limitation since, it was said of the old day: it is counted once more. */
const daysFollow = (
  {
    corrects,
    state,
    moment,
  }: Made<'LimitationCorrected' | 'InterruptionCorrected' | 'LimitationResumptionCorrected'>,
  running: Running | undefined,
): DisputeEvent[] => {
  if (!running) return [];
  const { limitation: before } = moment.past(corrects)?.data as { readonly limitation?: Deadline };
  const isLast = laterThan(state, corrects).every(({ is }) => is === 'suspended');
  const isCounted = isLast && same(before ?? null, state.everWound.limitation ?? null);
  const now = leftBy(state, corrects, running);
  return isCounted ? [] : [recounted(now)];
};

/** The limitation once the move that is said anew has moved it on this day; none where none ran. */
const movedAnew = (state: State, corrects: string, on: string): Running | undefined => {
  const { was, before } = moveOn(state, corrects, on);
  return before && moved(state, before, { is: was.is, on });
};

/** Corrections of the limitation and of what moves it. */
export const limitationCorrections: Steps<
  | 'CorrectLimitation'
  | 'CorrectInterruption'
  | 'CorrectLimitationSuspension'
  | 'CorrectLimitationResumption'
> = {
  CorrectLimitation: correcting<
    Ask<'CorrectLimitation'>,
    'LimitationStarted',
    'LimitationCorrected'
  >({
    fact: 'LimitationStarted',
    as: 'LimitationCorrected',
    // Whether it runs at all decides what could move it: that is said by starting it once more.
    about: ['runs'],
    says: (data, state, _, corrects) => {
      ensure(state.limitation.began === corrects, 'not-now');
      ensureBeforeNext(state, corrects, data.from);
      return limitationOf(state, data);
    },
    follows: (made) => {
      const { limitation } = made.said;
      return daysFollow(made, limitation && { limitation, stoodOn: '', stood: 0 });
    },
  }),
  CorrectInterruption: correcting<
    Ask<'CorrectInterruption'>,
    'LimitationInterrupted',
    'InterruptionCorrected'
  >({
    fact: 'LimitationInterrupted',
    as: 'InterruptionCorrected',
    about: [],
    says: (data, state, before, corrects) => {
      const anew = movedAnew(state, corrects, data.on);
      return { ...data, limitation: anew?.limitation ?? before.limitation };
    },
    follows: (made) => daysFollow(made, movedAnew(made.state, made.corrects, made.said.on)),
  }),
  CorrectLimitationSuspension: correcting<
    Ask<'CorrectLimitationSuspension'>,
    'LimitationSuspended',
    'LimitationSuspensionCorrected'
  >({
    fact: 'LimitationSuspended',
    as: 'LimitationSuspensionCorrected',
    about: [],
    says: (data, state, _, corrects) => {
      const { moves } = state.limitation;
      movedAnew(state, corrects, data.on);
      inOrder(moves[moves.findIndex(({ id }) => id === corrects) - 1]?.on ?? '', data.on);
      return data;
    },
    // The suspension itself says no last day: whatever ended it has said one.
    follows: ({ said: { on }, corrects, state }) => {
      const anew = movedAnew(state, corrects, on);
      const now = anew && leftBy(state, corrects, anew);
      return now && !same(now, state.everWound.limitation ?? null) ? [recounted(now)] : [];
    },
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
      const { stoodOn } = moveOn(state, corrects, data.on).was;
      inOrder(stoodOn, data.on);
      const anew = movedAnew(state, corrects, data.on);
      return { ...data, limitation: anew?.limitation ?? before.limitation };
    },
    follows: (made) => daysFollow(made, movedAnew(made.state, made.corrects, made.said.on)),
  }),
};
