import { Button, Progress, Table, Tag, type TableColumnType } from 'antd';
import { useSaidNow, useRows } from '../../api/queries.ts';
import type { Fact } from '../../api/problem.ts';
import type { Row, Subject } from '../../api/types.ts';
import { CellView, Day, DaysLeft, Money } from '../../shared/cells.tsx';
import { Details } from '../../shared/data-view.tsx';
import { PersonName } from '../../shared/names.tsx';
import { Answer, Nothing } from '../../shared/states.tsx';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { useOpenForm } from '../../subject/actions.tsx';
import { FormButton } from '../../subject/form-button.tsx';
import { disputes } from '../../words/disputes.ts';
import { useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { factsOf, partsIn, paymentsOf, sumOf, textIn } from './reading.ts';

const SIGNATURES = [
  'workers_signed_on',
  'employer_signed_on',
  'mediator_signed_on',
  'sealed_on',
] as const;
const AFTER = [
  'in_force_on',
  'review',
  'review_on',
  'confirmation',
  'confirmation_on',
  'payment_order',
  'payment_order_on',
  'enforcement_on',
];
const WAITING = new Set(['agreed', 'due', 'partly', 'defaulted']);

type Of = {
  readonly subject: Subject<Row>;
  readonly facts: readonly Fact[];
  readonly items: readonly Row[];
};

const Payments = ({ facts, row, id }: { facts: readonly Fact[]; row: Row; id: string }) => {
  const t = useWords(disputes);
  const format = useFormat();
  const payments = paymentsOf(facts, String(row['settlement']), String(row['item']));
  if (payments.length === 0) return <span className="soft">{t('nothingPaid')}</span>;
  return (
    <ul className="plain">
      {payments.map(({ fact, part, on, fen }) => (
        <li key={part}>
          <SubjectLink category="dispute" id={id} fact={fact}>
            {format.day(on)}
          </SubjectLink>{' '}
          {fen !== null && <Money fen={fen} />}
        </li>
      ))}
    </ul>
  );
};

/** What is to be done, in the words of the agreement as it was last said. */
const whatOf = (facts: readonly Fact[], row: Row): string => {
  const said = factsOf(facts, 'SettlementReached').findLast(
    ({ data }) => data['settlement'] === row['settlement'],
  );
  const items = partsIn(said?.data ?? {}, 'items');
  return textIn(items.find(({ item }) => item === row['item']) ?? {}, 'what');
};

const owedOf = (row: Row): number | null =>
  typeof row['agreed_fen'] === 'number' ? row['agreed_fen'] - Number(row['paid_fen']) : null;

const useColumns = ({ subject, facts }: Of): TableColumnType<Row>[] => {
  const t = useWords(disputes);
  const terms = useTerms();
  const said = (name: string) => terms.column('settlement-items', name);
  const canPay = subject.allowedCommands.includes('RecordPerformance');
  return [
    {
      key: 'due_on',
      title: said('due_on'),
      render: (_, row) => (
        <>
          <Day day={String(row['due_on'])} />
          {WAITING.has(String(row['status'])) && (
            <div>
              <DaysLeft due={String(row['due_on'])} />
            </div>
          )}
        </>
      ),
    },
    {
      key: 'claimant',
      title: said('claimant'),
      render: (_, row) => (
        <>
          {row['claimant'] === null ? t('common') : <PersonName id={String(row['claimant'])} />}
          <div className="soft">
            <CellView list="settlement-items" name="ground" value={row['ground'] ?? null} />
          </div>
          <div className="soft">{whatOf(facts, row)}</div>
        </>
      ),
    },
    {
      key: 'agreed',
      title: t('agreed'),
      align: 'right',
      render: (_, row) =>
        typeof row['agreed_fen'] === 'number' ? (
          <Money fen={row['agreed_fen']} />
        ) : (
          <span className="soft">{t('notMoney')}</span>
        ),
    },
    {
      key: 'payments',
      title: t('paymentsMade'),
      render: (_, row) => <Payments facts={facts} row={row} id={subject.id} />,
    },
    {
      key: 'owed',
      title: t('stillOwed'),
      align: 'right',
      render: (_, row) => <Money fen={owedOf(row)} />,
    },
    {
      key: 'status',
      title: said('status'),
      render: (_, row) => (
        <CellView list="settlement-items" name="status" value={row['status'] ?? null} />
      ),
    },
    {
      key: 'act',
      title: '',
      className: 'no-print',
      render: (_, row) =>
        canPay &&
        WAITING.has(String(row['status'])) &&
        row['status'] !== 'agreed' && (
          <FormButton
            category="dispute"
            id={subject.id}
            command="RecordPerformance"
            revision={subject.revision}
            known={{ settlement: row['settlement'], item: row['item'] }}
            about={String(row['item'])}
          />
        ),
    },
  ];
};

const Plan = (props: Of) => {
  const t = useWords(disputes);
  const format = useFormat();
  const { items } = props;
  const agreed = sumOf(items, 'agreed_fen') ?? 0;
  const paid = sumOf(items, 'paid_fen') ?? 0;
  return (
    <>
      <h3>{t('plan')}</h3>
      {agreed > 0 && (
        <>
          <p>
            {t('planTotal', {
              agreed: format.money(agreed),
              paid: format.money(paid),
              left: format.money(agreed - paid),
            })}
          </p>
          <Progress
            aria-label={t('planShare')}
            percent={Math.floor((100 * paid) / agreed)}
            status={paid >= agreed ? 'success' : 'normal'}
          />
        </>
      )}
      <Table<Row>
        size="small"
        rowKey="id"
        columns={useColumns(props)}
        dataSource={items}
        pagination={items.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        scroll={{ x: 600 }}
      />
    </>
  );
};

const One = ({ row, ...props }: Of & { readonly row: Row }) => {
  const t = useWords(disputes);
  const terms = useTerms();
  const inForce = row['in_force_on'] !== null;
  return (
    <article className="settlement">
      <h2>
        {t('settlementOf', { id: String(row['settlement']) })}{' '}
        <Tag color={inForce ? 'green' : 'orange'}>{t(inForce ? 'inForce' : 'notInForce')}</Tag>
      </h2>
      <h3>{t('signatures')}</h3>
      <ul className="signatures">
        {SIGNATURES.map((name) => {
          const day = row[name];
          return (
            <li key={name} className={day === null ? 'soft' : 'signed'}>
              <span>{terms.column('settlements', name)}</span>
              <strong>{typeof day === 'string' ? <Day day={day} /> : t('notSigned')}</strong>
            </li>
          );
        })}
      </ul>
      {inForce && (
        <>
          <h3>{t('after')}</h3>
          <Details row={row} fields={AFTER} />
        </>
      )}
      <Plan
        {...props}
        items={props.items.filter((one) => one['settlement'] === row['settlement'])}
      />
    </article>
  );
};

/** The agreements: who signed when, what came of them, and the payment plan with every payment. */
export const Settlement = ({ subject }: { readonly subject: Subject<Row> }) => {
  const t = useWords(disputes);
  const terms = useTerms();
  const { set } = useOpenForm();
  const query = { dispute: subject.id, limit: 500 };
  const facts = useSaidNow('dispute', subject.id);
  const agreements = useRows<Row>('settlements', query);
  const items = useRows<Row>('settlement-items', { ...query, sort: 'due_on' });
  const can = ['ReachSettlement', 'SignSettlement'].filter((one) =>
    subject.allowedCommands.includes(one),
  );
  return (
    <>
      <div className="tab-head">
        {can.map((command) => (
          <Button key={command} onClick={() => set(command)}>
            {terms.command('dispute', command)}
          </Button>
        ))}
      </div>
      <Answer of={facts}>
        {(all) => (
          <Answer of={items}>
            {(owed) => (
              <Answer of={agreements}>
                {({ items: rows }) =>
                  rows.length === 0 ? (
                    <Nothing text={t('noSettlement')} />
                  ) : (
                    rows.map((row) => (
                      <One
                        key={row.id}
                        row={row}
                        subject={subject}
                        facts={all}
                        items={owed.items}
                      />
                    ))
                  )
                }
              </Answer>
            )}
          </Answer>
        )}
      </Answer>
    </>
  );
};
