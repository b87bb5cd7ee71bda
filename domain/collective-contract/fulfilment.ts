import { law } from '../law/profiles.ts';
import type { Moment } from '../shared/decider.ts';
import type { ContractEvent } from './events.ts';
import type { Effect, SignedText, State } from './state.ts';
import { clockOf, type Said } from './terms.ts';

type Performed = Pick<State, 'profile' | 'origin' | 'reports'> & {
  readonly effects: readonly Pick<Effect, 'on'>[];
  readonly texts: readonly Pick<SignedText, 'termStart' | 'termEnd'>[];
};

const last = (days: readonly string[]): string => days.reduce((a, b) => (a > b ? a : b), '');

/**
 * The first day in force; '' where there is none. What was reported of a contract from an older
 * register is unknown: it counts from the first text signed here.
 */
const firstDay = ({ origin, effects, texts }: Performed): string => {
  const first = origin === 'history' ? 1 : 0;
  const effect = effects[first];
  return effect ? last([effect.on, texts[first]?.termStart ?? '']) : '';
};

/**
 * By when performance is next reported: within a year of the first day in force, and of the last day
 * that was reported on while the term lasts that long. The first is owed even where the term is shorter.
 */
export const fulfilmentClock = (
  contract: Performed,
  termEnd: string,
): Pick<Said<'ContractTookEffect'>, 'fulfilment'> => {
  const profile = law(contract.profile);
  const reportedTo = last(contract.reports.map(({ to }) => to));
  const from = reportedTo || firstDay(contract);
  if (from === '') return {};
  const period = profile.fulfilmentReport;
  const next = clockOf('fulfilment', { rule: 'fulfilment-report', from, period, profile });
  const isOwed = reportedTo === '' || (next.fulfilment?.due ?? '') <= termEnd;
  return isOwed ? next : {};
};

type Reporting = Pick<Said<'ContractTookEffect'>, 'fulfilment'>;

/** Whether two sayings of an effect count the next report from one day; what says nothing of it differs from none. */
export const reportsAlike = (was: Reporting, now: Reporting): boolean =>
  !was.fulfilment || !now.fulfilment || was.fulfilment.from === now.fulfilment.from;

export type SaidAnew = {
  readonly now: Reporting;
  readonly reason: string;
  readonly past: Moment['past'];
};

/** The effects after the one that was said anew have said by when the first report is due as it was counted before. */
export const laterReports = (
  { effects, reports }: Pick<State, 'effects' | 'reports'>,
  index: number,
  { now, reason, past }: SaidAnew,
): ContractEvent[] => {
  if (reports.length > 0) return [];
  const { fulfilment } = now;
  return effects.slice(index + 1).flatMap(({ id }): ContractEvent[] => {
    const was = past(id)?.data as Said<'ContractTookEffect'>;
    return reportsAlike(was, now)
      ? []
      : [{ type: 'EffectCorrected', data: { corrects: id, reason, ...was, fulfilment } }];
  });
};
