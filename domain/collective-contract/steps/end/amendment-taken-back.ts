import type { Moment } from '../../../shared/decider.ts';
import type { Deadline } from '../../../shared/values.ts';
import type { ContractEvent } from '../../events.ts';
import { fulfilmentClock } from '../../fulfilment.ts';
import { ensure } from '../../rules.ts';
import type { End, Passing, SignedText, State, Stood } from '../../state.ts';
import { recorded, type Ask, type Steps } from '../../terms.ts';
import { ofTerm, onTheWay, type StoodClocks } from '../text/text-clocks.ts';
import { termClocks } from '../text/review.ts';

type Clocks = Readonly<Record<string, Deadline>>;

/** The amendment that a case made, with its place among the texts: -1 when another was signed in its place. */
type Amendment = { readonly text: SignedText; readonly at: number };

const amendmentOf = (state: State, id: string): Amendment | undefined => {
  const at = state.texts.findIndex((text, place) => place > 0 && text.case === id);
  const text = state.texts[at] ?? state.dropped.find((one) => one.case === id);
  return text && { text, at };
};

const named = (name: string, deadline: Deadline | undefined): Clocks =>
  deadline ? { [name]: deadline } : {};

/** The clock of the amendment that was signed in its place runs on. */
const clocksOfLast = ({ phase, deadlines, filing }: State): Clocks => {
  if (phase === 'amending') return named('filing', deadlines.filing);
  return phase === 'amendment-under-review'
    ? named(filing.clock || 'review', deadlines.review)
    : {};
};

/** How the text before stood, and at which place this one follows it. */
type Standing = { readonly stood: Stood; readonly at: number };

/** The clocks of the text before, as they would run had this one never taken effect. */
const clocksBefore = (state: State, before: SignedText, { stood, at }: Standing): Clocks => {
  const { publishedOn, renewalOpenedOn, notice, publication } = stood;
  const given = notice.termEnd === before.termEnd ? notice : state.notice;
  const term = termClocks({ ...state, renewalOpenedOn, notice: given }, before);
  const effects = state.effects.slice(0, at);
  return {
    ...(publishedOn === '' && named('publication', publication)),
    ...named(
      'fulfilment-report',
      fulfilmentClock({ ...state, effects }, before.termEnd).fulfilment,
    ),
    ...named('notice-to-other-side', term.notice),
    ...named('renewal-opens', term.renewal),
    ...named('term-end', term.term),
  };
};

/** What came to the contract after the term before, and only this amendment's term reaches. */
type Beyond = { readonly ends: readonly End[]; readonly passed: readonly Passing[] };

const beyond = ({ texts, effects, ends, passed }: State, at: number): Beyond => {
  const before = at < 0 || effects.length <= at ? undefined : texts[at - 1];
  if (!before) return { ends: [], passed: [] };
  const isBeyond = ({ on }: { readonly on: string }): boolean => on > before.termEnd;
  return { ends: ends.filter(isBeyond), passed: passed.filter(isBeyond) };
};

/** The clocks that run once it is taken back, with the ends that go with it. */
const clocksAfter = (state: State, at: number, { ends }: Beyond): Clocks => {
  if (at < 0) return clocksOfLast(state);
  const before = state.texts[at - 1];
  const stood = state.effects[at]?.stood;
  const stands = ends.length === state.ends.length;
  return before && stood && stands ? clocksBefore(state, before, { stood, at }) : {};
};

/** The texts that are left, in the order they were signed, with those that another was signed in the place of. */
const textsWithout = ({ texts, dropped }: State, { id }: SignedText): SignedText[] => {
  const amendments = [...dropped, ...texts.slice(1)].toSorted(
    ({ signedOn: a }, { signedOn: b }) => Number(a > b) - Number(a < b),
  );
  return [...texts.slice(0, 1), ...amendments].filter((text) => text.id !== id);
};

/** How the clocks stand that do not run: those of the texts before, and those of the term that binds again. */
const stoodAfter = (
  state: State,
  { text, at }: Amendment,
  clocks: Clocks,
  past: Moment['past'],
): StoodClocks => {
  const { texts, effects } = state;
  const before = texts[at - 1];
  const stood = effects[at]?.stood;
  const { publication, ...way } = onTheWay(textsWithout(state, text), past);
  const bound =
    before && stood
      ? {
          ...(publication && { publication }),
          ...ofTerm(state, { text: before, effect: effects[at - 1]?.id ?? '', stood }, past),
        }
      : {};
  return Object.fromEntries(
    Object.entries({ ...way, ...bound }).filter(([name]) => !(name in clocks)),
  );
};

/**
 * Nothing was agreed since that only this amendment's text makes possible. Where the employer ended or a
 * renewal began, the contract had run out before: that did not end it.
 */
const ensureNothingRests = ({ texts }: State, at: number, { ends }: Beyond): void => {
  ensure(at < 0 || at === texts.length - 1, 'last-amendment-first');
  const isAgreed = ends.some(({ by }) => by === 'rescission' || by === 'condition');
  ensure(!isAgreed, 'end-rests-on-amendment');
};

/** A contract that had run out with its employer came to no successor. */
const neverPassed = (
  { passed: [first, ...others] }: Beyond,
  reason: string,
  { enterprise: to }: State,
): ContractEvent[] => {
  if (!first) return [];
  const takesBack = [first, ...others].map(({ id }) => id);
  return [{ type: 'SuccessionTakenBack', data: { takesBack, reason, from: first.from, to } }];
};

const takenBack = (
  { case: id, reason }: Ask<'TakeBackAmendment'>,
  state: State,
  { past }: Moment,
): ContractEvent[] => {
  const amendment = amendmentOf(state, id);
  if (!amendment) return [];
  const { text, at } = amendment;
  const since = beyond(state, at);
  ensureNothingRests(state, at, since);
  const takesBack = [text.id, ...text.came, ...since.ends.map((end) => end.id)];
  const clocks = clocksAfter(state, at, since);
  const stood = stoodAfter(state, amendment, clocks, past);
  return [
    { type: 'AmendmentTakenBack', data: { takesBack, reason, case: id, clocks, stood } },
    ...neverPassed(since, reason, state),
  ];
};

/** An amendment that was recorded and never agreed leaves the contract as it was before. */
export const amendmentSteps: Pick<Steps, 'TakeBackAmendment'> = {
  TakeBackAmendment: {
    // Another contract may have it, or none: the order of a case that was never carried out takes nothing back.
    already: (data, state) => state.phase === 'void' || amendmentOf(state, data.case) === undefined,
    in: recorded,
    otherwise: 'contract-on-record',
    record: takenBack,
  },
};
