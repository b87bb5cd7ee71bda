import {
  withoutSame,
  NO_DIMS,
  NO_WEIGHTS,
  type DayNumber,
  type Dims,
  type Stay,
  type Weights,
} from '../ledger.ts';
import { accounts, ANY } from './accounts.ts';
import type { ContractLife, CoverageSpell, Span } from './coverage.ts';
import { overlap } from './coverage.ts';
import type { EnterpriseSpell } from './enterprise-life.ts';

/** The books' picture of one enterprise: what it was, which contracts covered it, which may have. */
export type EnterprisePicture = {
  readonly spells: readonly EnterpriseSpell[];
  readonly coverage: readonly CoverageSpell[];
  readonly uncertain: readonly CoverageSpell[];
};

const placeOf = (spell: EnterpriseSpell): Dims => ({
  ...NO_DIMS,
  region: spell.division,
  industry: spell.industry,
  registrationType: spell.registrationType,
  sizeClass: spell.sizeClass,
  unionised: spell.unionised,
});

const weightsOf = ({ workers, women, members }: EnterpriseSpell): Weights => ({
  workers: workers ?? 0,
  women: women ?? 0,
  unknown: workers === null ? 1 : 0,
  members,
});

/** Workers that a contract covers: a women's contract covers the women only. */
const coveredWeights = (spell: EnterpriseSpell, womenOnly: boolean): Weights => ({
  workers: (womenOnly ? spell.women : spell.workers) ?? 0,
  women: spell.women ?? 0,
  unknown: spell.workers === null ? 1 : 0,
  members: spell.members,
});

type Agreement = Pick<CoverageSpell, 'kind' | 'level'>;

/** The (kind | any) × (level | any) that these contracts stand for, and whether they cover only women there. */
const agreements = (contracts: readonly Agreement[]): Map<string, boolean> => {
  const found = new Map<string, boolean>();
  for (const { kind, level } of contracts) {
    for (const k of [kind, ANY]) {
      for (const l of [level, ANY]) {
        const key = `${k}\u001f${l}`;
        found.set(key, (found.get(key) ?? true) && kind === 'women');
      }
    }
  }
  return found;
};

const dimsOf = (place: Dims, key: string): Dims => {
  const [contractKind = '', contractLevel = ''] = key.split('\u001f');
  return { ...place, contractKind, contractLevel };
};

/** The days on which something begins or has just ended, within a spell. */
const cuts = (spell: Span, spans: readonly Span[]): DayNumber[] => {
  const days = new Set([spell.from]);
  const within = (day: DayNumber) => day > spell.from && (spell.to === null || day <= spell.to);
  for (const { from, to } of spans) {
    if (within(from)) days.add(from);
    if (to !== null && within(to + 1)) days.add(to + 1);
  }
  return [...days].sort((a, b) => a - b);
};

const holdsOn =
  (day: DayNumber) =>
  ({ from, to }: Span): boolean =>
    from <= day && (to === null || to >= day);

/** Where an enterprise stays in the accounts of coverage during one of its spells. */
const coverageStays = (
  spell: EnterpriseSpell,
  { coverage, uncertain }: Omit<EnterprisePicture, 'spells'>,
): Stay[] => {
  const place = placeOf(spell);
  const starts = cuts(spell, [...coverage, ...uncertain]);
  return starts.flatMap((from, i) => {
    const next = starts[i + 1];
    const to = next === undefined ? spell.to : next - 1;
    const covered = agreements(coverage.filter(holdsOn(from)));
    const maybe = agreements(uncertain.filter(holdsOn(from)));
    return [
      ...[...covered].map(([key, womenOnly]) => ({
        account: accounts.covered.name,
        from,
        to,
        dims: dimsOf(place, key),
        weights: coveredWeights(spell, womenOnly),
      })),
      ...[...maybe]
        .filter(([key]) => !covered.has(key))
        .map(([key, womenOnly]) => ({
          account: accounts.uncertain.name,
          from,
          to,
          dims: dimsOf(place, key),
          weights: coveredWeights(spell, womenOnly),
        })),
    ];
  });
};

/** Every stay of an enterprise in the accounts. */
export const enterpriseStays = ({ spells, ...contracts }: EnterprisePicture): Stay[] =>
  spells.flatMap((spell) => [
    {
      account: accounts.registered.name,
      from: spell.from,
      to: spell.to,
      dims: placeOf(spell),
      weights: weightsOf(spell),
    },
    ...(contracts.coverage.length === 0 && contracts.uncertain.length === 0
      ? []
      : coverageStays(spell, contracts)),
  ]);

const hasSame = <T extends object>(a: readonly T[], b: readonly T[]): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every((one, i) =>
      (Object.keys(one) as (keyof T)[]).every((field) => one[field] === b[i]?.[field]),
    ));

/** Two pictures of an enterprise without the spells that both have: what is the same posts nothing. */
export const whatDiffers = (
  before: EnterprisePicture,
  after: EnterprisePicture,
): readonly [EnterprisePicture, EnterprisePicture] => {
  if (!hasSame(before.coverage, after.coverage) || !hasSame(before.uncertain, after.uncertain)) {
    return [before, after];
  }
  const [gone, come] = withoutSame(before.spells, after.spells, (a, b) => hasSame([a], [b]));
  return [
    { ...before, spells: gone },
    { ...after, spells: come },
  ];
};

/** A contract during days when it and its place were as they were. */
export type ContractSpell = Span & {
  readonly account: string;
  readonly division: string;
  readonly industry: string;
  readonly registrationType: string;
  readonly sizeClass: string;
};

type Place = Pick<EnterpriseSpell, 'division' | 'industry' | 'registrationType' | 'sizeClass'> &
  Span;

const NOWHERE = { division: '', industry: '', registrationType: '', sizeClass: '' };

/** Where a contract belongs: with its enterprise from day to day, or, above the enterprise, in its scope. */
const placesOf = (
  life: ContractLife,
  employer: (id: string) => readonly EnterpriseSpell[],
): Place[] => {
  if (life.level !== 'enterprise') {
    const division = life.divisions[0] ?? '';
    const industry = life.industries.length === 1 ? (life.industries[0] ?? '') : '';
    return [{ ...NOWHERE, division, industry, from: -Infinity, to: null }];
  }
  // Its employer, then the successors; the first held it from the beginning, whenever that was signed.
  const holders = life.named
    .filter(({ how }) => how === 'own')
    .map((holder, i) => (i === 0 ? { ...holder, from: -Infinity } : holder));
  return holders.flatMap((holder) => {
    const spells = employer(holder.enterprise);
    const first = spells[0];
    const last = spells.at(-1);
    if (!first || !last) return [{ ...NOWHERE, from: holder.from, to: holder.to }];
    // A contract may be older than what is known of its employer, and may outlive it in the books.
    const reaching: Place[] = [
      { ...first, from: -Infinity, to: first.from - 1 },
      ...spells,
      ...(last.to === null ? [] : [{ ...last, from: last.to + 1, to: null }]),
    ];
    return reaching.flatMap((place) => {
      const both = overlap(place, holder);
      return both ? [{ ...place, ...both }] : [];
    });
  });
};

/** Every stay of a contract in the accounts. `employer` gives the spells of an enterprise. */
export const contractStays = (
  life: ContractLife,
  employer: (id: string) => readonly EnterpriseSpell[],
): Stay[] => {
  const places = placesOf(life, employer);
  const weights: Weights = {
    ...NO_WEIGHTS,
    workers: life.workers ?? 0,
    women: life.women ?? 0,
    unknown: life.workers === null ? 1 : 0,
  };
  const stay = (account: string, place: Place, { from, to }: Span): Stay => ({
    account,
    from,
    to,
    dims: {
      ...NO_DIMS,
      region: place.division,
      industry: place.industry,
      registrationType: place.registrationType,
      sizeClass: place.sizeClass,
      contractKind: life.kind,
      contractLevel: life.level,
    },
    weights,
  });
  const during = (account: string, span: Span) =>
    places.flatMap((place) => {
      const both = overlap(place, span);
      return both ? [stay(account, place, both)] : [];
    });
  /** A flow: where it was on its day, and there for ever. */
  const onDay = (account: string, day: DayNumber) =>
    places
      .filter(holdsOn(day))
      .slice(0, 1)
      .map((place) => stay(account, place, { from: day, to: null }));
  return [
    ...life.force.flatMap((span) => during(accounts.inForce.name, span)),
    ...(life.tookEffectOn === null ? [] : onDay(accounts.tookEffect.name, life.tookEffectOn)),
    ...(life.unknownTermFrom === null
      ? []
      : during(accounts.unknownTerm.name, { from: life.unknownTermFrom, to: null })),
  ];
};
