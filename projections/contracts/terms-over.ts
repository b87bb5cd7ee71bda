import { standings, type Standing, type Term } from '../../domain/law/precedence.ts';
import type { ProfileId } from '../../domain/law/profiles.ts';
import type { Topic } from '../../domain/shared/terms.ts';
import type { ContractKind, ContractLevel } from '../../domain/shared/values.ts';
import type { ClauseRow } from '../bargaining/clauses.ts';
import { asKnown, sql, type Query } from '../projection.ts';

/** A contract in force over an enterprise, and how it came to be over it. */
export type ContractOver = {
  readonly contract: string;
  readonly kind: ContractKind;
  readonly level: ContractLevel;
  readonly how: 'own' | 'acceded' | 'in-scope';
};

/** The contracts in force over an enterprise on a day, as known at a position. */
export const contractsOver = (
  enterprise: string,
  day: string,
  known: bigint,
): Query<ContractOver> => sql<ContractOver>()`SELECT contract, kind, level, max(how) AS how
    FROM ${asKnown('coverage', known)} WHERE enterprise = ${enterprise}
    AND from_on <= ${day} AND (to_on IS NULL OR to_on >= ${day})
    GROUP BY contract, kind, level ORDER BY contract`;

/** The clauses and wage steps of a text, in its order. */
export const saidIn = (contract: string, text: string, known: bigint): Query<ClauseRow> =>
  sql<ClauseRow>()`SELECT * FROM ${asKnown('clauses', known)}
    WHERE contract = ${contract} AND text = ${text} ORDER BY part, place`;

/** A contract with the law it is under and what the text that binds says. */
export type Spoken = ContractOver & {
  readonly profile: ProfileId;
  readonly rows: readonly ClauseRow[];
};

/** One term over an enterprise, and how it stands to those of other contracts. */
export type TermOver = Omit<Term, 'profile'> &
  Standing & {
    readonly part: 'clause' | 'step';
    readonly clause: string | null;
    readonly title: string | null;
    readonly wording: string | null;
    /** A wage step applies from this day, be it before the contract took effect. */
    readonly from: string | null;
    readonly for: 'all' | 'women';
  };

/** A wage step is about the increase, in basis points or fen a month. */
const stepValue = ({ basis_points: points, fen_per_month: fen }: ClauseRow) =>
  points === null
    ? { value: fen, unit: fen === null ? null : 'fen-per-month' }
    : { value: points, unit: 'basis-points' };

const termOf = ({ contract, kind, level, profile }: Spoken, row: ClauseRow): Term => ({
  ...{ contract, kind, level, profile },
  ...(row.part === 'step'
    ? { topic: 'wage-increase' as const, ...stepValue(row) }
    : { topic: row.topic as Topic, value: row.value, unit: row.unit }),
});

/** What all contracts over an enterprise say, and what prevails. */
export const termsOver = (contracts: readonly Spoken[]): readonly TermOver[] => {
  const said = contracts.flatMap((one) => one.rows.map((row) => ({ row, term: termOf(one, row) })));
  const stand = standings(said.map(({ term }) => term));
  return said.flatMap(({ row, term: { profile: _, ...term } }, i) => {
    const standing = stand[i];
    if (!standing) return [];
    const { part, clause, title, wording, effective_on: from } = row;
    const reach = term.kind === 'women' ? ('women' as const) : ('all' as const);
    return [{ ...term, part, clause, title, wording, from, for: reach, ...standing }];
  });
};
