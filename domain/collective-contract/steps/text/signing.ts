import { ensureParties } from '../../../law/parties.ts';
import type { Profile } from '../../../law/profile.ts';
import { law } from '../../../law/profiles.ts';
import { mayAmend } from '../../../law/whose.ts';
import type { Moment } from '../../../shared/decider.ts';
import type { Stamp } from '../../../shared/message.ts';
import { ensureParts, ensureSound } from '../../../shared/sound-terms.ts';
import type { ContractEvent } from '../../events.ts';
import { ensure } from '../../rules.ts';
import { repeats } from '../../saying.ts';
import { initial } from '../../state.ts';
import {
  clockOf,
  ensureAnother,
  ensureFullTerm,
  ensurePast,
  ensureTerm,
  standing,
  type Ask,
  type Said,
  type Steps,
} from '../../terms.ts';
import { effectOf } from './review.ts';

/** A contract as a whole: of a kind that its law knows, for somebody, and with terms that can be. */
const ensureWhole = (data: Ask<'Sign'> | Ask<'RegisterAsHistory'>, profile: Profile): void => {
  ensure(profile.kinds.includes(data.kind), 'profile-fits', profile.source.zh);
  ensureParties(data, profile, ensure);
  ensureParts(data.workers, [data.women], ensure);
  ensureSound(data, ensure);
};

type SignedOn = { readonly signedOn: string; readonly notifiedOn?: string | undefined };

/** The clock of the filing: from the signature or, where the law has it so, from the day that the employer heard of the approval. */
const filingClock = ({ signedOn, notifiedOn }: SignedOn, profile: Profile) => {
  const from = profile.filing?.from === 'approval-notice' ? notifiedOn : signedOn;
  return from === undefined
    ? {}
    : clockOf('filing', { rule: 'filing', from, period: profile.filing, profile });
};

/** What a signature says, with the coverage and the filing clock of the law it was given under. */
export const signing = (data: Ask<'Sign'>, moment: Moment): Said<'ContractSigned'> => {
  const profile = law(data.profile);
  ensureAnother(data.predecessor, moment);
  ensurePast(data.signedOn, moment, profile);
  ensureWhole(data, profile);
  ensureFullTerm(data.termStart, data.termEnd, profile);
  return {
    ...data,
    coverage: profile.coverage.mode,
    ...filingClock(data, profile),
  };
};

/** A record of the past is taken as it is: refused are a term that runs backwards and acts whose day has not come. */
export const history = (
  data: Ask<'RegisterAsHistory'>,
  stamp: Stamp,
): Said<'ContractRegisteredAsHistory'> => {
  const { registeredOn, signedOn = registeredOn, termStart, termEnd } = data;
  const profile = law(data.profile);
  for (const day of [registeredOn, signedOn]) ensurePast(day, stamp, profile);
  ensureWhole(data, profile);
  ensure(!termStart || !termEnd || termStart <= termEnd, 'term-runs-forward');
  return { ...data, coverage: profile.coverage.mode };
};

export const amendment = (
  data: Omit<Ask<'SignAmendment'>, 'whose'>,
  profile: Profile,
  stamp: Stamp,
): Said<'AmendmentSigned'> => {
  ensurePast(data.signedOn, stamp, profile);
  ensureTerm(data.termStart, data.termEnd, profile);
  ensureSound(data, ensure);
  return {
    ...data,
    ...filingClock(data, profile),
  };
};

/** Where the law knows no review, a signature is all that effect needs. */
const effectOfSignature = (
  what: Parameters<typeof effectOf>[0],
  signedOn: string,
): ContractEvent[] =>
  law(what.profile).review
    ? []
    : [{ type: 'ContractTookEffect', data: effectOf(what, { mode: 'explicit', on: signedOn }) }];

export const signingSteps: Pick<Steps, 'Sign' | 'RegisterAsHistory' | 'SignAmendment'> = {
  Sign: {
    already: (data, state) => {
      const signed = state.origin === 'signed' && state.source === data.case;
      return repeats(signed, state, 'ContractSigned', data);
    },
    in: ['none'],
    otherwise: 'signed-once',
    record: (data, _, moment) => [
      { type: 'ContractSigned', data: signing(data, moment) },
      ...effectOfSignature(
        {
          ...initial,
          profile: data.profile,
          predecessor: data.predecessor ?? '',
          texts: [data],
          number: 1,
          kind: data.kind,
          level: data.level,
          scope: data.scope,
          enterprise: data.enterprise ?? '',
        },
        data.signedOn,
      ),
    ],
  },
  RegisterAsHistory: {
    already: (data, state) => {
      const { origin, source, own, texts } = state;
      const registered =
        origin === 'history' &&
        source === data.source &&
        own === (data.enterprise ?? '') &&
        texts[0]?.termEnd === (data.termEnd ?? '');
      return repeats(registered, state, 'ContractRegisteredAsHistory', data);
    },
    in: ['none'],
    otherwise: 'signed-once',
    record: (data, _, moment) => [
      { type: 'ContractRegisteredAsHistory', data: history(data, moment) },
    ],
  },
  SignAmendment: {
    already: ({ whose: _, ...data }, state) => {
      const signed = state.texts.some((text) => text.case === data.case);
      return repeats(signed, state, 'AmendmentSigned', data);
    },
    in: ['in-force', 'amendment-objected'],
    otherwise: 'amend-what-is-in-force',
    record: ({ whose, ...data }, state, moment) => {
      ensure(!whose || mayAmend(whose, standing(state)), 'parties-of-contract');
      return [
        { type: 'AmendmentSigned', data: amendment(data, law(state.profile), moment) },
        ...effectOfSignature(
          {
            ...state,
            texts: [...state.texts.slice(0, state.effects.length), data],
            number: state.effects.length + 1,
          },
          data.signedOn,
        ),
      ];
    },
  },
};
