import { dimsOf, NO_WEIGHTS, type DayNumber, type Stay, type Weights } from '../ledger.ts';
import { accounts } from './accounts.ts';
import { overlap, type ContractLife, type Span } from './coverage.ts';
import type { Placement } from './enterprise-life.ts';

const NOWHERE = { division: '', industry: '', registrationType: '', sizeClass: '' };

/** Where a contract belongs: with its enterprise from day to day, or, above the enterprise, in its scope. */
const placesOf = (
  life: ContractLife,
  employer: (id: string) => readonly Placement[],
): Placement[] => {
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
    const known = employer(holder.enterprise);
    if (known.length === 0) return [{ ...NOWHERE, from: holder.from, to: holder.to }];
    // A contract may be older than what is known of its employer, and may outlive it in the books.
    const reaching = known.map((place, i) => ({
      ...place,
      from: i === 0 ? -Infinity : place.from,
      to: i === known.length - 1 ? null : place.to,
    }));
    return reaching.flatMap((place) => {
      const both = overlap(place, holder);
      return both ? [{ ...place, ...both }] : [];
    });
  });
};

/** Every stay of a contract in the accounts. `employer` gives where an enterprise was from day to day. */
export const contractStays = (
  life: ContractLife,
  employer: (id: string) => readonly Placement[],
): Stay[] => {
  const places = placesOf(life, employer);
  const weights: Weights = {
    ...NO_WEIGHTS,
    workers: life.workers ?? 0,
    women: life.women ?? 0,
    unknown: life.workers === null ? 1 : 0,
  };
  const stay = (account: string, place: Placement, { from, to }: Span): Stay => ({
    account,
    from,
    to,
    dims: dimsOf({
      region: place.division,
      industry: place.industry,
      registrationType: place.registrationType,
      sizeClass: place.sizeClass,
      contractKind: life.kind,
      contractLevel: life.level,
    }),
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
      .filter(({ from, to }) => from <= day && (to === null || to >= day))
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
