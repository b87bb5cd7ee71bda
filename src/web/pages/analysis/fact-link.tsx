import { SubjectLink } from '../../shared/subject-link.tsx';
import { things, isCategory, type Category } from '../../api/things.ts';
import { useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';

/** A fact behind a number: what it was, and in whose history it stands. */
export type FactOfFigure = {
  readonly id: string;
  readonly position: string;
  readonly type: string;
  readonly at: string;
  readonly subject: { readonly things: string; readonly id: string };
};

/** The category of a noun of addresses. */
export const categoryOf = (noun: string): Category => {
  const found = Object.entries(things).find(([, thing]) => thing.noun === noun)?.[0] ?? '';
  return isCategory(found) ? found : 'enterprise';
};

/** The fact by name, leading to the thing it is about, at that fact; and when it was recorded. */
export const FactLink = ({ fact }: { readonly fact: FactOfFigure }) => {
  const terms = useTerms();
  const format = useFormat();
  const { id, type, at, subject } = fact;
  const category = categoryOf(subject.things);
  return (
    <>
      <SubjectLink category={category} id={subject.id} fact={id}>
        {terms.fact(category, type)}
      </SubjectLink>{' '}
      <span className="soft">{format.instant(at)}</span>
    </>
  );
};
