import { isWithin } from '../shared/codes.ts';
import type { Whose } from '../shared/terms.ts';
import type { Scope } from '../shared/values.ts';
import { isIndustryWithin } from './industries.ts';

/** Whether all that one scope reaches lies in the other. */
const covers = (wide: Scope, narrow: Scope): boolean =>
  narrow.divisions.every((one) => wide.divisions.some((around) => isWithin(one, around))) &&
  (wide.industries.length === 0 ||
    (narrow.industries.length > 0 &&
      narrow.industries.every((one) =>
        wide.industries.some((around) => isIndustryWithin(one, around)),
      )));

/** Whether two scopes have some place and industry in common. */
const meet = (a: Scope, b: Scope): boolean =>
  a.divisions.some((one) =>
    b.divisions.some((other) => isWithin(one, other) || isWithin(other, one)),
  ) &&
  (a.industries.length === 0 ||
    b.industries.length === 0 ||
    a.industries.some((one) =>
      b.industries.some((other) => isIndustryWithin(one, other) || isIndustryWithin(other, one)),
    ));

const none: Scope = { divisions: [], industries: [] };

/** What is on record of a contract's parties; `employers` are its enterprise and the one it was passed on from. */
export type Standing = Pick<Whose, 'kind' | 'level'> & {
  readonly employers: readonly string[];
  readonly scope?: Scope | undefined;
};

const isAlike = (whose: Whose, contract: Standing): boolean =>
  whose.kind === contract.kind &&
  whose.level === contract.level &&
  (whose.level !== 'enterprise' || contract.employers.includes(whose.enterprise ?? ''));

/** Whether these parties may amend the contract: it is their own, and their scope is its scope. */
export const mayAmend = (whose: Whose, contract: Standing): boolean => {
  const [theirs, its] = [whose.scope ?? none, contract.scope ?? none];
  return isAlike(whose, contract) && covers(theirs, its) && covers(its, theirs);
};

/** Whether a contract of these parties may stand in the place of the other: a renewal may widen or narrow its scope. */
export const mayReplace = (whose: Whose, contract: Standing): boolean =>
  isAlike(whose, contract) &&
  (whose.level === 'enterprise' || meet(whose.scope ?? none, contract.scope ?? none));
