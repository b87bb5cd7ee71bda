import type { ContractKind, ContractLevel } from '../../domain/shared/values.ts';
import { isWithin } from '../../domain/shared/codes.ts';
import { isIndustryWithin } from '../../domain/law/industries.ts';
import type { DayNumber } from '../ledger.ts';
import type { Placement } from './enterprise-life.ts';

/** Days from … to, both included; `to` null while it lasts. */
export type Span = { readonly from: DayNumber; readonly to: DayNumber | null };

/** An enterprise that is named by a contract: as its employer, its successor, or by accession. */
export type Named = Span & { readonly enterprise: string; readonly how: 'own' | 'acceded' };

/** What the books need to know of a contract. */
export type ContractLife = {
  readonly contract: string;
  readonly kind: ContractKind;
  readonly level: ContractLevel;
  readonly mode: 'ALL_IN_SCOPE' | 'ACCEDED_ONLY';
  readonly divisions: readonly string[];
  readonly industries: readonly string[];
  readonly named: readonly Named[];
  /** When it is in force. */
  readonly force: readonly Span[];
  readonly tookEffectOn: DayNumber | null;
  /** Registered with an unknown term from that day; null when its term is known. */
  readonly unknownTermFrom: DayNumber | null;
  readonly workers: number | null;
  readonly women: number | null;
};

/** A contract over an enterprise, from one day to another. */
export type CoverageSpell = Span & {
  readonly contract: string;
  readonly enterprise: string;
  readonly kind: ContractKind;
  readonly level: ContractLevel;
  readonly how: 'own' | 'acceded' | 'in-scope';
};

export const overlap = (a: Span, b: Span): Span | undefined => {
  const from = Math.max(a.from, b.from);
  const to = a.to === null ? b.to : b.to === null ? a.to : Math.min(a.to, b.to);
  return to !== null && to < from ? undefined : { from, to };
};

/** Whether a contract above the enterprise reaches this place and industry; no industries = all. */
export const inScope = (
  { divisions, industries }: Pick<ContractLife, 'divisions' | 'industries'>,
  { division, industry }: Pick<Placement, 'division' | 'industry'>,
): boolean =>
  divisions.some((scope) => isWithin(division, scope)) &&
  (industries.length === 0 || industries.some((scope) => isIndustryWithin(industry, scope)));

/** When the contract reaches the enterprise, whether or not it is in force then. */
const reach = (
  life: ContractLife,
  enterprise: string,
  spells: readonly Placement[],
): readonly (Span & Pick<CoverageSpell, 'how'>)[] => {
  const named = life.named.filter((one) => one.enterprise === enterprise);
  if (life.level === 'enterprise' || life.mode === 'ACCEDED_ONLY') {
    return spells.flatMap((spell) =>
      named.flatMap(({ how, ...span }) => {
        const both = overlap(spell, span);
        return both ? [{ ...both, how }] : [];
      }),
    );
  }
  return spells
    .filter((spell) => inScope(life, spell))
    .map(({ from, to }) => ({ from, to, how: 'in-scope' }));
};

const isContinued = (last: CoverageSpell | undefined, next: CoverageSpell): boolean =>
  last?.contract === next.contract &&
  last.how === next.how &&
  (last.to === null || last.to >= next.from - 1);

const later = (a: DayNumber | null, b: DayNumber | null): DayNumber | null =>
  a === null || b === null ? null : Math.max(a, b);

/** Stays under one contract that touch or overlap are one stay: acceding twice covers once. */
const joined = (spells: readonly CoverageSpell[]): readonly CoverageSpell[] => {
  if (spells.length < 2) return spells;
  const ordered = [...spells].sort((a, b) =>
    a.how === b.how ? a.from - b.from : a.how < b.how ? -1 : 1,
  );
  const out: CoverageSpell[] = [];
  for (const spell of ordered) {
    const last = out.at(-1);
    if (last && isContinued(last, spell)) {
      out[out.length - 1] = { ...last, to: later(last.to, spell.to) };
    } else out.push(spell);
  }
  return out;
};

/** Every stay of an enterprise under a contract in force, contract by contract, in order. */
export const coverageOf = (
  enterprise: string,
  spells: readonly Placement[],
  lives: readonly ContractLife[],
): readonly CoverageSpell[] =>
  lives.flatMap((life) => {
    const { contract, kind, level } = life;
    if (life.force.length === 0) return [];
    return joined(
      reach(life, enterprise, spells).flatMap(({ how, ...span }) =>
        life.force.flatMap((force) => {
          const both = overlap(span, force);
          return both ? [{ ...both, contract, enterprise, kind, level, how }] : [];
        }),
      ),
    );
  });

/** A contract of unknown term over an enterprise: it may be covered, and nobody knows. */
export const uncertaintyOf = (
  enterprise: string,
  spells: readonly Placement[],
  lives: readonly ContractLife[],
): readonly CoverageSpell[] =>
  lives.flatMap((life) => {
    const { contract, kind, level, unknownTermFrom: from } = life;
    if (from === null) return [];
    return reach(life, enterprise, spells).flatMap(({ how, ...span }) => {
      const both = overlap(span, { from, to: null });
      return both ? [{ ...both, contract, enterprise, kind, level, how }] : [];
    });
  });
