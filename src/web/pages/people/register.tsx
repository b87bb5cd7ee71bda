import type { Column, Filter } from '../../register/kinds.ts';
import { RegisterTable } from '../../register/register-table.tsx';
import { PersonName } from '../../shared/names.tsx';
import { Page } from '../../shared/page.tsx';
import { NewSubject } from '../../subject/new-subject.tsx';
import { people } from '../../words/people.ts';
import { useWords } from '../../words/words.ts';

const FILTERS: readonly Filter[] = [{ name: 'status', values: ['registered', 'erased', 'void'] }];
const OPENING = ['Register'] as const;

const Register = () => {
  const t = useWords(people);
  const columns: readonly Column[] = [
    { name: 'name', title: t('name'), width: 200, render: ({ id }) => <PersonName id={id} /> },
    { name: 'id', width: 320 },
    { name: 'status', width: 110 },
    { name: 'registered_at', width: 200 },
    { name: 'details_at', width: 200, hidden: true },
    { name: 'erased_on' },
    { name: 'erasure_reason', hidden: true },
    { name: 'duplicate_of', hidden: true },
  ];
  return (
    <Page
      title={t('title')}
      under={t('under')}
      actions={<NewSubject category="person" commands={OPENING} />}
    >
      <RegisterTable name="people" category="person" columns={columns} filters={FILTERS} />
    </Page>
  );
};
export default Register;
