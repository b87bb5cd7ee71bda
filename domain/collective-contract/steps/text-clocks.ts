import type { Moment } from '../../shared/decider.ts';
import type { Deadline } from '../../shared/values.ts';
import type { SignedText, State, Stood } from '../state.ts';
import { termClocks } from './review.ts';
import type { Said } from '../terms.ts';

/** How a clock stands that runs no more: what set it, and the day it was met; without one nobody waited for it. */
export type Standing = NonNullable<Said<'AmendmentTakenBack'>['stood']>[string];
export type Standings = Readonly<Record<string, Standing>>;

const set = (name: string, fact: string, deadline: Deadline | undefined): Standings =>
  deadline ? { [name]: { fact, deadline } } : {};

const met = (standings: Standings, name: string, metOn: string | undefined): Standings => {
  const { [name]: one, ...others } = standings;
  if (!one) return standings;
  const { fact, deadline } = one;
  return { ...others, [name]: { fact, deadline, ...(metOn && { metOn }) } };
};

type Turn = (standings: Standings, data: never, fact: string) => Standings;

/** What each fact on the way of a text did to its clocks. */
const turns: Readonly<Record<string, Turn>> = {
  ContractSigned: (_, { filing }: Said<'ContractSigned'>, fact) => set('filing', fact, filing),
  AmendmentSigned: (_, { filing }: Said<'AmendmentSigned'>, fact) => set('filing', fact, filing),
  ContractFiled: (standings, { filedOn, review }: Said<'ContractFiled'>, fact) => ({
    ...met(standings, 'filing', filedOn),
    ...set('review', fact, review),
  }),
  ContractRefiled: (standings, { review }: Said<'ContractRefiled'>, fact) => ({
    ...standings,
    ...set('review:refiled', fact, review),
  }),
  ContractTookEffect: (standings, data: Said<'ContractTookEffect'>, fact) => ({
    ...met(standings, data.review ?? 'review', data.on),
    ...set('publication', fact, data.publication),
  }),
  EffectTakenBack: (standings, { review = 'review' }: Said<'EffectTakenBack'>) =>
    met(standings, review, undefined),
  ContractPublished: (standings, { on }: Said<'ContractPublished'>) =>
    met(standings, 'publication', on),
};

const ofText = ({ id, came }: SignedText, past: Moment['past']): Standings =>
  [id, ...came].reduce<Standings>((standings, fact) => {
    const { type = '', data } = past(fact) ?? {};
    return turns[type]?.(standings, data as never, fact) ?? standings;
  }, {});

/** The clocks on the way of these texts, one after the other: filing, review, publication. */
export const onTheWay = (texts: readonly SignedText[], past: Moment['past']): Standings =>
  texts.reduce<Standings>((standings, text) => ({ ...standings, ...ofText(text, past) }), {});

type Bound = {
  readonly text: SignedText;
  /** The event id of its effect. */
  readonly effect: string;
  readonly stood: Stood;
};

/** The clocks of the term of a text, as they stood when another took its place. */
export const ofTerm = (
  state: State,
  { text, effect, stood }: Bound,
  past: Moment['past'],
): Standings => {
  const unmet = { ...state, renewalOpenedOn: '', notice: { id: '', termEnd: '', case: '' } };
  const { renewal, notice, term } = termClocks(unmet, text);
  const given = [stood.notice, state.notice].find(({ termEnd }) => termEnd === text.termEnd);
  const fact = effect || text.id;
  const all = {
    ...set('renewal-opens', fact, renewal),
    ...set('notice-to-other-side', fact, notice),
    ...set('term-end', fact, term),
  };
  const isOpen = stood.renewalOpenedOn === renewal?.due;
  const opened = met(all, 'renewal-opens', isOpen ? renewal.due : undefined);
  const { on } = (past(given?.id ?? '')?.data ?? {}) as Partial<Said<'NoticeGiven'>>;
  return met(opened, 'notice-to-other-side', on);
};
