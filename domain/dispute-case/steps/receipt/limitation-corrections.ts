import { same } from '../../../shared/same.ts';
import type { Deadline } from '../../../shared/values.ts';
import { correcting, type Made } from '../correcting.ts';
import type { DisputeEvent } from '../../events.ts';
import {
  ensureRan,
  foundAt,
  limitationOf,
  movedBy,
  placeAmong,
  type Running,
} from './limitation.ts';
import { ensure } from '../../rules.ts';
import { inOrder, type Ask, type LimitationMove, type State, type Steps } from '../../state.ts';

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

type Later = readonly LimitationMove[];

/** The move that is said anew, the limitation as it finds it on its day and leaves it (none where none ran), and what came later. */
type Anew = {
  readonly was: LimitationMove;
  readonly found: Running | undefined;
  readonly now: Running | undefined;
  readonly later: Later;
};

const movedAnew = (state: State, corrects: string, on: string): Anew => {
  const { moves } = state.limitation;
  const own = moves.findIndex(({ id }) => id === corrects);
  const was = moves[own] as LimitationMove;
  ensure(own !== -1, 'not-now');
  ensureBeforeNext(state, corrects, on);
  inOrder(was.found?.from ?? '', on);
  // An interruption may come before days that it stood.
  const place = was.is === 'interrupted' ? Math.min(own, placeAmong(moves, on)) : own;
  const found = foundAt(state, place);
  return {
    ...{ was, found },
    now: found && movedBy(state, found, { is: was.is, on }),
    later: moves.slice(place).filter(({ id }) => id !== corrects),
  };
};

const recounted = (deadline: Deadline): DisputeEvent => ({
  type: 'DeadlineRecomputed',
  data: { clock: 'limitation', deadline },
});

/** The limitation as the later moves leave it. */
const leftBy = (state: State, running: Running, later: Later): Deadline =>
  later.reduce<Running>((now, move) => movedBy(state, now, move), running).limitation;

/** What was said of the limitation since, it was said of the old day: it is counted once more. */
const daysFollow = (
  {
    corrects,
    state,
    moment,
  }: Made<'LimitationCorrected' | 'InterruptionCorrected' | 'LimitationResumptionCorrected'>,
  running: Running | undefined,
  later: Later,
): DisputeEvent[] => {
  if (!running) return [];
  const { limitation: before } = moment.past(corrects)?.data as { readonly limitation?: Deadline };
  const isLast = later.every(({ is }) => is === 'suspended');
  const isCounted = isLast && same(before ?? null, state.everWound.limitation ?? null);
  const now = leftBy(state, running, later);
  return isCounted ? [] : [recounted(now)];
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
      const running = limitation && { limitation, stoodOn: '', stood: 0 };
      return daysFollow(made, running, laterThan(made.state, made.corrects));
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
      const { found, now } = movedAnew(state, corrects, data.on);
      if (found && data.by !== 'mediation-failed') ensureRan(found, data.on);
      return { ...data, limitation: now?.limitation ?? before.limitation };
    },
    follows: (made) => {
      const { now, later } = movedAnew(made.state, made.corrects, made.said.on);
      return daysFollow(made, now, later);
    },
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
      const { now, later } = movedAnew(state, corrects, on);
      const left = now && leftBy(state, now, later);
      return left && !same(left, state.everWound.limitation ?? null) ? [recounted(left)] : [];
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
      const { was, now } = movedAnew(state, corrects, data.on);
      inOrder(was.stoodOn, data.on);
      return { ...data, limitation: now?.limitation ?? before.limitation };
    },
    follows: (made) => {
      const { now, later } = movedAnew(made.state, made.corrects, made.said.on);
      return daysFollow(made, now, later);
    },
  }),
};
