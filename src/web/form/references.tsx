import { AutoComplete, Select } from 'antd';
import type { WidgetProps } from '@rjsf/utils';
import { useFormat } from '../words/format.ts';
import { form } from '../words/form.ts';
import { useTerms } from '../words/terms.ts';
import { useWords } from '../words/words.ts';
import { contextOf } from './context.ts';
import { partsOf } from './parts.ts';
import type { Fact } from '../api/problem.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Says a fact in one line: its day and what it is called. */
const useTold = () => {
  const terms = useTerms();
  const format = useFormat();
  return (category: string, { type, data, at }: Fact) =>
    `${terms.fact(category, type)} · ${format.day(typeof data['on'] === 'string' ? data['on'] : at.slice(0, 10))}`;
};

/** A part of the thing by its id: those that its facts have named are offered, another may be typed. */
export const ReferenceWidget = ({
  id,
  name,
  value,
  disabled,
  required,
  registry,
  onChange,
}: WidgetProps) => {
  const { category, facts } = contextOf(registry);
  const told = useTold();
  const options = partsOf(facts, name).map((part) => ({
    value: part.id,
    label: `${part.id} · ${part.title ?? told(category, part.fact)}`,
  }));
  return (
    <AutoComplete
      id={id}
      className="wide"
      disabled={disabled ?? false}
      aria-required={required ?? false}
      value={textOf(value)}
      options={options}
      showSearch={{
        filterOption: (typed, option) =>
          !options.some((one) => one.value === typed)
            ? (option?.label ?? '').includes(typed)
            : true,
      }}
      onChange={(next: string | undefined) => onChange(next === '' ? undefined : next)}
    />
  );
};

/** The fact that a correction is of; choosing it takes over what it said. */
export const FactWidget = ({ id, name, value, disabled, registry, onChange }: WidgetProps) => {
  const t = useWords(form);
  const { category, facts, corrects, fill } = contextOf(registry);
  const told = useTold();
  const options = facts
    .filter(({ type }) => type === corrects)
    .toReversed()
    .map((fact) => ({ value: fact.id, label: told(category, fact) }));
  return (
    <Select
      id={id}
      className="wide"
      disabled={disabled ?? false}
      placeholder={t('chooseFact')}
      notFoundContent={t('noMatch')}
      value={value === undefined ? null : textOf(value)}
      options={options}
      onChange={(chosen: string) => {
        const fact = facts.find((one) => one.id === chosen);
        if (fact) fill({ ...fact.data, [name]: chosen });
        else onChange(chosen);
      }}
    />
  );
};
