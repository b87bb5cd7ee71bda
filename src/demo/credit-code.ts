import { creditCodeFaults } from '../../domain/shared/codes.ts';

const signs = [...Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY')];
const organisationSigns = Array.from('0123456789X');

/** The credit code of the n-th company of a division: made up, with right check digits. */
export const creditCode = (division: string, n: number): string => {
  const body = `91${division}MA${String(n).padStart(6, '0')}`;
  for (const organisation of organisationSigns) {
    const soundSoFar = !creditCodeFaults(`${body}${organisation}0`).includes('organisation-check');
    if (!soundSoFar) continue;
    const last = signs.find((sign) => creditCodeFaults(body + organisation + sign).length === 0);
    if (last !== undefined) return body + organisation + last;
  }
  throw new RangeError(`There is no credit code ${body}.`);
};
