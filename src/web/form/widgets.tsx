import { DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { RegistryWidgetsType, WidgetProps } from '@rjsf/utils';
import { useWords } from '../words/words.ts';
import { form } from '../words/form.ts';
import type { Choice } from './schema.ts';
import {
  CaseWidget,
  ContractWidget,
  EnterpriseWidget,
  MeetingWidget,
  PeopleWidget,
  PersonWidget,
} from './choosers.tsx';
import { DivisionWidget } from './division.tsx';
import { dayCell } from './rest-days.tsx';
import { FactWidget, ReferenceWidget } from './references.tsx';

const common = ({ id, disabled, readonly: fixed, required }: WidgetProps) => ({
  id,
  disabled: disabled === true || fixed === true,
  'aria-required': required === true,
});

const Day = (props: WidgetProps) => (
  <DatePicker
    cellRender={dayCell}
    {...common(props)}
    className="wide"
    value={typeof props.value === 'string' ? dayjs(props.value) : null}
    onChange={(day: Dayjs | null) => props.onChange(day?.format('YYYY-MM-DD'))}
  />
);

const Instant = (props: WidgetProps) => (
  <DatePicker
    {...common(props)}
    showTime
    className="wide"
    value={typeof props.value === 'string' ? dayjs(props.value) : null}
    onChange={(at: Dayjs | null) => props.onChange(at?.toISOString())}
  />
);

const LongText = (props: WidgetProps) => (
  <Input.TextArea
    {...common(props)}
    autoSize={{ minRows: 3, maxRows: 12 }}
    value={typeof props.value === 'string' ? props.value : ''}
    onChange={(event) => props.onChange(event.target.value === '' ? undefined : event.target.value)}
  />
);

const Line = (props: WidgetProps) => (
  <Input
    {...common(props)}
    value={typeof props.value === 'string' ? props.value : ''}
    onChange={(event) => props.onChange(event.target.value === '' ? undefined : event.target.value)}
  />
);

/** A number that is kept in a smaller unit: yuan for fen, percent for basis points. */
const scaled = (by: number, word: 'yuan' | 'percent') =>
  function Scaled(props: WidgetProps) {
    const t = useWords(form);
    return (
      <InputNumber<number>
        {...common(props)}
        className="wide"
        precision={2}
        suffix={t(word)}
        value={typeof props.value === 'number' ? props.value / by : null}
        onChange={(value) => props.onChange(value === null ? undefined : Math.round(value * by))}
      />
    );
  };

const Whole = (props: WidgetProps) => (
  <InputNumber<number>
    {...common(props)}
    className="wide"
    precision={0}
    value={typeof props.value === 'number' ? props.value : null}
    onChange={(value) => props.onChange(value ?? undefined)}
  />
);

const optionsOf = ({ options }: WidgetProps): Choice[] =>
  (options['choices'] as Choice[] | undefined) ??
  (options.enumOptions ?? []).map(({ value, label }) => ({ value: String(value), label }));

const One = (props: WidgetProps) => {
  const t = useWords(form);
  return (
    <Select
      {...common(props)}
      className="wide"
      allowClear={props.required !== true}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('choose')}
      value={props.value as string | undefined}
      options={optionsOf(props)}
      onChange={(value: string | undefined) => props.onChange(value)}
    />
  );
};

const Many = (props: WidgetProps) => {
  const t = useWords(form);
  return (
    <Select
      {...common(props)}
      mode="multiple"
      className="wide"
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('choose')}
      value={(props.value as string[] | undefined) ?? []}
      options={optionsOf(props)}
      onChange={(value: string[]) => props.onChange(value)}
    />
  );
};

/** How each kind of value is asked for. */
export const widgets: RegistryWidgetsType = {
  TextWidget: Line,
  SelectWidget: One,
  choice: One,
  day: Day,
  instant: Instant,
  money: scaled(100, 'yuan'),
  basisPoints: scaled(100, 'percent'),
  whole: Whole,
  longText: LongText,
  choices: Many,
  division: DivisionWidget,
  person: PersonWidget,
  people: PeopleWidget,
  enterprise: EnterpriseWidget,
  contract: ContractWidget,
  bargainingCase: CaseWidget,
  meeting: MeetingWidget,
  fact: FactWidget,
  reference: ReferenceWidget,
};
