import { Button, Table } from 'antd';
import { useSaidNow, useRows } from '../../api/queries.ts';
import { isCategory, type Category } from '../../api/things.ts';
import type { Row, Subject } from '../../api/types.ts';
import { CellView, Phase } from '../../shared/cells.tsx';
import { Answer, Nothing } from '../../shared/states.tsx';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { useOpenForm } from '../../subject/actions.tsx';
import { disputes } from '../../words/disputes.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { factsOf, textIn, type Data } from './reading.ts';

const Linked = ({ data }: { readonly data: Data }) => {
  const t = useWords(disputes);
  const terms = useTerms();
  const to = textIn(data, 'to');
  const id = textIn(data, 'id');
  if (to === 'clause')
    return (
      <SubjectLink category="contract" id={textIn(data, 'contract')}>
        {textIn(data, 'contract')} · {t('clause', { id })}
      </SubjectLink>
    );
  const category = to === 'bargaining-case' ? 'bargainingCase' : to;
  return (
    <>
      {terms.value('to', to)}{' '}
      {isCategory(category) ? <SubjectLink category={category} id={id} /> : id}
    </>
  );
};

type OthersProps = {
  readonly list: string;
  readonly category: Category;
  readonly rows: readonly Row[];
  readonly columns: readonly string[];
  readonly none: string;
};

const Others = ({ list, category, rows, columns, none }: OthersProps) => {
  const terms = useTerms();
  return (
    <Table<Row>
      size="small"
      rowKey="id"
      dataSource={rows}
      pagination={rows.length > 10 ? { pageSize: 10, showSizeChanger: false } : false}
      scroll={{ x: 560 }}
      locale={{ emptyText: <Nothing text={none} /> }}
      columns={columns.map((name) => ({
        key: name,
        title: terms.column(list, name),
        render: (_: unknown, row: Row) => {
          if (name === 'id') return <SubjectLink category={category} id={row.id} />;
          if (name === 'phase') return <Phase category={category} phase={String(row['phase'])} />;
          return <CellView list={list} name={name} value={row[name] ?? null} />;
        },
      }))}
    />
  );
};

const Neighbours = ({ id, enterprise }: { readonly id: string; readonly enterprise: string }) => {
  const t = useWords(disputes);
  const others = useRows<Row>('disputes', { enterprise, sort: '-received_on', limit: 100 });
  const contracts = useRows<Row>('contracts', { enterprise, sort: '-term_start', limit: 100 });
  return (
    <>
      <h2>{t('sameEmployer')}</h2>
      <Answer of={others}>
        {({ items }) => (
          <Others
            list="disputes"
            category="dispute"
            rows={items.filter((row) => row.id !== id)}
            columns={['id', 'received_on', 'cause', 'phase']}
            none={t('noOthers')}
          />
        )}
      </Answer>
      <h2>{t('itsContracts')}</h2>
      <Answer of={contracts}>
        {({ items }) => (
          <Others
            list="contracts"
            category="contract"
            rows={items}
            columns={['id', 'kind', 'phase', 'effective_on', 'term_end']}
            none={t('noContracts')}
          />
        )}
      </Answer>
    </>
  );
};

/** What the dispute belongs to: contract, bargaining case, other disputes, and what else the employer has. */
export const Links = ({ subject }: { readonly subject: Subject<Row> }) => {
  const t = useWords(disputes);
  const terms = useTerms();
  const { set } = useOpenForm();
  const asked = useSaidNow('dispute', subject.id);
  const enterprise = subject['enterprise'];
  return (
    <>
      <div className="tab-head">
        <h2>{t('links')}</h2>
        {subject.allowedCommands.includes('LinkTo') && (
          <Button onClick={() => set('LinkTo')}>{terms.command('dispute', 'LinkTo')}</Button>
        )}
      </div>
      <Answer of={asked}>
        {(facts) => {
          const links = factsOf(facts, 'DisputeLinked');
          if (links.length === 0) return <p className="soft">{t('noLinks')}</p>;
          return (
            <ul className="plain">
              {links.map(({ id, data }) => (
                <li key={id}>
                  <Linked data={data} />
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
      {typeof enterprise === 'string' && <Neighbours id={subject.id} enterprise={enterprise} />}
    </>
  );
};
