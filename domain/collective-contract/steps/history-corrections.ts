import { law } from '../../law/profiles.ts';
import { termEnds } from '../../law/term-clocks.ts';
import { dayOf, plusDays } from '../../shared/calendar.ts';
import type { Moment } from '../../shared/decider.ts';
import { same } from '../../shared/same.ts';
import type { ContractEvent } from '../events.ts';
import { binding, type State } from '../state.ts';
import type { Ask, Said, Steps } from '../terms.ts';
import { correcting } from './correcting.ts';
import { history } from './text/signing.ts';
import { clocksAnew, termMoved, type Term } from './text/term-anew.ts';

type History = Said<'ContractRegisteredAsHistory'>;
type HistoryAnew = Omit<Said<'HistoryCorrected'>, 'corrects' | 'reason'>;

/** The term as the register has it; no end where it is unknown. */
const termOf = ({ termStart, effectiveOn, registeredOn, termEnd = '' }: History): Term => ({
  termStart: termStart ?? effectiveOn ?? registeredOn,
  termEnd,
});

/** What the record says now; the same said again is the same, whether or not it told of its clock. */
const saidAnew = (data: Ask<'RegisterAsHistory'>, was: HistoryAnew, moment: Moment) => {
  const now = history(data, moment);
  const { term: _, ...before } = was;
  if (same(before, now)) return was;
  const { termStart, termEnd } = termOf(now);
  return { ...now, ...(termEnd && { term: termEnds(termStart, termEnd) }) };
};

/** It had run out before it was put on record after all: nobody waits for that. */
const longOver = (state: State, { termStart, termEnd }: Term): ContractEvent[] => [
  ...clocksAnew(state, { termStart, termEnd }).filter(
    ({ data }) => 'deadline' in data && data.deadline.rule === 'term-end',
  ),
  { type: 'ContractExpired', data: { on: plusDays(termEnd, 1) } },
];

type Made = {
  readonly id: string;
  readonly was: History;
  readonly now: History;
  readonly moment: Moment;
};

/** The clocks of the first term, while it binds. */
const firstTerm = (state: State, { id, was, now, moment }: Made): ContractEvent[] => {
  const [before, term] = [termOf(was), termOf(now)];
  const recordedOn = dayOf(moment.past(id)?.at ?? moment.at, law(now.profile).zone);
  const ran = ({ termEnd }: Term): boolean => termEnd !== '' && termEnd >= recordedOn;
  if (ran(term)) return termMoved(state, before, term);
  return ran(before) && term.termEnd ? longOver(state, term) : [];
};

/** What the record said anew does to the clocks; to those of an amendment only where another law counts them. */
const termFollows = (state: State, made: Made): ContractEvent[] => {
  const { was, now } = made;
  if (state.phase === 'ended') return [];
  const under: State = { ...state, profile: now.profile };
  const otherLaw = was.profile !== now.profile;
  if (state.effects.length > 1)
    return otherLaw || !now.termEnd ? clocksAnew(under, binding(state)) : [];
  return otherLaw || !same(termOf(was), termOf(now)) ? firstTerm(under, made) : [];
};

/** A record of the past, said anew by the event id of its registration. */
export const historyCorrections = {
  CorrectHistory: correcting<
    Ask<'CorrectHistory'>,
    'ContractRegisteredAsHistory',
    'HistoryCorrected'
  >({
    fact: 'ContractRegisteredAsHistory',
    as: 'HistoryCorrected',
    says: (data, _, { was, moment }) => saidAnew(data, was, moment),
    follows: termFollows,
  }),
} satisfies Partial<Steps>;
