import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTerms } from '../words/terms.ts';
import { shared } from '../words/shared.ts';
import { useWords } from '../words/words.ts';
import type { Filter } from './kinds.ts';
import { useRegisterSearch } from './state.ts';

const listOf = (value: string | readonly string[] | undefined): string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : [...value];

/** A text that is asked for once one pauses typing. */
const TextFilter = ({ name, label }: { readonly name: string; readonly label: string }) => {
  const { search, change } = useRegisterSearch();
  const given = listOf(search[name])[0] ?? '';
  const [text, setText] = useState(given);
  useEffect(() => setText(given), [given]);
  useEffect(() => {
    if (text === given) return undefined;
    const timer = setTimeout(() => change({ [name]: text === '' ? undefined : text }), 350);
    return () => clearTimeout(timer);
    // Only what is typed starts the pause.
  }, [text]);
  return (
    <Input
      allowClear
      className="filter"
      value={text}
      aria-label={label}
      placeholder={label}
      onChange={(event) => setText(event.target.value)}
    />
  );
};

const ValueFilter = ({
  list,
  filter,
  values,
}: {
  readonly list: string;
  readonly filter: Filter;
  readonly values: readonly string[];
}) => {
  const terms = useTerms();
  const { search, change } = useRegisterSearch();
  const label = terms.column(list, filter.name);
  return (
    <Select
      mode="multiple"
      allowClear
      className="filter"
      maxTagCount="responsive"
      aria-label={label}
      placeholder={label}
      value={listOf(search[filter.name])}
      options={values.map((value) => ({
        value,
        label: filter.label?.(value) ?? terms.value(filter.name, value, list),
      }))}
      onChange={(chosen: string[]) =>
        change({ [filter.name]: chosen.length === 0 ? undefined : chosen })
      }
    />
  );
};

/** The filters of a register, as the address says them. */
export const Filters = ({
  name,
  filters,
  searchable,
}: {
  readonly name: string;
  readonly filters: readonly Filter[];
  readonly searchable: boolean;
}) => {
  const t = useWords(shared);
  const terms = useTerms();
  const { search, change } = useRegisterSearch();
  const names = [...(searchable ? ['q'] : []), ...filters.map(({ name }) => name)];
  const any = names.some((name) => search[name] !== undefined);
  return (
    <div className="filters no-print" role="group" aria-label={t('filters')}>
      {searchable && <TextFilter name="q" label={t('search')} />}
      {filters.map((filter) =>
        filter.values ? (
          <ValueFilter key={filter.name} list={name} filter={filter} values={filter.values} />
        ) : (
          <TextFilter
            key={filter.name}
            name={filter.name}
            label={terms.column(name, filter.name)}
          />
        ),
      )}
      {any && (
        <Button
          type="link"
          onClick={() => change(Object.fromEntries(names.map((name) => [name, undefined])))}
        >
          {t('clearFilters')}
        </Button>
      )}
    </div>
  );
};
