import type { Decider } from '../shared/decider.ts';
import type { EnterpriseCommand } from './commands.ts';
import type { EnterpriseEvent } from './events.ts';
import {
  ensureAnother,
  ensureCodes,
  ensureCongress,
  ensureDay,
  ensureDivision,
  ensureEnd,
  ensureForward,
  ensureHeadcount,
  ensureIndustry,
  ensureInLife,
  ensureMembers,
  ensureOwnCode,
  ensureRegistration,
  ensureSplit,
  ensureSplitDay,
  ensureType,
} from './guards.ts';
import { ensure, type Rule } from './rules.ts';
import { unionSince, unionStands, wasSaid, type State } from './state.ts';

export type Steps = Decider<State, EnterpriseCommand, EnterpriseEvent, Rule>['steps'];

/** Whatever is on record; after the end only what happened before it. */
const onRecord = {
  in: ['open', 'suspended', 'revoked', 'ended'],
  otherwise: 'enterprise-on-record',
} as const;

/** How the enterprise comes onto the record, and how a wrong record leaves it. */
const opening = {
  Register: {
    already: ({ registeredOn }, { phase, since }) =>
      phase !== 'none' && phase !== 'void' && registeredOn >= since,
    in: ['none', 'open', 'suspended', 'revoked', 'ended'],
    otherwise: 'void-is-final',
    record: (data, { phase }, moment) => {
      ensureRegistration(data, moment);
      return phase === 'none'
        ? [{ type: 'EnterpriseRegistered', data }]
        : [{ type: 'EnterpriseKnownEarlier', data: { since: data.registeredOn } }];
    },
  },
  RecordSplitFrom: {
    already: (data, state) => wasSaid(state, 'EnterpriseSplitFrom', data),
    ...onRecord,
    record: (data, state, moment) => {
      ensureInLife(data.on, state, moment);
      ensureAnother(data.origin, moment);
      return [{ type: 'EnterpriseSplitFrom', data }];
    },
  },
  Void: {
    already: ({ duplicateOf = '' }, state) =>
      state.phase === 'void' && (duplicateOf === '' || duplicateOf === state.duplicateOf),
    in: ['open', 'suspended', 'revoked', 'ended', 'void'],
    otherwise: 'enterprise-on-record',
    record: ({ reason, duplicateOf }, _, moment) => {
      if (duplicateOf === undefined) return [{ type: 'EnterpriseVoided', data: { reason } }];
      ensureAnother(duplicateOf, moment);
      return [{ type: 'EnterpriseFoundDuplicate', data: { of: duplicateOf, reason } }];
    },
  },
} satisfies Partial<Steps>;

/** What the register says about it from a day on. */
const particulars = {
  LearnCreditCode: {
    already: (data, state) => wasSaid(state, 'CreditCodeLearned', data),
    ...onRecord,
    record: (data, state, moment) => {
      ensureInLife(data.on, state, moment);
      ensureCodes(data);
      ensureOwnCode(data, moment);
      return [{ type: 'CreditCodeLearned', data }];
    },
  },
  Rename: {
    already: (data, state) => wasSaid(state, 'EnterpriseRenamed', data),
    ...onRecord,
    record: (data, state, moment) => {
      ensureInLife(data.on, state, moment);
      return [{ type: 'EnterpriseRenamed', data }];
    },
  },
  Move: {
    already: (data, state) => wasSaid(state, 'EnterpriseMoved', data),
    ...onRecord,
    record: (data, state, moment) => {
      ensureInLife(data.on, state, moment);
      ensureDivision(data);
      return [{ type: 'EnterpriseMoved', data }];
    },
  },
  Reclassify: {
    already: (data, state) => wasSaid(state, 'EnterpriseReclassified', data),
    ...onRecord,
    record: (data, state, moment) => {
      ensureInLife(data.on, state, moment);
      ensureIndustry(data);
      return [{ type: 'EnterpriseReclassified', data }];
    },
  },
  ChangeRegistrationType: {
    already: (data, state) => wasSaid(state, 'RegistrationTypeChanged', data),
    ...onRecord,
    record: (data, state, moment) => {
      ensureInLife(data.on, state, moment);
      ensureType(data);
      return [{ type: 'RegistrationTypeChanged', data }];
    },
  },
  AssessSizeClass: {
    already: (data, state) => wasSaid(state, 'SizeClassAssessed', data),
    ...onRecord,
    record: (data, state, moment) => {
      ensureInLife(data.on, state, moment);
      return [{ type: 'SizeClassAssessed', data }];
    },
  },
  ReportHeadcount: {
    already: (data, state) => wasSaid(state, 'HeadcountReported', data),
    ...onRecord,
    record: (data, state, moment) => {
      ensureInLife(data.asOf, state, moment);
      ensureHeadcount(data);
      return [{ type: 'HeadcountReported', data }];
    },
  },
} satisfies Partial<Steps>;

/** The workers' side of the house. */
const organisation = {
  FoundUnion: {
    already: (data, state) => {
      if (wasSaid(state, 'UnionFounded', data)) return true;
      if (data.on < state.formerUnionTo) return data.on >= state.firstUnionOn;
      const { foundedOn } = state;
      return foundedOn !== '' && data.on >= foundedOn && unionStands(state, data.on);
    },
    ...onRecord,
    record: (data, state, moment) => {
      ensureInLife(data.on, state, moment);
      ensureCodes(data);
      const same = state.foundedOn !== '' && unionStands(state, data.on);
      return same && data.on >= state.formerUnionTo
        ? [{ type: 'UnionKnownEarlier', data: { since: data.on } }]
        : [{ type: 'UnionFounded', data }];
    },
  },
  FederateUnion: {
    already: (data, state) => {
      if (wasSaid(state, 'UnionFederated', data)) return true;
      const { federatedOn, federation } = state;
      const same = federatedOn !== '' && federation === data.federation;
      return same && data.on >= federatedOn && unionStands(state, data.on);
    },
    ...onRecord,
    record: (data, state, moment) => {
      ensureInLife(data.on, state, moment);
      return [{ type: 'UnionFederated', data }];
    },
  },
  DissolveUnion: {
    already: (data, state) => wasSaid(state, 'UnionDissolved', data),
    ...onRecord,
    record: (data, state, moment) => {
      ensureInLife(data.on, state, moment);
      const since = unionSince(state);
      const stands = since !== '' && since <= data.on && state.dissolvedOn === '';
      ensure(stands, 'union-to-dissolve');
      return [{ type: 'UnionDissolved', data }];
    },
  },
  CountMembers: {
    already: (data, state) => wasSaid(state, 'MembersCounted', data),
    ...onRecord,
    record: (data, state, moment) => {
      ensureInLife(data.asOf, state, moment);
      ensureMembers(data, state);
      return [{ type: 'MembersCounted', data }];
    },
  },
  ConstituteCongress: {
    already: (data, state) => wasSaid(state, 'CongressConstituted', data),
    ...onRecord,
    record: (data, state, moment) => {
      ensureInLife(data.on, state, moment);
      ensureCongress(data);
      return [{ type: 'CongressConstituted', data }];
    },
  },
} satisfies Partial<Steps>;

/** Whether it stands open, and how it ends. */
const life = {
  Suspend: {
    already: (data, state) => wasSaid(state, 'EnterpriseSuspended', data),
    in: ['open', 'ended'],
    otherwise: 'suspend-what-is-open',
    record: (data, state, moment) => {
      ensureInLife(data.on, state, moment);
      ensureForward(data.on, state);
      return [{ type: 'EnterpriseSuspended', data }];
    },
  },
  Resume: {
    already: (data, state) => wasSaid(state, 'EnterpriseResumed', data),
    in: ['suspended', 'revoked', 'ended'],
    otherwise: 'resume-what-stands-still',
    record: (data, state, moment) => {
      ensureInLife(data.on, state, moment);
      ensureForward(data.on, state);
      return [{ type: 'EnterpriseResumed', data }];
    },
  },
  Revoke: {
    already: (data, state) => wasSaid(state, 'EnterpriseRevoked', data),
    in: ['open', 'suspended', 'ended'],
    otherwise: 'revoke-once',
    record: (data, state, moment) => {
      ensureInLife(data.on, state, moment);
      ensureForward(data.on, state);
      return [{ type: 'EnterpriseRevoked', data }];
    },
  },
  Deregister: {
    already: (data, state) => wasSaid(state, 'EnterpriseDeregistered', data),
    in: ['open', 'suspended', 'revoked'],
    otherwise: 'ends-once',
    record: (data, state, moment) => {
      ensureDay(data.on, state, moment);
      ensureEnd(data.on, state);
      return [{ type: 'EnterpriseDeregistered', data }];
    },
  },
  MergeInto: {
    already: (data, state) => wasSaid(state, 'EnterpriseMergedInto', data),
    in: ['open', 'suspended', 'revoked'],
    otherwise: 'ends-once',
    record: (data, state, moment) => {
      ensureDay(data.on, state, moment);
      ensureEnd(data.on, state);
      ensureAnother(data.successor, moment);
      return [{ type: 'EnterpriseMergedInto', data }];
    },
  },
  SplitInto: {
    already: (data, state) => wasSaid(state, 'EnterpriseSplitInto', data),
    in: ['open', 'suspended', 'revoked'],
    otherwise: 'ends-once',
    record: (data, state, moment) => {
      ensureSplitDay(data, state, moment);
      ensureSplit(data, moment);
      return [{ type: 'EnterpriseSplitInto', data }];
    },
  },
} satisfies Partial<Steps>;

/** Every command but the corrections. */
export const steps = { ...opening, ...particulars, ...organisation, ...life };
