import { daysBetween } from '../../../shared/calendar.ts';
import type { Deadline } from '../../../shared/values.ts';
import { clock, optional, recount, wound } from '../../clocks.ts';
import { ensure } from '../../rules.ts';
import { once } from '../../saying.ts';
import {
  lawOf,
  pending,
  inOrder,
  placeOf,
  type After,
  type Ask,
  type LimitationMove,
  type Said,
  type State,
  type Steps,
} from '../../state.ts';

/** The limitation from its day; none while arrears arise in the employment (LDMAL 27). */
export const limitationOf = (
  state: State,
  data: Ask<'StartLimitation'>,
): Said<'LimitationStarted'> => {
  const isRunning = data.runs === 'one-year';
  const running = clock(state, 'limitation', data.from, lawOf(state).limitation);
  return { ...data, ...optional('limitation', isRunning ? running : undefined) };
};

/** The limitation as it runs or stands: `stood` days since it last began, and still from `stoodOn`. */
export type Running = Pick<LimitationMove, 'stoodOn' | 'stood'> & { readonly limitation: Deadline };
type Move = Pick<LimitationMove, 'is' | 'on'>;

/** How long it has stood after one move more; what begins anew while it stands goes on standing. */
const stoodAfter = (
  { stoodOn, stood }: Pick<Running, 'stoodOn' | 'stood'>,
  { is, on }: Move,
): Pick<Running, 'stoodOn' | 'stood'> => {
  if (is === 'suspended') return { stoodOn: on, stood };
  if (is === 'interrupted') return { stoodOn: stoodOn === '' ? '' : on, stood: 0 };
  return { stoodOn: '', stood: stoodOn === '' ? stood : stood + daysBetween(stoodOn, on) };
};

/** Whether it can be moved on that day: it does not run out while it stands. */
const livesOn = ({ limitation, stoodOn }: Running, on: string): boolean =>
  stoodOn !== '' || on <= limitation.due;

/** The limitation after one move more (LDMAL 27). */
export const movedBy = (state: State, running: Running, move: Move): Running => {
  const { limitation } = running;
  const after = stoodAfter(running, move);
  if (move.is === 'resumed')
    return { ...after, limitation: recount(placeOf(state), limitation, after.stood) };
  ensure(livesOn(running, move.on), 'limitation-runs', limitation.article);
  if (move.is === 'suspended') return { ...after, limitation };
  const anew = clock(state, 'limitation', move.on, lawOf(state).limitation);
  return { ...after, limitation: anew ?? limitation };
};

/** Where among the moves one of this day belongs: after those of its day. */
export const placeAmong = (moves: readonly LimitationMove[], on: string): number => {
  const next = moves.findIndex((move) => move.on > on);
  return next === -1 ? moves.length : next;
};

/** The limitation as a move in this place finds it; none where none runs. */
export const foundAt = (state: State, place: number): Running | undefined => {
  const { moves, stoodOn, stood } = state.limitation;
  const { limitation } = state.clocks;
  const next = moves[place];
  if (!next) return limitation && { limitation, stoodOn, stood };
  const { found } = next;
  return (
    found && {
      limitation: recount(placeOf(state), found, next.stood),
      ...{ stoodOn: next.stoodOn, stood: next.stood },
    }
  );
};

/** The limitation that was interrupted on that day: days that it stood since, though recorded before, do not count. */
const interruptedOn = (state: State, found: Running, on: string): Deadline => {
  const { moves } = state.limitation;
  const now = movedBy(state, found, { is: 'interrupted', on });
  return moves
    .slice(placeAmong(moves, on))
    .reduce<Running>((running, move) => movedBy(state, running, move), now).limitation;
};

/** The limitation begun anew by a mediation that failed on that day; nothing where it had run out. */
export const begunAnew = (state: State, on: string): Deadline | undefined => {
  const found = foundAt(state, placeAmong(state.limitation.moves, on));
  const { limitation: running } = state.clocks;
  if (!found || !running || on <= running.from || !livesOn(found, on)) return undefined;
  return lawOf(state).limitation ? interruptedOn(state, found, on) : undefined;
};

const running = ({ clocks, limitation }: State, on: string): Deadline => {
  const found = clocks.limitation;
  const runs = found !== undefined && limitation.runs !== 'suspended' && on <= found.due;
  ensure(runs, 'limitation-runs', found?.article);
  inOrder(found?.from ?? '', on);
  return found as Deadline;
};

/** It ran on that day: it may stand since that very day, or have stood later. */
export const ensureRan = (found: Running | undefined, on: string): Running => {
  const ran = found !== undefined && (found.stoodOn === '' || found.stoodOn === on);
  ensure(ran, 'limitation-runs', found?.limitation.article);
  return found as Running;
};

export const limitationSteps: Steps<
  'StartLimitation' | 'InterruptLimitation' | 'SuspendLimitation' | 'ResumeLimitation'
> = {
  StartLimitation: once('LimitationStarted', pending, (data, state) => [
    { type: 'LimitationStarted', data: limitationOf(state, data) },
  ]),
  InterruptLimitation: once('LimitationInterrupted', pending, (data, state) => {
    const running = state.clocks.limitation;
    const found = running && foundAt(state, placeAmong(state.limitation.moves, data.on));
    const ran = ensureRan(found, data.on);
    inOrder(running?.from ?? '', data.on);
    const limitation = interruptedOn(state, ran, data.on);
    return [{ type: 'LimitationInterrupted', data: { ...data, limitation } }];
  }),
  SuspendLimitation: once('LimitationSuspended', pending, (data, state) => {
    running(state, data.on);
    // Days that it stood twice would be counted twice.
    inOrder(state.limitation.moves.at(-1)?.on ?? '', data.on);
    return [{ type: 'LimitationSuspended', data }];
  }),
  ResumeLimitation: once('LimitationResumed', pending, (data, state) => {
    const { runs, stoodOn, stood } = state.limitation;
    const stands = state.clocks.limitation;
    ensure(runs === 'suspended' && stands !== undefined, 'limitation-stands');
    inOrder(stoodOn, data.on);
    const days = stood + daysBetween(stoodOn, data.on);
    const limitation = recount(placeOf(state), stands as Deadline, days);
    return [{ type: 'LimitationResumed', data: { ...data, limitation } }];
  }),
};

type Mover = Pick<LimitationMove, 'id' | 'is' | 'on'>;

/** What has moved the limitation, with one fact more as it found it. */
const moved = (
  { limitation: { stoodOn, stood, moves }, clocks }: State,
  mover: Mover,
): readonly LimitationMove[] => [...moves, { ...mover, found: clocks.limitation, stoodOn, stood }];

/** The same with an interruption in its place by its day: what was recorded before and came later finds it begun anew. */
const interrupted = (state: State, mover: Mover, limitation: Deadline): State['limitation'] => {
  const { began, moves } = state.limitation;
  const place = placeAmong(moves, mover.on);
  const next = moves[place];
  const found = next ? next.found : state.clocks.limitation;
  const { stoodOn, stood } = next ?? state.limitation;
  const since = moves.slice(place).reduce(
    (now, move) => ({
      stands: stoodAfter(now.stands, move),
      moves: [...now.moves, { ...move, found: limitation, ...now.stands }],
    }),
    {
      stands: stoodAfter({ stoodOn, stood }, mover),
      moves: [...moves.slice(0, place), { ...mover, found, stoodOn, stood }],
    },
  );
  const runs = since.stands.stoodOn === '' ? 'one-year' : 'suspended';
  return { began, runs, ...since.stands, moves: since.moves };
};

export const afterLimitation: After<
  'LimitationStarted' | 'LimitationInterrupted' | 'LimitationSuspended' | 'LimitationResumed'
> = {
  LimitationStarted: (state, { runs, limitation }, { id }) => ({
    ...state,
    limitation: { began: id, runs, stoodOn: '', stood: 0, moves: [] },
    clocks: wound(state, { limitation }),
  }),
  LimitationInterrupted: (state, { on, limitation }, { id }) => ({
    ...state,
    limitation: interrupted(state, { id, is: 'interrupted', on }, limitation),
    clocks: wound(state, { limitation }),
  }),
  LimitationSuspended: (state, { on }, { id }) => ({
    ...state,
    limitation: {
      ...state.limitation,
      ...{ runs: 'suspended', stoodOn: on },
      moves: moved(state, { id, is: 'suspended', on }),
    },
  }),
  LimitationResumed: (state, { on, limitation }, { id }) => ({
    ...state,
    limitation: {
      ...state.limitation,
      ...{ runs: 'one-year', ...stoodAfter(state.limitation, { is: 'resumed', on }) },
      moves: moved(state, { id, is: 'resumed', on }),
    },
    clocks: wound(state, { limitation }),
  }),
};
