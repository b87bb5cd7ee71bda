import type { ContractEvent } from '../../domain/collective-contract/events.ts';
import type { Clause, WageStep } from '../../domain/shared/terms.ts';
import type { Projection, Seen } from '../projection.ts';

/**
 * One clause or one wage step of a text that was signed. `text` is the event id of the signing:
 * the register's `text` says which one binds.
 */
export type ClauseRow = {
  readonly id: string;
  readonly contract: string;
  readonly text: string;
  readonly part: 'clause' | 'step';
  /** Its place in the text, from 1. */
  readonly place: number;
  readonly clause: string | null;
  readonly topic: string | null;
  readonly title: string | null;
  readonly wording: string | null;
  readonly value: number | null;
  readonly unit: string | null;
  /** How a wage step is agreed: percent, amount, or not to be put in numbers. */
  readonly step_by: string | null;
  readonly effective_on: string | null;
  readonly basis_points: number | null;
  readonly fen_per_month: number | null;
  readonly on_fen_per_month: number | null;
};

type Text = { readonly clauses: readonly Clause[]; readonly steps: readonly WageStep[] };

const empty = {
  clause: null,
  topic: null,
  title: null,
  wording: null,
  value: null,
  unit: null,
  step_by: null,
  effective_on: null,
  basis_points: null,
  fen_per_month: null,
  on_fen_per_month: null,
} as const;

const agreed = (clause: Clause) => ({
  ...empty,
  part: 'clause' as const,
  clause: clause.id,
  topic: clause.topic,
  title: clause.title,
  wording: clause.text ?? null,
  value: clause.value ?? null,
  unit: clause.unit ?? null,
});

const stepped = (step: WageStep) => ({
  ...empty,
  part: 'step' as const,
  step_by: step.by,
  effective_on: step.effectiveOn,
  ...(step.by === 'percent' && { basis_points: step.basisPoints }),
  ...(step.by === 'amount' && {
    fen_per_month: step.fenPerMonth,
    on_fen_per_month: step.onFenPerMonth ?? null,
  }),
  ...(step.by === 'not-quantifiable' && { wording: step.text }),
});

/** The event id of the text that a fact says, or says anew. */
const textOf = ({ type, id, data }: Seen<ContractEvent>): string | undefined => {
  if (type === 'ContractSigned' || type === 'ContractRegisteredAsHistory') return id;
  if (type === 'AmendmentSigned') return id;
  const isAnew = type === 'SigningCorrected' || type === 'HistoryCorrected';
  return isAnew || type === 'AmendmentCorrected' ? data.corrects : undefined;
};

/** A text that is said anew, or not any more, may have been longer: every place it can have had is looked at. */
const MOST = { clause: 300, step: 40 };

const placesOf = (text: string, counts: typeof MOST): string[] =>
  (['clause', 'step'] as const).flatMap((part) =>
    Array.from({ length: counts[part] }, (_, i) => `${text}:${part}:${i + 1}`),
  );

/** Every place of the texts that a fact says, says anew, or takes back. */
const places = (fact: Seen<ContractEvent>): string[] => {
  const text = textOf(fact);
  if (text === undefined)
    return fact.type === 'AmendmentTakenBack'
      ? fact.data.takesBack.flatMap((gone) => placesOf(gone, MOST))
      : [];
  const { clauses, steps } = fact.data as unknown as Text;
  const said = { clause: clauses.length, step: steps.length };
  return placesOf(text, 'corrects' in fact.data ? MOST : said);
};

/** What every signed text says, clause by clause and step by step. */
export const clauses: Projection<ClauseRow, ContractEvent> = {
  table: 'clauses',
  version: 2,
  columns: {
    id: 'TEXT NOT NULL',
    contract: 'TEXT NOT NULL',
    text: 'TEXT NOT NULL',
    part: 'TEXT NOT NULL',
    place: 'INTEGER NOT NULL',
    clause: 'TEXT',
    topic: 'TEXT',
    title: 'TEXT',
    wording: 'TEXT',
    value: 'INTEGER',
    unit: 'TEXT',
    step_by: 'TEXT',
    effective_on: 'TEXT',
    basis_points: 'INTEGER',
    fen_per_month: 'INTEGER',
    on_fen_per_month: 'INTEGER',
  },
  indexes: ['contract, text', 'topic'],
  categories: ['contract'],
  keys: places,
  next: (_, fact, id) => {
    const text = textOf(fact);
    if (text === undefined) return undefined;
    const said = fact.data as unknown as Text;
    const place = Number(id.slice(id.lastIndexOf(':') + 1));
    const base = { id, contract: fact.subject, text, place };
    if (id.startsWith(`${text}:clause:`)) {
      const clause = said.clauses[place - 1];
      return clause && { ...base, ...agreed(clause) };
    }
    const step = said.steps[place - 1];
    return step && { ...base, ...stepped(step) };
  },
};
