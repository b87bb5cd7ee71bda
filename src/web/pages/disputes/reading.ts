import type { Fact } from '../../api/problem.ts';
import type { Row } from '../../api/types.ts';

export type Data = Readonly<Record<string, unknown>>;

export const textIn = (data: Data, name: string): string => {
  const value = data[name];
  return typeof value === 'string' ? value : '';
};
export const textsIn = (data: Data, name: string): readonly string[] => {
  const value = data[name];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
};
export const partsIn = (data: Data, name: string): readonly Data[] => {
  const value = data[name];
  return Array.isArray(value)
    ? value.filter((one): one is Data => typeof one === 'object' && one !== null)
    : [];
};

/** The facts of these types, oldest first. */
export const factsOf = (facts: readonly Fact[], ...types: readonly string[]): readonly Fact[] =>
  facts.filter(({ type }) => types.includes(type));

export type Party = { readonly person: string; readonly left: boolean };
export type Employer = {
  readonly enterprise: string | undefined;
  readonly name: string;
  readonly role: string;
};

const claimantsAfter = (before: ReadonlyMap<string, boolean>, { type, data }: Fact) => {
  const after = new Map(before);
  if (type === 'DisputeReceived')
    textsIn(data, 'claimants').forEach((person) => after.set(person, false));
  if (type === 'ClaimantJoined') after.set(textIn(data, 'claimant'), false);
  if (type === 'ClaimantLeft' || type === 'ClaimantSucceeded')
    after.set(textIn(data, 'claimant'), true);
  if (type === 'ClaimantSucceeded')
    textsIn(data, 'successors').forEach((person) => after.set(person, false));
  return after;
};

const employerOf = (data: Data): Employer => {
  const enterprise = textIn(data, 'enterprise');
  return {
    enterprise: enterprise === '' ? undefined : enterprise,
    name: textIn(data, 'name'),
    role: textIn(data, 'role'),
  };
};

/** Whoever joined and was a party already is one party. */
const eachOnce = (employers: readonly Employer[]): readonly Employer[] =>
  employers.filter(
    ({ enterprise = '', name }, place) =>
      employers.findIndex(
        (one) => one.enterprise === (enterprise || undefined) && one.name === name,
      ) === place,
  );

/** Who stands on each side, as the facts say. */
export const partiesOf = (facts: readonly Fact[]) => {
  const claimants = facts.reduce<ReadonlyMap<string, boolean>>(claimantsAfter, new Map());
  const opening = facts.findLast(({ type }) =>
    /^Dispute(Received|RegisteredAsHistory)$/.test(type),
  );
  const joined = factsOf(facts, 'EmployerJoined').map(({ data }) => data['employer'] as Data);
  return {
    claimants: [...claimants].map(([person, left]): Party => ({ person, left })),
    employers: eachOnce([...partsIn(opening?.data ?? {}, 'employers'), ...joined].map(employerOf)),
    representatives: textsIn(
      facts.findLast(({ type }) => type === 'RepresentativesElected')?.data ?? {},
      'representatives',
    ),
    union: textIn(opening?.data ?? {}, 'union'),
  };
};

/** What one claimant asks for and got, in fen; '' is what is common to all. */
export type Account = {
  readonly claimant: string;
  readonly claims: readonly Row[];
};

/** The claims by claimant, in the order of their first claims. */
export const accountsOf = (claims: readonly Row[]): readonly Account[] =>
  [...Map.groupBy(claims, ({ claimant }) => String(claimant ?? ''))].map(([claimant, own]) => ({
    claimant,
    claims: own,
  }));

/** The sum of a column; null where no row says a number. */
export const sumOf = (rows: readonly Row[], column: string): number | null => {
  const said = rows.flatMap((row) => {
    const value = row[column];
    return typeof value === 'number' ? [value] : [];
  });
  return said.length === 0 ? null : said.reduce((sum, one) => sum + one, 0);
};

export type Payment = {
  readonly fact: string;
  readonly part: string;
  readonly on: string;
  readonly fen: number | null;
};

/** The payments of one item, each as it was last said. */
export const paymentsOf = (
  facts: readonly Fact[],
  settlement: string,
  item: string,
): readonly Payment[] => {
  const parts = new Map<string, Payment>();
  for (const { id, data } of factsOf(facts, 'PerformanceRecorded')) {
    if (data['settlement'] !== settlement || data['item'] !== item) continue;
    const part = textIn(data, 'part');
    const fen = data['fen'];
    parts.set(part, {
      fact: id,
      part,
      on: textIn(data, 'on'),
      fen: typeof fen === 'number' ? fen : null,
    });
  }
  return [...parts.values()].toSorted((a, b) => a.on.localeCompare(b.on));
};
