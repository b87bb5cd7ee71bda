import type { Request } from 'express';
import type { Sentence } from '../../../domain/shared/rules.ts';

export type Language = keyof Sentence;

/** What `Content-Language` says. */
export const languageTag: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** The first language of `Accept-Language` that Concord speaks; English when it names none. */
export const languageOf = (req: Request): Language => {
  for (const wanted of req.acceptsLanguages()) {
    if (/^zh\b/i.test(wanted)) return 'zh';
    if (/^en\b/i.test(wanted)) return 'en';
  }
  return 'en';
};
