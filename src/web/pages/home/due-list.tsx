import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useDeadlines } from '../../api/queries.ts';
import type { Query } from '../../api/request.ts';
import { isCategory, nounOf } from '../../api/things.ts';
import type { Deadline } from '../../api/types.ts';
import { Day, DaysLeft } from '../../shared/cells.tsx';
import { Panel } from '../../shared/page.tsx';
import { Answer } from '../../shared/states.tsx';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { SubjectName } from '../../shared/subject-name.tsx';
import { home } from '../../words/home.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';

const One = ({ deadline }: { readonly deadline: Deadline }) => {
  const terms = useTerms();
  const { category, subject, rule, due_on, article } = deadline;
  return (
    <li className="due">
      <div>
        <strong>{terms.clock(rule)}</strong>
        <div className="soft">{article}</div>
      </div>
      <div>
        {isCategory(category) && (
          <>
            <span className="soft">{terms.one(nounOf(category))} </span>
            <SubjectLink category={category} id={subject}>
              <SubjectName category={category} id={subject} />
            </SubjectLink>
          </>
        )}
      </div>
      <div className="due-day">
        <Day day={due_on} />
        <div>
          <DaysLeft due={due_on} />
        </div>
      </div>
    </li>
  );
};

/** Clocks that fall due in one span of time, each with its law and the days left. */
export const DueList = ({
  title,
  nothing,
  query,
  all,
}: {
  readonly title: string;
  readonly nothing: string;
  readonly query: Query;
  /** What the register of deadlines shows them by. */
  readonly all: Readonly<Record<string, string | readonly string[] | undefined>>;
}): ReactNode => {
  const t = useWords(home);
  const asked = useDeadlines({ limit: 8, ...query });
  const more = (asked.data?.next ?? null) !== null;
  return (
    <Panel
      title={title}
      extra={
        more ? (
          <Link to="/deadlines" search={all as never}>
            {t('all')}
          </Link>
        ) : undefined
      }
    >
      <Answer of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{nothing}</p>
          ) : (
            <ul className="dues">
              {items.map((deadline) => (
                <One key={deadline.id} deadline={deadline} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Panel>
  );
};
