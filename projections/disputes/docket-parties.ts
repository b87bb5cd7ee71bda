import type { DisputeEvent } from '../../domain/dispute-case/events.ts';
import type { DisputeRow } from './dispute-row.ts';

type Of<T> = Extract<DisputeEvent, { type: T }>['data'];
type Says = Partial<DisputeRow>;
type Employer = Of<'EmployerJoined'>['employer'];
/** An employer that joined, by the event id of the fact. */
type Joined = Employer & { readonly fact: string };

/** What an employer goes by. */
const calling = ({ enterprise, name }: Employer): string => enterprise ?? name ?? '';

export const listed = (text: string | null | undefined): string[] =>
  (text ?? '').split(' ').filter((one) => one !== '');
export const joined = (list: readonly string[]): string | null => list.join(' ') || null;

/** The parties that the receipt names, and those that joined since; each is shown once. */
const parties = (named: readonly Employer[], since: readonly Joined[]): Says => {
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

const namedIn = ({ named }: DisputeRow): Employer[] => JSON.parse(named) as Employer[];
const joinedIn = (row: DisputeRow): Joined[] => JSON.parse(row.joined) as Joined[];

/** Who joined after the receipt stays when the receipt is said anew. */
export const allParties = (named: readonly Employer[], row: DisputeRow): Says =>
  parties(named, joinedIn(row));

const more = ({ claimants, more_claimants }: DisputeRow, by: number): Says => ({
  claimants: claimants + by,
  more_claimants: more_claimants + by,
});

/** By how many those who took over from one are more than he, by the event id of the succession. */
const heirsIn = ({ heirs }: DisputeRow): Readonly<Record<string, number>> =>
  JSON.parse(heirs) as Record<string, number>;

type Succession = Of<'ClaimantSucceeded'>;
const succeeded = (
  { successors, joins = successors }: Succession,
  row: DisputeRow,
  fact: string,
): Says => {
  const heirs = heirsIn(row);
  const by = joins.length - 1;
  return { ...more(row, by - (heirs[fact] ?? 0)), heirs: JSON.stringify({ ...heirs, [fact]: by }) };
};

const representatives = ({ representatives: all }: Of<'RepresentativesElected'>): Says => ({
  representatives: all.length,
});

type Parties =
  | 'ClaimantJoined'
  | 'ClaimantLeft'
  | 'ClaimantSucceeded'
  | 'ClaimantSuccessionCorrected'
  | 'ClaimantSuccessionTakenBack'
  | 'EmployerJoined'
  | 'EmployerJoiningCorrected'
  | 'EmployerJoiningTakenBack'
  | 'RepresentativesElected'
  | 'RepresentativesCorrected';

/** Who comes to a dispute, and who leaves it. */
export const ofParties: {
  readonly [T in Parties]: (data: Of<T>, row: DisputeRow, fact: string) => Says;
} = {
  ClaimantJoined: (_, row) => more(row, 1),
  ClaimantLeft: (_, row) => more(row, -1),
  ClaimantSucceeded: succeeded,
  ClaimantSuccessionCorrected: (data, row) => succeeded(data, row, data.corrects),
  ClaimantSuccessionTakenBack: ({ takesBack: [fact = ''] }, row) => {
    const { [fact]: by = 0, ...heirs } = heirsIn(row);
    return { ...more(row, -by), heirs: JSON.stringify(heirs) };
  },
  EmployerJoined: ({ employer }, row, fact) =>
    parties(namedIn(row), [...joinedIn(row), { ...employer, fact }]),
  EmployerJoiningCorrected: ({ corrects: fact, employer }, row) =>
    parties(
      namedIn(row),
      joinedIn(row).map((one) => (one.fact === fact ? { ...employer, fact } : one)),
    ),
  EmployerJoiningTakenBack: ({ takesBack }, row) =>
    parties(
      namedIn(row),
      joinedIn(row).filter(({ fact }) => !takesBack.includes(fact)),
    ),
  RepresentativesElected: representatives,
  RepresentativesCorrected: representatives,
};
