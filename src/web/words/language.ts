import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { persisted } from '../shared/persisted.ts';

export type Language = 'zh' | 'en';
export type { Sentence } from './table.ts';

const first: Language = navigator.languages.some((tag) => /^zh\b/i.test(tag)) ? 'zh' : 'en';
const kept = persisted<Language>('language', first);

void i18next.use(initReactI18next).init({
  lng: kept.read(),
  fallbackLng: false,
  resources: {},
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
});

const show = (language: Language): void => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
};
show(kept.read());

export const language = kept.read;
export const useLanguage = kept.use;
/** For Accept-Language and Intl. */
export const languageTag = (): string => (kept.read() === 'zh' ? 'zh-CN' : 'en');

/** Speaks this language from now on. */
export const speak = (next: Language): void => {
  kept.write(next);
  show(next);
  void i18next.changeLanguage(next);
};
