import type { Moment } from '../../../shared/decider.ts';
import type { Deadline } from '../../../shared/values.ts';
import type { SignedText, State, Stood } from '../../state.ts';
import { termClocks } from './review.ts';
import type { Said } from '../../terms.ts';

/** How a clock stands that runs no more: what set it, and the day it was met; without one nobody waited for it. */
type StoodClock = NonNullable<Said<'AmendmentTakenBack'>['stood']>[string];
export type StoodClocks = Readonly<Record<string, StoodClock>>;

const set = (name: string, fact: string, deadline: Deadline | undefined): StoodClocks =>
  deadline ? { [name]: { fact, deadline } } : {};

const met = (clocks: StoodClocks, name: string, metOn: string | undefined): StoodClocks => {
  const { [name]: one, ...others } = clocks;
  if (!one) return clocks;
  const { fact, deadline } = one;
  return { ...others, [name]: { fact, deadline, ...(metOn && { metOn }) } };
};

type Turn = (clocks: StoodClocks, data: never, fact: string) => StoodClocks;

/** What each fact on the way of a text did to its clocks. */
const turns: Readonly<Record<string, Turn>> = {
  ContractSigned: (_, { filing }: Said<'ContractSigned'>, fact) => set('filing', fact, filing),
  AmendmentSigned: (_, { filing }: Said<'AmendmentSigned'>, fact) => set('filing', fact, filing),
  ContractFiled: (clocks, { filedOn, review }: Said<'ContractFiled'>, fact) => ({
    ...met(clocks, 'filing', filedOn),
    ...set('review', fact, review),
  }),
  ContractRefiled: (clocks, { review }: Said<'ContractRefiled'>, fact) => ({
    ...clocks,
    ...set('review:refiled', fact, review),
  }),
  ContractTookEffect: (clocks, data: Said<'ContractTookEffect'>, fact) => ({
    ...met(clocks, data.review ?? 'review', data.on),
    ...set('publication', fact, data.publication),
  }),
  EffectTakenBack: (clocks, { review = 'review' }: Said<'EffectTakenBack'>) =>
    met(clocks, review, undefined),
  ContractPublished: (clocks, { on }: Said<'ContractPublished'>) => met(clocks, 'publication', on),
};

const ofText = ({ id, came }: SignedText, past: Moment['past']): StoodClocks =>
  [id, ...came].reduce<StoodClocks>((clocks, fact) => {
    const { type = '', data } = past(fact) ?? {};
    return turns[type]?.(clocks, data as never, fact) ?? clocks;
  }, {});

/** The clocks on the way of these texts, one after the other: filing, review, publication. */
export const onTheWay = (texts: readonly SignedText[], past: Moment['past']): StoodClocks =>
  texts.reduce<StoodClocks>((clocks, text) => ({ ...clocks, ...ofText(text, past) }), {});

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
): StoodClocks => {
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
