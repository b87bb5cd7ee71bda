import { disclosureBefore, reportBefore } from '../../law/term-clocks.ts';
import { optional, rewound } from '../clocks.ts';
import { ensureAuthorised, ensureNaming, ensureOneSeatEach } from '../composition.ts';
import { ensureReopened } from './congress.ts';
import { correcting, restarted } from './correcting.ts';
import { windowFollows } from './corrections.ts';
import { listed, vacancyClock } from './delegates.ts';
import { ensureLeaving, ensureProposal, ensureSessionDay } from './order.ts';
import type { BargainingEvent } from '../events.ts';
import { ensure } from '../rules.ts';
import { inOrder, lawOf, type Ask, type State, type Steps, type Suspension } from '../state.ts';
import { ensureSuspension, resumed, stopped } from './suspension.ts';

const suspensionOf = ({ suspensions }: State, is: (s: Suspension) => boolean): Suspension => {
  const found = suspensions.find(is);
  ensure(found !== undefined, 'corrects-a-fact');
  return found as Suspension;
};

/** The state with one suspension said anew. */
const withSuspension = (state: State, anew: Suspension): State => ({
  ...state,
  suspensions: state.suspensions.map((before) => (before.id === anew.id ? anew : before)),
});

/** The days it stood still, said anew after its suspension was corrected. */
const resumptionFollows = (
  data: Ask<'CorrectSuspension'>,
  stops: readonly string[],
  state: State,
): BargainingEvent[] => {
  const before = suspensionOf(state, ({ id }) => id === data.corrects);
  if (before.resumedOn === '') return [];
  const anew = { ...before, on: data.on, stops };
  const { excluded } = resumed(state, anew, before.resumedOn);
  const said = { corrects: before.resumption, reason: data.reason, on: before.resumedOn, excluded };
  return [
    { type: 'ResumptionCorrected', data: said },
    ...rewound(withSuspension(state, anew), state.clocks.window),
  ];
};

type Corrections =
  | 'CorrectNaming'
  | 'CorrectLeaving'
  | 'CorrectReplacement'
  | 'CorrectDisclosure'
  | 'CorrectUpperUnionReport'
  | 'CorrectSession'
  | 'CorrectProposal'
  | 'CorrectCounter'
  | 'CorrectSuspension'
  | 'CorrectResumption'
  | 'CorrectDelegatePublication'
  | 'CorrectReopening';

/** Corrections of what happened at the table; those of a deadlock are in their own file. */
export const tableCorrections: Steps<Corrections> = {
  CorrectNaming: correcting<Ask<'CorrectNaming'>, 'DelegatesNamed', 'NamingCorrected'>({
    fact: 'DelegatesNamed',
    as: 'NamingCorrected',
    about: ['side'],
    says: (data, state, before) => {
      inOrder(state.about.on, data.on);
      ensureNaming(state, data);
      return listed(state, data, before.delegates);
    },
  }),
  CorrectLeaving: correcting<Ask<'CorrectLeaving'>, 'DelegateLeft', 'LeavingCorrected'>({
    fact: 'DelegateLeft',
    as: 'LeavingCorrected',
    about: ['side', 'person'],
    obeys: ensureLeaving,
    says: (data, state) => ({ ...data, ...vacancyClock(state, data.on) }),
  }),
  CorrectReplacement: correcting<
    Ask<'CorrectReplacement'>,
    'DelegateReplaced',
    'ReplacementCorrected'
  >({
    fact: 'DelegateReplaced',
    as: 'ReplacementCorrected',
    about: ['side', 'leaves'],
    says: (data, state) => {
      const seat = state.vacancies.find(({ person }) => person === data.leaves);
      inOrder(seat?.from ?? '', data.on);
      ensureOneSeatEach(state, data.side, [data.delegate.person]);
      ensureAuthorised(data);
      return data;
    },
  }),
  CorrectDisclosure: correcting<
    Ask<'CorrectDisclosure'>,
    'InformationDisclosed',
    'DisclosureCorrected'
  >({
    fact: 'InformationDisclosed',
    as: 'DisclosureCorrected',
    about: ['by'],
    says: (data, state) => {
      inOrder(state.about.on, data.on);
      return data;
    },
  }),
  CorrectUpperUnionReport: correcting<
    Ask<'CorrectUpperUnionReport'>,
    'ReportedToUpperUnion',
    'UpperUnionReportCorrected'
  >({
    fact: 'ReportedToUpperUnion',
    as: 'UpperUnionReportCorrected',
    about: [],
    says: (data, state) => {
      inOrder(state.about.on, data.on);
      return data;
    },
  }),
  CorrectSession: correcting<Ask<'CorrectSession'>, 'SessionOpened', 'SessionCorrected'>({
    fact: 'SessionOpened',
    as: 'SessionCorrected',
    about: ['session'],
    obeys: ensureSessionDay,
    says: (data, state, { number, window, disclosure, report }) => {
      inOrder(state.acceptedOn, data.on);
      return {
        ...data,
        number,
        ...optional('window', restarted(state, window, data.on)),
        ...optional('disclosure', disclosure && disclosureBefore(data.on, lawOf(state))),
        ...optional('report', report && reportBefore(data.on, lawOf(state))),
      };
    },
    follows: (_, { said, state }) => windowFollows(said, state),
  }),
  CorrectProposal: correcting<Ask<'CorrectProposal'>, 'ProposalTabled', 'ProposalCorrected'>({
    fact: 'ProposalTabled',
    as: 'ProposalCorrected',
    about: ['proposal', 'side'],
    obeys: ensureProposal,
    says: (data, _, { round, clause }) => {
      ensure(clause.id === data.clause.id, 'same-clause');
      return { ...data, round };
    },
  }),
  CorrectCounter: correcting<Ask<'CorrectCounter'>, 'ProposalCountered', 'CounterCorrected'>({
    fact: 'ProposalCountered',
    as: 'CounterCorrected',
    about: ['proposal', 'side', 'counters'],
    obeys: ensureProposal,
    says: (data, _, { round, clause }) => {
      ensure(clause.id === data.clause.id, 'same-clause');
      return { ...data, round };
    },
  }),
  CorrectSuspension: correcting<
    Ask<'CorrectSuspension'>,
    'BargainingSuspended',
    'SuspensionCorrected'
  >({
    fact: 'BargainingSuspended',
    as: 'SuspensionCorrected',
    about: [],
    says: (data, state, before) => {
      const own = state.suspensions.find(({ on }) => on === before.on);
      ensureSuspension(state, data, own?.id);
      return { ...data, stops: stopped(state, data.ground) };
    },
    follows: (data, { said, state }) => resumptionFollows(data, said.stops, state),
  }),
  CorrectResumption: correcting<
    Ask<'CorrectResumption'>,
    'BargainingResumed',
    'ResumptionCorrected'
  >({
    fact: 'BargainingResumed',
    as: 'ResumptionCorrected',
    about: [],
    says: (data, state, before) => {
      const suspension = suspensionOf(state, ({ resumedOn }) => resumedOn === before.on);
      inOrder(suspension.on, data.on);
      return { ...data, ...resumed(state, suspension, data.on) };
    },
    follows: (data, { state }) => {
      const suspension = suspensionOf(state, ({ resumption }) => resumption === data.corrects);
      const anew = { ...suspension, resumedOn: data.on };
      return rewound(withSuspension(state, anew), state.clocks.window);
    },
  }),
  CorrectDelegatePublication: correcting<
    Ask<'CorrectDelegatePublication'>,
    'DelegatesPublished',
    'DelegatePublicationCorrected'
  >({
    fact: 'DelegatesPublished',
    as: 'DelegatePublicationCorrected',
    about: ['side'],
    says: (data, state) => {
      const { on = '' } = (state.said[`naming ${data.side}`] ?? {}) as Partial<typeof data>;
      inOrder(on, data.on);
      return data;
    },
  }),
  CorrectReopening: correcting<
    Ask<'CorrectReopening'>,
    'NegotiationReopened',
    'ReopeningCorrected'
  >({
    fact: 'NegotiationReopened',
    as: 'ReopeningCorrected',
    about: [],
    says: (data, state) => {
      ensureReopened(state, data);
      return data;
    },
  }),
};
