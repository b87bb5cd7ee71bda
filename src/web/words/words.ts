import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import './language.ts';
import type { Table, Translate, Words } from './table.ts';

const known = new Map<string, Table>();

/** Makes the words of a workplace known, the first time a page says one; and anew where hot reload changed them. */
const learn = ({ name, table }: Words<Table>): void => {
  if (known.get(name) === table) return;
  known.set(name, table);
  for (const language of ['zh', 'en'] as const) {
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
