import type { Seen } from './projection.ts';

/** By what something can be found: which of its words, and the word itself. */
export type Term = { readonly field: string; readonly text: string };

/** Words as they are compared: width, case and blanks at the ends do not matter. */
export const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Which fields of the facts of a category are words to be found by, and as what. */
const fields: Readonly<Partial<Record<Seen['category'], Readonly<Record<string, string>>>>> = {
  enterprise: {
    name: 'name',
    nameEn: 'nameEn',
    creditCode: 'creditCode',
    businessRegistrationNo: 'businessRegistrationNo',
    organisationCode: 'organisationCode',
    federation: 'federation',
  },
  bargainingCase: { union: 'union', employersBody: 'employersBody' },
  contract: { union: 'union', employersBody: 'employersBody', receiptNo: 'receiptNo' },
  consultation: { name: 'name', number: 'number' },
  dispute: { caseNumber: 'caseNumber', union: 'union', body: 'body' },
};

const OF_UNIONS: Readonly<Record<string, string>> = { name: 'union', creditCode: 'creditCode' };

const fieldsOf = ({ category, type }: Seen) =>
  category === 'enterprise' && type.startsWith('Union') ? OF_UNIONS : (fields[category] ?? {});

const said = (data: unknown): Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};

/** Employers that are not in the register go by their name. */
const employerNames = ({ employers, employer }: Readonly<Record<string, unknown>>): Term[] =>
  [employers, employer].flat().flatMap((one) => {
    const { name } = said(one);
    return typeof name === 'string' ? [{ field: 'employer', text: name }] : [];
  });

/** Ids that machines made up are known to nobody; people are found by their name alone. */
const isFirst = ({ revision, category, subject }: Seen): boolean =>
  revision === 0n &&
  category !== 'person' &&
  !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(subject);

/** The words a fact adds to what its subject is found by; the first fact adds its id. */
export const termsOf = (fact: Seen): readonly Term[] => {
  const data = said(fact.data);
  const own = Object.entries(fieldsOf(fact)).flatMap(([key, field]) => {
    const text = data[key];
    return typeof text === 'string' && text !== '' ? [{ field, text }] : [];
  });
  return [
    ...(isFirst(fact) ? [{ field: 'id', text: fact.subject }] : []),
    ...own,
    ...(fact.category === 'dispute' ? employerNames(data) : []),
  ];
};

/** Whether a fact strikes its subject out: it is not to be found any more. */
export const strikesOut = ({ type }: Seen): boolean =>
  type.endsWith('Voided') || type.endsWith('FoundDuplicate') || type === 'PersonErased';
