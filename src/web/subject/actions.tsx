import { MoreOutlined } from '@ant-design/icons';
import { Button, Drawer, Dropdown } from 'antd';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense, type ComponentType } from 'react';
import type { Category } from '../api/things.ts';
import { CommandForm, useFormSoon } from '../form/later.ts';
import { Loading } from '../shared/states.tsx';
import { useIsNarrow } from '../shell/theme.ts';
import { shared } from '../words/shared.ts';
import { useTerms } from '../words/terms.ts';
import { useWords } from '../words/words.ts';
import { kindOf, type Kind } from './automatic.ts';

/** Which form is open, out of the address; and how to open another. */
export const useOpenForm = () => {
  const navigate = useNavigate();
  const { do: open } = useSearch({ strict: false });
  return {
    open: typeof open === 'string' ? open : undefined,
    set: (command: string | undefined) =>
      void navigate({
        to: '.',
        search: (before: object) => ({ ...before, do: command }),
      }),
  };
};

type Subject = { readonly category: Category; readonly id: string; readonly revision: string };

/** What a form made for one command is given. */
export type OwnFormProps = {
  readonly id: string;
  readonly revision: string;
  readonly done: () => void;
};
/** Forms made for one command, where a table serves better than what its schema gives. */
export type OwnForms = Readonly<Record<string, ComponentType<OwnFormProps>>>;

/** The form of the command that the address names, in a drawer over the page. */
export const FormDrawer = ({
  category,
  id,
  revision,
  forms = {},
}: Subject & { readonly forms?: OwnForms | undefined }) => {
  const terms = useTerms();
  const narrow = useIsNarrow();
  const { open, set } = useOpenForm();
  const Own = open === undefined ? undefined : forms[open];
  return (
    <Drawer
      open={open !== undefined}
      size={narrow ? '100%' : Own ? 880 : 640}
      title={open === undefined ? '' : terms.command(category, open)}
      onClose={() => set(undefined)}
      destroyOnHidden
    >
      {open !== undefined && (
        <Suspense fallback={<Loading />}>
          {Own ? (
            <Own key={open} id={id} revision={revision} done={() => set(undefined)} />
          ) : (
            <CommandForm
              key={open}
              category={category}
              id={id}
              command={open}
              revision={revision}
              done={() => set(undefined)}
            />
          )}
        </Suspense>
      )}
    </Drawer>
  );
};

const HEADING: Readonly<Record<Exclude<Kind, 'plain'>, 'corrections' | 'byClock'>> = {
  correction: 'corrections',
  automatic: 'byClock',
};

/** What can happen now: every allowed command, the day's work first, corrections behind one button. */
export const Actions = ({
  category,
  commands,
  first = [],
}: {
  readonly category: Category;
  readonly commands: readonly string[];
  /** Commands that are shown before the others. */
  readonly first?: readonly string[];
}) => {
  const t = useWords(shared);
  const terms = useTerms();
  const { set } = useOpenForm();
  useFormSoon();
  const plain = commands.filter((command) => kindOf(command) === 'plain');
  const ranked = first.filter((command) => plain.includes(command));
  const leading = ranked.length > 0 ? ranked : plain.slice(0, 1);
  const rest = plain.filter((command) => !leading.includes(command));
  const others = (['correction', 'automatic'] as const)
    .map((kind) => ({
      type: 'group' as const,
      label: t(HEADING[kind]),
      children: commands
        .filter((command) => kindOf(command) === kind)
        .map((command) => ({
          key: command,
          label: terms.command(category, command),
          onClick: () => set(command),
        })),
    }))
    .filter(({ children }) => children.length > 0);
  if (commands.length === 0) return <p className="soft">{t('noActions')}</p>;
  return (
    <>
      {leading.length > 0 && (
        <div className="actions">
          {leading.map((command, at) => (
            <Button
              key={command}
              type={at === 0 ? 'primary' : 'default'}
              onClick={() => set(command)}
            >
              {terms.command(category, command)}
            </Button>
          ))}
        </div>
      )}
      {rest.length > 0 && (
        <div className="more-actions">
          {rest.map((command) => (
            <Button key={command} type="text" size="small" onClick={() => set(command)}>
              {terms.command(category, command)}
            </Button>
          ))}
        </div>
      )}
      {others.length > 0 && (
        <Dropdown trigger={['click']} rootClassName="actions-menu" menu={{ items: others }}>
          <Button icon={<MoreOutlined aria-hidden />}>{t('moreActions')}</Button>
        </Dropdown>
      )}
    </>
  );
};
