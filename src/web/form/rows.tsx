import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Problem } from '../api/problem.ts';
import { touched } from '../api/queries.ts';
import { intent, send, type Command } from '../api/send.ts';
import type { Category } from '../api/things.ts';
import { formRows } from '../words/form-rows.ts';
import { toast } from '../shared/toast.tsx';
import { useWords } from '../words/words.ts';
import { dropDraft, readDraft, writeDraft } from './draft.ts';
import { useDryRun } from './dry-run.ts';
import { tidy } from './schema.ts';
import { Conflict, Restored, VerdictView } from './verdict.tsx';
import './form.css';
import './rows.css';

export type RowData = Readonly<Record<string, unknown>>;
type FormRow = { readonly key: string; readonly data: RowData };

/** One cell of a row: its name, whether it must be filled in, and how it is asked for. */
export type RowField = {
  readonly name: string;
  readonly title: string;
  readonly needed?: boolean;
  readonly wide?: boolean;
  readonly input: (
    id: string,
    data: RowData,
    change: (value: unknown) => void,
    label: string,
  ) => ReactNode;
};

export type RowsFormProps = {
  readonly category: Category;
  readonly id: string;
  readonly command: string;
  readonly revision: string;
  readonly fields: readonly RowField[];
  /** A row that is added, after those there are. */
  readonly blank: (rows: readonly RowData[]) => RowData;
  /** What is sent of a row, where a cell stands for something else. */
  readonly told?: (data: RowData) => RowData;
  readonly done: () => void;
};

const isFilled = (value: unknown): boolean =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

const same = (data: RowData): RowData => data;

/** The rows as they are typed, kept until they are sent. */
const useTypedRows = ({ category, id, command, blank }: RowsFormProps) => {
  const named = { category, id, command: `${command}.rows` };
  const first = (): FormRow[] => [{ key: intent(), data: blank([]) }];
  const [kept] = useState(() => readDraft(named)?.data['rows'] as FormRow[] | undefined);
  const [rows, setRows] = useState<readonly FormRow[]>(() => kept ?? first());
  const keep = (next: readonly FormRow[]) => {
    setRows(next);
    writeDraft(named, { data: { rows: next }, key: '' });
  };
  const drop = () => {
    dropDraft(named);
    setRows(first());
  };
  return { rows, keep, drop, restored: kept !== undefined };
};

type Refused = { readonly key: string; readonly problem: Problem };

/** Sends row after row; stops at the first that is refused. */
const useSendingRows = (props: RowsFormProps) => {
  const { category, id, command, told = same } = props;
  const client = useQueryClient();
  const [state, setState] = useState<'still' | 'sending' | 'waiting'>('still');
  const [refused, setRefused] = useState<Refused>();
  const [seen, setSeen] = useState(props.revision);
  const submit = async (rows: readonly FormRow[]): Promise<readonly FormRow[]> => {
    setState('sending');
    setRefused(undefined);
    let left = rows;
    let revision = seen;
    for (const { key, data } of rows) {
      const sent: Command = { category, id, command, data: tidy({ ...told(data) }), revision };
      try {
        ({ revision } = await send(sent, key, { onWait: () => setState('waiting') }));
        left = left.slice(1);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        setRefused({ key, problem: error });
        break;
      }
    }
    setSeen(revision);
    setState('still');
    touched(client, category, id, revision);
    return left;
  };
  const goOn = () => {
    setSeen(refused?.problem.body.revision ?? seen);
    setRefused(undefined);
  };
  return { state, refused, seen, submit, goOn };
};

type OneProps = {
  readonly form: RowsFormProps;
  readonly row: FormRow;
  readonly at: number;
  readonly revision: string;
  readonly problem: Problem | undefined;
  readonly still: boolean;
  readonly change: (data: RowData) => void;
  readonly remove: (() => void) | undefined;
};

const One = ({ form, row, at, revision, problem, still, change, remove }: OneProps) => {
  const t = useWords(formRows);
  const { category, id, command, fields, told = same } = form;
  const complete = fields.every(({ name, needed }) => !needed || isFilled(row.data[name]));
  const data = tidy({ ...told(row.data) });
  const verdict = useDryRun({ category, id, command, data, revision }, still && complete);
  const nth = { n: at + 1 };
  return (
    <fieldset className="form-row">
      <legend>{t('nth', nth)}</legend>
      <div className="form-row-fields">
        {fields.map(({ name, title, needed, wide, input }) => (
          <div key={name} className={wide ? 'form-row-field wide-field' : 'form-row-field'}>
            <label htmlFor={`${name}-${String(at)}`} className={needed ? 'must' : undefined}>
              {title}
            </label>
            {input(
              `${name}-${String(at)}`,
              row.data,
              (value) => change({ ...row.data, [name]: value }),
              `${title} ${t('nth', nth)}`,
            )}
          </div>
        ))}
        {remove && (
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('remove', nth)}
            onClick={remove}
          />
        )}
      </div>
      {complete ? (
        <VerdictView
          category={category}
          verdict={verdict}
          problem={problem}
          tried={problem !== undefined}
          waiting={false}
        />
      ) : (
        <p className="soft verdict">{t('incomplete')}</p>
      )}
    </fieldset>
  );
};

/** A command asked many times at once, as rows of a table: each is tried as one types, and recorded by itself. */
export const RowsForm = (props: RowsFormProps) => {
  const { category, blank, done } = props;
  const t = useWords(formRows);
  const { rows, keep, drop, restored } = useTypedRows(props);
  const { state, refused, seen, submit, goOn } = useSendingRows(props);
  const conflict = refused?.problem.body.code === 'changed-meanwhile' ? refused : undefined;
  const finish = async () => {
    const left = await submit(rows);
    const count = rows.length - left.length;
    if (count > 0) toast(t('done', { count }));
    if (left.length > 0) keep(left);
    else {
      drop();
      done();
    }
  };
  return (
    <div className="command-form">
      {restored && <Restored discard={drop} />}
      <p className="soft">{t('hint')}</p>
      {rows.map((row, at) => (
        <One
          key={at}
          form={props}
          row={row}
          at={at}
          revision={seen}
          problem={refused?.key === row.key && !conflict ? refused.problem : undefined}
          still={state === 'still'}
          change={(data) => keep(rows.with(at, { key: intent(), data }))}
          remove={rows.length > 1 ? () => keep(rows.toSpliced(at, 1)) : undefined}
        />
      ))}
      {conflict && <Conflict category={category} problem={conflict.problem} goOn={goOn} />}
      <Space wrap>
        <Button
          icon={<PlusOutlined aria-hidden />}
          onClick={() =>
            keep([...rows, { key: intent(), data: blank(rows.map(({ data }) => data)) }])
          }
        >
          {t('add')}
        </Button>
        <Button type="primary" loading={state !== 'still'} onClick={() => void finish()}>
          {t('send', { count: rows.length })}
        </Button>
      </Space>
    </div>
  );
};
