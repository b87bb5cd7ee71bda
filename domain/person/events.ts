import { z } from 'zod';
import { event } from '../shared/message.ts';
import { Day, Id } from '../shared/values.ts';

// These shapes are on disk for ever: add an optional field or a new type, never change one.
// No field may ever hold something about a person in the clear, nor words that could.

const Base64 = z.base64();

/** What only the person's own key opens: AES-256-GCM; destroying the key erases it everywhere, backups too. */
export const Sealed = z.object({
  keyId: z.uuid(),
  iv: Base64,
  tag: Base64,
  sealed: Base64,
});
export type Sealed = z.infer<typeof Sealed>;

/** Why someone was erased, as a code: words could name them (PIPL 47). */
export const ErasureReason = z.enum([
  'purpose-achieved',
  'retention-ended',
  'consent-withdrawn',
  'unlawful-processing',
  'on-request',
]);
export type ErasureReason = z.infer<typeof ErasureReason>;

/** What a sealed note is: a reason for a decision, someone's statement, or another note. */
export const NoteKind = z.enum(['reason', 'statement', 'note']);

export const VoidReason = z.enum(['registered-in-error', 'duplicate']);

const details = { details: Sealed };

export const PersonEvent = z.discriminatedUnion('type', [
  event('PersonRegistered', details),
  event('DetailsCorrected', details),
  event('NoteSealed', { note: Id, kind: NoteKind, text: Sealed }),
  event('PersonErased', { on: Day, reason: ErasureReason }),
  event('PersonVoided', { reason: VoidReason }),
  event('PersonFoundDuplicate', { of: Id }),
]);
export type PersonEvent = z.infer<typeof PersonEvent>;
