import { DatePicker, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { form } from '../words/form.ts';
import { useWords } from '../words/words.ts';
import { dayCell } from './rest-days.tsx';

type InputProps<T> = {
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (value: T | undefined) => void;
};

/** A day of the calendar. */
export const DayInput = ({ id, label, value, onChange }: InputProps<string>) => (
  <DatePicker
    id={id}
    className="wide"
    cellRender={dayCell}
    aria-label={label}
    value={typeof value === 'string' ? dayjs(value) : null}
    onChange={(day: Dayjs | null) => onChange(day?.format('YYYY-MM-DD'))}
  />
);

/** Yuan, kept as fen. */
export const MoneyInput = ({ id, label, value, onChange }: InputProps<number>) => {
  const t = useWords(form);
  return (
    <InputNumber<number>
      id={id}
      className="wide"
      aria-label={label}
      precision={2}
      min={0}
      suffix={t('yuan')}
      value={typeof value === 'number' ? value / 100 : null}
      onChange={(yuan) => onChange(yuan === null ? undefined : Math.round(yuan * 100))}
    />
  );
};

type Option = { readonly value: string; readonly label: string };

/** One of a few. */
export const ChoiceInput = ({
  id,
  label,
  value,
  options,
  onChange,
}: InputProps<string> & { readonly options: readonly Option[] }) => {
  const t = useWords(form);
  return (
    <Select
      id={id}
      className="wide"
      aria-label={label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('choose')}
      value={typeof value === 'string' ? value : null}
      options={[...options]}
      onChange={(next: string | null) => onChange(next ?? undefined)}
    />
  );
};

/** Several of a few. */
export const ChoicesInput = ({
  id,
  label,
  value,
  options,
  onChange,
}: InputProps<string[]> & { readonly options: readonly Option[] }) => {
  const t = useWords(form);
  return (
    <Select
      id={id}
      mode="multiple"
      className="wide"
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('choose')}
      value={Array.isArray(value) ? (value as string[]) : []}
      options={[...options]}
      onChange={(next: string[]) => onChange(next)}
    />
  );
};
