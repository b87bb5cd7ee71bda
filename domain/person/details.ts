import { z } from 'zod';
import { residentIdFaults } from '../shared/codes.ts';
import { command } from '../shared/message.ts';
import { Day, Id, LongText, Text } from '../shared/values.ts';
import { ErasureReason, NoteKind, VoidReason } from './events.ts';
import { ensure } from './rules.ts';

/** What proves who someone is; only a resident id (GB 11643) has a form that can be checked. */
const IdentityDocument = z.strictObject({
  kind: z.enum(['resident-id', 'passport', 'permanent-residence', 'residence-permit', 'other']),
  number: z.string().trim().min(1).max(40),
  /** Why a resident id that fails its check was taken all the same. */
  override: Text.optional(),
});

/** Everything that is kept about a person; in the clear only on the way in and on a screen. */
export const PersonDetails = z.strictObject({
  name: z.string().trim().min(1).max(100),
  document: IdentityDocument.optional(),
  sex: z.enum(['female', 'male']).optional(),
  phone: z.string().trim().min(3).max(40).optional(),
  email: z.email().optional(),
  /** Where the person works: an enterprise's id, or its name as the person said it. */
  employer: Text.optional(),
  position: Text.optional(),
  address: Text.optional(),
  /** Sensitive (PIPL 28): only with separate consent, and only what the matter needs. */
  pay: LongText.optional(),
  health: LongText.optional(),
  note: LongText.optional(),
});
export type PersonDetails = z.infer<typeof PersonDetails>;

/** What a client sends: in the clear, to be sealed before anything is decided or recorded. */
export const PlainPersonCommand = z.discriminatedUnion('type', [
  command('Register', { details: PersonDetails }),
  command('CorrectDetails', { details: PersonDetails }),
  command('SealNote', { note: Id, kind: NoteKind, text: LongText }),
  command('Erase', { on: Day, reason: ErasureReason }),
  command('Void', { reason: VoidReason, duplicateOf: Id.optional() }),
]);
export type PlainPersonCommand = z.infer<typeof PlainPersonCommand>;

/** Refuses a resident id that fails its check on that day, unless someone said why it is taken. */
export const ensureDetails = ({ document }: PersonDetails, on: string): void => {
  if (document?.kind !== 'resident-id') return;
  const sound = residentIdFaults(document.number, on).length === 0;
  ensure(sound || document.override !== undefined, 'resident-id-sound');
};
