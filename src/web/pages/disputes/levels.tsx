import { Tag, Timeline } from 'antd';
import { useRows } from '../../api/queries.ts';
import type { Row, Subject } from '../../api/types.ts';
import { CellView, CodedTag } from '../../shared/cells.tsx';
import { Details } from '../../shared/data-view.tsx';
import { PersonName } from '../../shared/names.tsx';
import { Answer, Nothing } from '../../shared/states.tsx';
import { disputes } from '../../words/disputes.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';

const FIELDS = [
  'came',
  'workers_consented_on',
  'employer_consented_on',
  'accepted_on',
  'sessions',
  'last_session_on',
  'extended_to',
  'left_on',
];

const Mediators = ({ ids }: { readonly ids: string }) => {
  const t = useWords(disputes);
  const all = ids.split(' ').filter((id) => id !== '');
  if (all.length === 0) return <span className="soft">{t('noMediator')}</span>;
  return all.map((id) => (
    <Tag key={id}>
      <PersonName id={id} />
    </Tag>
  ));
};

const Stay = ({ row, isHere }: { readonly row: Row; readonly isHere: boolean }) => {
  const t = useWords(disputes);
  const format = useFormat();
  const from = format.day(String(row['came_on']));
  const left = row['left_on'];
  return (
    <>
      <h3 className="stay">
        <CellView list="disputes" name="level" value={row['level'] ?? null} /> · {row['body']}{' '}
        {isHere && <Tag color="blue">{t('here')}</Tag>}
        {row['outcome'] && (
          <CodedTag list="proceedings" field="outcome" value={String(row['outcome'])} />
        )}
      </h3>
      <p className="soft">
        {typeof left === 'string'
          ? t('stay', { from, to: format.day(left) })
          : t('stayOpen', { from })}
      </p>
      <p>
        <Mediators ids={String(row['mediators'] ?? '')} />
      </p>
      <Details row={row} fields={FIELDS} />
    </>
  );
};

/** The bodies that had the dispute, one after the other, as a path. */
export const Levels = ({ subject }: { readonly subject: Subject<Row> }) => {
  const t = useWords(disputes);
  const asked = useRows<Row>('proceedings', { dispute: subject.id, sort: 'came_on', limit: 100 });
  return (
    <>
      <h2>{t('levelsTab')}</h2>
      <Answer of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing />
          ) : (
            <Timeline
              items={items.map((row) => ({
                key: row.id,
                color: row['left_on'] === null ? 'blue' : 'gray',
                content: (
                  <Stay
                    row={row}
                    isHere={row['left_on'] === null && row['proceeding'] === subject['proceeding']}
                  />
                ),
              }))}
            />
          )
        }
      </Answer>
    </>
  );
};
