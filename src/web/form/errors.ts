import type { ErrorSchema } from '@rjsf/utils';
import type { Violation } from '../api/problem.ts';

/** Puts each complaint of the server beside its field: `clauses.0.title` → there. */
export const errorsAt = (violations: readonly Violation[]): ErrorSchema => {
  const root: Record<string, unknown> = {};
  for (const { path, message } of violations) {
    let at = root;
    for (const part of path.split('.').filter((one) => one !== '')) {
      at[part] ??= {};
      at = at[part] as Record<string, unknown>;
    }
    at['__errors'] = [...((at['__errors'] as string[] | undefined) ?? []), message];
  }
  return root as ErrorSchema;
};

/** Whether something was typed at this place, or at one inside it. */
const isTyped = (path: string, data: unknown): boolean => {
  let at: unknown = data;
  for (const part of path.split('.')) {
    if (typeof at !== 'object' || at === null) return false;
    at = (at as Record<string, unknown>)[part];
  }
  return at !== undefined && at !== '' && at !== null;
};

/** Before one has tried to send, only what was typed is complained of; what is still empty waits. */
export const shownViolations = (
  violations: readonly Violation[],
  data: unknown,
  tried: boolean,
): readonly Violation[] =>
  tried ? violations : violations.filter(({ path }) => isTyped(path, data));
