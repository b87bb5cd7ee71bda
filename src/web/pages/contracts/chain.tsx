import { Timeline } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useRows } from '../../api/queries.ts';
import { get } from '../../api/request.ts';
import type { Page, Row, Subject } from '../../api/types.ts';
import { Phase } from '../../shared/cells.tsx';
import { Answer } from '../../shared/states.tsx';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { contracts } from '../../words/contracts.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { textOf } from './cell.ts';

/** Chains longer than this were made by a slip. */
const MOST = 30;

/** The contracts that came before, latest first. */
const before = async (start: string | undefined, signal: AbortSignal): Promise<readonly Row[]> => {
  const found: Row[] = [];
  let id = start;
  while (id !== undefined && found.length < MOST && !found.some((one) => one.id === id)) {
    const { items } = await get<Page<Row>>('/v1/contracts', { id }, signal);
    const [row] = items;
    if (row) found.push(row);
    id = row && textOf(row, 'predecessor');
  }
  return found;
};

const One = ({
  row,
  which,
}: {
  readonly row: Row;
  readonly which: 'before' | 'here' | 'after';
}) => {
  const t = useWords(contracts);
  const format = useFormat();
  const [from, to] = [textOf(row, 'term_start'), textOf(row, 'term_end')];
  return (
    <>
      <div className="soft">{t(which)}</div>
      <SubjectLink category="contract" id={row.id}>
        {row.id}
      </SubjectLink>{' '}
      <Phase category="contract" phase={String(row['phase'])} />
      <div>
        {from === undefined || to === undefined
          ? t('unknownTerm')
          : t('period', { from: format.day(from), to: format.day(to) })}
      </div>
    </>
  );
};

/** The contracts before and after this one, and the case that made it. */
export const Chain = ({ subject }: { readonly subject: Subject<Row> }) => {
  const t = useWords(contracts);
  const predecessor = textOf(subject, 'predecessor');
  const madeBy = textOf(subject, 'case_id');
  const past = useQuery({
    queryKey: ['list', 'contracts', 'before', subject.id, predecessor],
    queryFn: ({ signal }) => before(predecessor, signal),
  });
  const next = useRows('contracts', { predecessor: subject.id });
  return (
    <Answer of={past}>
      {(older) => {
        const items = [
          ...(next.data?.items ?? []).map((row) => ({
            key: row.id,
            content: <One row={row} which="after" />,
          })),
          { key: subject.id, color: 'green', content: <One row={subject} which="here" /> },
          ...older.map((row) => ({
            key: row.id,
            color: 'gray',
            content: <One row={row} which="before" />,
          })),
        ];
        return (
          <>
            {madeBy !== undefined && (
              <p>
                {t('caseOf')} <SubjectLink category="bargainingCase" id={madeBy} />
              </p>
            )}
            {items.length === 1 && <p className="soft">{t('alone')}</p>}
            <Timeline items={items} />
          </>
        );
      }}
    </Answer>
  );
};
