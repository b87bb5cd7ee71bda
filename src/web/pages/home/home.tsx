import { useDeadlines } from '../../api/queries.ts';
import { Page, Panel } from '../../shared/page.tsx';
import { Answer } from '../../shared/states.tsx';
import { Deadlines } from '../../subject/deadlines.tsx';
import { plusDays, today } from '../../words/format.ts';
import { home } from '../../words/home.ts';
import { useWords } from '../../words/words.ts';

/** Today: what is overdue, and what falls due within a week. */
const Home = () => {
  const t = useWords(home);
  const overdue = useDeadlines({ status: 'overdue', limit: 20 });
  const week = useDeadlines({ status: 'running', before: plusDays(today(), 8), limit: 50 });
  return (
    <Page title={t('title')}>
      <Panel title={t('overdue')}>
        <Answer of={overdue}>{({ items }) => <Deadlines deadlines={items} withSubject />}</Answer>
      </Panel>
      <Panel title={t('dueWeek')}>
        <Answer of={week}>{({ items }) => <Deadlines deadlines={items} withSubject />}</Answer>
      </Panel>
    </Page>
  );
};
export default Home;
