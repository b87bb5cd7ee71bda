import { law } from '../law/profiles.ts';
import { dayOf } from '../shared/calendar.ts';
import type { Decider } from '../shared/decider.ts';
import type { Deadline } from '../shared/values.ts';
import type { ContractCommand } from './commands.ts';
import type { ContractEvent } from './events.ts';
import {
  binding,
  earliest,
  type End,
  type Phase,
  type SignedText,
  type State,
  type Stood,
} from './state.ts';

type Data<T> = Extract<ContractEvent, { type: T }>['data'];
type After = Decider<State, ContractCommand, ContractEvent>['after'];

/** A clock set anew, or none where the law sets none. */
const clock = (state: State, rule: string, set: Deadline | undefined): State['deadlines'] => {
  const { [rule]: _, ...others } = state.deadlines;
  return set ? { ...others, [rule]: set } : others;
};

const clocks = (
  state: State,
  sets: Readonly<Record<string, Deadline | undefined>>,
): State['deadlines'] =>
  Object.entries(sets).reduce(
    (deadlines, [rule, set]) => clock({ ...state, deadlines }, rule, set),
    state.deadlines,
  );

type Terms = {
  readonly case?: string;
  readonly signedOn?: string | undefined;
  readonly termStart?: string | undefined;
  readonly termEnd?: string | undefined;
  readonly clauses: readonly { readonly id: string }[];
};

/** A clock computed anew; one whose start was corrected since then stays as the correction set it. */
const recomputed = (state: State, deadline: Deadline): State => {
  const { rule, from, due } = deadline;
  if (state.deadlines[rule]?.from !== from) return state;
  return {
    ...state,
    filing: rule === 'review' ? { ...state.filing, due } : state.filing,
    deadlines: clock(state, rule, deadline),
  };
};

const text = (id: string, data: Terms): SignedText => ({
  id,
  case: data.case ?? '',
  signedOn: data.signedOn ?? '',
  termStart: data.termStart ?? '',
  termEnd: data.termEnd ?? '',
  clauses: data.clauses.map((clause) => clause.id),
  came: [],
});

const filed = (
  state: State,
  data: Data<'ContractFiled'>,
  id: string,
  clockName = 'review',
): State => {
  const { receivedOn, filedOn, receiptNo: no, review } = data;
  return {
    ...state,
    phase: state.effects.length > 0 ? 'amendment-under-review' : 'under-review',
    filing: { id, no, filedOn, receivedOn, due: review?.due ?? '', clock: clockName },
    deadlines: clock(state, 'review', review),
  };
};

const stood = ({ publishedOn, renewalOpenedOn, notice, deadlines }: State): Stood => ({
  ...{ publishedOn, renewalOpenedOn, notice, publication: deadlines.publication },
});

/** Under review again; what had ended by then is ended still. */
const withoutEffect = ({ phase, effects }: State): Partial<State> => {
  const again = effects.length > 1 ? 'amendment-under-review' : 'under-review';
  return phase === 'ended' ? { before: again } : { phase: again };
};

const ended = (state: State, end: End, report?: Deadline): State => ({
  ...state,
  phase: 'ended',
  before: state.end.by === '' ? state.phase : state.before,
  ends: [...state.ends, end],
  end: earliest([...state.ends, end]),
  deadlines: clock(state, 'report-end', report),
});

/** What ended it otherwise ends it still. */
const notSuperseded = (state: State, contract: string): State => {
  const ends = state.ends.filter(({ by, other }) => by !== 'supersession' || other !== contract);
  const phase = ends.length === 0 ? state.before : state.phase;
  return { ...state, phase, end: earliest(ends), ends };
};

/** It is not folded, and not taken back again. */
const withoutAgreedEnd = (
  state: State,
  { takesBack }: Data<'RescissionTakenBack' | 'TerminationTakenBack'>,
): State => ({ ...state, takenBack: [...state.takenBack, ...takesBack] });

/** History knows the day it took effect, or the day its term began, or at least the day it is registered as of. */
const asHistory = (state: State, data: Data<'ContractRegisteredAsHistory'>): State => {
  const { effectiveOn, termStart, registeredOn } = data;
  return {
    ...state,
    origin: 'history',
    source: data.source,
    profile: data.profile,
    kind: data.kind,
    level: data.level,
    scope: data.scope,
    coverage: data.coverage,
    ...{ enterprise: data.enterprise ?? '', own: data.enterprise ?? '' },
    predecessor: data.predecessor ?? '',
    effects: data.termEnd
      ? [
          {
            id: '',
            mode: 'explicit',
            on: effectiveOn ?? termStart ?? registeredOn,
            receivedOn: '',
            due: '',
          },
        ]
      : [],
  };
};

const historyPhase = (
  { termEnd, profile }: Data<'ContractRegisteredAsHistory'>,
  at: string,
): Phase => {
  if (!termEnd) return 'unknown-term';
  return termEnd < dayOf(at, law(profile).zone) ? 'expired' : 'in-force';
};

const withBreach = (state: State, id: string, said: Partial<State['breaches'][string]>): State => ({
  ...state,
  breaches: {
    ...state.breaches,
    [id]: { on: '', demandedOn: '', due: '', rectifiedOn: '', ...state.breaches[id], ...said },
  },
});

const said = (state: State, id: string, data: unknown): State['said'] => ({
  ...state.said,
  [id]: data,
});

/** What each fact leaves behind for later decisions. */
export const after: After = {
  ContractSigned: (state, data, { id }) => ({
    ...state,
    phase: 'signed',
    origin: 'signed',
    source: data.case,
    profile: data.profile,
    kind: data.kind,
    level: data.level,
    scope: data.scope,
    coverage: data.coverage,
    ...{ enterprise: data.enterprise ?? '', own: data.enterprise ?? '' },
    predecessor: data.predecessor ?? '',
    texts: [text(id, data)],
    deadlines: clock(state, 'filing', data.filing),
  }),
  ContractRegisteredAsHistory: (state, data, { id, at }) => ({
    ...asHistory(state, data),
    phase: historyPhase(data, at),
    texts: [text(id, data)],
  }),
  ContractFiled: (state, data, { id }) => filed(state, data, id),
  ContractRefiled: (state, data, { id }) => filed(state, data, id, 'review:refiled'),
  ReviewObjected: (state, { on }, { id }) => ({
    ...state,
    objectedOn: on,
    phase: state.effects.length > 0 ? 'amendment-objected' : 'objected',
    objections: {
      ...state.objections,
      [id]: { receivedOn: state.filing.receivedOn, due: state.filing.due },
    },
  }),
  ContractTookEffect: (state, { mode, on, publication, fulfilment }, { id }) => ({
    ...state,
    phase: 'in-force',
    effects: [
      ...state.effects,
      {
        ...{ id, mode, on, receivedOn: state.filing.receivedOn, due: state.filing.due },
        ...(state.effects.length > 0 && { stood: stood(state) }),
      },
    ],
    publishedOn: '',
    deadlines: clocks(state, { publication, 'fulfilment-report': fulfilment }),
  }),
  EffectTakenBack: (state, { fulfilment }) => ({
    ...state,
    ...withoutEffect(state),
    effects: state.effects.slice(0, -1),
    deadlines: clocks(state, { publication: undefined, 'fulfilment-report': fulfilment }),
  }),
  ContractPublished: (state, { on }) => ({ ...state, publishedOn: on }),
  PublicationFellOverdue: (state, { due }) => ({
    ...state,
    lapsed: [...state.lapsed, `publication ${due}`],
  }),
  FilingFellOverdue: (state, { due }) => ({ ...state, lapsed: [...state.lapsed, `filing ${due}`] }),
  EnterpriseAcceded: (state, { enterprise, from, to = '' }, { id }) => ({
    ...state,
    roster: [...state.roster, { id, enterprise, from, to, outOn: '' }],
  }),
  EnterpriseWithdrew: (state, { on, accession }) => ({
    ...state,
    roster: state.roster.map((stay) => (stay.id === accession ? { ...stay, outOn: on } : stay)),
  }),
  InspectionHeld: (state, data) => ({
    ...state,
    said: said(state, `inspection ${data.inspection}`, data),
  }),
  BreachFound: (state, data) => ({
    ...withBreach(state, data.breach, { on: data.on }),
    said: said(state, `breach ${data.breach}`, data),
  }),
  RectificationDemanded: (state, { breach, on, due }) =>
    withBreach(state, breach, { demandedOn: on, due }),
  BreachRectified: (state, { breach, on }) => withBreach(state, breach, { rectifiedOn: on }),
  FulfilmentReported: (state, { fulfilment, ...data }, { id }) => ({
    ...state,
    said: said(state, `report ${data.from} ${data.to}`, data),
    reports: [...state.reports, { id, to: data.to }],
    deadlines: clock(state, 'fulfilment-report', fulfilment),
  }),
  NoticeGiven: (state, { termEnd, case: by = '' }, { id }) => ({
    ...state,
    notice: { id, termEnd, case: by },
  }),
  AmendmentSigned: (state, data, { id }) => ({
    ...state,
    phase: 'amending',
    texts: [...state.texts.slice(0, state.effects.length), text(id, data)],
    dropped: [...state.dropped, ...state.texts.slice(state.effects.length)],
    deadlines: clock(state, 'filing', data.filing),
  }),
  RenewalWindowOpened: (state, { on }) => ({ ...state, renewalOpenedOn: on }),
  // A term that was corrected or extended since makes a recorded expiry untrue.
  ContractExpired: (state, { on, report }, { id }) =>
    on > binding(state).termEnd
      ? { ...state, phase: 'expired', expiry: id, deadlines: clock(state, 'report-end', report) }
      : state,
  ContractRescinded: (state, { on, report }, { id }) =>
    ended(state, { id, on, by: 'rescission', other: '' }, report),
  ContractTerminated: (state, { on, report }, { id }) =>
    ended(state, { id, on, by: 'condition', other: '' }, report),
  ContractEndedWithEmployer: (state, { on, enterprise }, { id }) =>
    ended(state, { id, on, by: 'employer', other: enterprise }),
  ContractSuperseded: (state, { on, by }, { id }) =>
    ended(state, { id, on, by: 'supersession', other: by }),
  SupersessionTakenBack: (state, { by }) => notSuperseded(state, by),
  ContractPassedToSuccessor: (state, { on, from, to, act = '' }, { id }) => ({
    ...state,
    enterprise: to,
    passed: [...state.passed, { id, from, to, on, act }],
  }),
  // What they take back is not folded; nothing is left to say.
  EmployerEndTakenBack: (state) => state,
  AgreedEndTakenBack: (state) => state,
  ExpiryTakenBack: (state) => state,
  SuccessionTakenBack: (state) => state,
  RescissionTakenBack: withoutAgreedEnd,
  TerminationTakenBack: withoutAgreedEnd,
  // Nor is the amendment; but the report that was made under its term may have set the next one's day.
  AmendmentTakenBack: (state, { clocks: anew }) =>
    'term-end' in anew
      ? { ...state, deadlines: clock(state, 'fulfilment-report', anew['fulfilment-report']) }
      : state,
  EndReported: (state, { on }) => ({ ...state, endReportedOn: on }),
  DeadlineRecomputed: (state, { deadline }) => recomputed(state, deadline),
  ContractVoided: (state) => ({ ...state, phase: 'void' }),
};
