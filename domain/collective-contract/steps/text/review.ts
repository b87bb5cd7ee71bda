import { law } from '../../../law/profiles.ts';
import type { Profile } from '../../../law/profile.ts';
import { noticeToOtherSide, renewalOpens, termEnds } from '../../../law/term-clocks.ts';
import { plusDays } from '../../../shared/calendar.ts';
import { whoseOf } from '../../../shared/terms.ts';
import type { ContractEvent } from '../../events.ts';
import { fulfilmentClock } from '../../fulfilment.ts';
import { ensure } from '../../rules.ts';
import { repeats } from '../../saying.ts';
import {
  latest,
  type Effect,
  type Phase,
  type Review,
  type SignedText,
  type State,
} from '../../state.ts';
import type { Moment } from '../../../shared/decider.ts';
import { clockOf, ensurePast, today, type Ask, type Said, type Steps } from '../../terms.ts';

/** Elsewhere nothing is filed: a signature is all that effect needs. */
export const reviewed = {
  knows: ({ profile }: State) => law(profile).review !== null,
  otherwise: 'no-filing-here',
} as const;

/** A receipt by the authority, with the review clock that it starts. */
export const filing = (
  data: Ask<'File'>,
  signedOn: string,
  profile: Profile,
): Said<'ContractFiled'> => {
  ensure(signedOn <= data.filedOn && data.filedOn <= data.receivedOn, 'file-after-signing');
  return {
    ...data,
    ...clockOf('review', {
      rule: 'review',
      from: data.receivedOn,
      period: profile.review,
      profile,
    }),
  };
};

type Parties = 'kind' | 'level' | 'enterprise' | 'scope';

/** Which text takes effect: number 1 makes the contract, the later ones amend it. */
type Effective = Pick<
  State,
  | Parties
  | 'profile'
  | 'origin'
  | 'predecessor'
  | 'renewalOpenedOn'
  | 'notice'
  | 'reports'
  | 'effects'
> & {
  readonly texts: readonly Pick<SignedText, 'termStart' | 'termEnd'>[];
  readonly filing: Pick<State['filing'], 'clock'>;
  readonly number: number;
};

const laterOf = (a: string, b: string): string => (a > b ? a : b);

/** The clocks of a term that binds; a renewal window that opened on that day stays open, and a notice for that term given. */
export const termClocks = (
  {
    profile: id,
    renewalOpenedOn,
    notice: given,
  }: Pick<State, 'profile' | 'renewalOpenedOn' | 'notice'>,
  { termStart, termEnd }: Pick<SignedText, 'termStart' | 'termEnd'>,
): Pick<Said<'ContractTookEffect'>, 'renewal' | 'term' | 'notice'> => {
  const renewal = renewalOpens(termEnd, law(id));
  const notice = noticeToOtherSide(termEnd, law(id));
  return {
    ...(renewal && renewal.due !== renewalOpenedOn && { renewal }),
    ...(notice && given.termEnd !== termEnd && { notice }),
    term: termEnds(termStart, termEnd),
  };
};

/** What took effect, from when, the clocks it starts, and what it stands in the place of. */
export const effectOf = (
  state: Effective,
  said: Pick<Said<'ContractTookEffect'>, 'mode' | 'on' | 'opinionNo'>,
): Said<'ContractTookEffect'> => {
  const { predecessor, texts, number, filing, effects } = state;
  const profile = law(state.profile);
  const text = texts[number - 1] ?? { termStart: said.on, termEnd: said.on };
  return {
    ...said,
    ...clockOf('publication', {
      rule: 'publication',
      from: said.on,
      period: profile.publication,
      profile,
    }),
    ...(filing.clock && { review: filing.clock }),
    ...termClocks(state, text),
    ...fulfilmentClock(
      { ...state, effects: [...effects.slice(0, number - 1), said] },
      text.termEnd,
    ),
    ...(predecessor &&
      number === 1 && {
        replaces: {
          contract: predecessor,
          on: laterOf(said.on, text.termStart),
          whose: whoseOf({ ...state, enterprise: state.enterprise || undefined }),
        },
      }),
  };
};

const inEffect = ({ phase }: State): boolean => phase === 'in-force' || phase === 'expired';

/** The effect that the clock recorded, when nothing but the end of its term happened to the text since. */
const deemed = (state: State): Effect | undefined => {
  const last = state.effects.at(-1);
  const isLast = state.effects.length === state.texts.length;
  return inEffect(state) && isLast && last?.mode === 'deemed' ? last : undefined;
};

/** The review that an opinion can still be of; none where the effect was said, or something happened to the text since. */
export const reviewOpen = (state: State): Review | undefined =>
  inEffect(state) ? deemed(state) : state.filing;

const isReviewOpen = (state: State): boolean => reviewOpen(state) !== undefined;

/** The event id of the expiry; undefined while none is on record. */
const expiryId = ({ phase, before, expiry }: State): string | undefined =>
  (phase === 'ended' ? before : phase) === 'expired' && expiry !== '' ? expiry : undefined;

export const takenBack = (
  state: State,
  effect: Effect,
  because: Said<'EffectTakenBack'>['because'],
): ContractEvent => {
  const { mode, on } = effect;
  const expiry = expiryId(state);
  const bindsAgain = state.texts[state.effects.length - 2];
  const { replaces, review } = effectOf({ ...state, number: state.effects.length }, { mode, on });
  return {
    type: 'EffectTakenBack',
    data: {
      effect: effect.id,
      because,
      ...(replaces && { replaces }),
      ...(review && { review }),
      ...(expiry && { expiry }),
      ...(bindsAgain && {
        ...termClocks(state, bindsAgain),
        ...fulfilmentClock({ ...state, effects: state.effects.slice(0, -1) }, bindsAgain.termEnd),
      }),
    },
  };
};

const article = ({ profile }: State): string | undefined => law(profile).review?.article;

/** An opinion is given from receipt to the last day of the review. */
export const ensureInReview = (
  on: string,
  { receivedOn, due }: Review,
  rule: 'object-in-time' | 'approve-in-time',
  law?: string,
): void => {
  ensure(on >= receivedOn, 'review-starts-at-receipt', law);
  ensure(on <= due, rule, law);
};

const refiled = (data: Ask<'Refile'>, state: State): Said<'ContractRefiled'> =>
  filing(data, latest(state).signedOn, law(state.profile));

/** The phases in which the last text waits to be filed. */
const unfiled: readonly Phase[] = ['signed', 'amending', 'objected', 'amendment-objected'];

const onFile = (data: Ask<'File'>, state: State): boolean => {
  const { phase, filing } = state;
  const filed =
    !unfiled.includes(phase) &&
    filing.no === data.receiptNo &&
    filing.receivedOn === data.receivedOn;
  const fact = filing.clock === 'review' ? 'ContractFiled' : 'ContractRefiled';
  return repeats(filed, state, fact, data);
};

/** The effect by silence of the text under review, on its legal day. */
export const effectBySilence = (
  state: State,
): { readonly type: 'ContractTookEffect'; readonly data: Said<'ContractTookEffect'> } => {
  const on = plusDays(state.filing.due, 1);
  const number = state.effects.length + 1;
  return {
    type: 'ContractTookEffect',
    data: effectOf({ ...state, number }, { mode: 'deemed', on }),
  };
};

type ReviewSteps = Pick<Steps, 'File' | 'Refile' | 'Object' | 'Approve' | 'RecordSilence'>;

/** In force, or run out: an opinion in time may be recorded after the clock took silence for consent. */
const opinion = {
  in: ['under-review', 'amendment-under-review', 'in-force', 'expired'],
  otherwise: 'review-is-open',
  offered: isReviewOpen,
} as const;

/** An opinion is of a day of the review; what silence put into effect before it was on record, if it did. */
const ensureOpinion = (
  on: string,
  state: State,
  moment: Moment,
  rule: 'object-in-time' | 'approve-in-time',
) => {
  const effect = deemed(state);
  ensure(isReviewOpen(state), 'review-is-open');
  ensurePast(on, moment, law(state.profile));
  ensureInReview(on, effect ?? state.filing, rule, article(state));
  return effect;
};

export const reviewSteps: ReviewSteps = {
  File: {
    already: onFile,
    in: ['signed', 'amending'],
    otherwise: 'file-what-is-signed',
    law: reviewed,
    record: (data, state, moment) => {
      ensurePast(data.receivedOn, moment, law(state.profile));
      return [{ type: 'ContractFiled', data: refiled(data, state) }];
    },
  },
  Refile: {
    already: onFile,
    in: ['objected', 'amendment-objected'],
    otherwise: 'refile-what-was-objected',
    law: reviewed,
    record: (data, state, moment) => {
      ensurePast(data.receivedOn, moment, law(state.profile));
      ensure(data.filedOn >= state.objectedOn, 'file-after-signing');
      return [{ type: 'ContractRefiled', data: refiled(data, state) }];
    },
  },
  Object: {
    already: (data, state) => {
      const objected = state.phase.endsWith('objected') && state.objectedOn === data.on;
      return repeats(objected, state, 'ReviewObjected', data);
    },
    ...opinion,
    record: (data, state, moment) => {
      const effect = ensureOpinion(data.on, state, moment, 'object-in-time');
      const back = effect ? [takenBack(state, effect, 'objection-in-time')] : [];
      return [...back, { type: 'ReviewObjected', data }];
    },
  },
  Approve: {
    already: (data, state) => {
      const { mode, on } = state.effects.at(-1) ?? {};
      const approved = inEffect(state) && mode === 'explicit' && on === data.on;
      return repeats(approved, state, 'ContractTookEffect', data);
    },
    ...opinion,
    record: (data, state, moment) => {
      const effect = ensureOpinion(data.on, state, moment, 'approve-in-time');
      const number = state.effects.length + (effect ? 0 : 1);
      const explicit = effectOf({ ...state, number }, { mode: 'explicit', ...data });
      if (!effect) return [{ type: 'ContractTookEffect', data: explicit }];
      const reason = '审查期内已通过，迟登记 / approved within the review, recorded late';
      return [{ type: 'EffectCorrected', data: { corrects: effect.id, reason, ...explicit } }];
    },
  },
  // The legal day is decided from the clock on record, whatever day the clock woke.
  RecordSilence: {
    already: (_, { phase }) => ['in-force', 'expired', 'ended'].includes(phase),
    in: ['under-review', 'amendment-under-review'],
    otherwise: 'silence-must-run',
    record: (_, state, moment) => {
      const { due } = state.filing;
      ensure(due < today(moment, law(state.profile)), 'silence-must-run', article(state));
      return [effectBySilence(state)];
    },
  },
};
