import { law } from '../../../law/profiles.ts';
import { fulfilmentClock } from '../../fulfilment.ts';
import { ensure } from '../../rules.ts';
import { repeats } from '../../saying.ts';
import { binding, bindsOn, type Breach, type State } from '../../state.ts';
import { same } from '../../../shared/same.ts';
import { bound, ensurePast, type Ask, type Said, type Steps } from '../../terms.ts';

/** Whether exactly this was recorded under an id before. */
const wasSaid = ({ said }: State, id: string, data: unknown): boolean => same(said[id], data);

/** Clauses of the texts that took effect; a record without clauses cannot contradict any. */
const hasClause = ({ texts, effects }: State, clause: string): boolean => {
  const clauses = texts.slice(0, effects.length).flatMap((text) => text.clauses);
  return clauses.length === 0 || clauses.includes(clause);
};

export const ensureInspection = ({ on, results }: Ask<'HoldInspection'>, state: State): void => {
  ensure(bindsOn(state, on), 'inspect-while-in-force');
  const clauses = results.map(({ clause }) => clause);
  ensure(new Set(clauses).size === clauses.length, 'clause-once');
  ensure(
    clauses.every((clause) => hasClause(state, clause)),
    'clause-of-contract',
  );
};

const breachOf = ({ breaches }: State, id: string): Breach => {
  const breach = breaches[id];
  ensure(breach !== undefined, 'breach-on-record');
  return breach as Breach;
};

/** A breach is found, then its rectification is demanded for a day, then it is rectified. */
export const ensureDemand = (data: Ask<'DemandRectification'>, state: State): void => {
  const { on } = breachOf(state, data.breach);
  ensure(on <= data.on && data.on <= data.due, 'breach-in-order');
};
export const ensureRectification = (data: Ask<'RecordRectification'>, state: State): void => {
  const { on, demandedOn } = breachOf(state, data.breach);
  ensure(on <= data.on && demandedOn <= data.on, 'breach-in-order');
};

/** A report with the clock of the next one; nothing more is due once the contract was ended. */
export const reported = (
  data: Ask<'ReportFulfilment'>,
  state: State,
  corrects = '',
): Said<'FulfilmentReported'> => {
  ensure(data.from <= data.to && data.to <= data.on, 'report-runs-forward');
  if (state.phase === 'ended') return data;
  const others = state.reports.filter(({ id }) => id !== corrects);
  const reports = [...others, { id: corrects, to: data.to }];
  return { ...data, ...fulfilmentClock({ ...state, reports }, binding(state).termEnd) };
};

type PerformanceSteps = Pick<
  Steps,
  | 'HoldInspection'
  | 'FindBreach'
  | 'DemandRectification'
  | 'RecordRectification'
  | 'ReportFulfilment'
>;

/** A breach is of a clause of the contract; the inspection that found it is on record. */
export const ensureBreach = (
  { clause, inspection }: Pick<Ask<'FindBreach'>, 'clause' | 'inspection'>,
  state: State,
): void => {
  ensure(hasClause(state, clause), 'clause-of-contract');
  ensure(!inspection || `inspection ${inspection}` in state.said, 'inspection-on-record');
};

export const performanceSteps: PerformanceSteps = {
  HoldInspection: {
    already: (data, state) => wasSaid(state, `inspection ${data.inspection}`, data),
    in: bound,
    otherwise: 'perform-what-binds',
    record: (data, state, moment) => {
      ensure(!(`inspection ${data.inspection}` in state.said), 'inspection-once');
      ensurePast(data.on, moment, law(state.profile));
      ensureInspection(data, state);
      return [{ type: 'InspectionHeld', data }];
    },
  },
  FindBreach: {
    already: (data, state) => wasSaid(state, `breach ${data.breach}`, data),
    in: bound,
    otherwise: 'perform-what-binds',
    record: (data, state, moment) => {
      ensure(!(`breach ${data.breach}` in state.said), 'breach-once');
      ensurePast(data.on, moment, law(state.profile));
      ensureBreach(data, state);
      return [{ type: 'BreachFound', data }];
    },
  },
  DemandRectification: {
    already: (data, state) => {
      const { demandedOn, due } = state.breaches[data.breach] ?? {};
      const demanded = demandedOn === data.on && due === data.due;
      return repeats(demanded, state, 'RectificationDemanded', data);
    },
    in: bound,
    otherwise: 'perform-what-binds',
    record: (data, state, moment) => {
      ensurePast(data.on, moment, law(state.profile));
      ensureDemand(data, state);
      ensure(breachOf(state, data.breach).rectifiedOn === '', 'breach-in-order');
      return [{ type: 'RectificationDemanded', data }];
    },
  },
  RecordRectification: {
    already: (data, state) => {
      const rectified = state.breaches[data.breach]?.rectifiedOn === data.on;
      return repeats(rectified, state, 'BreachRectified', data);
    },
    in: bound,
    otherwise: 'perform-what-binds',
    record: (data, state, moment) => {
      ensurePast(data.on, moment, law(state.profile));
      ensureRectification(data, state);
      ensure(breachOf(state, data.breach).rectifiedOn === '', 'breach-in-order');
      return [{ type: 'BreachRectified', data }];
    },
  },
  ReportFulfilment: {
    already: (data, state) => wasSaid(state, `report ${data.from} ${data.to}`, data),
    in: bound,
    otherwise: 'perform-what-binds',
    record: (data, state, moment) => {
      ensurePast(data.on, moment, law(state.profile));
      return [{ type: 'FulfilmentReported', data: reported(data, state) }];
    },
  },
};
