import { Input } from 'antd';
import { PersonChooser } from '../../form/choosers.tsx';
import { ChoiceInput, DayInput, MoneyInput } from '../../form/inputs.tsx';
import { nextPart } from '../../form/parts.ts';
import { RowsForm, type RowData, type RowField } from '../../form/rows.tsx';
import { useSaidNow } from '../../api/queries.ts';
import { Answer } from '../../shared/states.tsx';
import type { Fact } from '../../api/problem.ts';
import type { OwnFormProps } from '../../subject/actions.tsx';
import { disputes } from '../../words/disputes.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { partiesOf } from './reading.ts';

const ITEMS = [
  'pay',
  'overtime-pay',
  'injury-medical-costs',
  'compensation',
  'damages',
  'hours-and-rest',
  'social-insurance',
  'reinstatement',
  'contract-status',
  'welfare',
  'training-costs',
  'collective-contract',
  'other',
];

const useFields = (facts: readonly Fact[]): readonly RowField[] => {
  const t = useWords(disputes);
  const terms = useTerms();
  const near = partiesOf(facts)
    .claimants.filter(({ left }) => !left)
    .map(({ person }) => person);
  const items = ITEMS.map((value) => ({ value, label: terms.value('item', value, 'claims') }));
  return [
    {
      name: 'claimant',
      title: t('claimantField'),
      input: (id, data, change, label) => (
        <PersonChooser
          id={id}
          label={label}
          near={near}
          value={typeof data['claimant'] === 'string' ? data['claimant'] : undefined}
          onChange={change}
        />
      ),
    },
    {
      name: 'item',
      title: t('itemField'),
      needed: true,
      input: (id, data, change, label) => (
        <ChoiceInput id={id} label={label} value={data['item']} options={items} onChange={change} />
      ),
    },
    {
      name: 'fen',
      title: t('fenField'),
      input: (id, data, change, label) => (
        <MoneyInput id={id} label={label} value={data['fen']} onChange={change} />
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
      name: 'claim',
      title: t('claimField'),
      needed: true,
      input: (id, data, change, label) => (
        <Input
          id={id}
          aria-label={label}
          value={typeof data['claim'] === 'string' ? data['claim'] : ''}
          onChange={({ target }) => change(target.value.trim())}
        />
      ),
    },
  ];
};

/** The day of the claims so far, or of the application. */
const dayOf = (facts: readonly Fact[]): unknown =>
  facts.findLast(({ type }) => type === 'ClaimMade')?.data['on'] ?? facts[0]?.data['on'];

/** The next free name, after what is on record and what is typed; the application says with `claim` something else. */
const nextClaim = (facts: readonly Fact[], rows: readonly RowData[]): string => {
  const typed = rows.map((data) => ({ type: '', data }) as unknown as Fact);
  return nextPart([...facts.filter(({ type }) => type === 'ClaimMade'), ...typed], 'claim');
};

const Rows = ({ facts, ...props }: OwnFormProps & { readonly facts: readonly Fact[] }) => (
  <RowsForm
    {...props}
    category="dispute"
    command="MakeClaim"
    fields={useFields(facts)}
    blank={(rows) => ({
      claimant: partiesOf(facts).claimants.filter(({ left }) => !left)[rows.length]?.person,
      on: rows.at(-1)?.['on'] ?? dayOf(facts),
      item: rows.at(-1)?.['item'],
      claim: nextClaim(facts, rows),
    })}
  />
);

/** The claims of the claimants, as rows of one table. */
export const ClaimForm = (props: OwnFormProps) => {
  const facts = useSaidNow('dispute', props.id);
  return <Answer of={facts}>{(all) => <Rows {...props} facts={all} />}</Answer>;
};
