import type { DisputeEvent } from '../../domain/dispute-case/events.ts';
import { withoutLast } from '../accounts/dispute-dossier.ts';
import type { DisputeRow } from './dispute-row.ts';

type Of<T> = Extract<DisputeEvent, { type: T }>['data'];
type Says = Partial<DisputeRow>;
type Employer = Of<'EmployerJoined'>['employer'];

/** What an employer goes by. */
const calling = ({ enterprise, name }: Employer): string => enterprise ?? name ?? '';

export const listed = (text: string | null | undefined): string[] =>
  (text ?? '').split(' ').filter((one) => one !== '');
export const joined = (list: readonly string[]): string | null => list.join(' ') || null;

const parties = (employers: readonly Employer[]): Says => ({
  enterprise: employers.find(({ enterprise }) => enterprise !== undefined)?.enterprise ?? null,
  employers: employers.map(calling).join('; '),
  enterprises: joined(employers.flatMap(({ enterprise }) => enterprise ?? [])),
});

const joinedOf = ({ joined: since }: DisputeRow): Employer[] => JSON.parse(since) as Employer[];

/** Who joined after the receipt stays when the receipt is said anew. */
export const allParties = (employers: readonly Employer[], row: DisputeRow): Says =>
  parties([...employers, ...joinedOf(row)]);

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
  EmployerJoined: ({ employer }, row) => ({
    enterprise: row.enterprise ?? employer.enterprise ?? null,
    employers: [row.employers, calling(employer)].join('; '),
    enterprises: joined([...listed(row.enterprises), ...listed(employer.enterprise)]),
    joined: JSON.stringify([...joinedOf(row), employer]),
  }),
  EmployerJoiningTakenBack: ({ employer }, row) => {
    const enterprises = withoutLast(listed(row.enterprises), calling(employer));
    const since = joinedOf(row);
    const at = since.findLastIndex((one) => calling(one) === calling(employer));
    return {
      enterprise: enterprises[0] ?? null,
      enterprises: joined(enterprises),
      employers: withoutLast(row.employers.split('; '), calling(employer)).join('; '),
      joined: JSON.stringify(at < 0 ? since : since.toSpliced(at, 1)),
    };
  },
  RepresentativesElected: ({ representatives }) => ({ representatives: representatives.length }),
  RepresentativesCorrected: ({ representatives }) => ({ representatives: representatives.length }),
};
