import type { Category } from '../api/things.ts';
import type { Row } from '../api/types.ts';
import { useTerms, type Terms } from '../words/terms.ts';
import { useNamed } from './names.tsx';

const text = (row: Row | undefined, name: string): string | undefined => {
  const value = row?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Whose a thing is: the enterprise where there is one. */
const enterpriseOf = (row: Row | undefined): string | undefined =>
  text(row, 'enterprise') ?? text(row, 'employers')?.split('; ')[0];

/** Which of them it is: its kind or cause, and the year. */
const whichOf = (category: Category, row: Row, terms: Terms): readonly (string | undefined)[] => {
  const year = (name: string) => text(row, name)?.slice(0, 4);
  const coded = (name: string) => {
    const value = text(row, name);
    return value === undefined ? undefined : terms.value(name, value);
  };
  if (category === 'dispute') return [coded('cause'), text(row, 'case_number')];
  if (category === 'contract') return [coded('kind'), year('term_start') ?? year('signed_on')];
  return [coded('kind'), year('prepared_on') ?? year('signed_on')];
};

/** What people call a thing: its name, or whose it is and which of them; its id until that is known. */
export const useSubjectName = (category: Category, id: string): string => {
  const terms = useTerms();
  const row = useNamed(category, category === 'person' ? undefined : id);
  const enterprise = enterpriseOf(row);
  const whose = useNamed('enterprise', enterprise);
  if (!row) return id;
  const own = text(row, 'name');
  if (own !== undefined) return own;
  const owner =
    text(whose, 'name') ?? text(row, 'employers_body') ?? text(row, 'union_name') ?? enterprise;
  if (owner === undefined) return id;
  return [owner, ...whichOf(category, row, terms)].filter((part) => part !== undefined).join(' · ');
};

/** The name of a thing, its id on hover. */
export const SubjectName = ({
  category,
  id,
}: {
  readonly category: Category;
  readonly id: string;
}) => <span title={id}>{useSubjectName(category, id)}</span>;
