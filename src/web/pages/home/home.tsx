import { Page } from '../../shared/page.tsx';
import { Answer } from '../../shared/states.tsx';
import { Toggle } from '../../shared/toggle.tsx';
import { useClocks } from '../../shell/clocks.ts';
import { plusDays, today } from '../../words/format.ts';
import { home } from '../../words/home.ts';
import { useWords } from '../../words/words.ts';
import { DueList } from './due-list.tsx';
import { HomeFigures } from './figures.tsx';
import { Happened } from './happened.tsx';
import { playRole, roleNames, roles, useRole } from './roles.ts';
import { useDemo, useFounded, Welcome } from './welcome.tsx';
import './home.css';

const Roles = () => {
  const t = useWords(home);
  const role = useRole();
  return (
    <Toggle
      label={t('role')}
      value={role}
      options={roleNames.map((name) => ({ value: name, label: t(`role_${name}`) }))}
      onChange={playRole}
    />
  );
};

const Today = () => {
  const t = useWords(home);
  const { categories, figures } = roles[useRole()];
  const { on, knownAt } = useClocks();
  const day = on ?? today();
  const mine = { category: categories, on, knownAt };
  const soon = plusDays(day, 8);
  return (
    <Page title={t('title')} actions={<Roles />}>
      <div className="columns">
        <div>
          <DueList
            title={t('overdue')}
            nothing={t('nothingOverdue')}
            query={{ ...mine, status: 'overdue', sort: '-due_on' }}
            all={{ status: 'overdue', category: categories, sort: '-due_on' }}
          />
          <DueList
            title={t('dueToday')}
            nothing={t('nothingToday')}
            query={{ ...mine, status: 'running', due_on: day }}
            all={{ status: 'running', category: categories, before: plusDays(day, 1) }}
          />
          <DueList
            title={t('dueWeek')}
            nothing={t('nothingWeek')}
            query={{ ...mine, status: 'running', before: soon, after: day }}
            all={{ status: 'running', category: categories, before: soon }}
          />
        </div>
        <div>
          <HomeFigures ids={figures} />
          <Happened />
        </div>
      </div>
    </Page>
  );
};

/** Today: what is due, what happened, how the figures stand; or how to begin. */
const Home = () => {
  const t = useWords(home);
  const demo = useDemo();
  useFounded(demo.data?.status);
  return (
    <Answer of={demo}>
      {(state) =>
        state.possible || state.status === 'running' ? (
          <Page title={t('welcome')}>
            <Welcome demo={state} />
          </Page>
        ) : (
          <Today />
        )
      }
    </Answer>
  );
};
export default Home;
