import type { Deadline } from '../../../shared/values.ts';
import {
  clock,
  daysStood,
  ensurePassed,
  hasStood,
  ofArbitration,
  optional,
  recount,
  stopping,
  without,
  wound,
} from '../../clocks.ts';
import { wholeEnded } from '../mediation/closing.ts';
import type { DisputeEvent } from '../../events.ts';
import { ensure } from '../../rules.ts';
import { lastSaid, once } from '../../saying.ts';
import {
  ensureParties,
  inOrder,
  lawOf,
  noArbitration,
  placeOf,
  working,
  type After,
  type Ask,
  type Said,
  type State,
  type Steps,
} from '../../state.ts';

/** The arbitration that is under way, filed on or before the day. */
export const underWay = (
  { arbitration, phase }: State,
  { arbitration: id, on }: { readonly arbitration: string; readonly on: string },
): void => {
  ensure(arbitration.id === id && phase === 'arbitrating', 'this-arbitration');
  inOrder(arbitration.filedOn, on);
};

/** The commission has accepted it, by that day. */
export const accepted = (
  state: State,
  data: { readonly arbitration: string; readonly on: string },
): void => {
  underWay(state, data);
  const { acceptedOn } = state.arbitration;
  const article = lawOf(state).arbitration?.acceptance.article;
  ensure(acceptedOn !== '', 'award-needs-acceptance', article);
  inOrder(acceptedOn, data.on);
};

/** Filing ends a mediation that is still open: failed when its time has run out, else referred. */
const leaving = (state: State, on: string): DisputeEvent[] => {
  const proceeding = state.standing;
  if (!working.includes(state.phase)) return [];
  const { on: since = on, acceptedOn = '' } = state.proceedings[proceeding] ?? {};
  inOrder(since > acceptedOn ? since : acceptedOn, on);
  const dues = Object.entries(state.clocks).filter(([name]) => name.startsWith('mediation-from-'));
  const isOver = dues.some(([, { due }]) => due < on);
  const conclusion = isOver
    ? ({ outcome: 'failed', ending: 'time-over' } as const)
    : ({ outcome: 'referred', ending: 'arbitration' } as const);
  return wholeEnded(state, { proceeding, on, ...conclusion });
};

export const filingOf = (state: State, data: Ask<'FileArbitration'>): Said<'ArbitrationFiled'> => {
  const period = lawOf(state).arbitration?.acceptance;
  return {
    ...data,
    ...optional('acceptance', clock(state, 'arbitration-acceptance', data.on, period)),
  };
};

export const acceptanceOf = (
  state: State,
  data: Ask<'AcceptArbitration'>,
): Said<'ArbitrationAccepted'> => {
  const { arbitration } = lawOf(state);
  return {
    ...data,
    ...optional('service', clock(state, 'service', data.on, arbitration?.service)),
    ...optional('tribunal', clock(state, 'tribunal', data.on, arbitration?.tribunal)),
    ...optional('award', clock(state, 'award', data.on, arbitration?.award)),
  };
};

/** The longer award period, without the days it stood still. */
export const longerFrom = (state: State, from: string): Deadline | undefined => {
  const anew = clock(state, 'award', from, lawOf(state).arbitration?.longer);
  return anew && recount(placeOf(state), anew, daysStood(state, 'award', anew));
};

/** Where the award period was made longer or stood still since, its days are said once more: those facts had said others. */
export const awardPeriodFollows = (
  state: State,
  { arbitration, award }: Said<'ArbitrationAccepted'>,
): DisputeEvent[] => {
  const { id, extendedOn } = state.arbitration;
  const isLonger = extendedOn !== '';
  if (!award || arbitration !== id || !(isLonger || hasStood(state, 'award'))) return [];
  const regular = recount(placeOf(state), award, daysStood(state, 'award', award));
  const deadline = (isLonger && longerFrom(state, award.from)) || regular;
  return [{ type: 'DeadlineRecomputed', data: { clock: 'award', deadline } }];
};

export const arbitrationSteps: Steps<
  | 'FileArbitration'
  | 'RefuseArbitration'
  | 'RecordAcceptanceSilence'
  | 'AcceptArbitration'
  | 'ExtendAwardPeriod'
  | 'RecordAwardOverdue'
  | 'OrderPriorEnforcement'
  | 'EndArbitration'
> = {
  FileArbitration: {
    ...once<Ask<'FileArbitration'>>(
      'ArbitrationFiled',
      [...working, 'settled', 'concluded', 'decided'],
      (data, state) => {
        const { arbitration } = data;
        ensure(!lastSaid(state, 'ArbitrationFiled', { arbitration }), 'one-arbitration');
        inOrder(state.about.on, data.on);
        ensureParties(state, data.claimants);
        return [
          ...leaving(state, data.on),
          { type: 'ArbitrationFiled', data: filingOf(state, data) },
        ];
      },
      'one-arbitration',
    ),
    law: { knows: (state) => lawOf(state).arbitration !== null, otherwise: 'arbitrated-here' },
  },
  RefuseArbitration: once('ArbitrationNotAccepted', ['arbitrating'], (data, state) => {
    underWay(state, data);
    ensure(state.arbitration.acceptedOn === '', 'not-now');
    return [
      { type: 'ArbitrationNotAccepted', data },
      ...stopping({ clocks: without(state, 'arbitration-acceptance') }, ...ofArbitration),
    ];
  }),
  RecordAcceptanceSilence: {
    already: (_, { arbitration }) => arbitration.silentOn !== '' || arbitration.acceptedOn !== '',
    in: ['arbitrating'],
    otherwise: 'clock-must-run',
    record: (_, state, { at }) => {
      const due = state.clocks['arbitration-acceptance']?.due;
      ensurePassed(state, due, at);
      const { id } = state.arbitration;
      return [{ type: 'AcceptanceFellSilent', data: { arbitration: id, due: due ?? '' } }];
    },
  },
  AcceptArbitration: once('ArbitrationAccepted', ['arbitrating'], (data, state) => {
    underWay(state, data);
    const { silentOn, acceptedOn, id } = state.arbitration;
    ensure(acceptedOn === '', 'one-arbitration');
    const isTimely = silentOn !== '' && data.on <= silentOn;
    return [
      ...(isTimely ? ([{ type: 'SilenceTakenBack', data: { arbitration: id } }] as const) : []),
      { type: 'ArbitrationAccepted', data: acceptanceOf(state, data) },
    ];
  }),
  ExtendAwardPeriod: once('AwardPeriodExtended', ['arbitrating'], (data, state) => {
    accepted(state, data);
    const { longer } = lawOf(state).arbitration ?? {};
    const { award } = state.clocks;
    const isFirst = state.arbitration.extendedOn === '' && award !== undefined;
    ensure(isFirst && data.on <= award.due, 'award-period-longer-once', longer?.article);
    const counted = longerFrom(state, award?.from ?? data.on);
    return counted ? [{ type: 'AwardPeriodExtended', data: { ...data, award: counted } }] : [];
  }),
  RecordAwardOverdue: {
    already: (_, { arbitration, clocks }) => arbitration.overdueOn === (clocks.award?.due ?? ' '),
    in: ['arbitrating'],
    otherwise: 'clock-must-run',
    record: (_, state, { at }) => {
      const due = state.clocks.award?.due;
      ensurePassed(state, due, at);
      const { id } = state.arbitration;
      return [{ type: 'AwardFellOverdue', data: { arbitration: id, due: due ?? '' } }];
    },
  },
  OrderPriorEnforcement: once('PriorEnforcementOrdered', ['arbitrating'], (data, state) => {
    accepted(state, data);
    ensure(
      data.claims.every((claim) => state.claims[claim]?.waived === ''),
      'claim-on-file',
    );
    return [{ type: 'PriorEnforcementOrdered', data }];
  }),
  EndArbitration: once('ArbitrationEnded', ['arbitrating'], (data, state) => {
    accepted(state, data);
    return [
      { type: 'ArbitrationEnded', data },
      ...stopping({ clocks: without(state, 'award') }, ...ofArbitration),
    ];
  }),
};

/** The state with the arbitration changed. */
export const arbitrated = (state: State, change: Partial<State['arbitration']>): State => ({
  ...state,
  arbitration: { ...state.arbitration, ...change },
});

export const afterArbitration: After<
  | 'ArbitrationFiled'
  | 'ArbitrationNotAccepted'
  | 'AcceptanceFellSilent'
  | 'SilenceTakenBack'
  | 'ArbitrationAccepted'
  | 'AwardPeriodExtended'
  | 'AwardFellOverdue'
  | 'AwardOverdueTakenBack'
  | 'PriorEnforcementOrdered'
  | 'ArbitrationEnded'
> = {
  ArbitrationFiled: (state, { arbitration, claimants, jurisdiction = '', on, acceptance }) => ({
    ...state,
    phase: 'arbitrating',
    archivedOn: '',
    arbitration: { ...noArbitration, id: arbitration, claimants, jurisdiction, filedOn: on },
    clocks: wound(state, { limitation: undefined, 'arbitration-acceptance': acceptance }),
  }),
  ArbitrationNotAccepted: (state, { on }) => ({
    ...arbitrated(state, { refusedOn: on }),
    phase: 'decided',
    clocks: without(state, 'arbitration-acceptance'),
  }),
  AcceptanceFellSilent: (state, { due }) => arbitrated(state, { silentOn: due }),
  SilenceTakenBack: (state) => arbitrated(state, { silentOn: '' }),
  ArbitrationAccepted: (state, { on, service, tribunal, award }) => ({
    ...arbitrated(state, { acceptedOn: on }),
    clocks: wound(state, { 'arbitration-acceptance': undefined, service, tribunal, award }),
  }),
  AwardPeriodExtended: (state, { on, award }) => ({
    ...arbitrated(state, { extendedOn: on }),
    clocks: wound(state, { award }),
  }),
  AwardFellOverdue: (state, { due }) => arbitrated(state, { overdueOn: due }),
  AwardOverdueTakenBack: (state) => arbitrated(state, { overdueOn: '' }),
  PriorEnforcementOrdered: (state) => state,
  ArbitrationEnded: (state, { on }) => ({
    ...arbitrated(state, { endedOn: on }),
    phase: 'decided',
    clocks: without(state, 'award'),
  }),
};
