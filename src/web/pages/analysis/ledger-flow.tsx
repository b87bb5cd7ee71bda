import { useMemo } from 'react';
import type { FigureCell } from '../../api/types.ts';
import { Chart } from '../../charts/chart.tsx';
import { useIsNarrow } from '../../shell/theme.ts';
import { analysis } from '../../words/analysis.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';

const INTO = ['opening', 'received', 'reopened', 'transferredIn'] as const;
type Told = { readonly name: string; readonly value: number };
const OUT = ['transferredOut', 'concluded', 'closing'] as const;

/** From opening to closing: what came in stands left, where it went stands right, and both sides are equal. */
export const LedgerFlow = ({ cell }: { readonly cell: FigureCell }) => {
  const t = useWords(analysis);
  const format = useFormat();
  const narrow = useIsNarrow();
  const valueOf = (name: string): number => {
    const value = cell[name];
    return typeof value === 'number' ? value : 0;
  };
  const middle = t('flow');
  const option = useMemo(() => {
    const present = [...INTO, ...OUT].filter((name) => valueOf(name) > 0);
    return {
      tooltip: {},
      series: [
        {
          type: 'sankey',
          left: 8,
          right: narrow ? 104 : 140,
          top: 28,
          emphasis: { focus: 'adjacency' },
          itemStyle: { color: '#2f7fd1' },
          label: { formatter: ({ name, value }: Told) => `${name} ${format.number(value)}` },
          data: [
            ...present.map((name) => ({ name: t(name) })),
            { name: middle, label: { position: 'top' } },
          ],
          links: present.map((name) =>
            (INTO as readonly string[]).includes(name)
              ? { source: t(name), target: middle, value: valueOf(name) }
              : { source: middle, target: t(name), value: valueOf(name) },
          ),
        },
      ],
    };
  }, [cell, middle, format, narrow]);
  if (![...INTO, ...OUT].some((name) => valueOf(name) > 0)) return null;
  return (
    <Chart
      option={option}
      height={260}
      label={middle}
      table={{
        columns: [middle, t('count')],
        rows: [...INTO, ...OUT].map((name) => [t(name), format.number(valueOf(name))]),
      }}
    />
  );
};
