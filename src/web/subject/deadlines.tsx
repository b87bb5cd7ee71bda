import { Button, Collapse, Tag } from 'antd';
import { useState } from 'react';
import type { Deadline } from '../api/types.ts';
import { useFacts } from '../api/queries.ts';
import type { Category } from '../api/things.ts';
import { Day, DaysLeft } from '../shared/cells.tsx';
import { disputes } from '../words/disputes.ts';
import { useFormat } from '../words/format.ts';
import { shared } from '../words/shared.ts';
import { useTerms } from '../words/terms.ts';
import { useWords } from '../words/words.ts';
import { aboutOf, partsNamed } from './about.ts';
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

type Parts = ReadonlyMap<string, string>;

const One = ({ deadline, parts }: { readonly deadline: Deadline; readonly parts: Parts }) => {
  const t = useWords(shared);
  const terms = useTerms();
  const format = useFormat();
  const { rule, about, due_on, status, met_on } = deadline;
  return (
    <li className="deadline">
      <div className="deadline-head">
        <strong>{terms.clock(rule)}</strong>
        {about !== '' && <span className="soft">{aboutOf(about, terms, parts)}</span>}
        <Tag color={COLORS[status] ?? 'blue'}>{terms.status(status)}</Tag>
        {deadline.calendar === 'provisional' && (
          <Tag color="gold">{terms.value('calendar', 'provisional')}</Tag>
        )}
      </div>
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

type DeadlinesProps = {
  readonly category: Category;
  readonly id: string;
  readonly deadlines: readonly Deadline[];
};

/** Things with parts that only their facts name. */
const PARTED: readonly Category[] = ['dispute', 'consultation'];

/** What the parts are called that clocks are about. */
const useParts = ({ category, id }: DeadlinesProps): Parts => {
  const t = useWords(disputes);
  const terms = useTerms();
  const format = useFormat();
  const { data: facts = [] } = useFacts(category, id, PARTED.includes(category));
  const agreement = (settlement: string) => t('settlementOf', { id: settlement });
  return partsNamed(facts, { terms, format, agreement });
};

/** Clocks that explain themselves; those that run first, by their last days. */
export const Deadlines = (props: DeadlinesProps) => {
  const { deadlines } = props;
  const t = useWords(shared);
  const parts = useParts(props);
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
          <One key={deadline.id} deadline={deadline} parts={parts} />
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
