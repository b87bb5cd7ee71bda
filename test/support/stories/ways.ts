import type { EmployerChange } from '../../../domain/shared/policy.ts';

export const NEVER = '9999-12-31';
type Passing = { readonly from: string; readonly to: string; readonly on: string };
type Way = { readonly passed: readonly Passing[]; readonly ended: string };
/** A contract as it was said last: whose, from which day, on which it was rescinded, what it renews from when. */
export type Signing = {
  readonly id: string;
  readonly by: string;
  readonly on: string;
  readonly until: string;
  readonly renews?: { readonly id: string; readonly from: string };
};

/** Where a contract went by the register alone: from each employer by its first change since it came. */
const way = ({ by, on, until }: Signing, changes: readonly EmployerChange[]): Way => {
  const passed: Passing[] = [];
  let [who, since] = [by, on];
  for (;;) {
    const next = changes.find((change) => change.enterprise === who && change.on > since);
    if (!next || next.on >= until) return { passed, ended: '' };
    if (next.to === null) return { passed, ended: next.on };
    passed.push({ from: who, to: next.to, on: next.on });
    [who, since] = [next.to, next.on];
  }
};

/** Where it went, until a renewal of whoever had it on the day that this took effect stood in its place. */
export const wayUntilRenewed = (
  one: Signing,
  signings: readonly Signing[],
  changes: readonly EmployerChange[],
) => {
  const { passed, ended } = way(one, changes);
  const hadBy = (signing: Signing, day: string) =>
    way(signing, changes).passed.findLast(({ on }) => on < day)?.to ?? signing.by;
  const [superseded = ''] = signings
    .flatMap((by) => (by.renews?.id === one.id ? [{ by, from: by.renews.from }] : []))
    // One that was rescinded before its day stood in nobody's place.
    .filter(({ by, from }) => from < by.until && from < one.until && (ended === '' || from < ended))
    .filter(({ by, from }) => hadBy(by, from) === hadBy(one, from))
    .map(({ from }) => from)
    .toSorted();
  return superseded === ''
    ? { passed, ended, superseded }
    : { passed: passed.filter(({ on }) => on < superseded), ended: '', superseded };
};

/** What renews takes effect after what it renews did. */
const inItsTime = ({ renews }: Signing, signings: readonly Signing[]): boolean => {
  const renewed = signings.find(({ id }) => id === renews?.id);
  return !renews || (renewed?.renews?.from ?? '') < renews.from;
};

/** Nothing happens on the same day as something else, nor to an enterprise that is no more. */
export const isSound = (
  changes: readonly EmployerChange[],
  signings: readonly Signing[],
): boolean => {
  const ends = signings.map(({ until }) => until).filter((until) => until !== NEVER);
  const effects = signings.flatMap(({ renews }) => renews?.from ?? []);
  const days = [...changes, ...signings].map(({ on }) => on).concat(ends, effects);
  const endOf = (firm: string | null) =>
    changes.find(({ enterprise: one, goesOn }) => one === firm && !goesOn)?.on ?? NEVER;
  return (
    new Set(days).size === days.length &&
    changes.every(({ to, on }) => on < endOf(to)) &&
    signings.every(({ by, on }) => on < endOf(by)) &&
    signings.every((one) => inItsTime(one, signings))
  );
};
