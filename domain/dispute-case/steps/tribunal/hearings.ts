import { accepted, arbitrated, underWay } from './arbitration.ts';
import { backwards, clock, optional, without, wound } from '../../clocks.ts';
import { ensureNeutral } from '../mediation/mediation.ts';
import { ensure } from '../../rules.ts';
import { lastSaid, once } from '../../saying.ts';
import {
  inOrder,
  lawOf,
  type After,
  type Ask,
  type Said,
  type State,
  type Steps,
} from '../../state.ts';

const ensureHearing = (state: State, hearing: string): void =>
  ensure(state.arbitration.hearings[hearing] !== undefined, 'hearing-on-file');

export const serviceOf = (
  state: State,
  data: Ask<'ServeApplication'>,
): Said<'ApplicationServed'> => {
  const defence = clock(state, 'defence', data.on, lawOf(state).arbitration?.defence);
  return { ...data, ...optional('defence', defence) };
};

export const defenceOf = (state: State, data: Ask<'FileDefence'>): Said<'DefenceFiled'> => {
  const forward = clock(state, 'defence-forward', data.on, lawOf(state).arbitration?.forward);
  return { ...data, ...optional('forward', forward) };
};

/** A hearing that the parties are told of in time, with the last day to ask for another. */
export const hearingOf = (state: State, data: Ask<'ScheduleHearing'>): Said<'HearingScheduled'> => {
  const { arbitration } = lawOf(state);
  const notice = backwards(state, 'hearing-notice', data.heldOn, arbitration?.notice);
  const last = backwards(state, 'postponement', data.heldOn, arbitration?.postponement);
  ensure(!notice || data.on <= notice.due, 'hearing-told-in-time', notice?.article);
  return { ...data, ...optional('notice', notice), ...optional('postponement', last) };
};

/** Three, or one where no collective is concerned; whoever was not among those `before` is neutral. */
export const ensureTribunal = (
  state: State,
  { arbitrators }: Pick<Ask<'FormTribunal'>, 'arbitrators'>,
  before: readonly string[] = [],
): void => {
  ensureNeutral(
    state,
    arbitrators.filter((person) => !before.includes(person)),
  );
  const full = lawOf(state).arbitration?.collectiveTribunal;
  const n = new Set(arbitrators).size;
  const isEnough = n === full?.n || (n === 1 && state.about.collective === 'individual');
  ensure(isEnough && n === arbitrators.length, 'three-arbitrators', full?.article);
};

export const hearingSteps: Steps<
  | 'ServeApplication'
  | 'FileDefence'
  | 'ForwardDefence'
  | 'FormTribunal'
  | 'RecuseArbitrator'
  | 'ScheduleHearing'
  | 'PostponeHearing'
  | 'HoldHearing'
> = {
  ServeApplication: once('ApplicationServed', ['arbitrating'], (data, state) => {
    accepted(state, data);
    return [{ type: 'ApplicationServed', data: serviceOf(state, data) }];
  }),
  FileDefence: once('DefenceFiled', ['arbitrating'], (data, state) => {
    accepted(state, data);
    return [{ type: 'DefenceFiled', data: defenceOf(state, data) }];
  }),
  ForwardDefence: once('DefenceForwarded', ['arbitrating'], (data, state) => {
    accepted(state, data);
    const { arbitration } = data;
    const defence = lastSaid(state, 'DefenceFiled', { arbitration });
    ensure(defence !== undefined, 'defence-first', lawOf(state).arbitration?.forward.article);
    inOrder(defence?.on ?? '', data.on);
    return [{ type: 'DefenceForwarded', data }];
  }),
  FormTribunal: once('TribunalFormed', ['arbitrating'], (data, state) => {
    accepted(state, data);
    ensureTribunal(state, data);
    const full = lawOf(state).arbitration?.collectiveTribunal;
    const { length } = state.arbitration.arbitrators;
    ensure(length !== 1 && length !== full?.n, 'tribunal-once');
    return [{ type: 'TribunalFormed', data }];
  }),
  RecuseArbitrator: once('ArbitratorRecused', ['arbitrating'], (data, state) => {
    accepted(state, data);
    ensure(state.arbitration.arbitrators.includes(data.arbitrator), 'assigned-mediators');
    return [{ type: 'ArbitratorRecused', data }];
  }),
  ScheduleHearing: once('HearingScheduled', ['arbitrating'], (data, state) => {
    accepted(state, data);
    ensure(state.arbitration.hearings[data.hearing] === undefined, 'hearing-on-file');
    return [{ type: 'HearingScheduled', data: hearingOf(state, data) }];
  }),
  PostponeHearing: once('HearingPostponed', ['arbitrating'], (data, state) => {
    underWay(state, data);
    ensureHearing(state, data.hearing);
    const last = state.clocks[`postponement:${data.hearing}`];
    ensure(last !== undefined && data.on <= last.due, 'postpone-in-time', last?.article);
    return [{ type: 'HearingPostponed', data }];
  }),
  HoldHearing: once('HearingHeld', ['arbitrating'], (data, state) => {
    underWay(state, data);
    ensureHearing(state, data.hearing);
    inOrder(state.arbitration.hearings[data.hearing] ?? '', data.on);
    return [{ type: 'HearingHeld', data }];
  }),
};

export const afterHearings: After<
  | 'ApplicationServed'
  | 'DefenceFiled'
  | 'DefenceForwarded'
  | 'TribunalFormed'
  | 'ArbitratorRecused'
  | 'HearingScheduled'
  | 'HearingPostponed'
  | 'HearingHeld'
> = {
  ApplicationServed: (state, { defence }) => ({
    ...state,
    clocks: wound(state, { service: undefined, defence }),
  }),
  DefenceFiled: (state, { forward }) => ({
    ...state,
    clocks: wound(state, { defence: undefined, 'defence-forward': forward }),
  }),
  DefenceForwarded: (state) => ({ ...state, clocks: without(state, 'defence-forward') }),
  TribunalFormed: (state, { arbitrators }) => ({
    ...arbitrated(state, { arbitrators }),
    clocks: without(state, 'tribunal'),
  }),
  ArbitratorRecused: (state, { arbitrator }) => ({
    ...arbitrated(state, {
      arbitrators: state.arbitration.arbitrators.filter((person) => person !== arbitrator),
    }),
    interests: [...new Set([...state.interests, arbitrator])],
  }),
  HearingScheduled: (state, { hearing, heldOn, postponement }) => ({
    ...arbitrated(state, { hearings: { ...state.arbitration.hearings, [hearing]: heldOn } }),
    clocks: wound(state, { [`postponement:${hearing}`]: postponement }),
  }),
  HearingPostponed: (state, { hearing }) => ({
    ...state,
    clocks: without(state, `postponement:${hearing}`),
  }),
  HearingHeld: (state, { hearing }) => ({
    ...state,
    clocks: without(state, `postponement:${hearing}`),
  }),
};
