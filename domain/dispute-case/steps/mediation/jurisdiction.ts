import { clock, ofArbitration, optional, stopping, wound } from '../../clocks.ts';
import { ensure } from '../../rules.ts';
import { lastSaid, once } from '../../saying.ts';
import {
  inOrder,
  lawOf,
  noArbitration,
  type After,
  type Ask,
  type Said,
  type State,
  type Steps,
} from '../../state.ts';

/** From the commission at the employer's seat to that at the place of performance, before an award. */
const ensureMoves = (state: State, { from, on }: Ask<'MoveArbitration'>): void => {
  const { id, jurisdiction, filedOn } = state.arbitration;
  ensure(id === from, 'this-arbitration');
  const { article } = lawOf(state).arbitration?.jurisdiction ?? {};
  const isDecided = Object.values(state.awards).some(({ arbitration }) => arbitration === id);
  const mayMove = jurisdiction !== 'place-of-performance' && !isDecided;
  ensure(mayMove, 'performance-place-decides', article);
  inOrder(filedOn, on);
};

/** The commission decides anew whether it accepts the case. */
export const movingOf = (state: State, data: Ask<'MoveArbitration'>): Said<'ArbitrationMoved'> => {
  const period = lawOf(state).arbitration?.acceptance;
  const acceptance = clock(state, 'arbitration-acceptance', data.on, period);
  return { ...data, ...optional('acceptance', acceptance) };
};

export const jurisdictionSteps: Steps<'MoveArbitration'> = {
  MoveArbitration: once('ArbitrationMoved', ['arbitrating'], (data, state) => {
    const { arbitration } = data;
    ensureMoves(state, data);
    const isUsed =
      arbitration === data.from ||
      lastSaid(state, 'ArbitrationFiled', { arbitration }) !== undefined ||
      lastSaid(state, 'ArbitrationMoved', { arbitration }) !== undefined;
    ensure(!isUsed, 'one-arbitration');
    return [
      ...stopping(state, ...ofArbitration),
      { type: 'ArbitrationMoved', data: movingOf(state, data) },
    ];
  }),
};

export const afterJurisdiction: After<'ArbitrationMoved'> = {
  ArbitrationMoved: (state, { arbitration, on, acceptance }) => ({
    ...state,
    arbitration: {
      ...noArbitration,
      id: arbitration,
      claimants: state.arbitration.claimants,
      filedOn: on,
      jurisdiction: 'place-of-performance',
    },
    clocks: wound(state, { 'arbitration-acceptance': acceptance }),
  }),
};
