import { Input } from 'antd';
import { useSaidNow, useRows } from '../../api/queries.ts';
import type { Fact } from '../../api/problem.ts';
import type { Row } from '../../api/types.ts';
import { ChoiceInput, ChoicesInput, DayInput } from '../../form/inputs.tsx';
import { nextPart } from '../../form/parts.ts';
import { RowsForm, type RowData, type RowField } from '../../form/rows.tsx';
import { Answer } from '../../shared/states.tsx';
import type { OwnFormProps } from '../../subject/actions.tsx';
import { consultation } from '../../words/consultation.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { openingOf, presentOf } from './reading.ts';

type Known = { readonly facts: readonly Fact[]; readonly agenda: readonly Row[] };

const useFields = ({ facts, agenda }: Known): readonly RowField[] => {
  const t = useWords(consultation);
  const terms = useTerms();
  const items = agenda.map((row) => ({ value: String(row['item']), label: String(row['title']) }));
  const bodies = presentOf(facts).map((value) => ({ value, label: terms.value('body', value) }));
  return [
    {
      name: 'item',
      title: t('item'),
      needed: true,
      input: (id, data, change, label) => (
        <ChoiceInput id={id} label={label} value={data['item']} options={items} onChange={change} />
      ),
    },
    {
      name: 'on',
      title: t('onField'),
      needed: true,
      input: (id, data, change, label) => (
        <DayInput id={id} label={label} value={data['on']} onChange={change} />
      ),
    },
    {
      name: 'resolution',
      title: t('idField'),
      needed: true,
      input: (id, data, change, label) => (
        <Input
          id={id}
          aria-label={label}
          value={typeof data['resolution'] === 'string' ? data['resolution'] : ''}
          onChange={({ target }) => change(target.value.trim())}
        />
      ),
    },
    {
      name: 'consenting',
      title: t('consenting'),
      needed: true,
      wide: true,
      input: (id, data, change, label) => (
        <ChoicesInput
          id={id}
          label={label}
          value={data['consenting']}
          options={bodies}
          onChange={change}
        />
      ),
    },
    {
      name: 'text',
      title: t('text'),
      needed: true,
      wide: true,
      input: (id, data, change, label) => (
        <Input.TextArea
          id={id}
          aria-label={label}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={typeof data['text'] === 'string' ? data['text'] : ''}
          onChange={({ target }) => change(target.value)}
        />
      ),
    },
  ];
};

/** The next free name, after what is on record and what is typed. */
const nextResolution = (facts: readonly Fact[], rows: readonly RowData[]): string => {
  const typed = rows.map((data) => ({ type: '', data }) as unknown as Fact);
  return nextPart([...facts, ...typed], 'resolution');
};

const WAITING = new Set(['tabled', 'discussed']);

const Rows = ({ facts, agenda, ...props }: OwnFormProps & Known) => {
  const waiting = agenda.filter(({ stage }) => WAITING.has(String(stage)));
  return (
    <RowsForm
      {...props}
      category="consultation"
      command="ResolveItem"
      fields={useFields({ facts, agenda })}
      blank={(rows) => ({
        item: waiting[rows.length]?.['item'],
        consenting: rows.at(-1)?.['consenting'] ?? presentOf(facts),
        on: rows.at(-1)?.['on'] ?? openingOf(facts)?.data['on'],
        resolution: nextResolution(facts, rows),
      })}
    />
  );
};

/** What the meeting resolved, as rows of one table. */
export const ResolveForm = (props: OwnFormProps) => {
  const facts = useSaidNow('consultation', props.id);
  const agenda = useRows<Row>('agenda', { meeting: props.id, limit: 500 });
  return (
    <Answer of={facts}>
      {(all) => (
        <Answer of={agenda}>{({ items }) => <Rows {...props} facts={all} agenda={items} />}</Answer>
      )}
    </Answer>
  );
};
