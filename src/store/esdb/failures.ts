/**
 * What a failure of the client means for whoever called:
 * `again` the same call may be repeated, `anew` repeat it on a new client, `elsewhere` the client
 * goes to the leader by itself, the rest is final.
 */
export type Verdict =
  | 'conflict'
  | 'absent'
  | 'deleted'
  | 'too-large'
  | 'denied'
  | 'invalid-position'
  | 'elsewhere'
  | 'again'
  | 'anew'
  | 'unknown';

type Failed = { readonly type: string; readonly code: number; readonly message: string };
type Line = { readonly verdict: Verdict; readonly when: (failed: Failed) => boolean };

/** Our own timer ran out, or a stream ended although nobody asked it to. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
}

const type =
  (...types: readonly string[]) =>
  (failed: Failed): boolean =>
    types.includes(failed.type);
const code =
  (...codes: readonly number[]) =>
  (failed: Failed): boolean =>
    codes.includes(failed.code);
const says =
  (words: RegExp) =>
  (failed: Failed): boolean =>
    words.test(failed.message);

/**
 * The one table of failures; the first line that fits decides. Errors of the client have a `type`;
 * those of gRPC below it only a `code`, those of discovery neither.
 */
const TABLE: readonly Line[] = [
  { verdict: 'conflict', when: type('wrong-expected-version') },
  { verdict: 'absent', when: type('stream-not-found', 'no-stream') },
  { verdict: 'deleted', when: type('stream-deleted') },
  { verdict: 'denied', when: type('access-denied') },
  { verdict: 'denied', when: code(7, 16) },
  { verdict: 'too-large', when: type('maximum-append-size-exceeded') },
  // A single message over 16 MiB: repeating it would not make it smaller.
  { verdict: 'too-large', when: code(8) },
  { verdict: 'elsewhere', when: type('not-leader') },
  { verdict: 'invalid-position', when: code(3) },
  { verdict: 'invalid-position', when: says(/invalid ?position/i) },
  // A node that stops leaves calls without a status; the client would stay on that connection.
  { verdict: 'anew', when: code(13, 15) },
  { verdict: 'again', when: type('unavailable', 'cancelled', 'deadline-exceeded', 'timeout') },
  { verdict: 'again', when: code(1, 4, 10, 14) },
  { verdict: 'again', when: says(/server is (not ready|busy|too busy)/i) },
  {
    verdict: 'again',
    when: says(/failed to discover|channel has been shut down|no leader info|premature close/i),
  },
  { verdict: 'again', when: type('unanswered') },
  // A bare error of the call for the server's features is remembered by the client for ever.
  { verdict: 'anew', when: (failed) => failed.type === '' && failed.code === 2 },
  { verdict: 'anew', when: says(/undefined is not iterable/) },
];

const typeOf = (error: object): string => {
  if (error instanceof Unanswered) return 'unanswered';
  return 'type' in error && typeof error.type === 'string' ? error.type : '';
};

/** What a failure means; `unknown` is final, and the outcome of an append that fails so is not known. */
export const verdictOf = (error: unknown): Verdict => {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'number' ? error.code : -1;
  const failed: Failed = { type: typeOf(error), code, message: error.message };
  return TABLE.find(({ when }) => when(failed))?.verdict ?? 'unknown';
};

/** Whether the identical call may be made again. */
export const passes = (verdict: Verdict): boolean =>
  verdict === 'again' || verdict === 'anew' || verdict === 'elsewhere';

/** What a failure says about itself, for people. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error && error.message !== '' ? error.message : String(error);
