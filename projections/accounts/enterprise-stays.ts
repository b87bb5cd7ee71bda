import {
  dimsOf,
  withoutSame,
  type DayNumber,
  type Dims,
  type Stay,
  type Weights,
} from '../ledger.ts';
import { accounts, ANY } from './accounts.ts';
import type { CoverageSpell, Span } from './coverage.ts';
import { isSameSpell, type EnterpriseSpell } from './enterprise-life.ts';

/** The books' picture of one enterprise: what it was, which contracts covered it, which may have. */
export type EnterprisePicture = {
  readonly spells: readonly EnterpriseSpell[];
  readonly coverage: readonly CoverageSpell[];
  readonly uncertain: readonly CoverageSpell[];
};

const placeOf = (spell: EnterpriseSpell): Dims =>
  dimsOf({
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
  // Members weigh against workers: where those are unknown, neither counts.
  members: workers === null ? 0 : (members ?? 0),
});

/** What a women's contract covers: the women only. */
const womenIn = (spell: EnterpriseSpell): Weights => ({
  ...weightsOf(spell),
  workers: spell.women ?? 0,
});

/** A kind or any × a level or any; `within` gives its dimensions at a place, once for each. */
type Agreement = { readonly within: (place: Dims) => Dims };

const agreement = (contractKind: string, contractLevel: string): Agreement => {
  const known = new WeakMap<Dims, Dims>();
  return {
    within: (place) => {
      const held = known.get(place);
      if (held) return held;
      const dims = dimsOf({ ...place, contractKind, contractLevel });
      known.set(place, dims);
      return dims;
    },
  };
};

const byName = new Map<string, Agreement>();
const agreementOf = (kind: string, level: string): Agreement => {
  const name = `${kind}/${level}`;
  const held = byName.get(name) ?? agreement(kind, level);
  byName.set(name, held);
  return held;
};

const byKind = new Map<string, Map<string, readonly Agreement[]>>();
/** All that a contract of a kind and level stands for. */
const standsFor = ({ kind, level }: CoverageSpell): readonly Agreement[] => {
  const levels = byKind.get(kind) ?? new Map<string, readonly Agreement[]>();
  byKind.set(kind, levels);
  const held = levels.get(level);
  if (held) return held;
  const found = [
    agreementOf(kind, level),
    agreementOf(kind, ANY),
    agreementOf(ANY, level),
    agreementOf(ANY, ANY),
  ];
  levels.set(level, found);
  return found;
};

/** The agreements that the contracts of a day stand for, and whether they cover only women there. */
const agreementsOn = (
  day: DayNumber,
  contracts: readonly CoverageSpell[],
): Map<Agreement, boolean> => {
  const found = new Map<Agreement, boolean>();
  for (const contract of contracts) {
    if (contract.from > day || (contract.to !== null && contract.to < day)) continue;
    for (const one of standsFor(contract)) {
      found.set(one, (found.get(one) ?? true) && contract.kind === 'women');
    }
  }
  return found;
};

/** The days on which something begins or has just ended, within a spell. */
const cuts = (spell: Span, ...lists: readonly (readonly Span[])[]): DayNumber[] => {
  const days = new Set([spell.from]);
  const within = (day: DayNumber) => day > spell.from && (spell.to === null || day <= spell.to);
  for (const list of lists) {
    for (const { from, to } of list) {
      if (within(from)) days.add(from);
      if (to !== null && within(to + 1)) days.add(to + 1);
    }
  }
  return [...days].sort((a, b) => a - b);
};

/** Where an enterprise stays in the accounts of coverage during one of its spells. */
const coverageStays = (
  spell: EnterpriseSpell,
  { coverage, uncertain }: Omit<EnterprisePicture, 'spells'>,
): Stay[] => {
  const place = placeOf(spell);
  const [all, women] = [weightsOf(spell), womenIn(spell)];
  const starts = cuts(spell, coverage, uncertain);
  const stays: Stay[] = [];
  starts.forEach((from, i) => {
    const next = starts[i + 1];
    const to = next === undefined ? spell.to : next - 1;
    const enter = ({ name: account }: { readonly name: string }, one: Agreement, only: boolean) =>
      stays.push({ account, from, to, dims: one.within(place), weights: only ? women : all });
    const covered = agreementsOn(from, coverage);
    for (const [one, womenOnly] of covered) enter(accounts.covered, one, womenOnly);
    for (const [one, womenOnly] of agreementsOn(from, uncertain)) {
      if (!covered.has(one)) enter(accounts.uncertain, one, womenOnly);
    }
  });
  return stays;
};

const areApart = (a: Span, b: Span): boolean =>
  (a.to !== null && a.to < b.from) || (b.to !== null && b.to < a.from);

/** Among the registered, where a union's members were never counted though the workers were. */
const uncounted = ({ members, workers }: EnterpriseSpell, registered: Stay): Stay[] =>
  members === null && workers !== null
    ? [{ ...registered, account: accounts.membersUnknown.name }]
    : [];

/** Every stay of an enterprise in the accounts. */
export const enterpriseStays = ({ spells, ...contracts }: EnterprisePicture): Stay[] =>
  spells.flatMap((spell) => {
    const during = (spans: readonly CoverageSpell[]) =>
      spans.filter((span) => !areApart(span, spell));
    const [coverage, uncertain] = [during(contracts.coverage), during(contracts.uncertain)];
    const registered: Stay = {
      account: accounts.registered.name,
      from: spell.from,
      to: spell.to,
      dims: placeOf(spell),
      weights: weightsOf(spell),
    };
    const own = [registered, ...uncounted(spell, registered)];
    return coverage.length === 0 && uncertain.length === 0
      ? own
      : [...own, ...coverageStays(spell, { coverage, uncertain })];
  });

const isSameCoverage = (a: CoverageSpell, b: CoverageSpell): boolean =>
  a === b ||
  (a.contract === b.contract &&
    a.from === b.from &&
    a.to === b.to &&
    a.how === b.how &&
    a.kind === b.kind &&
    a.level === b.level);

/** The days from the first of these to the last. */
const spanning = (spans: readonly Span[]): Span => ({
  from: Math.min(...spans.map(({ from }) => from)),
  to: spans.some(({ to }) => to === null) ? null : Math.max(...spans.map(({ to }) => to ?? 0)),
});

type Parts = {
  readonly [K in keyof EnterprisePicture]: readonly [EnterprisePicture[K], EnterprisePicture[K]];
};

/** What two pictures of an enterprise do not share, each part before and after. */
export const whatDiffers = (before: EnterprisePicture, after: EnterprisePicture): Parts => ({
  spells: withoutSame(before.spells, after.spells, isSameSpell),
  coverage: withoutSame(before.coverage, after.coverage, isSameCoverage),
  uncertain: withoutSame(before.uncertain, after.uncertain, isSameCoverage),
});

/** The stays of two pictures on the days of what they do not share: what is the same posts nothing. */
export const staysApart = (
  before: EnterprisePicture,
  after: EnterprisePicture,
  { spells, coverage, uncertain }: Parts,
): readonly [readonly Stay[], readonly Stay[]] => {
  const apart = [...spells, ...coverage, ...uncertain].flat();
  if (apart.length === 0) return [[], []];
  const days = spanning(apart);
  const touched = (picture: EnterprisePicture) =>
    enterpriseStays({
      ...picture,
      spells: picture.spells.filter((spell) => !areApart(spell, days)),
    });
  return [touched(before), touched(after)];
};
