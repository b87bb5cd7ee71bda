import { useRows } from '../../api/queries.ts';
import type { Row } from '../../api/types.ts';
import { Page, Panel } from '../../shared/page.tsx';
import { Answer, Nothing } from '../../shared/states.tsx';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { home } from '../../words/home.ts';
import { useWords } from '../../words/words.ts';
import { searchRoute } from './routes.tsx';

/** What was found. */
const Search = () => {
  const t = useWords(home);
  const { q = '' } = searchRoute.useSearch();
  const found = useRows<Row>('enterprises', { q, limit: 50 }, q !== '');
  if (q === '') return <Page title={t('searchTitle', { q })}>{t('searchHint')}</Page>;
  return (
    <Page title={t('searchTitle', { q })}>
      <Panel>
        <Answer of={found}>
          {({ items }) =>
            items.length === 0 ? (
              <Nothing text={t('searchEmpty', { q })} />
            ) : (
              <ul>
                {items.map(({ id, name }) => (
                  <li key={id}>
                    <SubjectLink category="enterprise" id={id}>
                      {name}
                    </SubjectLink>
                  </li>
                ))}
              </ul>
            )
          }
        </Answer>
      </Panel>
    </Page>
  );
};
export default Search;
