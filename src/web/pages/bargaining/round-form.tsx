import { Button, DatePicker, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Problem, type Fact } from '../../api/problem.ts';
import { touched } from '../../api/queries.ts';
import { send } from '../../api/send.ts';
import { partsOf } from '../../form/parts.ts';
import { Conflict, Restored } from '../../form/verdict.tsx';
import { Answer } from '../../shared/states.tsx';
import type { OwnFormProps } from '../../subject/actions.tsx';
import { bargaining } from '../../words/bargaining.ts';
import { useTerms } from '../../words/terms.ts';
import { toast } from '../../shared/toast.tsx';
import { useWords } from '../../words/words.ts';
import { SIDES, useCaseTable, type Line, type Side } from './lines.ts';
import { OneRow } from './round-row.tsx';
import { category, isFilled, type Head, type Typed } from './round.ts';
import { useRound } from './round-typed.ts';
import { useKnownFacts } from './said.ts';
import './bargaining.css';

const HeadFields = ({
  head,
  sessions,
  change,
}: {
  readonly head: Head;
  readonly sessions: readonly string[];
  readonly change: (head: Partial<Head>) => void;
}) => {
  const t = useWords(bargaining);
  const terms = useTerms();
  return (
    <div className="round-fields">
      <label>
        {t('side')}
        <Select
          aria-label={t('side')}
          value={head.side}
          options={SIDES.map((value) => ({ value, label: terms.value('side', value) }))}
          onChange={(side: Side) => change({ side })}
        />
      </label>
      <label>
        {t('day')}
        <DatePicker
          aria-label={t('day')}
          allowClear={false}
          value={dayjs(head.on)}
          onChange={(on) => on && change({ on: on.format('YYYY-MM-DD') })}
        />
      </label>
      <label>
        {t('sessionField')}
        <Select
          allowClear
          aria-label={t('sessionField')}
          value={head.session}
          options={sessions.map((value) => ({ value, label: value }))}
          onChange={(session: string | undefined) => change({ session })}
        />
      </label>
    </div>
  );
};

type Refused = { readonly clause: string; readonly problem: Problem };

/** Sends row after row; stops at the first that is refused. */
const useSending = (props: OwnFormProps, round: ReturnType<typeof useRound>) => {
  const t = useWords(bargaining);
  const client = useQueryClient();
  const [base, setBase] = useState(props.revision);
  const [state, setState] = useState<'still' | 'sending' | 'waiting'>('still');
  const [refused, setRefused] = useState<Refused>();
  const sendOne = async (row: Typed, revision: string): Promise<string> => {
    const sent = round.command(row);
    round.sending(row, sent);
    const answer = await send({ ...sent, revision }, row.key, {
      onWait: () => setState('waiting'),
    });
    round.recorded(row);
    setBase(answer.revision);
    touched(client, category, props.id, answer.revision);
    return answer.revision;
  };
  const submit = async (open: readonly Typed[]) => {
    setState('sending');
    setRefused(undefined);
    let revision = base;
    for (const row of open)
      try {
        revision = await sendOne(row, revision);
      } catch (error) {
        setState('still');
        if (!(error instanceof Problem)) throw error;
        const { status, revision: latest } = error.body;
        // What went wrong on the server may have been recorded: it goes again as it was.
        if (status < 500) round.refused(row);
        touched(client, category, props.id, latest ?? revision);
        setRefused({ clause: row.clause, problem: error });
        return;
      }
    toast(t('roundDone', { count: open.length }));
    round.drop();
    props.done();
  };
  const goOn = () => {
    setBase(refused?.problem.body.revision ?? base);
    setRefused(undefined);
  };
  return { state, refused, submit, goOn };
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
  const round = useRound(props.id, { lines, facts });
  const { state, refused, submit, goOn } = useSending(props, round);
  const open = round.rows.filter((row) => isFilled(row) && !row.recorded);
  const conflict = refused?.problem.body.code === 'changed-meanwhile' ? refused.problem : undefined;
  return (
    <form
      className="command-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(open);
      }}
    >
      {round.restored && <Restored discard={round.drop} />}
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
          state={state}
          problem={refused?.clause === row.clause && !conflict ? refused.problem : undefined}
          change={(part) => round.change(row, part)}
          remove={() => round.remove(row)}
        />
      ))}
      <p>
        <Button onClick={round.add}>{t('addClause')}</Button>
      </p>
      {conflict && <Conflict category={category} problem={conflict} goOn={goOn} />}
      {open.length === 0 && <p className="soft">{t('nothingFilled')}</p>}
      <Button
        type="primary"
        htmlType="submit"
        loading={state !== 'still'}
        disabled={open.length === 0}
      >
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
