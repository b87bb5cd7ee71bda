import { AutoComplete } from 'antd';
import type { WidgetProps } from '@rjsf/utils';
import { useDivisions } from '../shared/divisions.tsx';
import { form } from '../words/form.ts';
import { useTerms } from '../words/terms.ts';
import { useWords } from '../words/words.ts';

/** A division by its name or code; codes whose names are not on file may be typed, too. */
export const DivisionWidget = ({ id, value, disabled, required, onChange }: WidgetProps) => {
  const t = useWords(form);
  const terms = useTerms();
  const { data: divisions = [] } = useDivisions();
  const code = typeof value === 'string' ? value : '';
  const named = divisions.find((one) => one.code === code);
  return (
    <>
      <AutoComplete
        id={id}
        className="wide"
        disabled={disabled ?? false}
        aria-required={required ?? false}
        aria-describedby={`${id}__named`}
        placeholder={t('chooseDivision')}
        value={code}
        options={divisions.map((one) => ({
          value: one.code,
          label: `${terms.said(one.name)} · ${one.code}`,
        }))}
        showSearch={{
          filterOption: (typed, option) => (option?.label ?? '').includes(typed),
        }}
        onChange={(next: string | undefined) => onChange(next === '' ? undefined : next)}
      />
      <span id={`${id}__named`} className="soft">
        {named && terms.said(named.name)}
      </span>
    </>
  );
};
