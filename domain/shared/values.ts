import { z } from 'zod';

const [FIRST_DAY, LAST_DAY] = ['1800-01-01', '2999-12-31'];

/** A calendar day of the place, '2026-06-01', from 1800 to 2999: beyond that it is a slip or a placeholder. Days compare as text. */
export const Day = z.iso
  .date()
  // What has no form of a day has been complained of already.
  .refine((day) => day.length !== 10 || (day >= FIRST_DAY && day <= LAST_DAY), {
    error: `${FIRST_DAY} … ${LAST_DAY}`,
  });

/** Money is whole fen (1/100 yuan); a fraction of a fen is a decision someone has to make. */
export const Fen = z.int().nonnegative().max(10_000_000_000_000).meta({ format: 'fen' });

/** A share in basis points: 250 is 2.5 %. */
export const BasisPoints = z.int().meta({ format: 'basis-points' });

/** A count of people or things; no enterprise has a hundred million, and sums of them stay exact. */
export const Count = z.int().nonnegative().max(100_000_000);

/** An identifier chosen by the client: case-sensitive, never personal data. */
export const Id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
  // What every object has by nature would be found where nothing was recorded.
  .refine((id) => !(id in Object.prototype), { error: 'reserved' });

/** Someone whose details are sealed in their own stream. */
export const PersonId = Id.meta({ format: 'person-id' });

/** A line of text that people read; never names a person (those are sealed). */
export const Text = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .refine((text) => text.isWellFormed(), { error: 'UTF-16' });

/** A longer text. */
export const LongText = z
  .string()
  .trim()
  .min(1)
  .max(20_000)
  .refine((text) => text.isWellFormed(), { error: 'UTF-16' })
  .meta({ format: 'long-text' });

/** A file kept elsewhere, named by what it contains. */
export const Attachment = z
  .object({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    name: z.string().min(1).max(200),
    mediaType: z.string().min(3).max(100),
    bytes: Count,
  })
  .meta({ format: 'attachment' });
export type Attachment = z.infer<typeof Attachment>;

export const Attachments = z.array(Attachment).max(50);

/** The two sides of the table. */
export const Side = z.enum(['employer', 'employees']);
export type Side = z.infer<typeof Side>;

/** What a collective contract is about. */
export const ContractKind = z.enum(['comprehensive', 'wage', 'women', 'safety']);
export type ContractKind = z.infer<typeof ContractKind>;

/** Whom a collective contract is concluded for. */
export const ContractLevel = z.enum(['enterprise', 'industry', 'regional']);
export type ContractLevel = z.infer<typeof ContractLevel>;

/** How a contract above the enterprise reaches enterprises: all in its scope, or only those that acceded. */
export const CoverageMode = z.enum(['ALL_IN_SCOPE', 'ACCEDED_ONLY']);
export type CoverageMode = z.infer<typeof CoverageMode>;

/**
 * An administrative division: GB/T 2260 (2, 4, 6, 9 or 12 digits; a prefix names the whole
 * subtree) or `<country>-<state>` elsewhere.
 */
export const Division = z
  .string()
  .regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12}|[A-Z]{2}(-[A-Z0-9]{1,3})?)$/)
  .meta({ format: 'division' });

/** Where and in which industries a contract above the enterprise applies; no industries = all. */
export const Scope = z.object({
  divisions: z.array(Division).min(1).max(200),
  industries: z.array(z.string().min(1).max(8)).max(200),
});
export type Scope = z.infer<typeof Scope>;

/** A legal clock as an event keeps it: counted from `from` (itself excluded), `due` is the last day. */
export const Deadline = z.object({
  rule: z.string(),
  from: Day,
  due: Day,
  period: z.string(),
  article: z.string(),
  calendar: z.enum(['final', 'provisional']),
  calendarVersion: z.string(),
});
export type Deadline = z.infer<typeof Deadline>;
