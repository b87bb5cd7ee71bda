import { Table, Tag, type TableColumnType } from 'antd';
import { useSaidNow, useRows } from '../../api/queries.ts';
import type { Row, Subject } from '../../api/types.ts';
import { CellView, Money } from '../../shared/cells.tsx';
import { Details } from '../../shared/data-view.tsx';
import { PersonName } from '../../shared/names.tsx';
import { Answer, Nothing } from '../../shared/states.tsx';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { disputes } from '../../words/disputes.ts';
import { useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { accountsOf, partiesOf, sumOf, type Employer, type Party } from './reading.ts';

const SHOWN = 24;
const FILE = [
  'case_number',
  'form',
  'channel',
  'applied_by',
  'division',
  'profile',
  'received_on',
  'cause',
  'collective',
  'workers',
  'accepted_on',
  'concluded_on',
  'outcome',
  'ending',
  'archived_on',
  'file_number',
  'kept_until',
];

const Claimants = ({ claimants }: { readonly claimants: readonly Party[] }) => {
  const t = useWords(disputes);
  if (claimants.length === 0) return <span className="soft">{t('noClaimants')}</span>;
  return (
    <ul className="names">
      {claimants.slice(0, SHOWN).map(({ person, left }) => (
        <li key={person}>
          <PersonName id={person} /> {left && <Tag>{t('left')}</Tag>}
        </li>
      ))}
      {claimants.length > SHOWN && (
        <li className="soft">{t('moreNames', { n: claimants.length - SHOWN })}</li>
      )}
    </ul>
  );
};

const Employers = ({ employers }: { readonly employers: readonly Employer[] }) => {
  const terms = useTerms();
  return (
    <ul className="names">
      {employers.map(({ enterprise, name, role }) => (
        <li key={`${enterprise ?? ''}${name}`}>
          {enterprise === undefined ? name : <SubjectLink category="enterprise" id={enterprise} />}{' '}
          {role !== 'employer' && <Tag>{terms.value('role', role)}</Tag>}
        </li>
      ))}
    </ul>
  );
};

const Parties = ({ id }: { readonly id: string }) => {
  const t = useWords(disputes);
  const asked = useSaidNow('dispute', id);
  return (
    <Answer of={asked}>
      {(facts) => {
        const { claimants, employers, representatives, union } = partiesOf(facts);
        return (
          <div className="sides">
            <section>
              <h3>{t('workersSide')}</h3>
              {union !== '' && <p>{union}</p>}
              <Claimants claimants={claimants} />
              {representatives.length > 0 && (
                <>
                  <h4>{t('representatives')}</h4>
                  <ul className="names">
                    {representatives.map((person) => (
                      <li key={person}>
                        <PersonName id={person} />
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </section>
            <section>
              <h3>{t('employerSide')}</h3>
              <Employers employers={employers} />
            </section>
          </div>
        );
      }}
    </Answer>
  );
};

type Line = { readonly row: Row; readonly span: number; readonly own: readonly Row[] };

const linesOf = (claims: readonly Row[]): readonly Line[] =>
  accountsOf(claims).flatMap(({ claims: own }) =>
    own.map((row, at) => ({ row, span: at === 0 ? own.length : 0, own })),
  );

const Claimant = ({ row, own }: Line) => {
  const t = useWords(disputes);
  const format = useFormat();
  const sum = sumOf(own, 'claimed_fen');
  return (
    <>
      {row['claimant'] === null ? t('common') : <PersonName id={String(row['claimant'])} />}
      {own.length > 1 && (
        <div className="soft">
          {t('subtotal', { n: own.length, sum: sum === null ? '–' : format.money(sum) })}
        </div>
      )}
    </>
  );
};

const SUMS = ['claimed', 'agreed', 'awarded', 'judged', 'paid'] as const;

/** Shown once there is any. */
const LATER: ReadonlySet<string> = new Set(['awarded', 'judged']);

const Ledger = ({ claims }: { readonly claims: readonly Row[] }) => {
  const t = useWords(disputes);
  const terms = useTerms();
  const sums = SUMS.filter((name) => !LATER.has(name) || sumOf(claims, `${name}_fen`) !== null);
  const columns: TableColumnType<Line>[] = [
    {
      key: 'claimant',
      title: terms.column('claims', 'claimant'),
      onCell: ({ span }) => ({ rowSpan: span }),
      render: (_, line) => <Claimant {...line} />,
    },
    {
      key: 'item',
      title: terms.column('claims', 'item'),
      minWidth: 110,
      render: (_, { row }) => (
        <>
          <CellView list="claims" name="item" value={row['item'] ?? null} />{' '}
          <span className="soft part-id">{row['claim']}</span>{' '}
          {row['lead'] && <Tag>{t('lead')}</Tag>}
        </>
      ),
    },
    ...sums.map((name): TableColumnType<Line> => ({
      key: name,
      title: t(name),
      align: 'right',
      render: (_, { row }) => {
        const fen = row[`${name}_fen`];
        return typeof fen === 'number' && (name !== 'paid' || fen > 0) ? <Money fen={fen} /> : '–';
      },
    })),
    {
      key: 'outcome',
      title: terms.column('claims', 'outcome'),
      minWidth: 90,
      render: (_, { row }) => (
        <CellView list="claims" name="outcome" value={row['outcome'] ?? null} />
      ),
    },
  ];
  const lines = linesOf(claims);
  return (
    <Table<Line>
      size="small"
      rowKey={({ row }) => row.id}
      columns={columns}
      dataSource={lines}
      pagination={lines.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
      scroll={{ x: 600 }}
      locale={{ emptyText: <Nothing text={t('noClaims')} /> }}
      summary={() =>
        lines.length === 0 ? null : (
          <Table.Summary.Row className="sums">
            <Table.Summary.Cell index={0} colSpan={2}>
              {t('total')}
            </Table.Summary.Cell>
            {sums.map((name, at) => (
              <Table.Summary.Cell key={name} index={at + 2} align="right">
                <Money fen={sumOf(claims, `${name}_fen`)} />
              </Table.Summary.Cell>
            ))}
            <Table.Summary.Cell index={sums.length + 2} />
          </Table.Summary.Row>
        )
      }
    />
  );
};

/** Who is in dispute, and about what: claimed, agreed, awarded and paid per claimant. */
export const PartiesAndClaims = ({ subject }: { readonly subject: Subject<Row> }) => {
  const t = useWords(disputes);
  const claims = useRows<Row>('claims', { dispute: subject.id, limit: 500 });
  return (
    <>
      <h2>{t('parties')}</h2>
      <Parties id={subject.id} />
      <h2>{t('ledger')}</h2>
      <Answer of={claims}>{({ items }) => <Ledger claims={items} />}</Answer>
      <h2>{t('details')}</h2>
      <Details row={subject} fields={FILE} />
    </>
  );
};
