import { isDay } from './calendar.ts';

/** What is wrong with a unified social credit code. A failed check digit can be a real code: warn, let people override. */
export type CreditCodeFault =
  'length' | 'characters' | 'entity-class' | 'division' | 'organisation-check' | 'check-digit';

/** What is wrong with a 9-character organisation code. */
export type OrganisationCodeFault = 'length' | 'characters' | 'organisation-check';

/** What is wrong with a 15-digit business registration number of before 2015. */
export type RegistrationNumberFault = 'length' | 'characters';

/** What is wrong with a resident identity number. */
export type ResidentIdFault =
  'length' | 'characters' | 'division' | 'birth-date' | 'birth-in-future' | 'check-digit';

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
const residentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Registration authority and entity class, the first two characters (GB 32100 annex). */
const entityClasses = new Set(
  (
    '11 12 13 19 21 31 32 33 34 35 41 51 52 53 54 55 59 61 62 71 72 81 91 92 93 ' +
    'A1 G1 J1 N1 N2 N3 Y1'
  ).split(' '),
);

const provinces = new Set(
  (
    '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 ' +
    '50 51 52 53 54 61 62 63 64 65 71 81 82 83'
  ).split(' '),
);

const weighted = (text: string, weights: readonly number[], alphabet: string): number =>
  weights.reduce((sum, weight, i) => sum + weight * alphabet.indexOf(text.charAt(i)), 0);

const found = <Fault extends string>(faults: readonly (Fault | false)[]): Fault[] =>
  faults.filter((fault) => fault !== false);

const organisationCheck = (code: string): string => {
  const rest = 11 - (weighted(code, organisationWeights, organisationAlphabet) % 11);
  if (rest === 10) return 'X';
  return String(rest % 11);
};

/** Checks an organisation code (GB 11714), without its hyphen. */
export const organisationCodeFaults = (code: string): OrganisationCodeFault[] => {
  if (code.length !== 9) return ['length'];
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return ['characters'];
  return found([organisationCheck(code) !== code.charAt(8) && 'organisation-check']);
};

/** The check character of a credit code: the second modulo matters when the first leaves 0. */
const creditCheck = (code: string): string =>
  creditAlphabet.charAt((31 - (weighted(code, creditWeights, creditAlphabet) % 31)) % 31);

/** Checks a unified social credit code (GB 32100): 18 characters in capitals. */
export const creditCodeFaults = (code: string): CreditCodeFault[] => {
  if (code.length !== 18) return ['length'];
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return ['characters'];
  return found([
    !entityClasses.has(code.slice(0, 2)) && 'entity-class',
    !/^\d{6}$/.test(code.slice(2, 8)) && 'division',
    organisationCodeFaults(code.slice(8, 17)).length > 0 && 'organisation-check',
    creditCheck(code) !== code.charAt(17) && 'check-digit',
  ]);
};

/** Checks the form of a 15-digit business registration number; it is kept as history. */
export const registrationNumberFaults = (code: string): RegistrationNumberFault[] => {
  if (code.length !== 15) return ['length'];
  return found([!/^\d+$/.test(code) && 'characters']);
};

const birthFaults = (digits: string, on: string): ResidentIdFault[] => {
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
  if (!isDay(day)) return ['birth-date'];
  return found([day > on && 'birth-in-future']);
};

const residentCheck = (id: string): string =>
  '10X98765432'.charAt(weighted(id, residentWeights, '0123456789') % 11);

/**
 * Checks a resident identity number (GB 11643) as of a day; 15-digit ones have no check digit.
 * Division codes that were retired stay good: only the province is looked at.
 */
export const residentIdFaults = (id: string, on: string): ResidentIdFault[] => {
  const legacy = id.length === 15;
  if (!legacy && id.length !== 18) return ['length'];
  if (!(legacy ? /^\d{15}$/ : /^\d{17}[0-9X]$/).test(id)) return ['characters'];
  return found([
    !provinces.has(id.slice(0, 2)) && 'division',
    ...birthFaults(legacy ? `19${id.slice(6, 12)}` : id.slice(6, 14), on),
    !legacy && residentCheck(id) !== id.charAt(17) && 'check-digit',
  ]);
};

const levels = [2, 4, 6, 9, 12];

/** A division with all it lies in, the largest first: '320681' → '32', '3206', '320681'. */
export const divisionAncestors = (code: string): string[] => {
  if (/^\d+$/.test(code))
    return levels.filter((n) => n <= code.length).map((n) => code.slice(0, n));
  const country = code.slice(0, 2);
  return country === code ? [code] : [country, code];
};

/** Whether a division is the other or lies in it; 'CN' holds every GB/T 2260 code. */
export const isWithin = (code: string, prefix: string): boolean =>
  (prefix === 'CN' && /^\d/.test(code)) || divisionAncestors(code).includes(prefix);
