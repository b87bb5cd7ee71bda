import { ensure } from '../../rules.ts';
import type { Ask, Steps } from '../../terms.ts';
import { correcting } from '../correcting.ts';
import { ensureReport } from '../end/ending.ts';
import {
  ensureBreach,
  ensureDemand,
  ensureInspection,
  ensureRectification,
  reported,
} from './performance.ts';

type PerformanceCorrections = Pick<
  Steps,
  | 'CorrectInspection'
  | 'CorrectBreach'
  | 'CorrectRectificationDemand'
  | 'CorrectRectification'
  | 'CorrectFulfilmentReport'
  | 'CorrectEndReport'
>;

/** Corrections of inspections, and of the acts after a breach and after the end. */
export const performanceCorrections: PerformanceCorrections = {
  CorrectInspection: correcting<Ask<'CorrectInspection'>, 'InspectionHeld', 'InspectionCorrected'>({
    fact: 'InspectionHeld',
    as: 'InspectionCorrected',
    came: 'on',
    says: (data, state, { was }) => {
      const free = !(`inspection ${data.inspection}` in state.said);
      ensure(free || was.inspection === data.inspection, 'inspection-once');
      ensureInspection(data, state);
      return data;
    },
  }),
  CorrectBreach: correcting<Ask<'CorrectBreach'>, 'BreachFound', 'BreachCorrected'>({
    fact: 'BreachFound',
    as: 'BreachCorrected',
    about: ['breach'],
    came: 'on',
    says: (data, state) => {
      ensureBreach(data, state);
      const { demandedOn = '' } = state.breaches[data.breach] ?? {};
      ensure(demandedOn === '' || data.on <= demandedOn, 'breach-in-order');
      return data;
    },
  }),
  CorrectRectificationDemand: correcting<
    Ask<'CorrectRectificationDemand'>,
    'RectificationDemanded',
    'RectificationDemandCorrected'
  >({
    fact: 'RectificationDemanded',
    as: 'RectificationDemandCorrected',
    about: ['breach'],
    came: 'on',
    says: (data, state) => {
      ensureDemand(data, state);
      const { rectifiedOn = '' } = state.breaches[data.breach] ?? {};
      ensure(rectifiedOn === '' || data.on <= rectifiedOn, 'breach-in-order');
      return data;
    },
  }),
  CorrectRectification: correcting<
    Ask<'CorrectRectification'>,
    'BreachRectified',
    'RectificationCorrected'
  >({
    fact: 'BreachRectified',
    as: 'RectificationCorrected',
    about: ['breach'],
    came: 'on',
    says: (data, state) => {
      ensureRectification(data, state);
      return data;
    },
  }),
  CorrectFulfilmentReport: correcting<
    Ask<'CorrectFulfilmentReport'>,
    'FulfilmentReported',
    'FulfilmentReportCorrected'
  >({
    fact: 'FulfilmentReported',
    as: 'FulfilmentReportCorrected',
    came: 'on',
    says: (data, state, { id }) => reported(data, state, id),
  }),
  CorrectEndReport: correcting<Ask<'CorrectEndReport'>, 'EndReported', 'EndReportCorrected'>({
    fact: 'EndReported',
    as: 'EndReportCorrected',
    came: 'on',
    says: (data, state) => {
      ensureReport(data, state);
      return data;
    },
  }),
};
