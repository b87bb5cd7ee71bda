import { Button, Collapse, Tag } from 'antd';
import { useState } from 'react';
import type { Deadline } from '../api/types.ts';
import { isCategory, nounOf } from '../api/things.ts';
import { Day, DaysLeft } from '../shared/cells.tsx';
import { SubjectLink } from '../shared/subject-link.tsx';
import { SubjectName } from '../shared/subject-name.tsx';
import { useFormat } from '../words/format.ts';
import { shared } from '../words/shared.ts';
import { useTerms } from '../words/terms.ts';
import { useWords } from '../words/words.ts';
import { aboutOf } from './about.ts';
import { usePeriod } from './period.ts';
import './subject.css';

const COLORS: Readonly<Record<string, string>> = {
  overdue: 'red',
  met: 'green',
  suspended: 'orange',
};
/** How many show before one asks for all: an agreement may have a clock for each of its items. */
const SHOWN = 6;
const OPEN = new Set(['running', 'overdue', 'suspended']);

/** How a due day came about: from which day, how long in which days, which calendar, which article. */
const Why = ({ deadline }: { readonly deadline: Deadline }) => {
  const t = useWords(shared);
  const format = useFormat();
  const period = usePeriod();
  const { from_on, calendar, calendar_version, article } = deadline;
  return (
    <ul className="why">
      <li>{t('countedFrom', { from: format.day(from_on), period: period(deadline.period) })}</li>
      <li>{t(calendar === 'provisional' ? 'countedProvisional' : 'countedFinal')}</li>
      {calendar_version !== '' && <li>{t('countedWith', { version: calendar_version })}</li>}
      {article !== '' && <li>{article}</li>}
    </ul>
  );
};

const One = ({
  deadline,
  withSubject,
}: {
  readonly deadline: Deadline;
  readonly withSubject: boolean;
}) => {
  const t = useWords(shared);
  const terms = useTerms();
  const format = useFormat();
  const { category, subject, rule, about, due_on, status, met_on } = deadline;
  return (
    <li className="deadline">
      <div className="deadline-head">
        <strong>{terms.clock(rule)}</strong>
        {about !== '' && <span className="soft">{aboutOf(about, terms)}</span>}
        <Tag color={COLORS[status] ?? 'blue'}>{terms.status(status)}</Tag>
        {deadline.calendar === 'provisional' && (
          <Tag color="gold">{terms.value('calendar', 'provisional')}</Tag>
        )}
      </div>
      {withSubject && isCategory(category) && (
        <div>
          {terms.one(nounOf(category))}{' '}
          <SubjectLink category={category} id={subject}>
            <SubjectName category={category} id={subject} />
          </SubjectLink>
        </div>
      )}
      <div>
        <Day day={due_on} /> {OPEN.has(status) && <DaysLeft due={due_on} />}
        {met_on !== null && (
          <span className="soft"> {t('metOn', { day: format.day(met_on) })}</span>
        )}
      </div>
      <Collapse
        ghost
        size="small"
        items={[{ key: 'why', label: t('why'), children: <Why deadline={deadline} /> }]}
      />
    </li>
  );
};

/** Clocks that explain themselves; those that run first, by their last days. */
export const Deadlines = ({
  deadlines,
  withSubject = false,
}: {
  readonly deadlines: readonly Deadline[];
  /** Says whose they are: for lists over many subjects. */
  readonly withSubject?: boolean;
}) => {
  const t = useWords(shared);
  const [all, setAll] = useState(false);
  if (deadlines.length === 0) return <p className="soft">{t('noDeadlines')}</p>;
  const inOrder = deadlines.toSorted(
    (a, b) =>
      Number(OPEN.has(b.status)) - Number(OPEN.has(a.status)) || a.due_on.localeCompare(b.due_on),
  );
  return (
    <>
      <ul className="deadlines">
        {inOrder.slice(0, all ? undefined : SHOWN).map((deadline) => (
          <One key={deadline.id} deadline={deadline} withSubject={withSubject} />
        ))}
      </ul>
      {!all && inOrder.length > SHOWN && (
        <Button size="small" className="no-print" onClick={() => setAll(true)}>
          {t('allOf', { count: inOrder.length })}
        </Button>
      )}
    </>
  );
};
