import type { Fact } from '../../shared/message.ts';
import { same } from '../../shared/same.ts';
import { mapValues } from '../../shared/map-values.ts';
import { ensure } from '../rules.ts';
import { repeats } from '../saying.ts';
import {
  inOrder,
  type After,
  type Ask,
  type Phase,
  type Proposal,
  type Said,
  type State,
  type Steps,
} from '../state.ts';
import { ensureSession } from './table.ts';

const atTheTable: Phase[] = ['accepted', 'bargaining', 'deadlocked', 'coordinating'];

/** A proposal that can be answered on this day. */
const onTable = ({ proposals }: State, id: string, on: string): Proposal => {
  const proposal = proposals[id];
  ensure(proposal?.status === 'open', 'proposal-open');
  inOrder(proposal?.on ?? '', on);
  return proposal as Proposal;
};

/** How often a clause has been proposed, with one more. */
const roundOf = ({ proposals }: State, clause: string): number =>
  Object.values(proposals).filter((proposal) => proposal.clause === clause).length + 1;

const ensureNew = (state: State, data: Ask<'TableProposal'>): void => {
  ensure(!state.proposals[data.proposal], 'proposal-once');
  inOrder(state.acceptedOn, data.on);
  ensureSession(state, data.session);
};

/** The proposal as it was said under this id, but for what the decider adds. */
const wasSaid = ({ said }: State, data: Ask<'TableProposal'>): boolean => {
  const { round: _, ...before } = (said[`proposal ${data.proposal}`] ?? {}) as Partial<
    Said<'ProposalTabled'>
  >;
  return same(before, data);
};

/** A package is agreed whole: every proposal of it that is still open is among these. */
const ensureWhole = ({ proposals }: State, agreed: readonly string[]): void => {
  const packages = new Set(agreed.map((id) => proposals[id]?.package ?? ''));
  const missing = Object.entries(proposals).filter(
    ([id, proposal]) =>
      proposal.package !== '' &&
      proposal.status === 'open' &&
      packages.has(proposal.package) &&
      !agreed.includes(id),
  );
  ensure(missing.length === 0, 'package-as-a-whole');
};

export const proposalSteps: Steps<
  'TableProposal' | 'CounterProposal' | 'WithdrawProposal' | 'AgreeTentatively' | 'PackageProposals'
> = {
  TableProposal: {
    already: (data, state) => wasSaid(state, data),
    in: atTheTable,
    otherwise: 'not-now',
    record: (data, state) => {
      ensureNew(state, data);
      const round = roundOf(state, data.clause.id);
      return [{ type: 'ProposalTabled', data: { ...data, round } }];
    },
  },
  CounterProposal: {
    already: (data, state) => wasSaid(state, data),
    in: atTheTable,
    otherwise: 'not-now',
    record: (data, state) => {
      ensureNew(state, data);
      const countered = onTable(state, data.counters, data.on);
      ensure(countered.side !== data.side, 'counter-the-other-side');
      ensure(countered.clause === data.clause.id, 'same-clause');
      const round = roundOf(state, data.clause.id);
      return [{ type: 'ProposalCountered', data: { ...data, round } }];
    },
  },
  WithdrawProposal: {
    already: (data, state) =>
      repeats(
        state.proposals[data.proposal]?.status === 'withdrawn',
        state,
        'ProposalWithdrawn',
        data,
      ),
    in: atTheTable,
    otherwise: 'not-now',
    record: (data, state) => {
      onTable(state, data.proposal, data.on);
      return [{ type: 'ProposalWithdrawn', data }];
    },
  },
  AgreeTentatively: {
    already: ({ proposals, on }, state) => {
      const agreed = proposals.every((id) => state.proposals[id]?.status === 'agreed');
      return proposals.every((proposal) =>
        repeats(agreed, state, 'ProposalTentativelyAgreed', { proposal, on }),
      );
    },
    in: atTheTable,
    otherwise: 'not-now',
    record: ({ proposals, on }, state) => {
      proposals.forEach((id) => onTable(state, id, on));
      ensureWhole(state, proposals);
      return [...new Set(proposals)].map((proposal) => ({
        type: 'ProposalTentativelyAgreed',
        data: { proposal, on },
      }));
    },
  },
  PackageProposals: {
    already: (data, state) => {
      const packed = data.proposals.every((id) => state.proposals[id]?.package === data.package);
      return repeats(packed, state, 'ProposalsPackaged', data);
    },
    in: atTheTable,
    otherwise: 'not-now',
    record: (data, state) => {
      ensure(new Set(data.proposals).size === data.proposals.length, 'package-names-once');
      const own = data.proposals.map((id) => onTable(state, id, data.on));
      ensure(
        own.every(({ side }) => side === data.side),
        'own-proposals',
      );
      return [{ type: 'ProposalsPackaged', data }];
    },
  },
};

const tabled = (state: State, data: Said<'ProposalTabled'>, _: Fact): State => ({
  ...state,
  said: { ...state.said, [`proposal ${data.proposal}`]: data },
  proposals: {
    ...state.proposals,
    [data.proposal]: {
      on: data.on,
      side: data.side,
      clause: data.clause.id,
      status: 'open',
      package: '',
    },
  },
});

const became = (state: State, id: string, change: Partial<Proposal>): State => ({
  ...state,
  proposals: mapValues(state.proposals, (proposal, key) =>
    key === id ? { ...proposal, ...change } : proposal,
  ),
});

export const afterProposals: After<
  | 'ProposalTabled'
  | 'ProposalCountered'
  | 'ProposalWithdrawn'
  | 'ProposalTentativelyAgreed'
  | 'ProposalsPackaged'
> = {
  ProposalTabled: tabled,
  ProposalCountered: (state, data, fact) =>
    became(tabled(state, data, fact), data.counters, { status: 'countered' }),
  ProposalWithdrawn: (state, { proposal }) => became(state, proposal, { status: 'withdrawn' }),
  ProposalTentativelyAgreed: (state, { proposal }) => became(state, proposal, { status: 'agreed' }),
  ProposalsPackaged: (state, data) =>
    data.proposals.reduce((before, id) => became(before, id, { package: data.package }), state),
};
