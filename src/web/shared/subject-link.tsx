import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { things, type Category } from '../api/things.ts';
import { EnterpriseName, PersonName } from './names.tsx';

/** The page of a thing, at one of its facts if that is named; enterprises go by their names. */
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
  if (category === 'person') return children ?? <PersonName id={id} />;
  const { page } = things[category];
  if (page === undefined) return children ?? id;
  const at = fact === undefined ? {} : { tab: 'facts', fact };
  return (
    <Link to={page} params={{ id }} search={at}>
      {children ?? (category === 'enterprise' ? <EnterpriseName id={id} /> : id)}
    </Link>
  );
};
