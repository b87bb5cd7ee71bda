import type { DayNumber } from '../ledger.ts';
import { inOrder, type Dated } from './dated.ts';
import type { EnterpriseDossier, Head, Union } from './enterprise-dossier.ts';

export {
  learnEnterprise,
  unknownEnterprise,
  type EnterpriseDossier,
} from './enterprise-dossier.ts';

/** An enterprise as it was from one day to another, both included. */
export type EnterpriseSpell = {
  readonly from: DayNumber;
  readonly to: DayNumber | null;
  readonly division: string;
  readonly industry: string;
  readonly registrationType: string;
  readonly sizeClass: string;
  readonly unionised: Union;
  /** null while no headcount is known. */
  readonly workers: number | null;
  readonly women: number | null;
  /** 0 where there is no union; null while a union's members were never counted. */
  readonly members: number | null;
};

const NATURE = [
  'division',
  'industry',
  'registrationType',
  'sizeClass',
  'unionised',
  'workers',
  'women',
  'members',
] as const satisfies readonly (keyof EnterpriseSpell)[];

const isSameNature = (a: EnterpriseSpell, b: EnterpriseSpell): boolean =>
  NATURE.every((trait) => a[trait] === b[trait]);

/** Whether two spells say the same of the same days. */
export const isSameSpell = (a: EnterpriseSpell, b: EnterpriseSpell): boolean =>
  a === b || (a.from === b.from && a.to === b.to && isSameNature(a, b));

type Ordered = Readonly<
  Pick<
    EnterpriseDossier,
    'divisions' | 'industries' | 'types' | 'sizes' | 'unions' | 'heads' | 'members'
  >
>;

/** A union of its own goes before a federation that it is in: what is own stays own until it is dissolved. */
const ownFirst = (unions: readonly Dated<Union>[]): readonly Dated<Union>[] => {
  let stands: Union = 'none';
  return inOrder(unions).map((said) => {
    stands = said.is === 'federated' && stands === 'own' ? 'own' : said.is;
    return { ...said, is: stands };
  });
};

const ordered = (d: EnterpriseDossier): Ordered => ({
  divisions: inOrder(d.divisions),
  industries: inOrder(d.industries),
  types: inOrder(d.types),
  sizes: inOrder(d.sizes),
  unions: ownFirst(d.unions),
  heads: inOrder(d.heads),
  members: inOrder(d.members),
});

/** The days on which something about it begins to hold, from its first day to its last. */
const turningDays = (lists: Ordered, since: DayNumber, end: DayNumber | null): DayNumber[] => {
  const days = new Set<DayNumber>([since]);
  for (const list of Object.values(lists)) {
    for (const { on } of list) if (on > since && (end === null || on <= end)) days.add(on);
  }
  return [...days].sort((a, b) => a - b);
};

/** What holds on days that are asked for in order: the last value said for the day or before. */
const through = <V>(list: readonly Dated<V>[], before: V): ((day: DayNumber) => V) => {
  let next = 0;
  let is = before;
  return (day) => {
    for (let said = list[next]; said && said.on <= day; said = list[next]) {
      is = said.is;
      next += 1;
    }
    return is;
  };
};

/** As `through`, with the first value reaching back to the beginning. */
const throughFromFirst = (list: readonly Dated<string>[]) => through(list, list[0]?.is ?? '');

const UNCOUNTED = { workers: null, women: null };

/** What the enterprise was during days that are asked for in order. */
const during = (lists: Ordered) => {
  const division = throughFromFirst(lists.divisions);
  const industry = throughFromFirst(lists.industries);
  const registrationType = throughFromFirst(lists.types);
  const sizeClass = throughFromFirst(lists.sizes);
  const unionised = through<Union>(lists.unions, 'none');
  const heads = through<Head | typeof UNCOUNTED>(lists.heads, UNCOUNTED);
  const members = through<number | null>(lists.members, null);
  return (from: DayNumber, to: DayNumber | null): EnterpriseSpell => {
    const { workers, women } = heads(from);
    const [union, counted] = [unionised(from), members(from)];
    return {
      from,
      to,
      division: division(from),
      industry: industry(from),
      registrationType: registrationType(from),
      sizeClass: sizeClass(from),
      unionised: union,
      workers,
      women,
      members: union === 'none' ? 0 : counted,
    };
  };
};

/** From which day to which day the enterprise was what: in order, without gaps, from registration to its end. */
export const enterpriseSpells = (d: EnterpriseDossier): readonly EnterpriseSpell[] => {
  if (d.registered.length === 0 || d.void === 'yes') return [];
  const since = Math.min(...d.registered.map(({ on }) => on));
  const end = d.ends.length === 0 ? null : Math.min(...d.ends.map(({ on }) => on)) - 1;
  if (end !== null && end < since) return [];
  const lists = ordered(d);
  const starts = turningDays(lists, since, end);
  const spellFrom = during(lists);
  const spells: EnterpriseSpell[] = [];
  starts.forEach((from, i) => {
    const next = starts[i + 1];
    const spell = spellFrom(from, next === undefined ? end : next - 1);
    const last = spells.at(-1);
    if (last && isSameNature(last, spell)) spells[spells.length - 1] = { ...last, to: spell.to };
    else spells.push(spell);
  });
  return spells;
};

/** Where an enterprise was and of what sort, from one day to another, both included. */
export type Placement = Pick<
  EnterpriseSpell,
  'from' | 'to' | 'division' | 'industry' | 'registrationType' | 'sizeClass'
>;

/** Whether two spells, or two placements, are of the same place and sort. */
const isSamePlace = (a: Placement, b: Placement): boolean =>
  a.division === b.division &&
  a.industry === b.industry &&
  a.registrationType === b.registrationType &&
  a.sizeClass === b.sizeClass;

/** The spells put together where only headcounts, members or the union differ. */
export const placementsOf = (spells: readonly EnterpriseSpell[]): readonly Placement[] => {
  const places: Placement[] = [];
  for (const { from, to, division, industry, registrationType, sizeClass } of spells) {
    const next = { from, to, division, industry, registrationType, sizeClass };
    const last = places.at(-1);
    if (last && isSamePlace(last, next)) places[places.length - 1] = { ...last, to };
    else places.push(next);
  }
  return places;
};

/** Whether nothing that contracts ask of an enterprise differs. */
export const areSamePlacements = (a: readonly Placement[], b: readonly Placement[]): boolean =>
  a.length === b.length &&
  a.every((one, i) => {
    const other = b[i];
    return one.from === other?.from && one.to === other.to && isSamePlace(one, other);
  });
