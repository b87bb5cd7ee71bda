import { law } from '../../../law/profiles.ts';
import type { Moment } from '../../../shared/decider.ts';
import { same } from '../../../shared/same.ts';
import type { ContractEvent } from '../../events.ts';
import { reportsAlike } from '../../fulfilment.ts';
import { ensure } from '../../rules.ts';
import type { State } from '../../state.ts';
import { recorded, type Ask, type Said, type Steps } from '../../terms.ts';
import { correcting } from '../correcting.ts';
import { filingStands, laterEffects } from './later-text.ts';
import { effectOf } from './review.ts';
import { amendment, signing } from './signing.ts';
import { termAnew } from './term-anew.ts';

type Resigned = {
  readonly text: string;
  readonly reason: string;
  readonly now: Said<'ContractSigned'> | Said<'AmendmentSigned'>;
};

type Effected = Said<'ContractTookEffect'>;

type Before = Omit<Resigned, 'reason'> & { readonly was: Effected };

/** For whom a contract is that was said anew; whoever has it from another keeps it. */
const whom = ({ kind, level, scope, enterprise = '' }: Said<'ContractSigned'>, state: State) => ({
  ...{ kind, level, scope },
  enterprise: state.passed.length === 0 ? enterprise : state.enterprise,
});

type Replaces = Effected['replaces'];

/** Effects that were recorded before they said for whom the contract is are not said anew for that alone. */
const replacesAlike = (was: Replaces, now: Replaces): boolean =>
  same(was, was?.whose ? now : now && { contract: now.contract, on: now.on });

/** Whether an effect says the same: its day, what it replaces, and while none was made the first report. */
const effectsAlike = ({ reports }: State, was: Effected, now: Effected): boolean =>
  was.on === now.on &&
  replacesAlike(was.replaces, now.replaces) &&
  (reports.length > 0 || reportsAlike(was, now));

/** The effect of a text, as it would be recorded with what the text says now. */
const resaid = (state: State, index: number, { text, now, was }: Before) =>
  effectOf(
    {
      ...state,
      ...('kind' in now && whom(now, state)),
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
 * with the signature; the contract it renews, and from when, may be another; and the first report on
 * performance is counted from the start of the first term, in the later effects, too.
 */
const effectFollows = (
  state: State,
  { text, reason, now }: Resigned,
  { past }: Moment,
): ContractEvent[] => {
  const index = state.texts.findIndex(({ id }) => id === text);
  const effect = state.effects[index];
  if (!effect) return [];
  const was = past(effect.id)?.data as Effected;
  const data = resaid(state, index, { text, now, was });
  if (effectsAlike(state, was, data)) return [];
  const renewed = was.replaces?.contract;
  const releases = renewed === data.replaces?.contract ? undefined : renewed;
  const anew = { ...data, ...(releases && { releases }) };
  return [
    { type: 'EffectCorrected', data: { corrects: effect.id, reason, ...anew } },
    ...laterEffects(state, index, { now: data, reason, past }),
  ];
};

const ensureLawStands = (was: Said<'ContractSigned'>, now: Ask<'Sign'>, state: State): void => {
  const untouched = state.filing.id === '' && state.effects.length === 0;
  const stands = was.profile === now.profile || (untouched && law(now.profile).review !== null);
  ensure(stands, 'correct-law-before-filing');
};

const correctSigning = correcting<Ask<'CorrectSigning'>, 'ContractSigned', 'SigningCorrected'>({
  fact: 'ContractSigned',
  as: 'SigningCorrected',
  about: ['case'],
  says: (data, state, { was, moment }) => {
    ensureLawStands(was, data, state);
    return signing(data, moment);
  },
  follows: (state, { id: text, reason, was, now, moment }) => [
    ...effectFollows(state, { text, reason, now }, moment),
    ...termAnew(state, text, was, now),
    ...filingStands(state, text),
  ],
});

const correctAmendment = correcting<
  Ask<'CorrectAmendment'>,
  'AmendmentSigned',
  'AmendmentCorrected'
>({
  fact: 'AmendmentSigned',
  as: 'AmendmentCorrected',
  about: ['case'],
  says: (data, state, { moment }) => amendment(data, law(state.profile), moment),
  follows: (state, { id: text, reason, was, now, moment }) => [
    ...effectFollows(state, { text, reason, now }, moment),
    ...termAnew(state, text, was, now),
    ...filingStands(state, text),
  ],
});

/** The text that a case signed here. */
const textOf = (state: State, { case: id }: { readonly case: string }): string => {
  const text = state.texts.find((one) => one.case === id);
  ensure(state.origin === 'signed' && text !== undefined, 'text-of-that-case');
  return text?.id ?? '';
};

/** The texts of a contract, said anew by the event id of their signing. */
export const textCorrections = {
  CorrectSigning: correctSigning,
  CorrectAmendment: correctAmendment,
} satisfies Partial<Steps>;

/** What is struck out follows nothing. */
const following = {
  already: (_: unknown, { phase }: State) => phase === 'void',
  in: recorded,
  otherwise: 'contract-on-record',
} as const;

/** What policies order when the case behind a text was corrected. */
export const followingSteps: Pick<Steps, 'FollowSigning' | 'FollowAmendment'> = {
  FollowSigning: {
    ...following,
    record: (data, state, moment) =>
      correctSigning.record({ ...data, corrects: textOf(state, data) }, state, moment),
  },
  FollowAmendment: {
    ...following,
    record: (data, state, moment) =>
      correctAmendment.record({ ...data, corrects: textOf(state, data) }, state, moment),
  },
};
