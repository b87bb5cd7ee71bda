import type { ContractCommand } from '../../../domain/collective-contract/commands.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { deadline } from '../../../domain/law/deadlines.ts';
import { law, type ProfileId } from '../../../domain/law/profiles.ts';
import { noticeToOtherSide, renewalOpens, termEnds } from '../../../domain/law/term-clocks.ts';
import type { Deadline } from '../../../domain/shared/values.ts';

export type Said<T> = Extract<ContractEvent, { type: T }>['data'];
export type Asked<T> = Extract<ContractCommand, { type: T }>['data'];

/** What a case hands over: a wage contract of the Looms, for 2026, under the national wage rules. */
export const terms = {
  case: 'case-7',
  kind: 'wage',
  level: 'enterprise',
  enterprise: 'looms',
  profile: 'national-wage-2000',
  termStart: '2026-01-01',
  termEnd: '2026-12-31',
  steps: [{ by: 'percent', effectiveOn: '2026-01-01', basisPoints: 500 }],
  clauses: [
    { id: 'raise', topic: 'wage-increase', title: 'Five per cent' },
    { id: 'payday', topic: 'payment-guarantee', title: 'Paid by the tenth', value: 10 },
  ],
  text: [],
  signedOn: '2026-05-20',
  workers: 120,
  women: 50,
} as const satisfies Asked<'Sign'> as Asked<'Sign'>;

/** For whom it is. */
export const whose = { kind: 'wage', level: 'enterprise', enterprise: 'looms' } as const;

/** A contract above the enterprise, where only those that accede are bound. */
export const regional = {
  ...terms,
  kind: 'comprehensive',
  level: 'regional',
  enterprise: undefined,
  scope: { divisions: ['310104'], industries: [] },
  profile: 'shanghai-2015',
  termStart: '2025-07-01',
  termEnd: '2028-06-30',
  signedOn: '2025-06-10',
} as const satisfies Asked<'Sign'> as Asked<'Sign'>;

const fields = {
  filing: 'filing',
  review: 'review',
  publication: 'publication',
  'report-end': 'reportEnd',
} as const;

/** The clock that a profile sets from a day. */
export const clock = (rule: keyof typeof fields, from: string, id: ProfileId): Deadline => {
  const profile = law(id);
  const period = profile[fields[rule]];
  if (!period) throw new Error(`${id} sets no ${rule}`);
  return deadline({ rule, from, period, profile });
};

const own = 'national-wage-2000';

export const signed = (over: Partial<Asked<'Sign'>> = {}): ContractEvent => {
  const data = { ...terms, ...over };
  const profile = law(data.profile);
  const from = profile.filing?.from === 'approval-notice' ? data.notifiedOn : data.signedOn;
  return {
    type: 'ContractSigned',
    data: {
      ...data,
      coverage: profile.coverage.mode,
      ...(profile.filing && from && { filing: clock('filing', from, data.profile) }),
    },
  };
};

export const filedBy = (receivedOn: string, receiptNo = 'A1') => ({
  receiptNo,
  filedOn: receivedOn,
  receivedOn,
});
export const filed = (receivedOn: string, profile: ProfileId = own): ContractEvent => ({
  type: 'ContractFiled',
  data: { ...filedBy(receivedOn), review: clock('review', receivedOn, profile) },
});
export const refiled = (receivedOn: string, profile: ProfileId = own): ContractEvent => ({
  type: 'ContractRefiled',
  data: { ...filedBy(receivedOn, 'A2'), review: clock('review', receivedOn, profile) },
});
export const objection = (on: string) => ({ on, items: ['the overtime base'] });
export const objected = (on: string): ContractEvent => ({
  type: 'ReviewObjected',
  data: objection(on),
});

/** An effect, with the publication clock where the profile sets one. */
export const effect = (
  mode: 'explicit' | 'deemed',
  on: string,
  profile: ProfileId = own,
): ContractEvent => ({
  type: 'ContractTookEffect',
  data: {
    mode,
    on,
    ...(law(profile).publication && { publication: clock('publication', on, profile) }),
    ...(law(profile).review && { review: 'review' }),
    ...termClocks(terms, profile),
  },
});

/** The clocks of a term that binds. */
export const termClocks = (
  { termStart, termEnd }: { readonly termStart: string; readonly termEnd: string },
  profile: ProfileId,
) => {
  const renewal = renewalOpens(termEnd, law(profile));
  const notice = noticeToOtherSide(termEnd, law(profile));
  return {
    ...(renewal && { renewal }),
    ...(notice && { notice }),
    term: termEnds(termStart, termEnd),
  };
};

/** Signed, filed on 1 June and in force by silence since 17 June 2026. */
export const inForce: readonly ContractEvent[] = [
  signed(),
  filed('2026-06-01'),
  effect('deemed', '2026-06-17'),
];

export const amendment = {
  case: 'case-9',
  signedOn: '2026-08-03',
  termStart: '2026-01-01',
  termEnd: '2026-12-31',
  steps: [{ by: 'percent', effectiveOn: '2026-01-01', basisPoints: 700 }],
  clauses: [{ id: 'raise', topic: 'wage-increase', title: 'Seven per cent' }],
  text: [],
} as const satisfies Asked<'SignAmendment'> as Asked<'SignAmendment'>;

export const amended = (over: Partial<Asked<'SignAmendment'>> = {}): ContractEvent => {
  const data = { ...amendment, ...over };
  return {
    type: 'AmendmentSigned',
    data: { ...data, filing: clock('filing', data.signedOn, own) },
  };
};

/** A contract taken over from an older register. */
export const past = {
  kind: 'comprehensive',
  level: 'enterprise',
  enterprise: 'looms',
  profile: 'national-2004',
  source: 'city register 2024',
  registeredOn: '2025-01-01',
  termStart: '2025-01-01',
  termEnd: '2027-12-31',
  effectiveOn: '2025-01-01',
  steps: [],
  clauses: [],
} as const satisfies Asked<'RegisterAsHistory'> as Asked<'RegisterAsHistory'>;

export const registered = (over: Partial<Asked<'RegisterAsHistory'>> = {}): ContractEvent => ({
  type: 'ContractRegisteredAsHistory',
  data: { ...past, ...over, coverage: 'ALL_IN_SCOPE' },
});
