import { InboxOutlined } from '@ant-design/icons';
import { Alert, Button, Select } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import { formatOf, type Chosen, type ImportProfile } from '../../api/imports.ts';
import { Panel } from '../../shared/page.tsx';
import { useFormat } from '../../words/format.ts';
import { operator } from '../../words/operator.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';

const TEMPLATES = ['xlsx', 'csv', 'jsonl'] as const;

const Templates = ({ profile }: { readonly profile: ImportProfile | undefined }) => {
  const t = useWords(operator);
  if (!profile?.template) return <span className="soft">{t('noTemplate')}</span>;
  return (
    <span className="import-templates">
      {t('templates')}
      {TEMPLATES.map((format) => (
        <a key={format} href={`/api/v1/imports/templates/${profile.id}?format=${format}`} download>
          {format.toUpperCase()}
        </a>
      ))}
    </span>
  );
};

/** Where a file is dropped, or chosen by a button. */
const Drop = ({ take }: { readonly take: (file: File) => void }) => {
  const t = useWords(operator);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) take(file);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.xlsx,.jsonl"
        aria-label={t('choose')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) take(file);
          event.target.value = '';
        }}
      />
      <button
        type="button"
        className={over ? 'import-drop over' : 'import-drop'}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <InboxOutlined aria-hidden />
        <strong>{t('drop')}</strong>
        <span className="soft">{t('dropHint')}</span>
      </button>
    </>
  );
};

type Props = {
  readonly profiles: readonly ImportProfile[];
  readonly profile: string;
  readonly chosen: File | undefined;
  readonly choose: (file: Pick<Chosen, 'file' | 'format'> | undefined) => void;
  readonly read: (profile: string) => void;
};

/** Which file, and as what it is read. */
export const ChooseFile = ({ profiles, profile, chosen, choose, read }: Props) => {
  const t = useWords(operator);
  const terms = useTerms();
  const format = useFormat();
  const [wrong, setWrong] = useState<string>();
  const take = (file: File) => {
    const found = formatOf(file.name);
    setWrong(found === undefined ? file.name : undefined);
    if (found !== undefined) choose({ file, format: found });
  };
  return (
    <Panel title={t('choose')}>
      <div className="import-profile">
        <label htmlFor="import-profile">{t('profile')}</label>
        <Select
          id="import-profile"
          value={profile}
          options={profiles.map(({ id, name }) => ({ value: id, label: terms.said(name) }))}
          onChange={read}
        />
        <Templates profile={profiles.find(({ id }) => id === profile)} />
      </div>
      {chosen ? (
        <div className="import-chosen">
          <strong>{t('chosen', { name: chosen.name, size: format.bytes(chosen.size) })}</strong>
          <Button onClick={() => choose(undefined)}>{t('forget')}</Button>
        </div>
      ) : (
        <Drop take={take} />
      )}
      {wrong !== undefined && (
        <Alert type="error" showIcon title={t('wrongFormat', { name: wrong })} />
      )}
    </Panel>
  );
};
