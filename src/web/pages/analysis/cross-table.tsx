import { Link } from '@tanstack/react-router';
import { Select } from 'antd';
import { useFigure } from '../../api/queries.ts';
import type { FigureCard, FigureGroup } from '../../api/types.ts';
import { mainNumber, mainText } from '../../charts/figure-cell.tsx';
import { Answer, Nothing } from '../../shared/states.tsx';
import { analysis } from '../../words/analysis.ts';
import { useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { useGroupings } from './groups.tsx';
import { narrowedTo, type Selection } from './selection.ts';

type Crossed = {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  readonly cells: ReadonlyMap<string, FigureGroup>;
};

/** Groups of two dimensions as rows and columns; the key of a group is `row,column`. */
const crossed = (groups: readonly FigureGroup[], said: (group: FigureGroup) => string): Crossed => {
  const names = new Map<string, string>();
  const [rows, columns] = [new Set<string>(), new Set<string>()];
  for (const group of groups) {
    const [row = '', column = ''] = group.key.split(',');
    const [rowName = row, columnName = column] = said(group).split(' · ');
    rows.add(row);
    columns.add(column);
    names.set(`r${row}`, rowName);
    names.set(`c${column}`, columnName);
  }
  return {
    rows: [...rows].sort(),
    columns: [...columns].sort(),
    names,
    cells: new Map(groups.map((group) => [group.key, group])),
  };
};

/** The deeper the colour, the larger the number among its fellows. */
const shade = (value: number | null, most: number): string =>
  value === null || most <= 0
    ? 'transparent'
    : `color-mix(in srgb, var(--accent) ${String(Math.round((value / most) * 42))}%, transparent)`;

const Heat = ({
  card,
  groups,
}: {
  readonly card: FigureCard;
  readonly groups: readonly FigureGroup[];
}) => {
  const t = useWords(analysis);
  const terms = useTerms();
  const format = useFormat();
  const { rows, columns, names, cells } = crossed(groups, ({ label }) => terms.said(label));
  const most = Math.max(0, ...groups.map((group) => mainNumber(card, group) ?? 0));
  const nameOf = (key: string) => names.get(key) || t('unknownGroup');
  return (
    <div className="heat-scroll" tabIndex={0} role="region" aria-label={t('cross')}>
      <table className="heat">
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">
                {nameOf(`c${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{nameOf(`r${row}`)}</th>
              {columns.map((column) => {
                const group = cells.get(`${row},${column}`);
                const value = group ? mainNumber(card, group) : null;
                return (
                  <td key={column} style={{ background: shade(value, most) }}>
                    {group === undefined || value === null ? (
                      <span className="soft">–</span>
                    ) : (
                      <Link
                        to="."
                        search={
                          ((before: object) => ({
                            ...before,
                            ...narrowedTo(group),
                            show: 'members',
                          })) as never
                        }
                      >
                        {mainText(card, value, format)}
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** Two dimensions against each other; the colour says how large, the number opens. */
export const CrossTable = ({ card, selection }: { card: FigureCard; selection: Selection }) => {
  const t = useWords(analysis);
  const groupings = useGroupings(card);
  const down = selection.search.groupBy ?? groupings[0]?.value ?? '';
  const others = groupings.filter(({ value }) => value.split(':')[0] !== down.split(':')[0]);
  const asked = selection.search.across;
  const across = others.find(({ value }) => value === asked)?.value ?? others[0]?.value ?? '';
  const figure = useFigure(
    card.id,
    { ...selection.query, groupBy: `${down},${across}` },
    across !== '',
  );
  return (
    <>
      <div className="figure-tools no-print">
        <label htmlFor="cross-rows">{t('rows')}</label>
        <Select
          id="cross-rows"
          style={{ minWidth: 180 }}
          value={down}
          options={groupings}
          onChange={(chosen) => selection.change({ groupBy: chosen })}
        />
        <label htmlFor="cross-columns">{t('columns')}</label>
        <Select
          id="cross-columns"
          style={{ minWidth: 180 }}
          value={across}
          options={others}
          onChange={(chosen) => selection.change({ across: chosen })}
        />
      </div>
      <Answer of={figure}>
        {({ groups, overlapping }) => (
          <>
            {overlapping && <p className="soft">{t('overlapping')}</p>}
            {groups.length === 0 ? (
              <Nothing text={t('noGroups')} />
            ) : (
              <Heat card={card} groups={groups} />
            )}
          </>
        )}
      </Answer>
    </>
  );
};
