import { Button, Space } from 'antd';
import Form from '@rjsf/antd';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { Problem, type Fact } from '../api/problem.ts';
import { touched, useFacts } from '../api/queries.ts';
import { useCommandSchema } from '../api/schemas.ts';
import { send, type Command } from '../api/send.ts';
import type { Category } from '../api/things.ts';
import type { JsonSchema } from '../api/json-schema.ts';
import type { Answered } from '../api/types.ts';
import { Answer } from '../shared/states.tsx';
import { toast } from '../shared/toast.tsx';
import { useFormat } from '../words/format.ts';
import { form } from '../words/form.ts';
import { useTerms } from '../words/terms.ts';
import { useWords } from '../words/words.ts';
import { AttachmentField } from './attachment.tsx';
import { dropDraft, freshDraft, readDraft, writeDraft } from './draft.ts';
import { useDryRun } from './dry-run.ts';
import type { FormContext } from './context.ts';
import { errorsAt, shownViolations } from './errors.ts';
import { newPartOf, nextPart } from './parts.ts';
import { formSchema, tidy, uiOf } from './schema.ts';
import { templates } from './templates.tsx';
import { Conflict, Restored, VerdictView } from './verdict.tsx';
import { validator } from './validator.ts';
import { widgets } from './widgets.tsx';
import './form.css';

export type CommandFormProps = {
  readonly category: Category;
  readonly id: string;
  readonly command: string;
  /** The revision on the screen; '-1' for what is new. */
  readonly revision: string;
  /** What is filled in beforehand. */
  readonly initial?: Record<string, unknown>;
  /** Fields that the page knows and nobody types. */
  readonly hidden?: readonly string[];
  readonly done: (answer: Answered) => void;
};

const NONE: readonly Fact[] = [];
const FIELDS = { attachment: AttachmentField };

const useSending = (props: CommandFormProps) => {
  const { category, id, command, done } = props;
  const named = { category, id, command };
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
      const answer = await send(sent, key, { onWait: () => setState('waiting') });
      dropDraft(named);
      touched(client, category, id, answer.revision);
      const facts = format.list(answer.events.map((type) => terms.fact(category, type)));
      toast(facts === '' ? t('doneNothing') : t('done', { facts }));
      done(answer);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setState('still');
    }
  };
  return { state, problem, submit, forget: () => setProblem(undefined) };
};

const useTyped = (props: CommandFormProps, facts: readonly Fact[]) => {
  const { initial: given = {}, hidden = [], ...named } = props;
  const part = newPartOf(named.command);
  const initial = part === undefined ? given : { [part]: nextPart(facts, part), ...given };
  const fixed = Object.fromEntries(hidden.map((name) => [name, initial[name]]));
  const [kept] = useState(() => readDraft(named));
  const [draft, setDraft] = useState(() => kept ?? freshDraft(initial));
  const type = (data: Record<string, unknown>) => {
    if (JSON.stringify(data) === JSON.stringify(draft.data)) return;
    if (JSON.stringify(tidy(data)) === JSON.stringify(tidy(draft.data))) {
      // A new item of a list is still empty: nothing else would be sent.
      setDraft({ ...draft, data });
      return;
    }
    const next = freshDraft(data);
    setDraft(next);
    writeDraft(named, next);
  };
  const reset = () => {
    dropDraft(named);
    setDraft(freshDraft(initial));
  };
  return {
    draft,
    type,
    reset,
    restored: kept !== undefined,
    data: tidy({ ...draft.data, ...fixed }),
  };
};

/** Enter takes a day or a choice; only the button records. */
const keepEnter = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
};

const without = (schema: JsonSchema, hidden: readonly string[]): JsonSchema => ({
  ...schema,
  properties: Object.fromEntries(
    Object.entries(schema.properties ?? {}).filter(([name]) => !hidden.includes(name)),
  ),
  required: (schema.required ?? []).filter((name) => !hidden.includes(name)),
});

const Filled = ({
  props,
  schema,
  facts,
}: {
  readonly props: CommandFormProps;
  readonly schema: JsonSchema;
  readonly facts: readonly Fact[];
}) => {
  const { category, id, command, hidden = [] } = props;
  const t = useWords(form);
  const { draft, type, reset, restored, data } = useTyped(props, facts);
  // What was on the screen when the form opened; the page behind it goes on.
  const [revision, setRevision] = useState(props.revision);
  const [tried, setTried] = useState(false);
  const sent: Command = { category, id, command, data, revision };
  const { state, problem, submit, forget } = useSending(props);
  const verdict = useDryRun(sent, state === 'still');
  const shape = useMemo(() => {
    const { title: _title, ...asked } = without(schema, hidden);
    return { schema: formSchema(asked), ui: uiOf(asked) };
  }, [schema, hidden.join()]);
  const context: FormContext = {
    category,
    command,
    facts,
    corrects: schema['x-corrects'],
    fill: (told) => {
      const known = Object.keys(schema.properties ?? {});
      const taken = Object.entries(told).filter(([name]) => known.includes(name));
      type({ ...draft.data, ...Object.fromEntries(taken) });
    },
  };
  const said = problem ?? verdict.problem;
  const violations = said?.body.violations ?? [];
  const conflict = said?.body.code === 'changed-meanwhile' ? said : undefined;
  return (
    <div className="command-form" onKeyDown={keepEnter}>
      {restored && <Restored discard={reset} />}
      <Form
        schema={shape.schema}
        uiSchema={{ ...shape.ui, 'ui:submitButtonOptions': { norender: true } }}
        formData={draft.data}
        validator={validator as never}
        widgets={widgets as never}
        fields={FIELDS as never}
        templates={templates as never}
        extraErrors={errorsAt(shownViolations(violations, data, tried))}
        formContext={context}
        idPrefix="f"
        showErrorList={false}
        noHtml5Validate
        onChange={({ formData }) => {
          type((formData ?? {}) as Record<string, unknown>);
          forget();
        }}
        onSubmit={() => {
          setTried(true);
          void submit(sent, draft.key);
        }}
      >
        {conflict ? (
          <Conflict
            category={category}
            problem={conflict}
            goOn={() => {
              setRevision(conflict.body.revision ?? props.revision);
              forget();
            }}
          />
        ) : (
          <VerdictView
            category={category}
            verdict={verdict}
            problem={problem}
            tried={tried}
            waiting={state === 'waiting'}
          />
        )}
        <Space>
          <Button type="primary" htmlType="submit" loading={state !== 'still'}>
            {state === 'still' ? t('send') : t('sending')}
          </Button>
          <Button onClick={reset}>{t('discard')}</Button>
        </Space>
      </Form>
    </div>
  );
};

/**
 * The form of any command, from its JSON Schema: asks the server as one types, keeps what was typed,
 * sends it once, and shows what others did when someone was first.
 */
const CommandForm = (props: CommandFormProps) => {
  const schema = useCommandSchema(props.category, props.command);
  const facts = useFacts(props.category, props.id, props.revision !== '-1');
  return (
    <Answer of={schema}>
      {(found) =>
        props.revision === '-1' ? (
          <Filled props={props} schema={found} facts={NONE} />
        ) : (
          <Answer of={facts}>{(all) => <Filled props={props} schema={found} facts={all} />}</Answer>
        )
      }
    </Answer>
  );
};
export default CommandForm;
