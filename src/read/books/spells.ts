import type { DatabaseSync } from 'node:sqlite';
import { numberedDay } from '../../../domain/shared/calendar.ts';
import type { CoverageSpell } from '../../../projections/accounts/coverage.ts';
import type { EnterpriseSpell } from '../../../projections/accounts/enterprise-life.ts';
import type { Row } from '../../../projections/projection.ts';
import {
  createHistoryTable,
  historyTable,
  indexHistoryTable,
  showCurrent,
  type HistoryTable,
  type Moment,
  type Place,
  type TableShape,
} from '../history-table.ts';
import type { Turns } from '../pace.ts';

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
    members: 'INTEGER',
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

const shapes = [enterpriseTable, coverageTable];

export const spellTables = shapes.map(({ table }) => `${table}_history`);

export const createSpells = (db: DatabaseSync, place: Place): void => {
  for (const shape of shapes) createHistoryTable(db, shape, place);
};
export const indexSpells = (db: DatabaseSync, place: Place): void => {
  for (const shape of shapes) indexHistoryTable(db, shape, place);
};
export const showSpells = (db: DatabaseSync): void => {
  for (const shape of shapes) showCurrent(db, shape);
};

export const dayOrNull = (day: number | null) => (day === null ? null : numberedDay(day));

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

const equal = (a: Row, b: Row) => Object.keys(a).every((column) => a[column] === b[column]);

/** Writes the rows that differ between two pictures. */
export const revise = (
  table: HistoryTable,
  moment: Moment,
  before: readonly Row[],
  after: readonly Row[],
): void => {
  if (before.length === 0 && after.length === 0) return;
  const old = new Map(before.map((row) => [row.id, row]));
  for (const row of after) {
    const was = old.get(row.id);
    old.delete(row.id);
    if (!was || !equal(was, row)) table.replace(row.id, row, moment, was !== undefined);
  }
  for (const id of old.keys()) table.replace(id, undefined, moment, true);
};

/** Writes what differs between two pictures of an enterprise. */
export const spellWriter = (db: DatabaseSync, place: Place) => {
  const enterprises = historyTable(db, enterpriseTable, place);
  const coverage = historyTable(db, coverageTable, place);
  const tables = [enterprises, coverage];
  return {
    enterprise: (
      id: string,
      moment: Moment,
      [before, after]: readonly [readonly EnterpriseSpell[], readonly EnterpriseSpell[]],
    ): void => {
      const rows = (spells: readonly EnterpriseSpell[]) => spells.map((s) => enterpriseRow(id, s));
      revise(enterprises, moment, rows(before), rows(after));
    },
    coverage: (
      moment: Moment,
      [before, after]: readonly [readonly CoverageSpell[], readonly CoverageSpell[]],
    ): void => {
      revise(coverage, moment, before.map(coverageRow), after.map(coverageRow));
    },
    flush: async (turn: Turns): Promise<void> => {
      for (const table of tables) await table.flush(turn);
    },
    finish: async (turn: Turns): Promise<void> => {
      for (const table of tables) await table.finish(turn);
    },
  };
};
