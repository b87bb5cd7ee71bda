import type { DatabaseSync } from 'node:sqlite';
import { numberedDay } from '../../../domain/shared/calendar.ts';
import type { DisputeDossier } from '../../../projections/accounts/dispute-dossier.ts';
import type { DisputeSpell } from '../../../projections/accounts/dispute-life.ts';
import {
  settlementDues,
  type SettlementDossier,
} from '../../../projections/accounts/settlement-life.ts';
import type { Row } from '../../../projections/projection.ts';
import {
  createHistoryTable,
  historyTable,
  indexHistoryTable,
  showCurrent,
  type Moment,
  type Place,
  type TableShape,
} from '../history-table.ts';
import type { Turns } from '../pace.ts';
import { dayOrNull, revise } from './spells.ts';

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

/** The agreements in force, by the day on which they are to be performed. */
export const dueTable: TableShape = {
  table: 'settlement_dues',
  columns: {
    id: 'TEXT NOT NULL',
    dispute: 'TEXT NOT NULL',
    settlement: 'TEXT NOT NULL',
    region: 'TEXT NOT NULL',
    cause: 'TEXT NOT NULL',
    collective: 'TEXT NOT NULL',
    level: 'TEXT NOT NULL',
    body: 'TEXT NOT NULL',
    effective_on: 'TEXT NOT NULL',
    due_on: 'TEXT NOT NULL',
    performed_on: 'TEXT',
    timeliness: 'TEXT NOT NULL',
    standing: 'TEXT NOT NULL',
    claimed: 'INTEGER NOT NULL',
    agreed: 'INTEGER NOT NULL',
    paid: 'INTEGER NOT NULL',
  },
  indexes: ['dispute', 'due_on'],
};

/** In whose hands a dispute was from day to day. */
export const mediatorTable: TableShape = {
  table: 'mediator_spells',
  columns: {
    id: 'TEXT NOT NULL',
    dispute: 'TEXT NOT NULL',
    mediator: 'TEXT NOT NULL',
    level: 'TEXT NOT NULL',
    body: 'TEXT NOT NULL',
    from_on: 'TEXT NOT NULL',
    left_on: 'TEXT',
  },
  indexes: ['dispute', 'mediator, left_on'],
};

const shapes = [disputeTable, dueTable, mediatorTable];

export const disputeTables = shapes.map(({ table }) => `${table}_history`);
export const createDisputeSpells = (db: DatabaseSync, place: Place): void => {
  for (const shape of shapes) createHistoryTable(db, shape, place);
};
export const indexDisputeSpells = (db: DatabaseSync, place: Place): void => {
  for (const shape of shapes) indexHistoryTable(db, shape, place);
};
export const showDisputeSpells = (db: DatabaseSync): void => {
  for (const shape of shapes) showCurrent(db, shape);
};

/** What the books hold of one dispute, and where it was by that. */
export type Disputed = {
  readonly dossier: DisputeDossier;
  readonly settlements: SettlementDossier;
  readonly spells: readonly DisputeSpell[];
};

const spellRows = (dispute: string, { dossier, spells }: Disputed): Row[] =>
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

const dueRows = (dispute: string, { dossier, settlements }: Disputed): Row[] =>
  dossier.void === 'yes'
    ? []
    : settlementDues(settlements).map((due) => ({
        id: `${dispute}:${due.settlement}`,
        dispute,
        settlement: due.settlement,
        region: dossier.division,
        cause: dossier.cause,
        collective: dossier.collective,
        level: dossier.handlings[due.proceeding]?.level ?? '',
        body: dossier.handlings[due.proceeding]?.body ?? '',
        effective_on: due.effectiveOn,
        due_on: due.dueOn,
        performed_on: due.performedOn,
        timeliness: due.timeliness,
        standing: due.standing,
        claimed: due.claimed,
        agreed: due.agreed,
        paid: due.paid,
      }));

const earlier = (a: string | null, b: string): string | null =>
  b !== '' && (a === null || b < a) ? b : a;

/** A mediator has it from the assignment, or since it came to the body, until either is over. */
const mediatorRows = (dispute: string, { dossier, spells }: Disputed): Row[] =>
  spells.flatMap((spell, i) =>
    dossier.mediators.flatMap(({ proceeding, mediator, on }, nth) => {
      const recusal = dossier.recusals.find(
        (one) => one.proceeding === proceeding && one.mediator === mediator,
      );
      const came = numberedDay(spell.from);
      const from = on > came ? on : came;
      const left = earlier(dayOrNull(spell.left), recusal?.on ?? '');
      if (proceeding !== spell.proceeding || (left !== null && left <= from)) return [];
      return [
        {
          id: `${dispute}:${String(i + 1)}:${String(nth + 1)}`,
          dispute,
          mediator,
          level: spell.level,
          body: spell.body,
          from_on: from,
          left_on: left,
        },
      ];
    }),
  );

/** Writes what changed between two pictures of a dispute. */
export const disputeSpellWriter = (db: DatabaseSync, place: Place) => {
  const times = historyTable(db, disputeTable, place);
  const dues = historyTable(db, dueTable, place);
  const mediators = historyTable(db, mediatorTable, place);
  const tables = [times, dues, mediators];
  return {
    write: (id: string, moment: Moment, before: Disputed, after: Disputed): void => {
      revise(times, moment, spellRows(id, before), spellRows(id, after));
      revise(dues, moment, dueRows(id, before), dueRows(id, after));
      revise(mediators, moment, mediatorRows(id, before), mediatorRows(id, after));
    },
    flush: async (turn: Turns): Promise<void> => {
      for (const table of tables) await table.flush(turn);
    },
    finish: async (turn: Turns): Promise<void> => {
      for (const table of tables) await table.finish(turn);
    },
  };
};
