import { FigureCell, mainNumber } from '../../charts/figure-cell.tsx';
import { Spark } from '../../charts/spark.tsx';
import { useFigure, useFigures, useSeries } from '../../api/queries.ts';
import type { FigureCard } from '../../api/types.ts';
import { Panel } from '../../shared/page.tsx';
import { Answer } from '../../shared/states.tsx';
import { useClocks } from '../../shell/clocks.ts';
import { plusDays, today, useFormat } from '../../words/format.ts';
import { home } from '../../words/home.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';

const One = ({ card }: { readonly card: FigureCard }) => {
  const t = useWords(home);
  const terms = useTerms();
  const format = useFormat();
  const { on: day = today(), knownAt } = useClocks();
  const from = `${day.slice(0, 4)}-01-01`;
  const stock = card.takes === 'on';
  const selection = stock ? { on: day, knownAt } : { from, to: day, knownAt };
  const asked = useFigure(card.id, selection);
  const series = useSeries(card.id, { from: plusDays(day, -365), to: day, step: 'month', knownAt });
  const values = (series.data?.series ?? [])
    .map((cell) => mainNumber(card, cell))
    .filter((value) => value !== null);
  const name = terms.said(card.names);
  return (
    <li className="home-figure">
      <div>{name}</div>
      <Answer of={asked}>
        {({ total }) => <FigureCell card={card} cell={total} selection={selection} />}
      </Answer>
      <div className="soft">
        {stock ? t('onDay', { on: format.day(day) }) : t('thisYear', { from: format.day(from) })}
      </div>
      {values.length > 1 && <Spark values={values} label={t('spark', { name })} />}
    </li>
  );
};

/** The figures of a role, each with its last twelve months. */
export const HomeFigures = ({ ids }: { readonly ids: readonly string[] }) => {
  const t = useWords(home);
  const catalogue = useFigures();
  return (
    <Panel title={t('figures')}>
      <Answer of={catalogue}>
        {(cards) => (
          <ul className="home-figures">
            {ids.flatMap((id) => {
              const card = cards.find((one) => one.id === id);
              return card ? [<One key={id} card={card} />] : [];
            })}
          </ul>
        )}
      </Answer>
    </Panel>
  );
};
