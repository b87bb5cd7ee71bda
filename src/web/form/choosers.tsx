import { Select } from 'antd';
import type { WidgetProps } from '@rjsf/utils';
import { useEffect, useState } from 'react';
import { useAnswer } from '../api/queries.ts';
import type { Page } from '../api/types.ts';
import { useEnterpriseName, usePersonName } from '../shared/names.tsx';
import { form } from '../words/form.ts';
import type { Sentence } from '../words/language.ts';
import { useTerms } from '../words/terms.ts';
import { useWords } from '../words/words.ts';
import { contextOf } from './context.ts';
import { peopleOf } from './parts.ts';

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** What was found of everything that has a name, a code or a number. */
export type Hit = {
  readonly things: string;
  readonly id: string;
  readonly label: string;
  readonly hint: Sentence | null;
  readonly field: string;
  readonly text: string;
};

/** What was typed, once one pauses. */
export const usePaused = (text: string, ms = 250): string => {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), ms);
    return () => clearTimeout(timer);
  }, [text, ms]);
  return paused;
};

type Option = { readonly value: string; readonly label: string };
type ChooserProps = {
  readonly id?: string | undefined;
  readonly value: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly label?: string | undefined;
  readonly onChange: (id: string | undefined) => void;
};
type FinderProps = ChooserProps & {
  readonly things: string;
  readonly placeholder: string;
  /** What the chosen one is called. */
  readonly called: string;
  /** Offered before anything is typed. */
  readonly near?: readonly Option[];
  /** Whether an id may be typed that nothing was found under. */
  readonly open?: boolean;
};

const useFound = (things: string, text: string) => {
  const terms = useTerms();
  const q = usePaused(text.trim());
  const asked = useAnswer<Page<Hit>>('/v1/search', { q, things, limit: 20 }, q !== '');
  const hits = q === '' ? [] : (asked.data?.items ?? []);
  const options = hits.map(({ id, label, hint }) => ({
    value: id,
    label: [label, ...(hint ? [terms.said(hint)] : []), ...(label === id ? [] : [id])].join(' · '),
  }));
  return { options, loading: asked.isFetching };
};

const once = (options: readonly Option[]): Option[] => [
  ...new Map(options.map((one) => [one.value, one])).values(),
];

/** Finds a thing by name; what is kept is its id. */
const Finder = (props: FinderProps) => {
  const {
    id,
    value,
    disabled,
    label,
    things,
    placeholder,
    called,
    near = [],
    open = false,
    onChange,
  } = props;
  const t = useWords(form);
  const [text, setText] = useState('');
  const { options, loading } = useFound(things, text);
  const typed = open && ID.test(text) ? [{ value: text, label: text }] : [];
  const chosen = value === undefined ? [] : [{ value, label: called }];
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      className="wide"
      allowClear
      disabled={disabled ?? false}
      aria-label={label}
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder={placeholder}
      notFoundContent={text === '' ? null : t('noMatch')}
      loading={loading}
      value={value}
      options={once([...(text === '' ? near : options), ...typed, ...(text === '' ? chosen : [])])}
      onChange={(next: string | undefined) => onChange(next)}
    />
  );
};

/** Finds an enterprise by its name or code. */
export const EnterpriseChooser = (props: ChooserProps) => {
  const t = useWords(form);
  const called = useEnterpriseName(props.value ?? '');
  return (
    <Finder {...props} things="enterprises" placeholder={t('chooseEnterprise')} called={called} />
  );
};

/** Finds a person by name, or takes an id as it is typed; those whom the case names already come first. */
export const PersonChooser = ({
  near = [],
  ...props
}: ChooserProps & { readonly near?: readonly string[] }) => {
  const t = useWords(form);
  const called = usePersonName(props.value ?? '');
  return (
    <Finder
      {...props}
      things="people"
      placeholder={t('choosePerson')}
      called={called}
      near={near.map((value) => ({ value, label: value }))}
      open
    />
  );
};

const valueOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

export const EnterpriseWidget = ({ id, value, disabled, onChange }: WidgetProps) => (
  <EnterpriseChooser id={id} value={valueOf(value)} disabled={disabled} onChange={onChange} />
);

export const PersonWidget = ({ id, value, disabled, registry, onChange }: WidgetProps) => (
  <PersonChooser
    id={id}
    value={valueOf(value)}
    disabled={disabled}
    near={peopleOf(contextOf(registry).facts)}
    onChange={onChange}
  />
);

/** Several people: those whom the case names already, by name, or an id as it is typed. */
export const PeopleWidget = ({ id, value, disabled, registry, onChange }: WidgetProps) => {
  const t = useWords(form);
  const [text, setText] = useState('');
  const { options, loading } = useFound('people', text);
  const near = peopleOf(contextOf(registry).facts).map((one) => ({ value: one, label: one }));
  const typed = ID.test(text) ? [{ value: text, label: text }] : [];
  return (
    <Select
      id={id}
      mode="multiple"
      className="wide"
      disabled={disabled ?? false}
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder={t('choosePerson')}
      notFoundContent={text === '' ? null : t('noMatch')}
      loading={loading}
      value={Array.isArray(value) ? (value as string[]) : []}
      options={once(text === '' ? near : [...options, ...typed])}
      onChange={(next: string[]) => onChange(next)}
    />
  );
};

/** A contract, a case or a meeting by the names that lead to it. */
const thingWidget = (things: string) =>
  function Widget({ id, value, disabled, onChange }: WidgetProps) {
    const t = useWords(form);
    const chosen = valueOf(value);
    return (
      <Finder
        id={id}
        value={chosen}
        disabled={disabled}
        things={things}
        placeholder={t('chooseThing')}
        called={chosen ?? ''}
        open
        onChange={onChange}
      />
    );
  };
export const ContractWidget = thingWidget('contracts');
export const CaseWidget = thingWidget('bargaining-cases');
export const MeetingWidget = thingWidget('consultations');
