import { law } from '../../law/profiles.ts';
import { same } from '../../shared/same.ts';
import type { Moment } from '../../shared/decider.ts';
import type { ContractEvent } from '../events.ts';
import { ensure } from '../rules.ts';
import type { State } from '../state.ts';
import { ensurePast, original, recorded, type Steps } from '../terms.ts';
import { ensureReport } from './ending.ts';
import { ensureDemand, ensureRectification } from './performance.ts';

/** A day said anew is a day that has come. */
const ensureCome = ({ on }: { readonly on: string }, { profile }: State, moment: Moment): void =>
  ensurePast(on, moment, law(profile));

const correction = { in: recorded, otherwise: 'contract-on-record' } as const;

type PerformanceCorrections = Pick<
  Steps,
  'CorrectRectificationDemand' | 'CorrectRectification' | 'CorrectEndReport'
>;

/** Corrections of the acts after a breach and after the end. */
export const performanceCorrections: PerformanceCorrections = {
  CorrectRectificationDemand: {
    ...correction,
    record: ({ corrects, reason, ...data }, state, moment): ContractEvent[] => {
      const was = original(moment, corrects, 'RectificationDemanded');
      ensure(was.breach === data.breach, 'correct-what-is-recorded');
      ensureCome(data, state, moment);
      ensureDemand(data, state);
      const { rectifiedOn = '' } = state.breaches[data.breach] ?? {};
      ensure(rectifiedOn === '' || data.on <= rectifiedOn, 'breach-in-order');
      if (same(was, data)) return [];
      return [{ type: 'RectificationDemandCorrected', data: { corrects, reason, ...data } }];
    },
  },
  CorrectRectification: {
    ...correction,
    record: ({ corrects, reason, ...data }, state, moment): ContractEvent[] => {
      const was = original(moment, corrects, 'BreachRectified');
      ensure(was.breach === data.breach, 'correct-what-is-recorded');
      ensureCome(data, state, moment);
      ensureRectification(data, state);
      if (same(was, data)) return [];
      return [{ type: 'RectificationCorrected', data: { corrects, reason, ...data } }];
    },
  },
  CorrectEndReport: {
    ...correction,
    record: ({ corrects, reason, ...data }, state, moment): ContractEvent[] => {
      const was = original(moment, corrects, 'EndReported');
      ensureCome(data, state, moment);
      ensureReport(data, state);
      if (same(was, data)) return [];
      return [{ type: 'EndReportCorrected', data: { corrects, reason, ...data } }];
    },
  },
};
