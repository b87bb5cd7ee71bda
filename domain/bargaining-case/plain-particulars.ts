import { z } from 'zod';
import { Attachments, Day, Id, PersonId, Side } from '../shared/values.ts';
import { chiefdom } from './particulars.ts';

// What the facts of a bargaining case say that start no clock. On disk for ever.

export const appointment = { side: Side, person: PersonId, on: Day, ...chiefdom };
export const deputising = {
  side: Side,
  person: PersonId,
  on: Day,
  until: Day,
  authorisation: Attachments,
};
export const sessionClosing = {
  session: Id,
  on: Day,
  minutes: Attachments,
  signedBy: z.array(PersonId).max(100),
};
export const ofProposal = { proposal: Id, on: Day };
export const packaging = {
  package: Id,
  side: Side,
  on: Day,
  proposals: z.array(Id).min(2).max(300),
};
