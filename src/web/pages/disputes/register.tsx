import { Segmented } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { Query } from '../../api/request.ts';
import type { Row } from '../../api/types.ts';
import type { Column, Filter } from '../../register/kinds.ts';
import { RegisterTable } from '../../register/register-table.tsx';
import { EnterpriseName } from '../../shared/names.tsx';
import { Page } from '../../shared/page.tsx';
import { Loading, Nothing } from '../../shared/states.tsx';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { SubjectName } from '../../shared/subject-name.tsx';
import { NewSubject } from '../../subject/new-subject.tsx';
import { disputes } from '../../words/disputes.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { Board } from './board.tsx';
import { disputeRoute } from './routes.tsx';
import { SCOPES, useScope, type Scope } from './scope.ts';
import '../../subject/board.css';
import './disputes.css';

/** Who is claimed against: registered enterprises by their names, others as they were written. */
const Employers = ({ row }: { readonly row: Row }) =>
  String(row['employers'] ?? '')
    .split('; ')
    .map((one, at) => (
      <Fragment key={one}>
        {at > 0 && '、'}
        <EnterpriseName id={one} />
      </Fragment>
    ));

const Named = ({ id }: { readonly id: string }) => (
  <SubjectLink category="dispute" id={id}>
    <SubjectName category="dispute" id={id} />
  </SubjectLink>
);

const COLUMNS: readonly Column[] = [
  { name: 'id', width: 256 },
  { name: 'phase', width: 96 },
  { name: 'next_due', width: 130 },
  { name: 'next_clock', width: 180 },
  { name: 'employers', width: 214, render: (row) => <Employers row={row} /> },
  { name: 'cause', width: 120 },
  { name: 'claimants', width: 110 },
  { name: 'collective', width: 150 },
  { name: 'level', width: 150 },
  { name: 'body', width: 240 },
  { name: 'received_on' },
  { name: 'phase_since', hidden: true },
  { name: 'case_number', hidden: true },
  { name: 'form', hidden: true },
  { name: 'channel', hidden: true },
  { name: 'applied_by', hidden: true },
  { name: 'division', hidden: true },
  { name: 'workers', hidden: true },
  { name: 'representatives', hidden: true },
  { name: 'accepted_on', hidden: true },
  { name: 'mediators', hidden: true },
  { name: 'concluded_on', hidden: true },
  { name: 'outcome', hidden: true },
  { name: 'ending', hidden: true },
  { name: 'arbitration_filed_on', hidden: true },
  { name: 'finality', hidden: true },
  { name: 'profile', hidden: true },
];
const OPENING = ['ReceiveDispute', 'RegisterAsHistory'] as const;

const CAUSES = [
  'remuneration',
  'insurance-and-welfare',
  'labour-protection',
  'training',
  'contract-change',
  'contract-relieved',
  'contract-ended',
  'contract-performance',
  'contract-conclusion',
  'other',
];
const LEVELS = [
  'enterprise',
  'people',
  'street',
  'district',
  'city',
  'province',
  'national',
  'industry',
  'court',
  'arbitration',
];
const OUTCOMES = ['settled', 'failed', 'withdrawn', 'refused', 'referred', 'unknown'];
const OWED: readonly Column[] = [
  { name: 'due_on', width: 120 },
  { name: 'dispute', width: 300, render: ({ dispute }) => <Named id={String(dispute)} /> },
  { name: 'claimant', width: 110 },
  { name: 'ground', width: 106 },
  { name: 'agreed_fen', width: 116 },
  { name: 'paid_fen', width: 116 },
  { name: 'status', width: 124 },
  { name: 'overdue_on', hidden: true },
  { name: 'in_force_on', hidden: true },
];
const STATUSES = ['due', 'partly', 'defaulted', 'performed', 'late', 'agreed'];
const WAITING = { status: ['due', 'partly', 'defaulted'], sort: 'due_on' };
const VIEWS = ['table', 'board', 'payments'] as const;

const Docket = ({ query }: { readonly query: Query }) => {
  const terms = useTerms();
  const filters: readonly Filter[] = [
    {
      name: 'phase',
      values: terms.phases('dispute'),
      label: (value) => terms.phase('dispute', value),
    },
    { name: 'cause', values: CAUSES },
    { name: 'level', values: LEVELS },
    { name: 'collective', values: ['collective', 'individual'] },
    { name: 'outcome', values: OUTCOMES },
    { name: 'division' },
    { name: 'body' },
  ];
  return (
    <RegisterTable
      name="disputes"
      category="dispute"
      columns={COLUMNS}
      filters={filters}
      takesDay
      fixed={query}
    />
  );
};

const Owed = () => (
  <RegisterTable
    name="settlement-items"
    columns={OWED}
    filters={[{ name: 'status', values: STATUSES }]}
    fixed={WAITING}
  />
);

const Cases = ({ whose, view }: { readonly whose: Scope; readonly view: 'table' | 'board' }) => {
  const t = useWords(disputes);
  const { query, who, waits } = useScope(whose);
  if (waits) return <Loading />;
  if (!query) return <Nothing text={t('mineNone', { who })} />;
  return view === 'table' ? <Docket query={query} /> : <Board query={query} />;
};

const Register = () => {
  const t = useWords(disputes);
  const navigate = useNavigate();
  const { whose = 'open', view = 'table' } = disputeRoute.useSearch();
  const go = (next: object) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, ...next }) });
  return (
    <Page title={t('title')} actions={<NewSubject category="dispute" commands={OPENING} />}>
      <div className="docket-tools">
        <Segmented
          aria-label={t('view')}
          value={view}
          options={VIEWS.map((value) => ({ value, label: t(value) }))}
          onChange={(value) => go({ view: value === 'table' ? undefined : value })}
        />
        {view !== 'payments' && (
          <Segmented
            aria-label={t('whose')}
            value={whose}
            options={SCOPES.map((value) => ({ value, label: t(value) }))}
            onChange={(value) => go({ whose: value === 'open' ? undefined : value })}
          />
        )}
      </div>
      {view === 'payments' ? <Owed /> : <Cases whose={whose} view={view} />}
    </Page>
  );
};
export default Register;
