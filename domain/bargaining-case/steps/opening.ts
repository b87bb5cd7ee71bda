import { ensureParties } from '../../law/parties.ts';
import { law } from '../../law/profiles.ts';
import { same } from '../../shared/same.ts';
import { ensureParts } from '../../shared/sound-terms.ts';
import { ensure } from '../rules.ts';
import { type After, type Ask, type Steps } from '../state.ts';

/** Whom and what the case is for fits together and fits the chosen law. */
export const ensurePrepared = (data: Ask<'PrepareOffer'>): void => {
  const profile = law(data.profile);
  const { kinds, validFrom, validTo, source } = profile;
  const inForce = validFrom <= data.on && (validTo === null || data.on <= validTo);
  ensure(kinds.includes(data.kind) && inForce, 'profile-fits', source.zh);
  ensureParties(data, profile, ensure);
  const { employees, women, dispatched, disabled } = data;
  ensureParts(employees, [women, dispatched, disabled], ensure);
  const { purpose, predecessor, contract } = data;
  ensure(
    (purpose === 'renewal') === (predecessor !== undefined) && predecessor !== contract,
    'renewal-names-predecessor',
  );
};

export const openingSteps: Steps<'PrepareOffer' | 'RegisterCaseAsHistory'> = {
  PrepareOffer: {
    already: (data, { said }) => same(said.CasePrepared, data),
    in: ['none'],
    otherwise: 'prepared-once',
    record: (data) => {
      ensurePrepared(data);
      return [{ type: 'CasePrepared', data }];
    },
  },
  RegisterCaseAsHistory: {
    already: (data, { said }) => same(said.CaseRegisteredAsHistory, data),
    in: ['none'],
    otherwise: 'prepared-once',
    record: (data) => {
      ensureParties(data, law(data.profile), ensure);
      return [{ type: 'CaseRegisteredAsHistory', data }];
    },
  },
};

export const afterOpening: After<'CasePrepared' | 'CaseRegisteredAsHistory'> = {
  CasePrepared: (state, data) => ({
    ...state,
    phase: 'prepared',
    about: data,
    said: { CasePrepared: data },
  }),
  CaseRegisteredAsHistory: (state, data) => ({
    ...state,
    phase: 'history',
    about: { ...state.about, profile: data.profile, kind: data.kind, level: data.level },
    said: { CaseRegisteredAsHistory: data },
  }),
};
