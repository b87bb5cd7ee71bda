import type { ContractEvent } from '../../domain/collective-contract/events.ts';
import { register } from '../projection.ts';

/** One joint inspection; the id is its event id. Clauses not yet due are left out of the counts. */
export type InspectionRow = {
  readonly id: string;
  readonly contract: string;
  readonly inspection: string;
  readonly inspected_on: string;
  readonly clauses: number;
  readonly due: number;
  readonly fulfilled: number;
  readonly partly: number;
  readonly unfulfilled: number;
  /** Whether every clause that was due was fulfilled; `none-due` when nothing was due. */
  readonly all_due_fulfilled: 'yes' | 'no' | 'none-due';
};

type Inspection = Extract<ContractEvent, { type: 'InspectionHeld' }>['data'];

const verdict = (due: number, fulfilled: number): InspectionRow['all_due_fulfilled'] => {
  if (due === 0) return 'none-due';
  return fulfilled === due ? 'yes' : 'no';
};

const row = (id: string, contract: string, said: Inspection): InspectionRow => {
  const { inspection, on, results } = said;
  const count = (wanted: string) => results.filter(({ result }) => result === wanted).length;
  const fulfilled = count('fulfilled');
  const due = results.length - count('not-due');
  return {
    id,
    contract,
    inspection,
    inspected_on: on,
    clauses: results.length,
    due,
    fulfilled,
    partly: count('partly'),
    unfulfilled: count('unfulfilled'),
    all_due_fulfilled: verdict(due, fulfilled),
  };
};

/** What joint inspections found, one row each. */
export const inspections = register<InspectionRow, ContractEvent>({
  table: 'inspections',
  version: 1,
  columns: {
    id: 'TEXT NOT NULL',
    contract: 'TEXT NOT NULL',
    inspection: 'TEXT NOT NULL',
    inspected_on: 'TEXT NOT NULL',
    clauses: 'INTEGER NOT NULL',
    due: 'INTEGER NOT NULL',
    fulfilled: 'INTEGER NOT NULL',
    partly: 'INTEGER NOT NULL',
    unfulfilled: 'INTEGER NOT NULL',
    all_due_fulfilled: 'TEXT NOT NULL',
  },
  indexes: ['contract, inspected_on', 'inspected_on'],
  categories: ['contract'],
  keys: ({ type, id, data }) => {
    if (type === 'InspectionHeld') return [id];
    return type === 'InspectionCorrected' ? [data.corrects] : [];
  },
  create: { InspectionHeld: ({ id, subject, data }) => row(id, subject, data) },
  change: {
    InspectionCorrected: ({ id, contract }, { data }) => row(id, contract, data),
  },
});
