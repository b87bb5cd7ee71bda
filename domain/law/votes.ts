import type { ContractLevel } from '../shared/values.ts';
import type { Majority, Profile } from './profile.ts';

/** Votes are compared in integers: no share is ever rounded. Nobody cannot decide anything. */

/** Whether at least two thirds of all are present. */
export const quorumMet = (present: number, total: number): boolean =>
  total > 0 && 3 * present >= 2 * total;

/** Whether the yes votes are this share of all, not of those present. */
export const reaches = (majority: Majority, yes: number, total: number): boolean =>
  total > 0 && (majority === 'half' ? 2 * yes >= total : 2 * yes > total);

/** The fewest yes votes that reach the majority. */
export const needed = (majority: Majority, total: number): number =>
  majority === 'half' ? Math.ceil(total / 2) : Math.floor(total / 2) + 1;

/** The fewest present for a quorum. */
export const neededPresent = (total: number): number => Math.ceil((2 * total) / 3);

/** The most outsiders among n delegates, where they are at most one in so many. */
export const outsidersAllowed = (n: number, oneIn: number): number => Math.floor(n / oneIn);

/** A congress's count: all delegates (or employees), those present, and those in favour. */
export type Count = { readonly total: number; readonly present: number; readonly yes: number };

/** The majority that a contract of this level needs. */
export const majorityFor = (
  congress: Profile['congress'],
  level: ContractLevel,
): Profile['congress']['approval'] =>
  level === 'enterprise' ? congress.approval : congress.approvalAbove;

/** What the count decides about the draft. */
export const approved = (
  { total, present, yes }: Count,
  congress: Profile['congress'],
  level: ContractLevel,
): 'approved' | 'no-quorum' | 'too-few-votes' => {
  if (congress.quorum && !quorumMet(present, total)) return 'no-quorum';
  return reaches(majorityFor(congress, level).majority, yes, total) ? 'approved' : 'too-few-votes';
};
