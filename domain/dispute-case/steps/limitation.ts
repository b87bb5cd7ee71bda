import { daysBetween } from '../../shared/calendar.ts';
import type { Deadline } from '../../shared/values.ts';
import { clock, optional, recount, wound } from '../clocks.ts';
import { ensure } from '../rules.ts';
import { once } from '../saying.ts';
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
} from '../state.ts';

/** The limitation from its day; none while arrears arise in the employment (LDMAL 27). */
export const limitationOf = (
  state: State,
  data: Ask<'StartLimitation'>,
): Said<'LimitationStarted'> => {
  const isRunning = data.runs === 'one-year';
  const running = clock(state, 'limitation', data.from, lawOf(state).limitation);
  return { ...data, ...optional('limitation', isRunning ? running : undefined) };
};

const running = ({ clocks, limitation }: State, on: string): Deadline => {
  const found = clocks.limitation;
  const runs = found !== undefined && limitation.runs !== 'suspended' && on <= found.due;
  ensure(runs, 'limitation-runs', found?.article);
  inOrder(found?.from ?? '', on);
  return found as Deadline;
};

export const limitationSteps: Steps<
  'StartLimitation' | 'InterruptLimitation' | 'SuspendLimitation' | 'ResumeLimitation'
> = {
  StartLimitation: once('LimitationStarted', pending, (data, state) => [
    { type: 'LimitationStarted', data: limitationOf(state, data) },
  ]),
  InterruptLimitation: once('LimitationInterrupted', pending, (data, state) => {
    const limitation = running(state, data.on);
    const anew = clock(state, 'limitation', data.on, lawOf(state).limitation);
    return [{ type: 'LimitationInterrupted', data: { ...data, limitation: anew ?? limitation } }];
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

/** What has moved the limitation, with one fact more. */
const moved = (
  { limitation: { stoodOn, stood, moves }, clocks }: State,
  is: LimitationMove['is'],
  on: string,
  id: string,
): readonly LimitationMove[] => [
  ...moves,
  { id, is, on, found: clocks.limitation, stoodOn, stood },
];

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
    limitation: {
      ...state.limitation,
      ...{ runs: 'one-year', stoodOn: '', stood: 0 },
      moves: moved(state, 'interrupted', on, id),
    },
    clocks: wound(state, { limitation }),
  }),
  LimitationSuspended: (state, { on }, { id }) => ({
    ...state,
    limitation: {
      ...state.limitation,
      ...{ runs: 'suspended', stoodOn: on },
      moves: moved(state, 'suspended', on, id),
    },
  }),
  LimitationResumed: (state, { on, limitation }, { id }) => {
    const { stoodOn, stood } = state.limitation;
    const days = stoodOn === '' ? 0 : daysBetween(stoodOn, on);
    return {
      ...state,
      limitation: {
        ...state.limitation,
        ...{ runs: 'one-year', stoodOn: '', stood: stood + days },
        moves: moved(state, 'resumed', on, id),
      },
      clocks: wound(state, { limitation }),
    };
  },
};
