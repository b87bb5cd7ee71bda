import { Button, DatePicker, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { Problem, type Fact } from '../../api/problem.ts';
import { touched } from '../../api/queries.ts';
import { send } from '../../api/send.ts';
import { partsOf } from '../../form/parts.ts';
import { Conflict } from '../../form/verdict.tsx';
import { Answer } from '../../shared/states.tsx';
import type { OwnFormProps } from '../../subject/actions.tsx';
import { bargaining } from '../../words/bargaining.ts';
import { useTerms } from '../../words/terms.ts';
import { toast } from '../../shared/toast.tsx';
import { useWords } from '../../words/words.ts';
import { SIDES, useCaseTable, type Line, type Side } from './lines.ts';
import { OneRow } from './round-row.tsx';
import { category, isFilled, useRound, type Head } from './round.ts';
import { useKnownFacts } from './said.ts';
import './bargaining.css';

const HeadFields = ({
  head,
  sessions,
  change,
}: {
  readonly head: Head;
  readonly sessions: readonly string[];
  readonly change: (head: Head) => void;
}) => {
  const t = useWords(bargaining);
  const terms = useTerms();
  const { session: _session, ...plain } = head;
  return (
    <div className="round-fields">
      <label>
        {t('side')}
        <Select
          aria-label={t('side')}
          value={head.side}
          options={SIDES.map((value) => ({ value, label: terms.value('side', value) }))}
          onChange={(side: Side) => change({ ...head, side })}
        />
      </label>
      <label>
        {t('day')}
        <DatePicker
          aria-label={t('day')}
          allowClear={false}
          value={dayjs(head.on)}
          onChange={(on) => change({ ...head, on: on?.format('YYYY-MM-DD') ?? head.on })}
        />
      </label>
      <label>
        {t('sessionField')}
        <Select
          allowClear
          aria-label={t('sessionField')}
          value={head.session}
          options={sessions.map((value) => ({ value, label: value }))}
          onChange={(session: string | undefined) =>
            change(session === undefined ? plain : { ...plain, session })
          }
        />
      </label>
    </div>
  );
};

const Filled = ({
  props,
  lines,
  facts,
}: {
  readonly props: OwnFormProps;
  readonly lines: readonly Line[];
  readonly facts: readonly Fact[];
}) => {
  const t = useWords(bargaining);
  const client = useQueryClient();
  const round = useRound(props, { lines, facts });
  const [base, setBase] = useState(props.revision);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<{ readonly clause: string; readonly problem: Problem }>();
  const open = round.rows.filter((row) => isFilled(row) && !round.recorded.includes(row.clause));
  const submit = async () => {
    setSending(true);
    setRefused(undefined);
    let revision = base;
    for (const row of open)
      try {
        ({ revision } = await send({ ...round.command(row), revision }, newId()));
        round.setRecorded((before) => [...before, row.clause]);
        setBase(revision);
      } catch (error) {
        setSending(false);
        if (!(error instanceof Problem)) throw error;
        setRefused({ clause: row.clause, problem: error });
        return;
      }
    touched(client, category, props.id, revision);
    toast(t('roundDone', { count: open.length }));
    props.done();
  };
  const conflict = refused?.problem.body.code === 'changed-meanwhile' ? refused.problem : undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className="soft">{t('roundHint')}</p>
      <HeadFields
        head={round.head}
        sessions={partsOf(facts, 'session').map(({ id }) => id)}
        change={round.setHead}
      />
      {round.rows.map((row) => (
        <OneRow
          key={row.clause}
          row={row}
          line={round.lineOf(row.clause)}
          command={round.command(row)}
          recorded={round.recorded.includes(row.clause)}
          problem={refused?.clause === row.clause && !conflict ? refused.problem : undefined}
          change={(part) => round.change(row.clause, part)}
          remove={() => round.remove(row.clause)}
        />
      ))}
      <p>
        <Button onClick={round.add}>{t('addClause')}</Button>
      </p>
      {conflict && (
        <Conflict
          category={category}
          problem={conflict}
          goOn={() => {
            setBase(conflict.body.revision ?? base);
            setRefused(undefined);
          }}
        />
      )}
      {open.length === 0 && <p className="soft">{t('nothingFilled')}</p>}
      <Button type="primary" htmlType="submit" loading={sending} disabled={open.length === 0}>
        {t('recordRound')}
      </Button>
    </form>
  );
};

/** The proposals of a round in one table: each clause with where the sides stand and what is proposed now. */
const RoundForm = (props: OwnFormProps) => {
  const table = useCaseTable(props.id);
  const facts = useKnownFacts(props.id);
  return (
    <Answer of={table}>
      {({ clauses }) => (
        <Answer of={facts}>{(all) => <Filled props={props} lines={clauses} facts={all} />}</Answer>
      )}
    </Answer>
  );
};
export default RoundForm;
