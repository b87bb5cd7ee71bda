import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { things, type Category } from '../api/things.ts';
import { EnterpriseName, PersonName } from './names.tsx';

const Called = ({ category, id }: { readonly category: Category; readonly id: string }) => {
  if (category === 'enterprise') return <EnterpriseName id={id} />;
  return category === 'person' ? <PersonName id={id} /> : id;
};

/** The page of a thing, at one of its facts if that is named; enterprises and people go by their names. */
export const SubjectLink = ({
  category,
  id,
  fact,
  children,
}: {
  readonly category: Category;
  readonly id: string;
  /** Event id of the fact to show. */
  readonly fact?: string | undefined;
  readonly children?: ReactNode;
}) => {
  const { page } = things[category];
  if (page === undefined) return children ?? id;
  const at = fact === undefined ? {} : { tab: 'facts', fact };
  return (
    <Link to={page} params={{ id }} search={at}>
      {children ?? <Called category={category} id={id} />}
    </Link>
  );
};
