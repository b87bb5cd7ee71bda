import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import './language.ts';
import type { Sentence } from './language.ts';

/** Both languages beside each other: a word without its other half does not compile. */
type Table = Readonly<Record<string, Sentence>>;

/** `cases_one` and `cases_other` are asked for as `cases` with a `count`. */
type KeyOf<T> = {
  [K in keyof T & string]: K extends `${infer Base}_${'one' | 'other'}` ? Base : K;
}[keyof T & string];

export type Words<T extends Table> = { readonly name: string; readonly table: T };
export type Translate<T extends Table> = (
  key: KeyOf<T>,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** The words of one workplace; `{{name}}` stands for a value. */
export const words = <const T extends Table>(name: string, table: T): Words<T> => {
  for (const language of ['zh', 'en'] as const) {
    const half = Object.fromEntries(
      Object.entries(table).map(([key, sentence]) => [key, sentence[language]]),
    );
    i18next.addResourceBundle(language, name, half, true, true);
  }
  return { name, table };
};

/** Says these words in the language of the page. */
export const useWords = <T extends Table>({ name }: Words<T>): Translate<T> => {
  const { t } = useTranslation(name);
  return (key, values) => t(key, { ...values });
};
