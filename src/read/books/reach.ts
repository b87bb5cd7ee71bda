import type { DatabaseSync } from 'node:sqlite';
import { divisionAncestors } from '../../../domain/shared/codes.ts';
import { inScope, type ContractLife } from '../../../projections/accounts/coverage.ts';
import type { Placement } from '../../../projections/accounts/enterprise-life.ts';
import type { Place } from '../history-table.ts';

export const createReach = (db: DatabaseSync, { suffix }: Place): void => {
  db.exec(`
    CREATE TABLE book_links${suffix} (enterprise TEXT NOT NULL, contract TEXT NOT NULL,
      how TEXT NOT NULL, PRIMARY KEY (enterprise, contract, how)) STRICT, WITHOUT ROWID;
    CREATE TABLE book_scopes${suffix} (division TEXT NOT NULL, contract TEXT NOT NULL,
      PRIMARY KEY (division, contract)) STRICT, WITHOUT ROWID;
    CREATE TABLE book_presence${suffix} (division TEXT NOT NULL, industry TEXT NOT NULL,
      enterprise TEXT NOT NULL, PRIMARY KEY (division, industry, enterprise)) STRICT, WITHOUT ROWID`);
};

export const indexReach = (db: DatabaseSync, { suffix, generation }: Place): void => {
  db.exec(`CREATE INDEX book_links_${String(generation)} ON book_links${suffix} (contract)`);
};

type Found = { readonly id: string };
type Link = { readonly contract: string; readonly how: string };

const LINKS_KEPT = 100_000;

/** The links of each enterprise, as they are in the table: read when they are first asked for. */
const linksIn = (db: DatabaseSync, { suffix }: Place) => {
  const add = db.prepare(`INSERT OR IGNORE INTO book_links${suffix} VALUES (?, ?, ?)`);
  const find = db.prepare(`SELECT contract, how FROM book_links${suffix} WHERE enterprise = ?`);
  const any = db.prepare(`SELECT 1 FROM book_links${suffix} LIMIT 1`);
  const kept = new Map<string, Link[]>();
  // Of a table that was empty everything is in memory, as long as nothing was let go.
  let isWhole = any.get() === undefined;

  const of = (enterprise: string): Link[] => {
    const held = kept.get(enterprise);
    if (held) return held;
    const links = isWhole ? [] : (find.all(enterprise) as Link[]);
    if (kept.size >= LINKS_KEPT) {
      kept.clear();
      isWhole = false;
    }
    kept.set(enterprise, links);
    return links;
  };
  return {
    of,
    add: (enterprise: string, link: Link): void => {
      const links = of(enterprise);
      if (links.some(({ contract, how }) => contract === link.contract && how === link.how)) return;
      add.run(enterprise, link.contract, link.how);
      links.push(link);
    },
  };
};

/** The contracts above the enterprise, by the divisions of their scope. */
const scopesIn = (db: DatabaseSync, { suffix }: Place) => {
  const add = db.prepare(`INSERT OR IGNORE INTO book_scopes${suffix} VALUES (?, ?)`);
  const all = db.prepare(`SELECT division, contract FROM book_scopes${suffix}`);
  const known = new Map<string, Set<string>>();
  const remember = (division: string, contract: string): boolean => {
    const contracts = known.get(division) ?? new Set();
    known.set(division, contracts);
    return contracts.size < contracts.add(contract).size;
  };
  for (const { division, contract } of all.all() as { division: string; contract: string }[]) {
    remember(division, contract);
  }
  return {
    of: (division: string): Iterable<string> => known.get(division) ?? [],
    add: (division: string, contract: string): void => {
      if (remember(division, contract)) add.run(division, contract);
    },
  };
};

/**
 * Which contracts can reach an enterprise, and which enterprises a contract can reach: every link
 * ever made and every place an enterprise ever was, so that nothing that must be reckoned is missed.
 */
export const reachOf = (db: DatabaseSync, place: Place) => {
  const { suffix } = place;
  const links = linksIn(db, place);
  const scopes = scopesIn(db, place);
  const presence = db.prepare(`INSERT OR IGNORE INTO book_presence${suffix} VALUES (?, ?, ?)`);
  const present = db.prepare(`SELECT division, industry, enterprise AS id
    FROM book_presence${suffix} WHERE division >= ? AND division < ?`);

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
      for (const { enterprise, how } of named) links.add(enterprise, { contract, how });
      if (level === 'enterprise' || mode === 'ACCEDED_ONLY') return;
      for (const division of divisions) scopes.add(division, contract);
    },
    sawEnterprise: (id: string, places: readonly Placement[]): void => {
      for (const { division, industry } of places) presence.run(division, industry, id);
    },
    contractsOver: (id: string, places: readonly Placement[]): string[] => {
      const found = new Set(links.of(id).map(({ contract }) => contract));
      for (const { division } of places) {
        for (const around of ['CN', ...divisionAncestors(division)]) {
          for (const contract of scopes.of(around)) found.add(contract);
        }
      }
      return [...found].sort();
    },
    ownContracts: (id: string): string[] =>
      links.of(id).flatMap(({ contract, how }) => (how === 'own' ? [contract] : [])),
    enterprisesUnder: (before: ContractLife, after: ContractLife): string[] => {
      const named = [...before.named, ...after.named].map(({ enterprise }) => enterprise);
      return [...new Set([...named, ...inScopeOf(before), ...inScopeOf(after)])];
    },
  };
};
