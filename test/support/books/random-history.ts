import fc from 'fast-check';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import type { EnterpriseEvent } from '../../../domain/enterprise/events.ts';
import { numberedDay, plusDays } from '../../../domain/shared/calendar.ts';
import { inOrder, type Told } from './bookkeeping.ts';
import type { Seen } from '../../../projections/projection.ts';

const FIRST = 19_700;
/** Days of about three years, so that months and years are crossed. */
export const anyDay = fc.integer({ min: FIRST, max: FIRST + 1000 }).map(numberedDay);

const enterprises = ['E1', 'E2', 'E3', 'E4'] as const;
const divisions = ['320681', '320612', '3206', '210902', 'US-NY'] as const;
const anyEnterprise = fc.constantFrom(...enterprises);
const anyDivision = fc.constantFrom(...divisions);
const anyIndustry = fc.constantFrom('C17', 'C13', 'H62');

type Draft =
  | { readonly about: 'enterprise'; readonly id: string; readonly event: EnterpriseEvent }
  | { readonly about: 'contract'; readonly id: string; readonly event: ContractEvent };

const enterpriseFacts: fc.Arbitrary<EnterpriseEvent> = fc.oneof(
  fc
    .record({ on: anyDay, division: anyDivision })
    .map((data): EnterpriseEvent => ({ type: 'EnterpriseMoved', data })),
  fc.record({ on: anyDay, industry: anyIndustry }).map((data): EnterpriseEvent => ({
    type: 'EnterpriseReclassified',
    data: { ...data, industryScheme: 'gb4754-2017' },
  })),
  fc
    .record({
      asOf: anyDay,
      workers: fc.integer({ min: 0, max: 300 }),
      women: fc.integer({ min: 0, max: 99 }),
    })
    .map((data): EnterpriseEvent => ({ type: 'HeadcountReported', data })),
  anyDay.map((on): EnterpriseEvent => ({ type: 'UnionFounded', data: { on } })),
  anyDay.map((since): EnterpriseEvent => ({ type: 'UnionKnownEarlier', data: { since } })),
  anyDay.map((on): EnterpriseEvent => ({
    type: 'UnionFederated',
    data: { on, federation: '海州区联合工会' },
  })),
  anyDay.map((on): EnterpriseEvent => ({ type: 'UnionDissolved', data: { on, reason: '合并' } })),
  fc
    .record({ asOf: anyDay, members: fc.integer({ min: 0, max: 200 }) })
    .map((data): EnterpriseEvent => ({ type: 'MembersCounted', data })),
  anyDay.map((since): EnterpriseEvent => ({ type: 'EnterpriseKnownEarlier', data: { since } })),
  anyDay.map((on): EnterpriseEvent => ({ type: 'EnterpriseDeregistered', data: { on } })),
  fc.constant<EnterpriseEvent>({ type: 'EnterpriseVoided', data: { reason: '误录' } }),
);

const opening = fc
  .record({
    kind: fc.constantFrom('comprehensive' as const, 'wage' as const, 'women' as const),
    above: fc.boolean(),
    coverage: fc.constantFrom('ALL_IN_SCOPE' as const, 'ACCEDED_ONLY' as const),
    enterprise: anyEnterprise,
    divisions: fc.subarray([...divisions], { minLength: 1, maxLength: 2 }),
    industries: fc.subarray(['C17', 'H62']),
    workers: fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }),
    termStart: anyDay,
    days: fc.integer({ min: -20, max: 700 }),
    isHistory: fc.boolean(),
    isKnown: fc.integer({ min: 0, max: 3 }),
  })
  .map(
    ({
      above,
      days,
      enterprise,
      divisions: scope,
      industries,
      isHistory,
      isKnown,
      workers,
      ...rest
    }) => {
      const terms = { ...rest, termEnd: plusDays(rest.termStart, days), steps: [], clauses: [] };
      const parties = above
        ? { level: 'regional' as const, scope: { divisions: scope, industries } }
        : { level: 'enterprise' as const, enterprise };
      const sized = workers === undefined ? {} : { workers };
      const shared = { ...terms, ...parties, ...sized, profile: 'national-2004' as const };
      const { termEnd: _, ...termless } = shared;
      const event: ContractEvent = isHistory
        ? {
            type: 'ContractRegisteredAsHistory',
            data: {
              ...(isKnown === 0 ? termless : shared),
              source: '旧台账',
              registeredOn: rest.termStart,
            },
          }
        : {
            type: 'ContractSigned',
            data: { ...shared, case: 'case-1', signedOn: rest.termStart, text: [] },
          };
      return event;
    },
  );

const contractFacts: fc.Arbitrary<ContractEvent> = fc.oneof(
  anyDay.map((on): ContractEvent => ({
    type: 'ContractTookEffect',
    data: { mode: 'explicit', on },
  })),
  anyDay.map((on): ContractEvent => ({ type: 'ContractTookEffect', data: { mode: 'deemed', on } })),
  fc
    .record({ enterprise: anyEnterprise, from: anyDay })
    .map((data): ContractEvent => ({ type: 'EnterpriseAcceded', data })),
  anyDay.map((on): ContractEvent => ({
    type: 'ContractRescinded',
    data: { on, ground: 'agreement', because: '协商一致' },
  })),
  fc.record({ on: anyDay, to: anyEnterprise }).map(({ on, to }): ContractEvent => ({
    type: 'ContractPassedToSuccessor',
    data: { on, from: 'E1', to },
  })),
  fc.constant<ContractEvent>({ type: 'ContractVoided', data: { reason: '误录' } }),
);

const drafts: fc.Arbitrary<Draft> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      about: fc.constant('enterprise' as const),
      id: anyEnterprise,
      event: enterpriseFacts,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      about: fc.constant('contract' as const),
      id: fc.constantFrom('C1', 'C2', 'C3', 'C4'),
      event: contractFacts,
    }),
  },
);

/** Says a fact of the history anew, on another day. */
type Amendment = { readonly nth: number; readonly on: string };

/** By which fact a kind is said anew, and the day of it that is. */
const sayings: Readonly<Record<string, readonly [string, string]>> = {
  EnterpriseRegistered: ['RegistrationCorrected', 'registeredOn'],
  EnterpriseKnownEarlier: ['EnterpriseKnownEarlierCorrected', 'since'],
  EnterpriseDeregistered: ['DeregistrationCorrected', 'on'],
  EnterpriseMoved: ['MoveCorrected', 'on'],
  HeadcountReported: ['HeadcountCorrected', 'asOf'],
  UnionFounded: ['UnionFoundingCorrected', 'on'],
  UnionKnownEarlier: ['UnionKnownEarlierCorrected', 'since'],
  UnionFederated: ['UnionFederationCorrected', 'on'],
  UnionDissolved: ['UnionDissolutionCorrected', 'on'],
  ContractSigned: ['SigningCorrected', 'termStart'],
  ContractTookEffect: ['EffectCorrected', 'on'],
  ContractRescinded: ['RescissionCorrected', 'on'],
  EnterpriseAcceded: ['AccessionCorrected', 'from'],
};

const corrected = (fact: Told & { id: string }, on: string): Told | undefined => {
  const { type, data, id } = fact;
  const said = { ...(data as object), corrects: id, reason: '笔误' };
  const [name, day] = sayings[type] ?? [];
  return name === undefined || day === undefined
    ? undefined
    : { category: fact.category, subject: fact.subject, type: name, data: { ...said, [day]: on } };
};

const registration = (id: string, on: string, division: string): Told => ({
  category: 'enterprise',
  subject: id,
  type: 'EnterpriseRegistered',
  data: {
    registeredOn: on,
    name: `企业${id}`,
    division,
    industry: 'C17',
    industryScheme: 'gb4754-2017',
  },
});

/** Four enterprises and four contracts, and what may happen to them, late, twice, backwards or said anew. */
export const anyHistory: fc.Arbitrary<readonly Seen[]> = fc
  .record({
    founded: fc.array(fc.tuple(anyDay, anyDivision), { minLength: 4, maxLength: 4 }),
    opened: fc.array(opening, { minLength: 4, maxLength: 4 }),
    drafts: fc.array(drafts, { minLength: 4, maxLength: 30 }),
    amendments: fc.array(fc.record({ nth: fc.nat(60), on: anyDay }), { maxLength: 5 }),
  })
  .map(({ founded, opened, drafts: rest, amendments }) => {
    const told: Told[] = [
      ...founded.map(([on, division], i) => registration(enterprises[i] ?? '', on, division)),
      ...opened.map((event, i) => ({
        ...event,
        category: 'contract' as const,
        subject: `C${String(i + 1)}`,
      })),
      ...rest.map(({ about, id, event }) => ({ ...event, category: about, subject: id })),
    ];
    return inOrder([...told, ...amended(told, amendments)]).map((fact, i) => ({
      ...fact,
      // One fact an hour, so that instants and positions can be told apart.
      at: new Date(Date.UTC(2026, 0, 1, i)).toISOString(),
    }));
  });

const amended = (told: readonly Told[], amendments: readonly Amendment[]): Told[] =>
  amendments.flatMap(({ nth, on }) => {
    const fact = told[nth % told.length];
    const again = fact && corrected({ ...fact, id: `fact-${String((nth % told.length) + 1)}` }, on);
    return again ? [again] : [];
  });
