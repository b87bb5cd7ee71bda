import { Select } from 'antd';
import type { WidgetProps } from '@rjsf/utils';
import { useEffect, useState } from 'react';
import { useAnswer, useRows } from '../api/queries.ts';
import type { Page, Row } from '../api/types.ts';
import { useEnterpriseName, usePersonName } from '../shared/names.tsx';
import { form } from '../words/form.ts';
import { useWords } from '../words/words.ts';

type EnterpriseRow = Row & { readonly name: string };

/** What was typed, once one pauses. */
const usePaused = (text: string, ms = 250): string => {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), ms);
    return () => clearTimeout(timer);
  }, [text, ms]);
  return paused;
};

type ChooserProps = {
  readonly id?: string;
  readonly value: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly label?: string | undefined;
  readonly onChange: (id: string | undefined) => void;
};

/** Finds an enterprise by its name; what is kept is its id. */
export const EnterpriseChooser = ({ id, value, disabled, label, onChange }: ChooserProps) => {
  const t = useWords(form);
  const [text, setText] = useState('');
  const q = usePaused(text);
  const found = useRows<EnterpriseRow>('enterprises', { q, limit: 20 }, q !== '');
  const name = useEnterpriseName(value ?? '');
  const options = (found.data?.items ?? []).map((row) => ({
    value: row.id,
    label: row.name === row.id ? row.id : `${row.name} · ${row.id}`,
  }));
  const chosen = value === undefined || options.some((one) => one.value === value);
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      className="wide"
      allowClear
      disabled={disabled ?? false}
      aria-label={label}
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder={t('chooseEnterprise')}
      notFoundContent={t('noMatch')}
      loading={found.isFetching}
      value={value}
      options={chosen ? options : [{ value, label: name }, ...options]}
      onChange={(next: string | undefined) => onChange(next)}
    />
  );
};

type Found = { readonly id: string; readonly name?: string; readonly title?: string };

/** Finds a person by name where the server can, or takes the id as it is typed. */
export const PersonChooser = ({ id, value, disabled, label, onChange }: ChooserProps) => {
  const t = useWords(form);
  const [text, setText] = useState('');
  const q = usePaused(text);
  const found = useAnswer<Page<Found>>('/v1/people', { q, limit: 20 }, q !== '');
  const name = usePersonName(value ?? '');
  const typed = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(text)
    ? [{ value: text, label: text }]
    : [];
  const people = (found.data?.items ?? []).map((one) => ({
    value: one.id,
    label: one.name === undefined ? one.id : `${one.name} · ${one.id}`,
  }));
  const options = [
    ...people,
    ...typed.filter((one) => !people.some((other) => other.value === one.value)),
  ];
  const chosen = value === undefined || options.some((one) => one.value === value);
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      className="wide"
      allowClear
      disabled={disabled ?? false}
      aria-label={label}
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder={t('choosePerson')}
      notFoundContent={t('noMatch')}
      value={value}
      options={chosen ? options : [{ value, label: name }, ...options]}
      onChange={(next: string | undefined) => onChange(next)}
    />
  );
};

const chooser = (Chooser: typeof PersonChooser) =>
  function Widget({ id, value, disabled, onChange }: WidgetProps) {
    return (
      <Chooser
        id={id}
        value={typeof value === 'string' ? value : undefined}
        disabled={disabled}
        onChange={onChange}
      />
    );
  };
export const EnterpriseWidget = chooser(EnterpriseChooser);
export const PersonWidget = chooser(PersonChooser);
