import { law } from '../../law/profiles.ts';
import { plusDays } from '../../shared/calendar.ts';
import type { Moment } from '../../shared/decider.ts';
import type { ContractEvent } from '../events.ts';
import { ensure, type Rule } from '../rules.ts';
import { binding, latest, type State } from '../state.ts';
import { same } from '../../shared/same.ts';
import { original, recorded, today, type Ask, type Said, type Steps } from '../terms.ts';
import { rescission, termination } from './ending.ts';
import { ensurePublishable } from './force.ts';
import { ensureInspection } from './performance.ts';
import { effectOf, ensureInReview, filing, takenBack, termClocks } from './review.ts';
import { ensureAccession, stayToEnd } from './roster.ts';
import { amendment, history, signing } from './signing.ts';

const correction = { in: recorded, otherwise: 'contract-on-record' } as const satisfies {
  otherwise: Rule;
  in: typeof recorded;
};

/** What silence means when the clock it was reckoned by turns out to be another. */
const silenceAnew = (state: State, due: string, moment: Moment): ContractEvent[] => {
  const effect = state.effects.at(-1);
  const byThisClock = effect?.mode === 'deemed' && state.effects.length === state.texts.length;
  if (!byThisClock) return [];
  if (due >= today(moment, law(state.profile)))
    return [takenBack(state, effect, 'filing-corrected')];
  const on = plusDays(due, 1);
  if (on === effect.on) return [];
  const data = effectOf({ ...state, number: state.effects.length }, { mode: 'deemed', on });
  const reason = '报送收到日更正 / the day of receipt was corrected';
  return [{ type: 'EffectCorrected', data: { corrects: effect.id, reason, ...data } }];
};

const filingCorrected =
  (of: 'ContractFiled' | 'ContractRefiled', type: 'FilingCorrected' | 'RefilingCorrected') =>
  (
    { corrects, reason, ...data }: Ask<'CorrectFiling'>,
    state: State,
    moment: Moment,
  ): ContractEvent[] => {
    const was = original(moment, corrects, of);
    const isCurrent = state.filing.id === corrects;
    const signedOn = isCurrent ? latest(state).signedOn : '';
    const now = filing(data, signedOn, law(state.profile));
    if (same(was, now)) return [];
    const anew = isCurrent ? silenceAnew(state, now.review?.due ?? '', moment) : [];
    return [{ type, data: { corrects, reason, ...now } }, ...anew];
  };

/** An effect can move within its review; by silence it has one day only. */
const effectCorrected = (
  { corrects, reason, ...data }: Ask<'CorrectEffect'>,
  state: State,
  moment: Moment,
): ContractEvent[] => {
  const was = original(moment, corrects, 'ContractTookEffect');
  const index = state.effects.findIndex(({ id }) => id === corrects);
  const effect = state.effects[index];
  ensure(effect !== undefined, 'correct-what-is-recorded');
  const { review } = law(state.profile);
  if (effect && review) {
    const { article } = review;
    if (data.mode === 'explicit') ensureInReview(data.on, effect, 'approve-in-time', article);
    else ensure(data.on === plusDays(effect.due, 1), 'silence-day-is-law', article);
  }
  const now = effectOf({ ...state, number: index + 1 }, data);
  return same(was, now) ? [] : [{ type: 'EffectCorrected', data: { corrects, reason, ...now } }];
};

/** The clocks of a term that binds and was said anew. */
const termAnew = (
  state: State,
  text: string,
  was: { readonly termStart: string; readonly termEnd: string },
  now: { readonly termStart: string; readonly termEnd: string },
): ContractEvent[] => {
  const moved = was.termStart !== now.termStart || was.termEnd !== now.termEnd;
  const binds = state.effects.length > 0 && binding(state).id === text;
  if (!moved || !binds || state.phase === 'ended') return [];
  const { renewal, term } = termClocks(state, now);
  return [renewal, term].flatMap((set) =>
    set ? [{ type: 'DeadlineRecomputed', data: { deadline: set } } as const] : [],
  );
};

type Resigned = {
  readonly text: string;
  readonly reason: string;
  readonly now: Said<'ContractSigned'> | Said<'AmendmentSigned'>;
};

type Before = Omit<Resigned, 'reason'> & { readonly was: Said<'ContractTookEffect'> };

/** The effect of a text, as it would be recorded with what the text says now. */
const resaid = (state: State, index: number, { text, now, was }: Before) =>
  effectOf(
    {
      ...state,
      predecessor: 'predecessor' in now ? (now.predecessor ?? '') : '',
      texts: state.texts.map((one) => (one.id === text ? now : one)),
      filing: { clock: was.review ?? '' },
      number: index + 1,
    },
    {
      mode: was.mode,
      on: law(state.profile).review ? was.on : now.signedOn,
      ...(was.opinionNo && { opinionNo: was.opinionNo }),
    },
  );

/**
 * What a text that was said anew changes in its effect: where the law knows no review, the day moves
 * with the signature; and the contract it renews, and from when, may be another.
 */
const effectFollows = (
  state: State,
  { text, reason, now }: Resigned,
  { past }: Moment,
): ContractEvent[] => {
  const index = state.texts.findIndex(({ id }) => id === text);
  const effect = state.effects[index];
  if (!effect) return [];
  const was = past(effect.id)?.data as Said<'ContractTookEffect'>;
  const data = resaid(state, index, { text, now, was });
  if (data.on === was.on && same(data.replaces, was.replaces)) return [];
  const renewed = was.replaces?.contract;
  const releases = renewed === data.replaces?.contract ? undefined : renewed;
  const anew = { ...data, ...(releases && { releases }) };
  return [{ type: 'EffectCorrected', data: { corrects: effect.id, reason, ...anew } }];
};

const signingCorrected = (
  { corrects, reason, ...data }: Ask<'CorrectSigning'>,
  state: State,
  moment: Moment,
): ContractEvent[] => {
  const was = original(moment, corrects, 'ContractSigned');
  ensure(was.case === data.case, 'correct-what-is-recorded');
  const untouched = state.filing.id === '' && state.effects.length === 0;
  const lawStands = was.profile === data.profile || (untouched && law(data.profile).review);
  ensure(!!lawStands, 'correct-law-before-filing');
  const now = signing(data);
  if (same(was, now)) return [];
  return [
    { type: 'SigningCorrected', data: { corrects, reason, ...now } },
    ...effectFollows(state, { text: corrects, reason, now }, moment),
    ...termAnew(state, corrects, was, now),
  ];
};

const amendmentCorrected = (
  { corrects, reason, ...data }: Ask<'CorrectAmendment'>,
  state: State,
  moment: Moment,
): ContractEvent[] => {
  const was = original(moment, corrects, 'AmendmentSigned');
  ensure(was.case === data.case, 'correct-what-is-recorded');
  const now = amendment(data, law(state.profile));
  if (same(was, now)) return [];
  return [
    { type: 'AmendmentCorrected', data: { corrects, reason, ...now } },
    ...effectFollows(state, { text: corrects, reason, now }, moment),
    ...termAnew(state, corrects, was, now),
  ];
};

/** The text that a case signed here. */
const textOf = (state: State, { case: id }: { readonly case: string }): string => {
  const text = state.texts.find((one) => one.case === id);
  ensure(state.origin === 'signed' && text !== undefined, 'text-of-that-case');
  return text?.id ?? '';
};

const withdrawalCorrected = (
  { corrects, reason, ...data }: Ask<'CorrectWithdrawal'>,
  state: State,
  moment: Moment,
): ContractEvent[] => {
  const was = original(moment, corrects, 'EnterpriseWithdrew');
  const others = state.roster.map((stay) =>
    stay.id === was.accession ? { ...stay, outOn: '' } : stay,
  );
  const stay = stayToEnd(data, others);
  ensure(stay !== undefined, 'withdraw-what-acceded');
  const now = { ...data, accession: stay?.id ?? '' };
  return same(was, now)
    ? []
    : [{ type: 'WithdrawalCorrected', data: { corrects, reason, ...now } }];
};

const inspectionCorrected = (
  { corrects, reason, ...data }: Ask<'CorrectInspection'>,
  state: State,
  moment: Moment,
): ContractEvent[] => {
  const was = original(moment, corrects, 'InspectionHeld');
  const free = !(`inspection ${data.inspection}` in state.said);
  ensure(free || was.inspection === data.inspection, 'inspection-once');
  ensureInspection(data, state);
  return same(was, data)
    ? []
    : [{ type: 'InspectionCorrected', data: { corrects, reason, ...data } }];
};

/** The end being corrected does not stand in its own way. */
const notEnded = (state: State): State => ({ ...state, end: { ...state.end, on: '' } });

export const correctionSteps = {
  CorrectSigning: { ...correction, record: signingCorrected },
  CorrectHistory: {
    ...correction,
    record: ({ corrects, reason, ...data }, _, moment) => {
      const was = original(moment, corrects, 'ContractRegisteredAsHistory');
      const now = history(data);
      if (same(was, now)) return [];
      return [{ type: 'HistoryCorrected', data: { corrects, reason, ...now } }];
    },
  },
  CorrectFiling: { ...correction, record: filingCorrected('ContractFiled', 'FilingCorrected') },
  CorrectRefiling: {
    ...correction,
    record: filingCorrected('ContractRefiled', 'RefilingCorrected'),
  },
  CorrectObjection: {
    ...correction,
    record: ({ corrects, reason, ...data }, { objections, profile }, moment) => {
      const was = original(moment, corrects, 'ReviewObjected');
      const review = objections[corrects];
      if (review) ensureInReview(data.on, review, 'object-in-time', law(profile).review?.article);
      if (same(was, data)) return [];
      return [{ type: 'ObjectionCorrected', data: { corrects, reason, ...data } }];
    },
  },
  CorrectEffect: { ...correction, record: effectCorrected },
  CorrectPublication: {
    ...correction,
    record: ({ corrects, reason, ...data }, state, moment) => {
      const was = original(moment, corrects, 'ContractPublished');
      ensurePublishable(data, state);
      if (same(was, data)) return [];
      return [{ type: 'PublicationCorrected', data: { corrects, reason, ...data } }];
    },
  },
  CorrectAccession: {
    ...correction,
    record: ({ corrects, reason, ...data }, state, moment) => {
      const was = original(moment, corrects, 'EnterpriseAcceded');
      const others = state.roster.filter(({ id }) => id !== corrects);
      ensureAccession(data, state, others);
      if (same(was, data)) return [];
      return [{ type: 'AccessionCorrected', data: { corrects, reason, ...data } }];
    },
  },
  CorrectWithdrawal: { ...correction, record: withdrawalCorrected },
  CorrectInspection: { ...correction, record: inspectionCorrected },
  CorrectAmendment: { ...correction, record: amendmentCorrected },
  CorrectRescission: {
    ...correction,
    record: ({ corrects, reason, ...data }, state, moment) => {
      const was = original(moment, corrects, 'ContractRescinded');
      const now = rescission(data, notEnded(state));
      if (same(was, now)) return [];
      return [{ type: 'RescissionCorrected', data: { corrects, reason, ...now } }];
    },
  },
  CorrectTermination: {
    ...correction,
    record: ({ corrects, reason, ...data }, state, moment) => {
      const was = original(moment, corrects, 'ContractTerminated');
      const now = termination(data, notEnded(state));
      if (same(was, now)) return [];
      return [{ type: 'TerminationCorrected', data: { corrects, reason, ...now } }];
    },
  },
} satisfies Partial<Steps>;

/** What is struck out follows nothing. */
const following = {
  ...correction,
  already: (_: unknown, { phase }: State) => phase === 'void',
} as const;

/** What policies order when the case behind a text was corrected. */
export const followingSteps: Pick<Steps, 'FollowSigning' | 'FollowAmendment'> = {
  FollowSigning: {
    ...following,
    record: (data, state, moment) =>
      signingCorrected({ ...data, corrects: textOf(state, data) }, state, moment),
  },
  FollowAmendment: {
    ...following,
    record: (data, state, moment) =>
      amendmentCorrected({ ...data, corrects: textOf(state, data) }, state, moment),
  },
};
