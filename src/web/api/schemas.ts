import { useQuery } from '@tanstack/react-query';
import { language, useLanguage } from '../words/language.ts';
import { get } from './request.ts';
import { kebab, nounOf, type Category } from './things.ts';
import type { JsonSchema } from './json-schema.ts';

/** What a command takes, titles in the language of the page. */
export const useCommandSchema = (category: Category, command: string) => {
  useLanguage();
  return useQuery({
    queryKey: ['schema', category, command, language()],
    queryFn: () => get<JsonSchema>(`/v1/schemas/${nounOf(category)}/${kebab(command)}`),
    staleTime: Infinity,
  });
};
