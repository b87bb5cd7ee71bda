import { Button, DatePicker, InputNumber, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { useEffect, useState } from 'react';
import type { Attachment } from '../../api/attachments.ts';
import { Problem } from '../../api/problem.ts';
import { touched, useAnswer } from '../../api/queries.ts';
import { send, type Command } from '../../api/send.ts';
import { AttachmentInput } from '../../form/attachment.tsx';
import { dropDraft, freshDraft, readDraft, writeDraft } from '../../form/draft.ts';
import { useDryRun } from '../../form/dry-run.ts';
import { Conflict, Restored, VerdictView } from '../../form/verdict.tsx';
import { Answer } from '../../shared/states.tsx';
import type { OwnFormProps } from '../../subject/actions.tsx';
import { bargaining } from '../../words/bargaining.ts';
import { form } from '../../words/form.ts';
import { today, useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { toast } from '../../shared/toast.tsx';
import { useWords } from '../../words/words.ts';
import { lastOf, said, useKnownFacts, type Draft } from './said.ts';
import { RuleExplained, VoteBar, type VoteAnswer } from './vote.tsx';
import './bargaining.css';

const COUNTS = ['total', 'present', 'yes', 'no', 'abstain'] as const;
const LABELS = {
  total: 'total',
  present: 'here',
  yes: 'yes',
  no: 'no',
  abstain: 'abstain',
} as const;

type Typed = {
  readonly draft: string;
  readonly on: string;
  readonly record?: readonly Attachment[];
} & { readonly [K in (typeof COUNTS)[number]]?: number };

const category = 'bargainingCase';
const command = 'HoldCongress';

const useSending = ({ id, done }: OwnFormProps) => {
  const t = useWords(form);
  const terms = useTerms();
  const format = useFormat();
  const client = useQueryClient();
  const [state, setState] = useState<'still' | 'sending' | 'waiting'>('still');
  const [problem, setProblem] = useState<Problem>();
  const submit = async (sent: Command, key: string) => {
    setState('sending');
    setProblem(undefined);
    try {
      const { events, revision } = await send(sent, key, { onWait: () => setState('waiting') });
      dropDraft({ category, id, command });
      touched(client, category, id, revision);
      const facts = format.list(events.map((type) => terms.fact(category, type)));
      toast(t('done', { facts }));
      done();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setState('still');
    }
  };
  return { state, problem, submit, forget: () => setProblem(undefined) };
};

/** What the numbers typed so far mean. */
const Meaning = ({ id, typed }: { readonly id: string; readonly typed: Typed }) => {
  const { total, present, yes, no, abstain } = typed;
  const { data } = useAnswer<VoteAnswer>(
    `/v1/bargaining-cases/${encodeURIComponent(id)}/vote-rule`,
    { total },
    total !== undefined && total > 0,
  );
  const rule = data?.rule;
  if (!rule || rule.total !== total) return null;
  const count = { total, present: present ?? 0, yes: yes ?? 0, no: no ?? 0, abstain: abstain ?? 0 };
  return (
    <div aria-live="polite">
      {yes !== undefined && <VoteBar rule={rule} count={count} />}
      <RuleExplained rule={rule} present={present} yes={yes} />
    </div>
  );
};

const useTyped = (id: string, last: Draft | undefined) => {
  const [named] = useState(() => ({ category, id, command }) as const);
  const empty = { draft: last?.draft ?? '', on: today() };
  const [kept] = useState(() => readDraft(named));
  const [draft, setDraft] = useState(() => kept ?? freshDraft(empty));
  const [touched, setTouched] = useState(false);
  // A day is told a moment after it was typed: each change is one of what is typed by then.
  const type = (part: Partial<Typed>) => {
    setTouched(true);
    setDraft(({ data }) => freshDraft({ ...data, ...part }));
  };
  useEffect(() => {
    if (touched) writeDraft(named, draft);
  }, [touched, draft]);
  const reset = () => {
    dropDraft(named);
    setTouched(false);
    setDraft(freshDraft(empty));
  };
  return { typed: draft.data as Typed, key: draft.key, type, reset, restored: kept !== undefined };
};

const Fields = ({
  typed,
  drafts,
  type,
}: {
  readonly typed: Typed;
  readonly drafts: readonly Draft[];
  readonly type: (part: Partial<Typed>) => void;
}) => {
  const t = useWords(bargaining);
  return (
    <div className="vote-fields">
      <label>
        {t('draftField')}
        <Select
          aria-label={t('draftField')}
          value={typed.draft}
          options={drafts.map(({ draft, version }) => ({
            value: draft,
            label: t('draft', { n: version }),
          }))}
          onChange={(draft: string) => type({ draft })}
        />
      </label>
      <label>
        {t('day')}
        <DatePicker
          aria-label={t('day')}
          allowClear={false}
          value={dayjs(typed.on)}
          onChange={(on) => type({ on: on?.format('YYYY-MM-DD') ?? typed.on })}
        />
      </label>
      {COUNTS.map((name) => (
        <label key={name}>
          {t(LABELS[name])}
          <InputNumber<number>
            aria-label={t(LABELS[name])}
            min={0}
            precision={0}
            value={typed[name] ?? null}
            onChange={(n) => type({ [name]: n ?? undefined })}
          />
        </label>
      ))}
    </div>
  );
};

const Filled = ({
  props,
  drafts,
}: {
  readonly props: OwnFormProps;
  readonly drafts: readonly Draft[];
}) => {
  const t = useWords(bargaining);
  const f = useWords(form);
  const { id } = props;
  const { typed, key, type, reset, restored } = useTyped(id, drafts.at(-1));
  const [base, setBase] = useState(props.revision);
  const sent: Command = { category, id, command, data: typed, revision: base };
  const { state, problem, submit, forget } = useSending(props);
  const verdict = useDryRun(sent, state === 'still');
  const refused = problem ?? verdict.problem;
  const conflict = refused?.body.code === 'changed-meanwhile' ? refused : undefined;
  return (
    <form
      className="command-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(sent, key);
      }}
    >
      {restored && <Restored discard={reset} />}
      <Fields typed={typed} drafts={drafts} type={type} />
      <Meaning id={id} typed={typed} />
      <p>{t('record')}</p>
      <AttachmentInput
        label={t('record')}
        value={typed.record?.[0]}
        onChange={(file) => type({ record: file ? [file] : undefined } as Partial<Typed>)}
      />
      {conflict ? (
        <Conflict
          category={category}
          problem={conflict}
          goOn={() => {
            setBase(conflict.body.revision ?? base);
            forget();
          }}
        />
      ) : (
        <VerdictView
          category={category}
          verdict={verdict}
          problem={problem}
          tried={problem !== undefined}
          waiting={state === 'waiting'}
        />
      )}
      <Button type="primary" htmlType="submit" loading={state !== 'still'}>
        {f(state === 'still' ? 'send' : 'sending')}
      </Button>
    </form>
  );
};

/** The congress’s vote: five counts, and what they mean in whole numbers as one types. */
const CongressForm = (props: OwnFormProps) => {
  const facts = useKnownFacts(props.id);
  return (
    <Answer of={facts}>
      {(known) => (
        <Filled
          props={props}
          drafts={lastOf(said<Draft>(known, 'DraftAgreed'), ({ draft }) => draft)}
        />
      )}
    </Answer>
  );
};
export default CongressForm;
