import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import './language.ts';
import type { Table, Translate, Words } from './table.ts';

/** Makes the words of a workplace known, the first time a page says one. */
const learn = ({ name, table }: Words<Table>): void => {
  for (const language of ['zh', 'en'] as const) {
    if (i18next.hasResourceBundle(language, name)) continue;
    const half = Object.fromEntries(
      Object.entries(table).map(([key, sentence]) => [key, sentence[language]]),
    );
    i18next.addResourceBundle(language, name, half, true, true);
  }
};

/** Says these words in the language of the page. */
export const useWords = <T extends Table>(words: Words<T>): Translate<T> => {
  learn(words);
  const { t } = useTranslation(words.name);
  return (key, values) => t(key, { ...values });
};
