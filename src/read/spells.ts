import type { DatabaseSync } from 'node:sqlite';
import { numberedDay } from '../../domain/shared/calendar.ts';
import type { CoverageSpell } from '../../projections/accounts/coverage.ts';
import type { DisputeDossier } from '../../projections/accounts/dispute-dossier.ts';
import type { DisputeSpell } from '../../projections/accounts/dispute-life.ts';
import type { EnterpriseSpell } from '../../projections/accounts/enterprise-life.ts';
import type { Row } from '../../projections/projection.ts';
import {
  createHistoryTable,
  historyTable,
  showCurrent,
  type HistoryTable,
  type Moment,
  type Place,
  type TableShape,
} from './history-table.ts';

/** What every enterprise was from day to day: rows with days and positions. */
export const enterpriseTable: TableShape = {
  table: 'enterprise_spells',
  columns: {
    id: 'TEXT NOT NULL',
    enterprise: 'TEXT NOT NULL',
    from_on: 'TEXT NOT NULL',
    to_on: 'TEXT',
    division: 'TEXT NOT NULL',
    industry: 'TEXT NOT NULL',
    registration_type: 'TEXT NOT NULL',
    size_class: 'TEXT NOT NULL',
    unionised: 'TEXT NOT NULL',
    workers: 'INTEGER',
    women: 'INTEGER',
    members: 'INTEGER NOT NULL',
  },
  indexes: ['enterprise, from_on'],
};

/** Which contract covers which enterprise from day to day, and how it came to. */
export const coverageTable: TableShape = {
  table: 'coverage',
  columns: {
    id: 'TEXT NOT NULL',
    contract: 'TEXT NOT NULL',
    enterprise: 'TEXT NOT NULL',
    from_on: 'TEXT NOT NULL',
    to_on: 'TEXT',
    kind: 'TEXT NOT NULL',
    level: 'TEXT NOT NULL',
    how: 'TEXT NOT NULL',
  },
  indexes: ['contract, from_on', 'enterprise, from_on'],
};

/** Where a dispute was from day to day, and how it came there and went. */
export const disputeTable: TableShape = {
  table: 'dispute_spells',
  columns: {
    id: 'TEXT NOT NULL',
    dispute: 'TEXT NOT NULL',
    region: 'TEXT NOT NULL',
    cause: 'TEXT NOT NULL',
    collective: 'TEXT NOT NULL',
    employer: 'TEXT NOT NULL',
    workers: 'INTEGER',
    proceeding: 'TEXT NOT NULL',
    level: 'TEXT NOT NULL',
    body: 'TEXT NOT NULL',
    came: 'TEXT NOT NULL',
    from_on: 'TEXT NOT NULL',
    went: 'TEXT NOT NULL',
    left_on: 'TEXT',
    outcome: 'TEXT NOT NULL',
    ending: 'TEXT NOT NULL',
    received_on: 'TEXT NOT NULL',
    accepted_on: 'TEXT',
    receipt_due: 'TEXT',
    acceptance_due: 'TEXT',
    reopened_on: 'TEXT',
    suspended_days: 'INTEGER NOT NULL',
    days: 'INTEGER',
  },
  indexes: ['dispute', 'body, left_on', 'left_on'],
};

const shapes = [enterpriseTable, coverageTable, disputeTable];

export const spellTables = shapes.map(({ table }) => `${table}_history`);

export const createSpells = (db: DatabaseSync, place: Place): void => {
  for (const shape of shapes) createHistoryTable(db, shape, place);
};
export const showSpells = (db: DatabaseSync): void => {
  for (const shape of shapes) showCurrent(db, shape);
};

const dayOrNull = (day: number | null) => (day === null ? null : numberedDay(day));

const enterpriseRow = (enterprise: string, spell: EnterpriseSpell): Row => ({
  id: `${enterprise}:${numberedDay(spell.from)}`,
  enterprise,
  from_on: numberedDay(spell.from),
  to_on: dayOrNull(spell.to),
  division: spell.division,
  industry: spell.industry,
  registration_type: spell.registrationType,
  size_class: spell.sizeClass,
  unionised: spell.unionised,
  workers: spell.workers,
  women: spell.women,
  members: spell.members,
});

const coverageRow = ({ contract, enterprise, from, to, kind, level, how }: CoverageSpell): Row => ({
  id: `${contract}:${enterprise}:${how}:${numberedDay(from)}`,
  contract,
  enterprise,
  from_on: numberedDay(from),
  to_on: dayOrNull(to),
  kind,
  level,
  how,
});

type Disputed = { readonly dossier: DisputeDossier; readonly spells: readonly DisputeSpell[] };

const disputeRows = (dispute: string, { dossier, spells }: Disputed): Row[] =>
  spells.map((spell, i) => ({
    id: `${dispute}:${String(i + 1)}`,
    dispute,
    region: dossier.division,
    cause: dossier.cause,
    collective: dossier.collective,
    employer: dossier.employer,
    workers: dossier.workers,
    proceeding: spell.proceeding,
    level: spell.level,
    body: spell.body,
    came: spell.came,
    from_on: numberedDay(spell.from),
    went: spell.went,
    left_on: dayOrNull(spell.left),
    outcome: spell.outcome,
    ending: spell.ending,
    received_on: numberedDay(spell.receivedOn),
    accepted_on: spell.acceptedOn || null,
    receipt_due: spell.receiptDue || null,
    acceptance_due: spell.acceptanceDue || null,
    reopened_on: dayOrNull(spell.reopenedOn),
    suspended_days: spell.suspendedDays,
    days: spell.days,
  }));

const equal = (a: Row, b: Row) => Object.keys(a).every((column) => a[column] === b[column]);

const revise = (
  table: HistoryTable,
  moment: Moment,
  before: readonly Row[],
  after: readonly Row[],
) => {
  const old = new Map(before.map((row) => [row.id, row]));
  for (const row of after) {
    const was = old.get(row.id);
    old.delete(row.id);
    if (!was || !equal(was, row)) table.replace(row.id, row, moment, was !== undefined);
  }
  for (const id of old.keys()) table.replace(id, undefined, moment, true);
};

/** Writes what changed between two pictures of an enterprise. */
export const spellWriter = (db: DatabaseSync, place: Place) => {
  const enterprises = historyTable(db, enterpriseTable, place);
  const coverage = historyTable(db, coverageTable, place);
  const disputes = historyTable(db, disputeTable, place);
  return {
    enterprise: (
      id: string,
      moment: Moment,
      before: readonly EnterpriseSpell[],
      after: readonly EnterpriseSpell[],
    ): void => {
      if (before === after) return;
      const rows = (spells: readonly EnterpriseSpell[]) => spells.map((s) => enterpriseRow(id, s));
      revise(enterprises, moment, rows(before), rows(after));
    },
    coverage: (
      moment: Moment,
      before: readonly CoverageSpell[],
      after: readonly CoverageSpell[],
    ): void => {
      revise(coverage, moment, before.map(coverageRow), after.map(coverageRow));
    },
    dispute: (id: string, moment: Moment, before: Disputed, after: Disputed): void => {
      revise(disputes, moment, disputeRows(id, before), disputeRows(id, after));
    },
    flush: (): void => {
      disputes.flush();
      enterprises.flush();
      coverage.flush();
    },
  };
};
