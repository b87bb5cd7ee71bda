import { Drawer, Form, Input, Segmented } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { newId } from '../api/new-id.ts';
import { things, type Category } from '../api/things.ts';
import { CommandForm } from '../form/later.ts';
import { Loading } from '../shared/states.tsx';
import { useIsNarrow } from '../shell/theme.ts';
import { form } from '../words/form.ts';
import { useTerms } from '../words/terms.ts';
import { useWords } from '../words/words.ts';

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

export type NewProps = {
  readonly category: Category;
  /** The commands that open such a thing; the first is offered first. */
  readonly commands: readonly string[];
  readonly initial?: Record<string, unknown>;
};

const Opening = ({ category, commands, initial }: NewProps) => {
  const t = useWords(form);
  const terms = useTerms();
  const navigate = useNavigate();
  const [first = ''] = commands;
  const [command, setCommand] = useState(first);
  const [id, setId] = useState(() => (category === 'enterprise' ? '' : newId()));
  const valid = ID.test(id);
  return (
    <>
      {commands.length > 1 && (
        <Segmented
          block
          aria-label={t('what')}
          value={command}
          options={commands.map((one) => ({ value: one, label: terms.command(category, one) }))}
          onChange={setCommand}
        />
      )}
      <Form layout="vertical">
        <Form.Item
          required
          htmlFor="new-id"
          label={t('idLabel')}
          extra={category === 'enterprise' ? t('idCredit') : t('idHint')}
          validateStatus={valid || id === '' ? '' : 'error'}
        >
          <Input id="new-id" value={id} onChange={(event) => setId(event.target.value.trim())} />
        </Form.Item>
      </Form>
      {valid && (
        <Suspense fallback={<Loading />}>
          <CommandForm
            key={command}
            category={category}
            id={id}
            command={command}
            revision="-1"
            {...(initial ? { initial } : {})}
            done={() => {
              const { page } = things[category];
              if (page) void navigate({ to: page, params: { id } });
            }}
          />
        </Suspense>
      )}
    </>
  );
};

/** The drawer in which a new thing is opened. */
const OpeningDrawer = ({
  title,
  close,
  ...props
}: NewProps & { readonly title: string; readonly close: () => void }) => {
  const narrow = useIsNarrow();
  return (
    <Drawer open size={narrow ? '100%' : 640} title={title} onClose={close}>
      <Opening {...props} />
    </Drawer>
  );
};
export default OpeningDrawer;
