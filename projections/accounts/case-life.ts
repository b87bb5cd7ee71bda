import type { BargainingEvent } from '../../domain/bargaining-case/events.ts';
import { dayNumber } from '../../domain/shared/calendar.ts';
import { dimsOf, NO_WEIGHTS, type DayNumber, type Stay } from '../ledger.ts';
import type { Seen } from '../projection.ts';
import { accounts } from './accounts.ts';
import { inOrder, said, type Dated } from './dated.ts';
import type { EnterpriseSpell } from './enterprise-life.ts';

/** Where a case is on its way to a contract, in the order of the way. */
export const PIPELINE_PHASES = [
  'prepared',
  'offered',
  'accepted',
  'bargaining',
  'suspended',
  'deadlocked',
  'applied',
  'coordinating',
  'drafted',
  'rejected',
  'approved',
] as const;
/** `left` is signed, closed or void. */
type PipelinePhase = (typeof PIPELINE_PHASES)[number] | 'left';

/** What the books remember of a bargaining case. */
export type CaseDossier = {
  readonly kind: string;
  readonly level: string;
  readonly enterprise: string;
  readonly division: string;
  readonly phases: readonly Dated<PipelinePhase>[];
  readonly void: 'no' | 'yes';
};

export const unknownCase: CaseDossier = {
  kind: '',
  level: '',
  enterprise: '',
  division: '',
  phases: [],
  void: 'no',
};

/** The phase that a fact brings a case into, from the day that the fact names. */
const leadsTo: Readonly<Partial<Record<BargainingEvent['type'], PipelinePhase>>> = {
  CasePrepared: 'prepared',
  OfferIssued: 'offered',
  OfferAccepted: 'accepted',
  SessionOpened: 'bargaining',
  BargainingSuspended: 'suspended',
  DeadlockDeclared: 'deadlocked',
  CoordinationApplied: 'applied',
  CoordinationAccepted: 'coordinating',
  CoordinationAgreed: 'bargaining',
  CoordinationFailed: 'deadlocked',
  DraftAgreed: 'drafted',
  DraftApproved: 'approved',
  DraftRejected: 'rejected',
  NegotiationReopened: 'bargaining',
  CaseSigned: 'left',
  CaseClosed: 'left',
};

/** A later offer, or one that crosses, does not throw a case back that is further on. */
const FIRST_ONLY: ReadonlySet<string> = new Set(['OfferIssued', 'OfferAccepted']);

const dayOfFact = (data: unknown): string | undefined => {
  const { on, signedOn } = data as { readonly on?: string; readonly signedOn?: string };
  return on ?? signedOn;
};

const moved = (dossier: CaseDossier, corrects: string, on: string): CaseDossier => ({
  ...dossier,
  phases: dossier.phases.map((phase) =>
    phase.fact === corrects ? { ...phase, on: dayNumber(on) } : phase,
  ),
});

const named = (
  dossier: CaseDossier,
  data: Extract<BargainingEvent, { type: 'CasePrepared' }>['data'],
): CaseDossier => ({
  ...dossier,
  kind: data.kind,
  level: data.level,
  enterprise: data.enterprise ?? '',
  division: data.scope?.divisions[0] ?? '',
});

/** Bargaining goes on where it stopped. */
const beforeSuspension = ({ phases }: CaseDossier): PipelinePhase | undefined =>
  phases.findLast(({ is }) => is !== 'suspended')?.is;

const entered = (
  dossier: CaseDossier,
  type: BargainingEvent['type'],
  fact: string,
  on: string,
): CaseDossier => {
  const phase = type === 'BargainingResumed' ? beforeSuspension(dossier) : leadsTo[type];
  if (phase === undefined) return dossier;
  if (FIRST_ONLY.has(type) && dossier.phases.some(({ is }) => is === phase)) return dossier;
  return { ...dossier, phases: said(dossier.phases, { fact, on: dayNumber(on), is: phase }) };
};

/** The dossier after a fact; the same object when the fact moves no account. */
export const learnCase = (
  dossier: CaseDossier,
  { type, data, id }: Seen<BargainingEvent>,
): CaseDossier => {
  if (type === 'CaseVoided') return { ...dossier, void: 'yes' };
  if (type === 'ClosingTakenBack' || type === 'CaseReopened') {
    return { ...dossier, phases: dossier.phases.filter(({ is }) => is !== 'left') };
  }
  if (type === 'CasePrepared') return entered(named(dossier, data), type, id, data.on);
  const on = dayOfFact(data);
  if (on === undefined) return dossier;
  return 'corrects' in data ? moved(dossier, data.corrects, on) : entered(dossier, type, id, on);
};

type Placing = Pick<EnterpriseSpell, 'division' | 'industry'>;

/** Every stay of a case in the pipeline, phase by phase, placed where its enterprise was on the day it began. */
export const caseStays = (
  { kind, level, division, phases, ...dossier }: CaseDossier,
  place: (day: DayNumber) => Placing | undefined,
): Stay[] => {
  if (dossier.void === 'yes') return [];
  const ordered = inOrder(phases);
  return ordered.flatMap(({ on: from, is }, i) => {
    const next = ordered[i + 1];
    if (is === 'left') return [];
    const where = place(from) ?? { division, industry: '' };
    return [
      {
        account: accounts.casePhase.name,
        from,
        to: next ? next.on - 1 : null,
        dims: dimsOf({
          region: where.division,
          industry: where.industry,
          contractKind: kind,
          contractLevel: level,
          reason: is,
        }),
        weights: NO_WEIGHTS,
      },
    ];
  });
};
