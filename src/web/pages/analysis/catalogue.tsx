import { useFigures } from '../../api/queries.ts';
import { Page, Panel } from '../../shared/page.tsx';
import { Answer } from '../../shared/states.tsx';
import { analysis } from '../../words/analysis.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';

/** The published figures, each with its definition. */
const Catalogue = () => {
  const t = useWords(analysis);
  const terms = useTerms();
  const figures = useFigures();
  return (
    <Page title={t('title')}>
      <Answer of={figures}>
        {(cards) =>
          cards.map(({ id, names, definition, definitionVersion, unit }) => (
            <Panel key={id} title={terms.said(names)}>
              <p>{terms.said(definition)}</p>
              <p className="soft">
                {t('version', { version: definitionVersion })} · {t('unit')}: {terms.said(unit)}
              </p>
            </Panel>
          ))
        }
      </Answer>
    </Page>
  );
};
export default Catalogue;
