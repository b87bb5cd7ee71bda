import type { Renewal } from '../../domain/shared/policy.ts';
import { mayAmend, mayReplace, type Standing } from '../../domain/law/whose.ts';
import { whoseOf, type Whose } from '../../domain/shared/terms.ts';
import { sql, type Query } from '../projection.ts';
import type { ContractRow } from './contract-register.ts';

type Row = Pick<ContractRow, 'id' | 'phase' | 'enterprise' | 'divisions' | 'industries'> &
  Pick<Whose, 'kind' | 'level'>;
type All = <R>(query: Query<R>) => R[];

const onRecord = (contract: string): Query<Row> => sql<Row>()`
  SELECT id, phase, kind, level, enterprise, divisions, industries FROM contract_register
  WHERE id = ${contract} AND phase <> 'void'`;

const codes = (listed: string | null): string[] => listed?.split(' ') ?? [];

const scopeOf = ({ divisions, industries }: Row) =>
  divisions === null ? undefined : { divisions: codes(divisions), industries: codes(industries) };

/** Whose a contract is now: a former employer has nothing to renew or amend any more. */
const standing = (row: Row): Standing => ({
  ...row,
  employers: row.enterprise === null ? [] : [row.enterprise],
  scope: scopeOf(row),
});

const whose = (row: Row): Whose =>
  whoseOf({ ...row, enterprise: row.enterprise ?? undefined, scope: scopeOf(row) });

const over = ['expired', 'ended', 'unknown-term'];

/** The contract if these parties may amend it; answers `contract-to-amend`. */
export const contractToAmend = (all: All, contract: string, theirs: Whose): Row[] =>
  all(onRecord(contract)).filter(
    (row) => !over.includes(row.phase) && mayAmend(theirs, standing(row)),
  );

/** The contract if it is on record and not theirs to renew; answers `contract-of-others`. */
export const contractOfOthers = (all: All, contract: string, theirs: Whose): Row[] =>
  all(onRecord(contract)).filter((row) => !mayReplace(theirs, standing(row)));

/** The contract that is to stand in the place of another, if it may; answers `contract-in-place`. */
export const contractInPlace = (all: All, contract: string, by: string): Row[] =>
  all(onRecord(by)).filter(
    (row) =>
      by !== contract &&
      // Of what is not on record, the contract itself says so.
      all(onRecord(contract)).every((other) => mayReplace(whose(row), standing(other))),
  );

type Renewing = Row & {
  readonly predecessor: string;
  readonly renews_from: string | null;
  readonly renews_for: string | null;
};

/** What renews a contract, or is renewed by it, where both are on record, from no day where it is over before; answers `renewals-of-contract`. */
export const renewalsOf = (all: All, contract: string): Renewal[] =>
  all(sql<Renewing>()`
    SELECT id, phase, kind, level, enterprise, divisions, industries, predecessor, renews_from, renews_for
    FROM contract_register AS one
    WHERE id IN (SELECT ${contract} UNION SELECT id FROM contract_register WHERE predecessor = ${contract})
      AND phase <> 'void' AND origin = 'signed' AND version > 0
      AND EXISTS (SELECT 1 FROM contract_register WHERE id = one.predecessor AND phase <> 'void')
    ORDER BY renews_from, id`).map((row) => ({
    ...{ contract: row.predecessor, by: row.id, on: row.renews_from },
    whose: whose({ ...row, enterprise: row.renews_for }),
  }));
