import { z } from 'zod';
import { Body, Forum, MeetingLevel, Subject } from '../law/forums.ts';
import { Attachment, Attachments, Day, Division, Id, LongText, Text } from '../shared/values.ts';

// What the facts of a consultation say. `because` is why it happened; `reason` is left to corrections.

const files = z.array(Attachment).min(1).max(50);

/** A body that is to sit at the meeting, by its name in that place. */
export const Seat = z.object({ body: Body, name: Text });

/** Who carries a resolution out: a body of the meeting, and perhaps an office of it; never a person. */
export const Owner = z.object({ body: Body, office: Text.optional() });
export type Owner = z.infer<typeof Owner>;

export const convening = {
  forum: Forum,
  kind: z.enum(['regular', 'extraordinary']),
  /** What calls for an extraordinary meeting. */
  because: Text.optional(),
  level: MeetingLevel,
  division: Division,
  name: Text,
  seats: z.array(Seat).min(1).max(20),
  convenor: Body,
  /** The day of the notice. */
  on: Day,
  meetsOn: Day,
  /** The meeting before, and those of its resolutions that this one hears a report on first. */
  previous: Id.optional(),
  carried: z.array(Id).max(200),
};

export const proposal = { item: Id, by: Body, subject: Subject, title: Text, on: Day };
export const screening = { item: Id, on: Day };
export const approval = { item: Id, on: Day };
export const research = { item: Id, on: Day, report: files };
export const tabling = { item: Id, on: Day };
export const dropping = { item: Id, on: Day, because: Text };

export const opening = { on: Day, present: z.array(Body).min(1).max(20) };

/** How a resolution of the meeting before stands, as this one hears it. */
export const Standing = z.enum(['done', 'under-way', 'not-done']);
export const hearing = {
  resolution: Id,
  on: Day,
  standing: Standing,
  /** The day it was done. */
  doneOn: Day.optional(),
  /** Why it was not done. */
  because: Text.optional(),
};

export const discussion = { item: Id, on: Day, summary: LongText.optional() };
export const resolution = {
  item: Id,
  resolution: Id,
  on: Day,
  text: LongText,
  /** The bodies that agree. */
  consenting: z.array(Body).min(1).max(20),
};
export const deferral = { item: Id, on: Day, because: Text };
export const remittal = { item: Id, on: Day, to: Text, because: Text };

export const callingOff = { on: Day, because: Text };
export const closing = { on: Day };
export const minutes = { on: Day, minutes: files };
export const signature = { body: Body, on: Day };
export const issue = { number: Text, on: Day, document: Attachments.optional() };
export const upward = { on: Day, to: MeetingLevel, office: Text, report: Attachments.optional() };

export const assignment = { resolution: Id, owner: Owner, on: Day, due: Day };
/** The forum gives a resolution more time; every body that was present agrees. */
export const extension = {
  resolution: Id,
  on: Day,
  until: Day,
  because: Text,
  consenting: z.array(Body).min(1).max(20),
};
export const progress = { resolution: Id, on: Day, note: Text };
export const completion = { resolution: Id, on: Day, evidence: Attachments.optional() };
export const failure = { resolution: Id, on: Day, because: Text };
/** The next meeting, where it was that one's report that ended it. */
export const ended = { meeting: Id.optional() };
export const withdrawal = { resolution: Id, on: Day, because: Text };
export const reportedAtNext = { ...hearing, meeting: Id };
export const ending = { reason: Text, duplicateOf: Id.optional() };
