import { Link } from '@tanstack/react-router';
import { useFigure, useFigures, useSeries } from '../../api/queries.ts';
import type { FigureCard } from '../../api/types.ts';
import { Spark } from '../../charts/chart.tsx';
import { FigureCell, mainNumber } from '../../charts/figure-cell.tsx';
import { useClocks } from '../../shell/clocks.ts';
import { Page } from '../../shared/page.tsx';
import { Answer } from '../../shared/states.tsx';
import { analysis } from '../../words/analysis.ts';
import { plusDays, today } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import './analysis.css';

const Trend = ({ card }: { readonly card: FigureCard }) => {
  const t = useWords(analysis);
  const { on = today(), knownAt } = useClocks();
  const series = useSeries(card.id, { from: plusDays(on, -730), to: on, step: 'quarter', knownAt });
  const values = series.data?.series.flatMap((cell) => mainNumber(card, cell) ?? []) ?? [];
  if (values.length < 2) return null;
  return <Spark values={values} label={t('trend')} />;
};

const Card = ({ card }: { readonly card: FigureCard }) => {
  const t = useWords(analysis);
  const terms = useTerms();
  const { on = today(), knownAt } = useClocks();
  const days = card.takes === 'on' ? { on } : { from: `${on.slice(0, 4)}-01-01`, to: on };
  const figure = useFigure(card.id, { ...days, knownAt });
  return (
    <section className="panel figure-card" aria-label={terms.said(card.names)}>
      <h2>
        <Link to="/analysis/$figure" params={{ figure: card.id }}>
          {terms.said(card.names)}
        </Link>
      </h2>
      <Answer of={figure}>
        {({ total }) => <FigureCell card={card} cell={total} selection={days} />}
      </Answer>
      <Trend card={card} />
      <details>
        <summary>{t('definition', { version: card.definitionVersion })}</summary>
        <p className="soft">{terms.said(card.definition)}</p>
      </details>
    </section>
  );
};

/** The published figures: what each is today, how it went, what it means. */
const Catalogue = () => {
  const t = useWords(analysis);
  const figures = useFigures();
  return (
    <Page title={t('title')}>
      <Answer of={figures}>
        {(cards) => (
          <div className="figure-cards">
            {cards.map((card) => (
              <Card key={card.id} card={card} />
            ))}
          </div>
        )}
      </Answer>
    </Page>
  );
};
export default Catalogue;
