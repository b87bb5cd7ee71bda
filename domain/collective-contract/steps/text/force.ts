import { deadline } from '../../../law/deadlines.ts';
import type { Period, Profile } from '../../../law/profile.ts';
import { law } from '../../../law/profiles.ts';
import { renewalOpens } from '../../../law/term-clocks.ts';
import { plusDays } from '../../../shared/calendar.ts';
import type { Deadline } from '../../../shared/values.ts';
import { ensure } from '../../rules.ts';
import { repeats } from '../../saying.ts';
import { binding, type State } from '../../state.ts';
import { same } from '../../../shared/same.ts';
import {
  bound,
  ensurePast,
  recorded,
  reportOfEnd,
  today,
  type Ask,
  type Said,
  type Steps,
} from '../../terms.ts';

const periodOf = (rule: string, profile: Profile): Period | null => {
  switch (rule) {
    case 'filing':
      return profile.filing;
    case 'review':
      return profile.review;
    case 'publication':
      return profile.publication;
    case 'fulfilment-report':
      return profile.fulfilmentReport;
    default:
      return profile.reportEnd;
  }
};

/** Whether the clock of this rule still waits for somebody. */
const runs = ({ phase, publishedOn, endReportedOn, deadlines }: State, rule: string): boolean => {
  switch (rule) {
    case 'filing':
      return phase === 'signed' || phase === 'amending';
    case 'review':
      return phase.endsWith('under-review');
    case 'publication':
      return bound.includes(phase) && publishedOn === '';
    case 'fulfilment-report':
      return bound.includes(phase) && phase !== 'ended';
    default:
      // A report that was made of an end that never was is none of this one.
      return endReportedOn < (deadlines['report-end']?.from ?? '');
  }
};

const recomputed = (state: State): Deadline[] => {
  const profile = law(state.profile);
  return Object.values(state.deadlines).flatMap((set) => {
    const { rule, from } = set;
    const period = periodOf(rule, profile);
    if (!period || !runs(state, rule)) return [];
    const anew = deadline({ rule, from, period, profile });
    return same(set, anew) ? [] : [anew];
  });
};

const lapses = (state: State, rule: string): string => {
  const set = state.deadlines[rule];
  return set && runs(state, rule) ? set.due : '';
};

const onRecord = (state: State, rule: string): boolean =>
  state.lapsed.includes(`${rule} ${state.deadlines[rule]?.due ?? ''}`);

/** What ended before it took effect binds nobody, and is not published. */
const hasTakenEffect = ({ effects }: State): boolean => effects.length > 0;

/** The text in effect was not made public yet; another one is made public anew. */
const isUnpublished = ({ publishedOn }: State): boolean => publishedOn === '';

export const ensurePublishable = (data: Ask<'Publish'>, { effects }: State): void =>
  ensure(data.on >= (effects.at(-1)?.on ?? ''), 'publish-what-is-in-effect');

/** The term ran out; its end may have been reported when an amendment had another term, which was taken back. */
export const expiryOf = (
  termEnd: string,
  state: State,
): { readonly type: 'ContractExpired'; readonly data: Said<'ContractExpired'> } => {
  const report = state.endReportedOn > termEnd ? {} : reportOfEnd(termEnd, law(state.profile));
  return { type: 'ContractExpired', data: { on: plusDays(termEnd, 1), ...report } };
};

type ForceSteps = Pick<
  Steps,
  | 'Publish'
  | 'RecordPublicationOverdue'
  | 'RecordFilingOverdue'
  | 'OpenRenewalWindow'
  | 'RecordExpiry'
  | 'RecomputeDeadlines'
>;

export const forceSteps: ForceSteps = {
  Publish: {
    already: (data, state) =>
      repeats(state.publishedOn === data.on, state, 'ContractPublished', data),
    in: bound,
    otherwise: 'publish-what-is-in-effect',
    offered: (state) => hasTakenEffect(state) && isUnpublished(state),
    record: (data, state, moment) => {
      ensure(hasTakenEffect(state), 'publish-what-is-in-effect');
      ensure(isUnpublished(state), 'published-once');
      ensurePublishable(data, state);
      ensurePast(data.on, moment, law(state.profile));
      return [{ type: 'ContractPublished', data }];
    },
  },
  RecordPublicationOverdue: {
    already: (_, state) => state.publishedOn !== '' || onRecord(state, 'publication'),
    in: bound,
    otherwise: 'deadline-must-pass',
    record: (_, state, moment) => {
      const due = lapses(state, 'publication');
      ensure(due !== '' && due < today(moment, law(state.profile)), 'deadline-must-pass');
      return [{ type: 'PublicationFellOverdue', data: { due } }];
    },
  },
  RecordFilingOverdue: {
    already: (_, state) => onRecord(state, 'filing'),
    in: ['signed', 'amending'],
    otherwise: 'deadline-must-pass',
    record: (_, state, moment) => {
      const due = lapses(state, 'filing');
      ensure(due !== '' && due < today(moment, law(state.profile)), 'deadline-must-pass');
      return [{ type: 'FilingFellOverdue', data: { due } }];
    },
  },
  OpenRenewalWindow: {
    already: (_, state) =>
      state.renewalOpenedOn !== '' &&
      state.renewalOpenedOn === renewalOpens(binding(state).termEnd, law(state.profile))?.due,
    in: ['in-force', 'amending', 'amendment-under-review', 'amendment-objected'],
    otherwise: 'renew-what-is-in-force',
    law: { knows: ({ profile }) => law(profile).renewal !== null, otherwise: 'no-renewal-here' },
    record: (_, state, moment) => {
      const profile = law(state.profile);
      const opens = renewalOpens(binding(state).termEnd, profile);
      if (!opens) return [];
      ensure(opens.due <= today(moment, profile), 'renewal-not-yet', opens.article);
      return [{ type: 'RenewalWindowOpened', data: { on: opens.due, article: opens.article } }];
    },
  },
  RecordExpiry: {
    already: (_, { phase }) => phase === 'expired' || phase === 'ended' || phase === 'void',
    in: ['in-force', 'amending', 'amendment-under-review', 'amendment-objected'],
    otherwise: 'expire-what-is-in-force',
    record: (_, state, moment) => {
      const { termEnd } = binding(state);
      // The amendment may have prolonged the term before it ran out.
      ensure(state.phase !== 'amendment-under-review', 'review-before-expiry');
      ensure(termEnd < today(moment, law(state.profile)), 'term-still-runs');
      return [expiryOf(termEnd, state)];
    },
  },
  RecomputeDeadlines: {
    in: recorded,
    otherwise: 'contract-on-record',
    record: (_, state) =>
      recomputed(state).map((set) => ({
        type: 'DeadlineRecomputed',
        data: { ...(set.rule === 'review' && { clock: state.filing.clock }), deadline: set },
      })),
  },
};
