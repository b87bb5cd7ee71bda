import { newId } from './new-id.ts';
import { ask, address } from './request.ts';
import { line } from './line.ts';
import { Problem, Unreachable } from './problem.ts';
import { kebab, nounOf, type Category } from './things.ts';
import type { Answered } from './types.ts';

/** One command to one thing, as it was typed. */
export type Command = {
  readonly category: Category;
  readonly id: string;
  readonly command: string;
  readonly data: unknown;
  /** The revision that was on the screen; -1 for what is new; undefined where nobody else can be first. */
  readonly revision?: string | undefined;
};

const post = async (
  { category, id, command, data, revision }: Command,
  query: { readonly dryRun?: true },
  headers: Record<string, string>,
  signal?: AbortSignal,
): Promise<Answered> => {
  const path = `/v1/${nounOf(category)}/${encodeURIComponent(id)}/${kebab(command)}`;
  const answer = await ask(address(path, query), {
    method: 'POST',
    body: data,
    headers: { ...headers, ...(revision === undefined ? {} : { 'If-Match': `"${revision}"` }) },
    signal,
  });
  return (await answer.json()) as Answered;
};

/** What the command would do, recorded nowhere; throws Problem with the refusal. */
export const dryRun = (command: Command, signal?: AbortSignal): Promise<Answered> =>
  post(command, { dryRun: true }, {}, signal);

/** A key for one intent: whoever repeats it records nothing twice. */
export const intent = (): string => newId();

const back = (): Promise<void> =>
  new Promise((resolve) => {
    if (line.isOpen()) resolve();
    else {
      const stop = line.subscribe(() => {
        if (!line.isOpen()) return;
        stop();
        resolve();
      });
    }
  });

const isTemporary = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof Problem && error.body.status === 503);

/**
 * Sends a command; when the line is down it waits until it is back and sends it once more with the
 * same key. `onWait` hears that it waits.
 */
export const send = async (
  command: Command,
  key: string,
  { onWait, signal }: { readonly onWait?: () => void; readonly signal?: AbortSignal } = {},
): Promise<Answered> => {
  for (;;) {
    try {
      return await post(command, {}, { 'Idempotency-Key': key }, signal);
    } catch (error) {
      if (!isTemporary(error) || signal?.aborted) throw error;
      onWait?.();
      if (error instanceof Problem) await new Promise((resolve) => setTimeout(resolve, 1000));
      await back();
    }
  }
};
