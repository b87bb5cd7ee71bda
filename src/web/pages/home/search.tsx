import { useAnswer } from '../../api/queries.ts';
import type { Page as List } from '../../api/types.ts';
import { things, type Category } from '../../api/things.ts';
import { Page, Panel } from '../../shared/page.tsx';
import { Answer, Nothing } from '../../shared/states.tsx';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { home } from '../../words/home.ts';
import type { Sentence } from '../../words/language.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { searchRoute } from './routes.tsx';
import './home.css';

const MOST = 50;

type Hit = {
  readonly things: string;
  readonly id: string;
  readonly label: string;
  readonly hint: Sentence | null;
  readonly text: string;
};

const categoryOf = (noun: string): Category | undefined =>
  (Object.keys(things) as Category[]).find((category) => things[category].noun === noun);

const One = ({ hit }: { readonly hit: Hit }) => {
  const terms = useTerms();
  const { id, label, hint, text } = hit;
  const category = categoryOf(hit.things);
  const beside = [id, text].filter((one, at, all) => one !== label && all.indexOf(one) === at);
  return (
    <li>
      {category ? (
        <SubjectLink category={category} id={id}>
          {label}
        </SubjectLink>
      ) : (
        label
      )}{' '}
      {hint && <span className="soft">{terms.said(hint)}</span>}
      {beside.length > 0 && <div className="soft">{beside.join(' · ')}</div>}
    </li>
  );
};

const Found = ({ items, q }: { readonly items: readonly Hit[]; readonly q: string }) => {
  const t = useWords(home);
  const terms = useTerms();
  if (items.length === 0) return <Nothing text={t('searchEmpty', { q })} />;
  const kinds = [...Map.groupBy(items, (hit) => hit.things)];
  return (
    <>
      {kinds.map(([noun, hits]) => (
        <Panel key={noun} title={terms.noun(noun)}>
          <ul className="hits">
            {hits.map((hit) => (
              <One key={hit.id} hit={hit} />
            ))}
          </ul>
        </Panel>
      ))}
      {items.length >= MOST && <p className="soft">{t('searchMost', { count: MOST })}</p>}
    </>
  );
};

/** Whatever goes by what was typed, by kind. */
const Search = () => {
  const t = useWords(home);
  const { q = '' } = searchRoute.useSearch();
  const asked = useAnswer<List<Hit>>('/v1/search', { q, limit: MOST }, q !== '');
  if (q === '')
    return (
      <Page title={t('searchPlain')}>
        <p>{t('searchHint')}</p>
      </Page>
    );
  return (
    <Page title={t('searchTitle', { q })}>
      <Answer of={asked}>{({ items }) => <Found items={items} q={q} />}</Answer>
    </Page>
  );
};
export default Search;
