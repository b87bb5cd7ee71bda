import { Button, Table, Tag, type TableColumnType } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useRows } from '../../api/queries.ts';
import type { Row, Subject } from '../../api/types.ts';
import { Coded } from '../../shared/cells.tsx';
import { Answer, Nothing } from '../../shared/states.tsx';
import { useClocks } from '../../shell/clocks.ts';
import { useOpenForm } from '../../subject/actions.tsx';
import { bargaining } from '../../words/bargaining.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import {
  linesOf,
  type Line,
  nameOf,
  SIDES,
  useCaseTable,
  type Position,
  type Say,
  type Shown,
} from './lines.ts';
import { Paths } from './path.tsx';
import { useGapText, useValueText } from './values.tsx';
import { Scroller } from './scroller.tsx';

const Saying = ({ say, unit }: { readonly say: Say; readonly unit: string | null }) => {
  const t = useWords(bargaining);
  const value = useValueText();
  return (
    <span>
      {say.value !== null && <strong>{value(say.value, unit)} </strong>}
      {say.text}
      {say.value === null && say.text === null && (
        <span className="soft">{t('unquantified')} </span>
      )}{' '}
      <Coded field="status" value={say.status} list="proposals" />
    </span>
  );
};

const Round = ({ line, round }: { readonly line: Line; readonly round: number }) => {
  const terms = useTerms();
  const at = line.rounds.find((one) => one.round === round);
  if (!at) return <span className="soft">–</span>;
  return (
    <div className="says">
      {SIDES.map((side) => {
        const say = at[side];
        return say === null ? null : (
          <Pair key={side} side={terms.value('side', side)}>
            <Saying say={say} unit={line.unit} />
          </Pair>
        );
      })}
    </div>
  );
};

const Pair = ({ side, children }: { readonly side: string; readonly children: ReactNode }) => (
  <>
    <span className="side-mark">{side}</span>
    <span>{children}</span>
  </>
);

const First = ({ line }: { readonly line: Shown }) => {
  const terms = useTerms();
  const value = useValueText();
  if (line.first.length === 0) return <span className="soft">–</span>;
  return (
    <div className="says">
      {line.first.map((one) => (
        <Pair key={one.id} side={terms.value('side', one.side)}>
          {one.value !== null && <strong>{value(one.value, one.unit)} </strong>}
          <span className={one.value === null ? '' : 'soft'}>{one.position}</span>
        </Pair>
      ))}
    </div>
  );
};

const Gap = ({ line }: { readonly line: Shown }) => {
  const t = useWords(bargaining);
  const text = useGapText();
  if (line.agreed !== null) return <Tag color="green">{t('agreed')}</Tag>;
  const [one, other] = SIDES.map((side) => line.first.findLast((said) => said.side === side));
  const apart =
    line.rounds.length === 0 &&
    one?.value != null &&
    other?.value != null &&
    one.unit === other.unit
      ? Math.abs(one.value - other.value)
      : line.gap;
  return apart === null ? (
    <span className="soft">{t('noGap')}</span>
  ) : (
    <strong className="number">{text(apart, line.unit)}</strong>
  );
};

const useColumns = (rounds: number): TableColumnType<Shown>[] => {
  const t = useWords(bargaining);
  const terms = useTerms();
  return [
    {
      key: 'clause',
      title: t('clause'),
      render: (_, line) => (
        <>
          <strong>{nameOf(line, terms)}</strong>
          <div className="soft">{terms.value('topic', line.topic)}</div>
        </>
      ),
    },
    { key: 'gap', title: t('gap'), render: (_, line) => <Gap line={line} /> },
    { key: 'first', title: t('openingPositions'), render: (_, line) => <First line={line} /> },
    ...Array.from({ length: rounds }, (_, at) => ({
      key: `round-${String(at + 1)}`,
      title: t('round', { n: at + 1 }),
      render: (_: unknown, line: Shown) => <Round line={line} round={at + 1} />,
    })),
  ];
};

/** The table of a case: clauses by rounds, what each side says, how far they are apart. */
export const TheTable = ({ subject }: { readonly subject: Subject<Row> }) => {
  const t = useWords(bargaining);
  const { set } = useOpenForm();
  const { knownAt } = useClocks();
  const table = useCaseTable(subject.id);
  const positions = useRows<Position>('positions', { case_id: subject.id, limit: 500, knownAt });
  const rounds = table.data?.rounds ?? 0;
  const columns = useColumns(rounds);
  const lines = useMemo(
    () => linesOf(table.data?.clauses ?? [], positions.data?.items ?? []),
    [table.data, positions.data],
  );
  const may = subject.allowedCommands.includes('TableProposal');
  return (
    <div className="bargain">
      {may && (
        <p className="no-print">
          <Button type="primary" onClick={() => set('TableProposal')}>
            {t('newRound')}
          </Button>
        </p>
      )}
      <Answer of={table}>
        {() =>
          lines.length === 0 ? (
            <Nothing text={t('emptyTable')} />
          ) : (
            <>
              <section>
                <Scroller label={t('atTable')}>
                  <Table<Shown>
                    size="small"
                    rowKey="clause"
                    pagination={false}

                    dataSource={[...lines]}
                    columns={columns}
                  />
                </Scroller>
              </section>
              <Paths lines={lines} rounds={rounds} />
            </>
          )
        }
      </Answer>
    </div>
  );
};
