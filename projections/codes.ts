import { DisputeEvent } from '../domain/dispute-case/events.ts';
import { SizeClass, Scale } from '../domain/enterprise/events.ts';
import { Forum, MeetingLevel } from '../domain/law/forums.ts';
import { ContractKind, ContractLevel, CoverageMode } from '../domain/shared/values.ts';
import { FLAGS } from './enterprise-row.ts';
import { PIPELINE_PHASES } from './accounts/case-life.ts';

/** The codes that a column holds, where they are few and fixed: a filter by another one is a slip. */
export type Codes = Readonly<Record<string, readonly string[]>>;

const agreement = { kind: ContractKind.options, level: ContractLevel.options };

export const enterpriseCodes: Codes = {
  status: ['open', 'suspended', 'revoked', 'deregistered', 'merged', 'split', 'void'],
  union_kind: ['own', 'federated', 'none'],
  size_class: SizeClass.options,
  scale: Scale.options,
  flag: FLAGS,
};

export const contractCodes: Codes = {
  ...agreement,
  phase: [
    'signed',
    'under-review',
    'objected',
    'in-force',
    'amending',
    'amendment-under-review',
    'amendment-objected',
    'unknown-term',
    'expired',
    'ended',
    'void',
  ],
  origin: ['signed', 'history'],
  coverage: CoverageMode.options,
  term_known: ['yes', 'no'],
  effect_mode: ['explicit', 'deemed'],
  ended_by: ['rescission', 'condition', 'employer', 'supersession'],
  quantifiable: ['none', 'no', 'yes'],
};

export const caseCodes: Codes = {
  ...agreement,
  phase: ['history', ...PIPELINE_PHASES, 'signed', 'closed', 'void'],
  origin: ['case', 'history'],
  purpose: ['first', 'renewal', 'amendment'],
};

const receipt = DisputeEvent.options[0].shape.data.shape;
const oldDispute = DisputeEvent.options[1].shape.data.shape;

export const disputeCodes: Codes = {
  phase: [
    'history',
    'received',
    'mediating',
    'suspended',
    'settled',
    'concluded',
    'arbitrating',
    'decided',
    'void',
  ],
  origin: ['case', 'history'],
  cause: receipt.cause.options,
  collective: receipt.collective.options,
  form: receipt.form.options,
  channel: receipt.channel.options,
  applied_by: receipt.by.options,
  level: receipt.level.options,
  outcome: oldDispute.outcome.unwrap().options,
  ending: oldDispute.ending.unwrap().options,
  finality: ['final', 'non-final'],
};

export const consultationCodes: Codes = {
  phase: ['convened', 'open', 'closed', 'issued', 'called-off', 'void'],
  forum: Forum.options,
  meeting_kind: ['regular', 'extraordinary'],
  meeting_level: MeetingLevel.options,
};

export const deadlineCodes: Codes = {
  category: ['bargainingCase', 'contract', 'dispute', 'consultation'],
  calendar: ['final', 'provisional'],
  status: ['running', 'suspended', 'met', 'overdue', 'cancelled', 'superseded'],
};

export const refusedOrderCodes: Codes = {
  status: ['refused', 'given-again', 'carried-out', 'dismissed'],
};
