import type { Terms } from '../words/terms.ts';

/** What a clock is about: a side or a level by its name, a part of the thing by its id. */
export const aboutOf = (about: string, terms: Terms): string => {
  if (terms.hasValue('side', about)) return terms.value('side', about);
  return terms.value('level', about, 'disputes');
};
