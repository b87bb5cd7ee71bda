import { disclosureBefore, reportBefore } from '../law/term-clocks.ts';
import type { Deadline } from '../shared/values.ts';
import { optional } from './clocks.ts';
import type { BargainingEvent } from './events.ts';
import { lastSaid } from './saying.ts';
import { lawOf, type Said, type State } from './state.ts';

type Before = Pick<Said<'OfferAccepted'>, 'disclosure' | 'report'>;

/** The clocks of what is due before the first session, by their names in a case. */
export const named = ({
  disclosure,
  report,
}: Before): Readonly<Record<string, Deadline | undefined>> => ({
  ...(disclosure && { disclosure }),
  ...(report && { 'report-to-upper-union': report }),
});

/** The day that the offer proposes for the first session. */
const proposedOn = (state: State, offer: string): string =>
  lastSaid(state, 'OfferIssued', { offer })?.proposedOn ?? '';

/** What is still due before a first session on a day. */
const dueBefore = (state: State, day: string): Before => ({
  ...optional(
    'disclosure',
    state.disclosedOn === '' ? disclosureBefore(day, lawOf(state)) : undefined,
  ),
  ...optional('report', state.reportedOn === '' ? reportBefore(day, lawOf(state)) : undefined),
});

/** What the consent sets running: the offer proposes a day for the first session, and that day is to come. */
export const dueAfterConsent = (state: State, offer: string, on: string): Before => {
  const day = proposedOn(state, offer);
  return day < on ? {} : dueBefore(state, day);
};

/** The consent that opened the talks. */
const consent = (state: State): Before => {
  const [offer = ''] =
    Object.entries(state.offers).find(
      ([, { answer, repliedOn }]) => answer === 'accepted' && repliedOn === state.acceptedOn,
    ) ?? [];
  return lastSaid(state, 'OfferAccepted', { offer }) ?? {};
};

/**
 * What was due before the first session, once it is held: counted from that day, whether it is done
 * or not. A missing report does not keep the sides from the table: it is overdue.
 */
export const dueBeforeSession = (state: State, on: string): Before => {
  const { disclosure, report } = consent(state);
  const due = dueBefore({ ...state, disclosedOn: '', reportedOn: '' }, on);
  return {
    ...optional('disclosure', disclosure && due.disclosure),
    ...optional('report', report || state.reportedOn === '' ? due.report : undefined),
  };
};

/** The clocks that still run, counted from another day that the offer proposes. */
export const proposalFollows = (state: State, day: string): BargainingEvent[] => {
  if (state.sessions.length > 0) return [];
  return Object.entries(named(dueBefore(state, day))).flatMap(([name, deadline]) =>
    deadline && state.clocks[name]
      ? [{ type: 'DeadlineRecomputed', data: { clock: name, deadline } } as const]
      : [],
  );
};
