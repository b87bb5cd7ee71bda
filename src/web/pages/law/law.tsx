import { useNavigate } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { useAnswer } from '../../api/queries.ts';
import type { Page as List } from '../../api/types.ts';
import { Page } from '../../shared/page.tsx';
import { Answer } from '../../shared/states.tsx';
import { law } from '../../words/law.ts';
import { useWords } from '../../words/words.ts';
import { Compare } from './compare.tsx';
import type { LawCard } from './profile.ts';
import { Reckon } from './reckon.tsx';
import { lawRoute } from './routes.tsx';
import './law.css';

/** The law as data: profiles side by side, and when a clock ends. */
const Law = () => {
  const t = useWords(law);
  const { show = 'compare' } = lawRoute.useSearch();
  const navigate = useNavigate();
  const profiles = useAnswer<List<LawCard>>('/v1/law');
  return (
    <Page title={t('title')} under={t('under')}>
      <section className="panel">
        <Answer of={profiles}>
          {({ items }) => (
            <Tabs
              activeKey={show}
              destroyOnHidden
              onChange={(next) =>
                void navigate({
                  to: '/law',
                  search: (before: object) => ({ ...before, show: next }),
                })
              }
              items={[
                { key: 'compare', label: t('compare'), children: <Compare cards={items} /> },
                { key: 'reckon', label: t('reckon'), children: <Reckon cards={items} /> },
              ]}
            />
          )}
        </Answer>
      </section>
    </Page>
  );
};
export default Law;
