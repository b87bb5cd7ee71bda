import { Link } from '@tanstack/react-router';
import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useFigure, useFigures } from '../../api/queries.ts';
import type { FigureCard } from '../../api/types.ts';
import { FigureCell } from '../../charts/figure-cell.tsx';
import { Page, Panel } from '../../shared/page.tsx';
import { Answer, Nothing } from '../../shared/states.tsx';
import { analysis } from '../../words/analysis.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { Compare } from './compare.tsx';
import { CrossTable } from './cross-table.tsx';
import { Groups } from './groups.tsx';
import { LedgerFlow } from './ledger-flow.tsx';
import { Members } from './members.tsx';
import { figureRoute } from './routes.tsx';
import { Narrowing } from './narrowing.tsx';
import { useSelection, VIEWS, type Selection } from './selection.ts';
import { SeriesView } from './series.tsx';
import { Share } from './share.tsx';
import { Numbers } from './numbers.tsx';
import './analysis.css';

const VIEW_OF: Readonly<
  Record<(typeof VIEWS)[number], (card: FigureCard, selection: Selection) => ReactNode>
> = {
  groups: (card, selection) => <Groups card={card} selection={selection} />,
  cross: (card, selection) => <CrossTable card={card} selection={selection} />,
  series: (card, selection) => <SeriesView card={card} selection={selection} />,
  compare: (card, selection) => <Compare card={card} selection={selection} />,
  members: (card, selection) => <Members card={card} selection={selection} />,
};

const Total = ({ card, selection }: { card: FigureCard; selection: Selection }) => {
  const figure = useFigure(card.id, selection.query);
  return (
    <Answer of={figure}>
      {(answer) => (
        <>
          <div className="figure-total">
            <FigureCell card={card} cell={answer.total} selection={selection.query} />
            <Numbers card={card} cell={answer.total} />
          </div>
          {card.shape === 'ledger' && <LedgerFlow cell={answer.total} />}
          <Share card={card} answer={answer} />
        </>
      )}
    </Answer>
  );
};

const One = ({ card }: { readonly card: FigureCard }) => {
  const t = useWords(analysis);
  const terms = useTerms();
  const selection = useSelection(card);
  const views = VIEWS.filter((view) => view !== 'cross' || card.dimensions.length > 1);
  return (
    <Page
      title={terms.said(card.names)}
      actions={<Link to="/analysis">{t('back')}</Link>}
      under={
        <details>
          <summary>{t('definition', { version: card.definitionVersion })}</summary>
          {terms.said(card.definition)}
        </details>
      }
    >
      <Panel>
        <Narrowing card={card} selection={selection} />
        <Total card={card} selection={selection} />
      </Panel>
      <section className="panel">
        <Tabs
          activeKey={selection.search.show ?? 'groups'}
          onChange={(show) => selection.change({ show })}
          destroyOnHidden
          items={views.map((view) => ({
            key: view,
            label: t(view),
            children: VIEW_OF[view](card, selection),
          }))}
        />
      </section>
    </Page>
  );
};

/** One figure: its value, its groups, how it went, why it differs, who is behind it. */
const Figure = () => {
  const t = useWords(analysis);
  const { figure: id } = figureRoute.useParams();
  const figures = useFigures();
  return (
    <Answer of={figures}>
      {(cards) => {
        const card = cards.find((one) => one.id === id);
        if (card) return <One key={id} card={card} />;
        return (
          <Page title={t('title')}>
            <Nothing text={t('unknownFigure', { id })}>
              <Link to="/analysis">{t('back')}</Link>
            </Nothing>
          </Page>
        );
      }}
    </Answer>
  );
};
export default Figure;
