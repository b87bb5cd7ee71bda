import type { Decider } from '../shared/decider.ts';
import type { EnterpriseCommand } from './commands.ts';
import type { EnterpriseEvent } from './events.ts';
import type { Rule } from './rules.ts';
import { earlier, remember, type Phase, type Turn, type State, type UnionTurn } from './state.ts';

/** A union that begins on or after the end of the one before is a new one. */
const unionFrom = (state: State, on: string): State => {
  const { dissolvedOn, firstUnionOn } = state;
  const known = { ...state, firstUnionOn: earlier(firstUnionOn, on) };
  if (dissolvedOn === '' || on < dissolvedOn) return known;
  return {
    ...known,
    foundedOn: '',
    federatedOn: '',
    federation: '',
    dissolvedOn: '',
    formerUnionTo: dissolvedOn,
  };
};

const turned = (state: State, id: string, on: string, is: UnionTurn['is']): State => ({
  ...state,
  unions: [...state.unions, { id, on, is }],
});

/** A late fact about the time before the end does not undo the end. */
const standing = (state: State, phase: Phase, { id, on }: Turn): State => ({
  ...state,
  phase: state.endedOn === '' ? phase : state.phase,
  standings: [...state.standings, { id, on }],
});

const ended = (state: State, on: string): State => ({ ...state, phase: 'ended', endedOn: on });

export const after: Decider<State, EnterpriseCommand, EnterpriseEvent, Rule>['after'] = {
  EnterpriseRegistered: (s, d) => ({ ...s, phase: 'open', since: d.registeredOn }),
  EnterpriseKnownEarlier: (s, d) => ({ ...s, since: earlier(s.since, d.since) }),
  CreditCodeLearned: (s, d) => remember(s, 'CreditCodeLearned', d),
  EnterpriseRenamed: (s, d) => remember(s, 'EnterpriseRenamed', d),
  EnterpriseMoved: (s, d) => remember(s, 'EnterpriseMoved', d),
  EnterpriseReclassified: (s, d) => remember(s, 'EnterpriseReclassified', d),
  RegistrationTypeChanged: (s, d) => remember(s, 'RegistrationTypeChanged', d),
  SizeClassAssessed: (s, d) => remember(s, 'SizeClassAssessed', d),
  HeadcountReported: (s, d) => remember(s, 'HeadcountReported', d),
  MembersCounted: (s, d) => remember(s, 'MembersCounted', d),
  CongressConstituted: (s, d) => remember(s, 'CongressConstituted', d),
  EnterpriseSplitFrom: (s, d) => remember(s, 'EnterpriseSplitFrom', d),
  UnionFounded: (before, d, { id }) => {
    const s = turned(before, id, d.on, 'begun');
    const begun = remember(unionFrom(s, d.on), 'UnionFounded', d);
    return { ...begun, foundedOn: earlier(begun.foundedOn, d.on) };
  },
  UnionFederated: (before, d, { id }) => {
    const s = turned(before, id, d.on, 'begun');
    const begun = remember(unionFrom(s, d.on), 'UnionFederated', d);
    const federatedOn = earlier(begun.federatedOn, d.on);
    return { ...begun, federatedOn, federation: d.federation };
  },
  UnionKnownEarlier: (before, { since }, { id }) => {
    const s = turned(before, id, since, 'begun');
    const firstUnionOn = earlier(s.firstUnionOn, since);
    return s.foundedOn === ''
      ? { ...s, firstUnionOn, federatedOn: earlier(s.federatedOn, since) }
      : { ...s, firstUnionOn, foundedOn: earlier(s.foundedOn, since) };
  },
  UnionDissolved: (s, d, { id }) => ({
    ...turned(remember(s, 'UnionDissolved', d), id, d.on, 'dissolved'),
    dissolvedOn: d.on,
  }),
  EnterpriseSuspended: (s, d, { id }) =>
    standing(remember(s, 'EnterpriseSuspended', d), 'suspended', { id, on: d.on }),
  EnterpriseResumed: (s, d, { id }) =>
    standing(remember(s, 'EnterpriseResumed', d), 'open', { id, on: d.on }),
  EnterpriseRevoked: (s, d, { id }) =>
    standing(remember(s, 'EnterpriseRevoked', d), 'revoked', { id, on: d.on }),
  EnterpriseDeregistered: (s, d) => ended(remember(s, 'EnterpriseDeregistered', d), d.on),
  EnterpriseMergedInto: (s, d) => ended(remember(s, 'EnterpriseMergedInto', d), d.on),
  EnterpriseSplitInto: (s, d, { id }) => {
    const known = remember(s, 'EnterpriseSplitInto', d);
    const { on, origin } = d;
    return origin === 'ceases' ? ended(known, on) : { ...known, splits: [...s.splits, { id, on }] };
  },
  DeregistrationTakenBack: (s, d) => ({ ...s, takenBack: [...s.takenBack, ...d.takesBack] }),
  MergerTakenBack: (s, d) => ({ ...s, takenBack: [...s.takenBack, ...d.takesBack] }),
  SplitTakenBack: (s, d) => ({ ...s, takenBack: [...s.takenBack, ...d.takesBack] }),
  EnterpriseVoided: (s) => ({ ...s, phase: 'void' }),
  EnterpriseFoundDuplicate: (s, d) => ({ ...s, phase: 'void', duplicateOf: d.of }),
};
