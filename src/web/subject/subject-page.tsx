import { Steps } from 'antd';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSubject } from '../api/queries.ts';
import type { Category } from '../api/things.ts';
import type { Row, Subject } from '../api/types.ts';
import { Phase } from '../shared/cells.tsx';
import { Page, Panel } from '../shared/page.tsx';
import { Answer } from '../shared/states.tsx';
import { useSubjectName } from '../shared/subject-name.tsx';
import { useIsNarrow } from '../shell/theme.ts';
import { shared } from '../words/shared.ts';
import { useTerms } from '../words/terms.ts';
import { useWords } from '../words/words.ts';
import { Actions, FormDrawer, type OwnForms } from './actions.tsx';
import { Deadlines } from './deadlines.tsx';
import { FactTimeline } from './facts.tsx';
import { TabLinks } from './tab-links.tsx';
import './subject.css';

export type Tab<R extends Row> = {
  readonly key: string;
  readonly label: string;
  readonly show: (subject: Subject<R>) => ReactNode;
};

export type SubjectPageProps<R extends Row> = {
  readonly category: Category;
  readonly id: string;
  readonly title: (subject: Subject<R>) => string;
  readonly under?: (subject: Subject<R>) => ReactNode;
  /** The way through its life in the usual order; a phase beside the way stands where it left it. */
  readonly way: readonly string[];
  /** Phase → the step of the way it belongs to, for phases beside it. */
  readonly beside?: Readonly<Record<string, string>>;
  /** The phase's column: `phase` but for enterprises. */
  readonly phase?: keyof R & string;
  /** Commands shown first. */
  readonly first?: readonly string[];
  readonly tabs: readonly Tab<R>[];
  /** Forms of its own, by command. */
  readonly forms?: OwnForms;
};

const Way = <R extends Row>({ category, way, beside = {} }: SubjectPageProps<R>, phase: string) => {
  const terms = useTerms();
  const narrow = useIsNarrow();
  const at = way.indexOf(way.includes(phase) ? phase : (beside[phase] ?? ''));
  if (narrow)
    return (
      <div className="way">
        <strong>{terms.phase(category, phase)}</strong>{' '}
        <span className="soft">
          {at + 1} / {way.length}
        </span>
        <ol aria-hidden="true">
          {way.map((step, index) => (
            <li key={step} className={index <= at ? 'gone' : ''} />
          ))}
        </ol>
      </div>
    );
  return (
    <Steps
      size="small"
      current={at}
      items={way.map((step, index) => ({
        title: index === at ? terms.phase(category, phase) : terms.phase(category, step),
      }))}
    />
  );
};

const Body = <R extends Row>({
  props,
  subject,
}: {
  readonly props: SubjectPageProps<R>;
  readonly subject: Subject<R>;
}) => {
  const t = useWords(shared);
  const { tab } = useSearch({ strict: false });
  const { category, id, tabs, first = [] } = props;
  const keys = [...tabs.map(({ key }) => key), 'facts'];
  const [start = 'facts'] = keys;
  const open = typeof tab === 'string' && keys.includes(tab) ? tab : start;
  const items = [
    ...tabs.map(({ key, label, show }) => ({ key, label, children: () => show(subject) })),
    {
      key: 'facts',
      label: t('timeline'),
      children: () => <FactTimeline category={category} id={id} />,
    },
  ];
  return (
    <div className="columns subject">
      <section className="panel">
        <TabLinks
          tabs={items.map(({ key, label }) => ({ key, label }))}
          open={open}
          first={start}
        />
        {items.find(({ key }) => key === open)?.children()}
      </section>
      <aside aria-label={t('actions')}>
        <div className="no-print">
          <Panel title={t('actions')}>
            <Actions category={category} commands={subject.allowedCommands} first={first} />
          </Panel>
        </div>
        <Panel title={t('deadlines')}>
          <Deadlines category={category} id={id} deadlines={subject.deadlines} />
        </Panel>
      </aside>
      <FormDrawer category={category} id={id} revision={subject.revision} forms={props.forms} />
    </div>
  );
};

/** The page of one thing: where it stands, what can happen now, its clocks, its facts. */
export const SubjectPage = <R extends Row>(props: SubjectPageProps<R>) => {
  const { category, id, phase: column = 'phase' } = props;
  const asked = useSubject<R>(category, id);
  const name = useSubjectName(category, id);
  return (
    <Answer of={asked} id={id}>
      {(subject) => {
        const phase = String(subject[column as keyof Subject<R>]);
        const title = props.title(subject);
        return (
          <Page
            title={name === id ? title : name}
            about={name === id || name === title ? undefined : title}
            actions={<Phase category={category} phase={phase} />}
            under={props.under?.(subject)}
          >
            {props.way.length > 0 && <div className="panel">{Way(props, phase)}</div>}
            <Body props={props} subject={subject} />
          </Page>
        );
      }}
    </Answer>
  );
};
