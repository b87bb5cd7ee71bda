import { Link } from '@tanstack/react-router';
import { useAnswer } from '../../api/queries.ts';
import type { Page as List } from '../../api/types.ts';
import { Page, Panel } from '../../shared/page.tsx';
import { Answer } from '../../shared/states.tsx';
import { law } from '../../words/law.ts';
import type { Sentence } from '../../words/language.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { Clocks } from './clocks.tsx';
import { lawRoute } from './routes.tsx';

type Profile = { readonly id: string; readonly name: Sentence; readonly source: Sentence };

/** The profiles of law, and the clocks of the one that is open. */
const Law = () => {
  const t = useWords(law);
  const terms = useTerms();
  const { profile } = lawRoute.useSearch();
  const profiles = useAnswer<List<Profile>>('/v1/law');
  return (
    <Page title={t('title')}>
      <Answer of={profiles}>
        {({ items }) =>
          items.map(({ id, name, source }) => (
            <Panel key={id} title={terms.said(name)}>
              <p className="soft">
                {t('source')}: {terms.said(source)}
              </p>
              {profile === id ? (
                <Clocks profile={id} />
              ) : (
                <Link to="/law" search={{ profile: id }}>
                  {t('clock')}
                </Link>
              )}
            </Panel>
          ))
        }
      </Answer>
    </Page>
  );
};
export default Law;
