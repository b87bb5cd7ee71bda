import type { DisputeEvent } from '../../domain/dispute-case/events.ts';
import type { DisputeRow } from './dispute-row.ts';

type Of<T> = Extract<DisputeEvent, { type: T }>['data'];
type Says = Partial<DisputeRow>;
type Employer = Of<'EmployerJoined'>['employer'];

/** What an employer goes by. */
const calling = ({ enterprise, name }: Employer): string => enterprise ?? name ?? '';

export const listed = (text: string | null | undefined): string[] =>
  (text ?? '').split(' ').filter((one) => one !== '');
export const joined = (list: readonly string[]): string | null => list.join(' ') || null;

/** The parties that the receipt names, and those that joined since; each is shown once. */
const parties = (named: readonly Employer[], since: readonly Employer[]): Says => {
  const all = [...named, ...since];
  const enterprises = [...new Set(all.flatMap(({ enterprise }) => enterprise ?? []))];
  return {
    enterprise: enterprises[0] ?? null,
    employers: [...new Set(all.map(calling))].join('; '),
    enterprises: joined(enterprises),
    named: JSON.stringify(named),
    joined: JSON.stringify(since),
  };
};

const employersIn = (text: string): Employer[] => JSON.parse(text) as Employer[];

/** Who joined after the receipt stays when the receipt is said anew. */
export const allParties = (named: readonly Employer[], row: DisputeRow): Says =>
  parties(named, employersIn(row.joined));

const more = ({ claimants, more_claimants }: DisputeRow, by: number): Says => ({
  claimants: claimants + by,
  more_claimants: more_claimants + by,
});

type Parties =
  | 'ClaimantJoined'
  | 'ClaimantLeft'
  | 'ClaimantSucceeded'
  | 'EmployerJoined'
  | 'EmployerJoiningTakenBack'
  | 'RepresentativesElected'
  | 'RepresentativesCorrected';

/** Who comes to a dispute, and who leaves it. */
export const ofParties: { readonly [T in Parties]: (data: Of<T>, row: DisputeRow) => Says } = {
  ClaimantJoined: (_, row) => more(row, 1),
  ClaimantLeft: (_, row) => more(row, -1),
  ClaimantSucceeded: ({ successors, joins = successors }, row) => more(row, joins.length - 1),
  EmployerJoined: ({ employer }, row) =>
    parties(employersIn(row.named), [...employersIn(row.joined), employer]),
  EmployerJoiningTakenBack: ({ employer }, row) => {
    const since = employersIn(row.joined);
    const at = since.findLastIndex(
      (one) => one.role === employer.role && calling(one) === calling(employer),
    );
    return parties(employersIn(row.named), at < 0 ? since : since.toSpliced(at, 1));
  },
  RepresentativesElected: ({ representatives }) => ({ representatives: representatives.length }),
  RepresentativesCorrected: ({ representatives }) => ({ representatives: representatives.length }),
};
