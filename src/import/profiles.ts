import type { Profile } from './profile.ts';
import { contracts } from './profiles/contracts.ts';
import { disputes } from './profiles/disputes.ts';
import { enterprises } from './profiles/enterprises.ts';
import { fmcsFirstContract } from './profiles/fmcs-first-contract.ts';
import { fmcsF7 } from './profiles/fmcs-f7.ts';

/** The templates that people fill in. */
export const templates: readonly Profile[] = [enterprises, contracts, disputes];

/** Every profile that ships: templates, and files that others publish. */
export const shippedProfiles: readonly Profile[] = [...templates, fmcsF7, fmcsFirstContract];

/** There is no such profile or template. */
export class NoSuchProfile extends Error {
  override readonly name = 'NoSuchProfile';
  constructor(id: string) {
    const known = shippedProfiles.map((profile) => profile.id).join(', ');
    super(`没有导入方案 ${id}，现有 / there is no import profile ${id}; there are: ${known}`);
  }
}

/** A profile that ships. Throws NoSuchProfile. */
export const shippedProfile = (id: string): Profile => {
  const found = shippedProfiles.find((profile) => profile.id === id);
  if (found) return found;
  throw new NoSuchProfile(id);
};
