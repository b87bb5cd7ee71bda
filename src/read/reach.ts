import type { DatabaseSync } from 'node:sqlite';
import { divisionAncestors } from '../../domain/shared/codes.ts';
import { inScope, type ContractLife } from '../../projections/accounts/coverage.ts';
import type { EnterpriseSpell } from '../../projections/accounts/enterprise-life.ts';
import type { Place } from './history-table.ts';

export const createReach = (db: DatabaseSync, { suffix, generation }: Place): void => {
  db.exec(`
    CREATE TABLE book_links${suffix} (enterprise TEXT NOT NULL, contract TEXT NOT NULL,
      how TEXT NOT NULL, PRIMARY KEY (enterprise, contract, how)) STRICT, WITHOUT ROWID;
    CREATE TABLE book_scopes${suffix} (division TEXT NOT NULL, contract TEXT NOT NULL,
      PRIMARY KEY (division, contract)) STRICT, WITHOUT ROWID;
    CREATE TABLE book_presence${suffix} (division TEXT NOT NULL, industry TEXT NOT NULL,
      enterprise TEXT NOT NULL, PRIMARY KEY (division, industry, enterprise)) STRICT, WITHOUT ROWID;
    CREATE INDEX book_links_${String(generation)} ON book_links${suffix} (contract)`);
};

type Found = { readonly id: string };

/**
 * Which contracts can reach an enterprise, and which enterprises a contract can reach: every link
 * ever made and every place an enterprise ever was, so that nothing that must be reckoned is missed.
 */
export const reachOf = (db: DatabaseSync, { suffix }: Place) => {
  const link = db.prepare(`INSERT OR IGNORE INTO book_links${suffix} VALUES (?, ?, ?)`);
  const scope = db.prepare(`INSERT OR IGNORE INTO book_scopes${suffix} VALUES (?, ?)`);
  const presence = db.prepare(`INSERT OR IGNORE INTO book_presence${suffix} VALUES (?, ?, ?)`);
  const linked = db.prepare(
    `SELECT DISTINCT contract AS id FROM book_links${suffix} WHERE enterprise = ? ORDER BY 1`,
  );
  const own = db.prepare(
    `SELECT contract AS id FROM book_links${suffix} WHERE enterprise = ? AND how = 'own' ORDER BY 1`,
  );
  const scoped = db.prepare(
    `SELECT contract AS id FROM book_scopes${suffix} WHERE division = ? ORDER BY 1`,
  );
  const present = db.prepare(`SELECT division, industry, enterprise AS id
    FROM book_presence${suffix} WHERE division >= ? AND division < ?`);
  const known = new Map<string, string>();

  const ids = (rows: unknown[]) => (rows as Found[]).map(({ id }) => id);

  const inScopeOf = (life: ContractLife): string[] =>
    life.mode === 'ALL_IN_SCOPE' && life.level !== 'enterprise'
      ? life.divisions.flatMap((division) => {
          const [from, to] = division === 'CN' ? ['0', ':'] : [division, `${division}~`];
          const rows = present.all(from, to) as (Found & { division: string; industry: string })[];
          return rows.filter((row) => inScope(life, row)).map(({ id }) => id);
        })
      : [];

  return {
    sawContract: ({ contract, named, mode, level, divisions }: ContractLife): void => {
      for (const { enterprise, how } of named) link.run(enterprise, contract, how);
      if (level === 'enterprise' || mode === 'ACCEDED_ONLY') return;
      for (const division of divisions) scope.run(division, contract);
    },
    sawEnterprise: (id: string, spells: readonly EnterpriseSpell[]): void => {
      const places = spells.map(({ division, industry }) => `${division}\u001f${industry}`).join();
      if (known.get(id) === places) return;
      for (const { division, industry } of spells) presence.run(division, industry, id);
      if (known.size > 50_000) known.clear();
      known.set(id, places);
    },
    contractsOver: (id: string, spells: readonly EnterpriseSpell[]): string[] => {
      const divisions = new Set(
        spells.flatMap(({ division }) => ['CN', ...divisionAncestors(division)]),
      );
      const found = ids(linked.all(id));
      for (const division of divisions) found.push(...ids(scoped.all(division)));
      return [...new Set(found)];
    },
    ownContracts: (id: string): string[] => ids(own.all(id)),
    enterprisesUnder: (before: ContractLife, after: ContractLife): string[] => {
      const named = [...before.named, ...after.named].map(({ enterprise }) => enterprise);
      return [...new Set([...named, ...inScopeOf(before), ...inScopeOf(after)])];
    },
  };
};
