import { z } from 'zod';
import { command } from '../shared/message.ts';
import { Day, Id } from '../shared/values.ts';
import { ErasureReason, NoteKind, Sealed, VoidReason } from './events.ts';

/** What can be asked about a person once the edge has sealed it; clients send a PlainPersonCommand. */
export const PersonCommand = z.discriminatedUnion('type', [
  command('Register', { details: Sealed }),
  command('CorrectDetails', { details: Sealed }),
  command('SealNote', { note: Id, kind: NoteKind, text: Sealed }),
  /** The key is destroyed before this is recorded. */
  command('Erase', { on: Day, reason: ErasureReason }),
  command('Void', { reason: VoidReason, duplicateOf: Id.optional() }),
]);
export type PersonCommand = z.infer<typeof PersonCommand>;
