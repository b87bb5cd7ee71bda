import { DatePicker, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { FigureCard } from '../../api/types.ts';
import { analysis } from '../../words/analysis.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { parameterWords } from './parameter-words.ts';
import type { Selection } from './selection.ts';

type Props = { readonly card: FigureCard; readonly selection: Selection };

const Period = ({ selection }: { readonly selection: Selection }) => {
  const t = useWords(analysis);
  const { from, to } = selection.search;
  const { period } = selection;
  const shown: [Dayjs, Dayjs] = [
    dayjs(from ?? ('from' in period ? period.from : undefined)),
    dayjs(to ?? ('to' in period ? period.to : undefined)),
  ];
  return (
    <DatePicker.RangePicker
      aria-label={t('period')}
      value={shown}
      allowClear={false}
      onChange={(days) =>
        selection.change({
          from: days?.[0]?.format('YYYY-MM-DD'),
          to: days?.[1]?.format('YYYY-MM-DD'),
        })
      }
    />
  );
};

/** A dimension whose values are known is chosen from them; of the others one writes the code. */
const Dimension = ({
  name,
  selection,
}: {
  readonly name: string;
  readonly selection: Selection;
}) => {
  const t = useWords(analysis);
  const terms = useTerms();
  const label = terms.dimension(name);
  const values = terms.dimensionValues(name);
  const value = selection.narrowing[name];
  if (values.length === 0)
    return (
      <Input.Search
        key={value ?? ''}
        className="filter"
        aria-label={label}
        placeholder={label}
        allowClear
        defaultValue={value ?? ''}
        onSearch={(text) => selection.change({ [name]: text === '' ? undefined : text })}
      />
    );
  return (
    <Select
      className="filter"
      aria-label={label}
      placeholder={label}
      allowClear
      value={value ?? null}
      options={[
        ...values.map((one) => ({ value: one, label: terms.dimensionValue(name, one) })),
        ...(value === '' ? [{ value: '', label: t('unknownGroup') }] : []),
      ]}
      onChange={(one: string | null | undefined) => selection.change({ [name]: one ?? undefined })}
    />
  );
};

const ParameterChoice = ({
  name,
  values,
  selection,
}: {
  readonly name: string;
  readonly values: readonly string[];
  readonly selection: Selection;
}) => {
  const w = useWords(parameterWords);
  const a = useWords(analysis);
  const terms = useTerms();
  const wordOf = (value: string): string => {
    const key = `${name}_${value}`;
    if (Object.hasOwn(parameterWords.table, key))
      return w(key as keyof typeof parameterWords.table);
    if (Object.hasOwn(analysis.table, value)) return a(value as 'closing');
    return terms.phase('bargainingCase', value);
  };
  const label = w(name as keyof typeof parameterWords.table);
  return (
    <Select
      className="filter"
      aria-label={label}
      placeholder={label}
      allowClear
      value={selection.narrowing[name] ?? null}
      options={values.map((value) => ({ value, label: wordOf(value) }))}
      onChange={(one: string | null | undefined) => selection.change({ [name]: one ?? undefined })}
    />
  );
};

/** What narrows the figure: its period, its dimensions, its own parameters; all of it is in the address. */
export const Narrowing = ({ card, selection }: Props) => {
  const t = useWords(analysis);
  return (
    <div className="selection no-print" role="group" aria-label={t('selection')}>
      {card.takes === 'from-to' && <Period selection={selection} />}
      {card.dimensions.map((name) => (
        <Dimension key={name} name={name} selection={selection} />
      ))}
      {Object.entries(card.parameters.properties ?? {}).map(([name, { enum: values }]) =>
        values ? (
          <ParameterChoice
            key={name}
            name={name}
            values={values.map(String)}
            selection={selection}
          />
        ) : (
          <Input.Search
            key={`${name}${selection.narrowing[name] ?? ''}`}
            className="filter"
            inputMode="numeric"
            allowClear
            aria-label={t('minWorkers')}
            placeholder={t('minWorkers')}
            defaultValue={selection.narrowing[name] ?? ''}
            onSearch={(text) =>
              selection.change({ [name]: /^\d{1,9}$/.test(text) ? text : undefined })
            }
          />
        ),
      )}
    </div>
  );
};
