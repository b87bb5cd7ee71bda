import {
  ensureAnother,
  ensureCites,
  ensureCodes,
  ensureDay,
  ensureDissolves,
  ensureEnd,
  ensureEndsOnce,
  ensureSameUnions,
  ensureDivision,
  ensureHeadcount,
  ensureIndustry,
  ensureInLife,
  ensureMembers,
  ensureRegistration,
  ensureSplit,
  ensureSplitDay,
  ensureType,
  saysSo,
} from './guards.ts';
import type { Steps } from './steps.ts';

/** A fact can be corrected for ever, also after the end and in a record that was struck out. */
const everAfter = {
  in: ['open', 'suspended', 'revoked', 'ended', 'void'],
  otherwise: 'enterprise-on-record',
} as const;

const particulars = {
  CorrectRegistration: {
    already: (data, _, moment) => saysSo(data, 'EnterpriseRegistered', moment),
    ...everAfter,
    record: (data, _, moment) => {
      ensureCites(data, 'EnterpriseRegistered', moment);
      ensureRegistration(data, moment);
      return [{ type: 'RegistrationCorrected', data }];
    },
  },
  CorrectEnterpriseKnownEarlier: {
    already: (data, _, moment) => saysSo(data, 'EnterpriseKnownEarlier', moment),
    ...everAfter,
    record: (data, _, moment) => {
      ensureCites(data, 'EnterpriseKnownEarlier', moment);
      // The earlier of its days so far does not bind it: that one may be the slip.
      ensureDay(data.since, { since: '' }, moment);
      return [{ type: 'EnterpriseKnownEarlierCorrected', data }];
    },
  },
  CorrectMove: {
    already: (data, _, moment) => saysSo(data, 'EnterpriseMoved', moment),
    ...everAfter,
    record: (data, state, moment) => {
      ensureCites(data, 'EnterpriseMoved', moment);
      ensureInLife(data.on, state, moment);
      ensureDivision(data);
      return [{ type: 'MoveCorrected', data }];
    },
  },
  CorrectReclassification: {
    already: (data, _, moment) => saysSo(data, 'EnterpriseReclassified', moment),
    ...everAfter,
    record: (data, state, moment) => {
      ensureCites(data, 'EnterpriseReclassified', moment);
      ensureInLife(data.on, state, moment);
      ensureIndustry(data);
      return [{ type: 'ReclassificationCorrected', data }];
    },
  },
  CorrectRegistrationType: {
    already: (data, _, moment) => saysSo(data, 'RegistrationTypeChanged', moment),
    ...everAfter,
    record: (data, state, moment) => {
      ensureCites(data, 'RegistrationTypeChanged', moment);
      ensureInLife(data.on, state, moment);
      ensureType(data);
      return [{ type: 'RegistrationTypeCorrected', data }];
    },
  },
  CorrectSizeClass: {
    already: (data, _, moment) => saysSo(data, 'SizeClassAssessed', moment),
    ...everAfter,
    record: (data, state, moment) => {
      ensureCites(data, 'SizeClassAssessed', moment);
      ensureInLife(data.on, state, moment);
      return [{ type: 'SizeClassCorrected', data }];
    },
  },
  CorrectHeadcount: {
    already: (data, _, moment) => saysSo(data, 'HeadcountReported', moment),
    ...everAfter,
    record: (data, state, moment) => {
      ensureCites(data, 'HeadcountReported', moment);
      ensureInLife(data.asOf, state, moment);
      ensureHeadcount(data);
      return [{ type: 'HeadcountCorrected', data }];
    },
  },
} satisfies Partial<Steps>;

const organisation = {
  CorrectUnionFounding: {
    already: (data, _, moment) => saysSo(data, 'UnionFounded', moment),
    ...everAfter,
    record: (data, state, moment) => {
      ensureCites(data, 'UnionFounded', moment);
      ensureInLife(data.on, state, moment);
      ensureSameUnions(data.corrects, data.on, state);
      ensureCodes(data);
      return [{ type: 'UnionFoundingCorrected', data }];
    },
  },
  CorrectUnionKnownEarlier: {
    already: (data, _, moment) => saysSo(data, 'UnionKnownEarlier', moment),
    ...everAfter,
    record: (data, state, moment) => {
      ensureCites(data, 'UnionKnownEarlier', moment);
      ensureInLife(data.since, state, moment);
      ensureSameUnions(data.corrects, data.since, state);
      return [{ type: 'UnionKnownEarlierCorrected', data }];
    },
  },
  CorrectUnionFederation: {
    already: (data, _, moment) => saysSo(data, 'UnionFederated', moment),
    ...everAfter,
    record: (data, state, moment) => {
      ensureCites(data, 'UnionFederated', moment);
      ensureInLife(data.on, state, moment);
      ensureSameUnions(data.corrects, data.on, state);
      return [{ type: 'UnionFederationCorrected', data }];
    },
  },
  CorrectUnionDissolution: {
    already: (data, _, moment) => saysSo(data, 'UnionDissolved', moment),
    ...everAfter,
    record: (data, state, moment) => {
      ensureCites(data, 'UnionDissolved', moment);
      ensureInLife(data.on, state, moment);
      ensureDissolves(data.corrects, data.on, state);
      return [{ type: 'UnionDissolutionCorrected', data }];
    },
  },
  CorrectMembers: {
    already: (data, _, moment) => saysSo(data, 'MembersCounted', moment),
    ...everAfter,
    record: (data, state, moment) => {
      ensureCites(data, 'MembersCounted', moment);
      ensureInLife(data.asOf, state, moment);
      ensureMembers(data, state);
      return [{ type: 'MembersCorrected', data }];
    },
  },
} satisfies Partial<Steps>;

const endings = {
  CorrectDeregistration: {
    already: (data, _, moment) => saysSo(data, 'EnterpriseDeregistered', moment),
    ...everAfter,
    record: (data, state, moment) => {
      ensureCites(data, 'EnterpriseDeregistered', moment);
      ensureDay(data.on, state, moment);
      ensureEnd(data.on, state);
      return [{ type: 'DeregistrationCorrected', data }];
    },
  },
  CorrectMerger: {
    already: (data, _, moment) => saysSo(data, 'EnterpriseMergedInto', moment),
    ...everAfter,
    record: (data, state, moment) => {
      ensureCites(data, 'EnterpriseMergedInto', moment);
      ensureDay(data.on, state, moment);
      ensureEnd(data.on, state);
      ensureAnother(data.successor, moment);
      const was = (moment.past(data.corrects)?.data as Partial<typeof data>).successor;
      const releases = was === data.successor ? undefined : was;
      return [{ type: 'MergerCorrected', data: { ...data, ...(releases && { releases }) } }];
    },
  },
  CorrectSplit: {
    already: (data, _, moment) => saysSo(data, 'EnterpriseSplitInto', moment),
    ...everAfter,
    record: (data, state, moment) => {
      ensureCites(data, 'EnterpriseSplitInto', moment);
      ensureSplitDay(data, state, moment);
      ensureSplit(data, moment);
      ensureEndsOnce(data, state, moment);
      return [{ type: 'SplitCorrected', data }];
    },
  },
} satisfies Partial<Steps>;

/** A fact that bears a figure or a clock is said anew, by its event id; same guards, same place in history. */
export const corrections = { ...particulars, ...organisation, ...endings };
