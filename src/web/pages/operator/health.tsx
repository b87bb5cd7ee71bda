import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { Page, Panel } from '../../shared/page.tsx';
import { Answer } from '../../shared/states.tsx';
import { operator } from '../../words/operator.ts';
import { useWords } from '../../words/words.ts';

type Readiness = {
  readonly ready: boolean;
  readonly store: string;
  readonly reasons: readonly string[];
};

/** Whether this node can be asked, and if not, why. */
const Health = () => {
  const t = useWords(operator);
  const asked = useQuery({
    queryKey: ['readyz'],
    queryFn: async () => (await (await fetch('/readyz')).json()) as Readiness,
    refetchInterval: 5000,
  });
  return (
    <Page title={t('health')}>
      <Answer of={asked}>
        {({ ready, store, reasons }) => (
          <Panel>
            <p>
              <Tag color={ready ? 'green' : 'red'}>{t(ready ? 'ready' : 'notReady')}</Tag>
            </p>
            <p>
              {t('store')}: {store}
            </p>
            {reasons.length > 0 && (
              <p>
                {t('reasons')}: {reasons.join(', ')}
              </p>
            )}
          </Panel>
        )}
      </Answer>
    </Page>
  );
};
export default Health;
