import { Alert, Button, Form, Input, Radio } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { Problem, type Fact } from '../../api/problem.ts';
import { touched, useSaidNow } from '../../api/queries.ts';
import { intent, send } from '../../api/send.ts';
import { PersonChooser } from '../../form/choosers.tsx';
import { ChoiceInput } from '../../form/inputs.tsx';
import { peopleOf } from '../../form/parts.ts';
import { VerdictView } from '../../form/verdict.tsx';
import { Answer } from '../../shared/states.tsx';
import type { OwnFormProps } from '../../subject/actions.tsx';
import { disputes } from '../../words/disputes.ts';
import { useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { toast } from '../../shared/toast.tsx';
import { useWords } from '../../words/words.ts';
import { factsOf, textIn } from './reading.ts';

type Typed = {
  readonly session: string | undefined;
  readonly person: string | undefined;
  readonly visibility: string;
  readonly text: string;
};

const VISIBLE = ['parties', 'mediators'] as const;

/** First the text is sealed with its person, then the dispute says that there is a note. */
const useNoting = ({ id, revision, done }: OwnFormProps) => {
  const t = useWords(disputes);
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [note] = useState(newId);
  const [keys, setKeys] = useState(() => ({ seal: intent(), take: intent() }));
  const submit = async ({ session, person = '', visibility, text }: Typed) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const sealed = { note, kind: 'note', text };
      await send({ category: 'person', id: person, command: 'SealNote', data: sealed }, keys.seal);
      const data = { session, person, note, visibility };
      const taking = { category: 'dispute', id, command: 'TakeNote', data, revision } as const;
      const taken = await send(taking, keys.take);
      touched(client, 'dispute', id, taken.revision);
      toast(t('noteDone'));
      done();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
      setKeys({ seal: intent(), take: intent() });
    } finally {
      setBusy(false);
    }
  };
  return { problem, busy, submit };
};

const Noting = ({ facts, ...props }: OwnFormProps & { readonly facts: readonly Fact[] }) => {
  const t = useWords(disputes);
  const terms = useTerms();
  const format = useFormat();
  const sessions = factsOf(facts, 'SessionHeld').map(({ data }) => ({
    value: textIn(data, 'session'),
    label: `${textIn(data, 'session')} · ${format.day(textIn(data, 'on'))}`,
  }));
  const [typed, setTyped] = useState<Typed>({
    session: sessions.at(-1)?.value,
    person: undefined,
    visibility: 'mediators',
    text: '',
  });
  const type = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const { problem, busy, submit } = useNoting(props);
  const whole = typed.session !== undefined && typed.person !== undefined && typed.text !== '';
  return (
    <Form layout="vertical" onFinish={() => void submit(typed)}>
      <Alert type="info" showIcon className="verdict" title={t('noteSealed')} />
      <Form.Item label={t('noteSession')} htmlFor="note-session" required>
        <ChoiceInput
          id="note-session"
          label={t('noteSession')}
          value={typed.session}
          options={sessions}
          onChange={(session) => type({ session })}
        />
      </Form.Item>
      <Form.Item label={t('noteWho')} htmlFor="note-person" required>
        <PersonChooser
          id="note-person"
          label={t('noteWho')}
          near={peopleOf(facts)}
          value={typed.person}
          onChange={(person) => type({ person })}
        />
      </Form.Item>
      <Form.Item label={t('noteVisible')} required>
        <Radio.Group
          aria-label={t('noteVisible')}
          value={typed.visibility}
          options={VISIBLE.map((value) => ({ value, label: terms.value('visibility', value) }))}
          onChange={({ target }) => type({ visibility: String(target.value) })}
        />
      </Form.Item>
      <Form.Item label={t('noteText')} htmlFor="note-text" required>
        <Input.TextArea
          id="note-text"
          autoSize={{ minRows: 5, maxRows: 16 }}
          value={typed.text}
          onChange={({ target }) => type({ text: target.value })}
        />
      </Form.Item>
      {problem && (
        <VerdictView
          category="dispute"
          verdict={{ checking: false }}
          problem={problem}
          tried
          waiting={false}
        />
      )}
      <Button type="primary" htmlType="submit" loading={busy} disabled={!whole}>
        {t('noteSend')}
      </Button>
    </Form>
  );
};

/** A note of a session; its text never waits in the browser as a draft. */
export const NoteForm = (props: OwnFormProps) => {
  const facts = useSaidNow('dispute', props.id);
  return <Answer of={facts}>{(all) => <Noting {...props} facts={all} />}</Answer>;
};
