import {
  ColumnHeightOutlined,
  DeleteOutlined,
  DownloadOutlined,
  EyeOutlined,
  TableOutlined,
} from '@ant-design/icons';
import { Button, Input, Popover, Space } from 'antd';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { address, type Query } from '../api/request.ts';
import { parseSearch } from '../shared/search.ts';
import { Toggle } from '../shared/toggle.tsx';
import { shared } from '../words/shared.ts';
import { shell } from '../words/shell.ts';
import { useTerms } from '../words/terms.ts';
import { useWords } from '../words/words.ts';
import type { Column } from './kinds.ts';
import { setDensity, useDensity, useKept } from './state.ts';

const FORMATS = ['csv', 'xlsx', 'parquet', 'jsonl'] as const;

const Columns = ({
  name,
  columns,
  shown,
}: {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly shown: readonly string[];
}) => {
  const t = useWords(shared);
  const terms = useTerms();
  const { keep } = useKept(name);
  const choice = (
    <div className="choices columns-choice" role="group" aria-label={t('columns')}>
      {columns.map((column) => (
        <label key={column.name}>
          <input
            type="checkbox"
            checked={shown.includes(column.name)}
            onChange={({ target }) =>
              keep({
                columns: target.checked
                  ? [...shown, column.name]
                  : shown.filter((one) => one !== column.name),
              })
            }
          />{' '}
          {column.title ?? terms.column(name, column.name)}
        </label>
      ))}
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" title={t('columns')} content={choice}>
      <Button icon={<TableOutlined aria-hidden />} aria-label={t('columns')} />
    </Popover>
  );
};

const Density = () => {
  const t = useWords(shared);
  const density = useDensity();
  const choice = (
    <Toggle
      label={t('density')}
      value={density}
      options={[
        { value: 'small', label: t('dense') },
        { value: 'middle', label: t('roomy') },
      ]}
      onChange={setDensity}
    />
  );
  return (
    <Popover trigger="click" placement="bottomRight" title={t('density')} content={choice}>
      <Button icon={<ColumnHeightOutlined aria-hidden />} aria-label={t('density')} />
    </Popover>
  );
};

const Views = ({ name }: { readonly name: string }) => {
  const t = useWords(shared);
  const s = useWords(shell);
  const { kept, keep } = useKept(name);
  const { searchStr } = useLocation();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const save = () => {
    const others = kept.views.filter((view) => view.name !== title.trim());
    keep({ views: [...others, { name: title.trim(), search: searchStr }] });
    setTitle('');
  };
  const list = kept.views.map((view) => (
    <Space key={view.name}>
      <Button
        type="link"
        onClick={() => void navigate({ to: '.', search: parseSearch(view.search) as never })}
      >
        {view.name}
      </Button>
      <Button
        type="text"
        icon={<DeleteOutlined aria-hidden />}
        aria-label={t('removeView', { name: view.name })}
        onClick={() => keep({ views: kept.views.filter((one) => one !== view) })}
      />
    </Space>
  ));
  const content = (
    <div className="choices">
      {list.length === 0 ? <span className="soft">{t('noViews')}</span> : list}
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim() !== '') save();
        }}
      >
        <Input
          value={title}
          aria-label={t('viewName')}
          placeholder={t('viewName')}
          onChange={(event) => setTitle(event.target.value)}
        />
        <Button htmlType="submit">{s('save')}</Button>
      </form>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" title={t('views')} content={content}>
      <Button icon={<EyeOutlined aria-hidden />} aria-label={t('views')} />
    </Popover>
  );
};

const Export = ({ name, query }: { readonly name: string; readonly query: Query }) => {
  const t = useWords(shared);
  const links = (
    <div className="choices">
      <span className="soft">{t('exportHint')}</span>
      {FORMATS.map((format) => (
        <a key={format} href={address(`/v1/${name}`, { ...query, format })} download>
          {format.toUpperCase()}
        </a>
      ))}
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" title={t('export')} content={links}>
      <Button icon={<DownloadOutlined aria-hidden />} aria-label={t('export')} />
    </Popover>
  );
};

/** Views, columns, density, export. */
export const Tools = (props: {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly shown: readonly string[];
  readonly query: Query;
}) => (
  <Space.Compact className="no-print">
    <Views name={props.name} />
    <Columns name={props.name} columns={props.columns} shown={props.shown} />
    <Density />
    <Export name={props.name} query={props.query} />
  </Space.Compact>
);
