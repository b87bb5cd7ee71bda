import { Table } from 'antd';
import { useAnswer } from '../../api/queries.ts';
import { Answer } from '../../shared/states.tsx';
import { usePeriod } from '../../subject/period.ts';
import { law } from '../../words/law.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';

type Clock = {
  readonly rule: string;
  readonly period: { readonly n: number; readonly unit: string; readonly article: string };
};

/** The clocks that a profile sets, each with how long and by which article. */
export const Clocks = ({ profile }: { readonly profile: string }) => {
  const t = useWords(law);
  const terms = useTerms();
  const period = usePeriod();
  const asked = useAnswer<{ readonly clocks: readonly Clock[] }>(`/v1/law/${profile}`);
  return (
    <Answer of={asked}>
      {({ clocks }) => (
        <Table<Clock>
          size="small"
          rowKey="rule"
          pagination={false}
          scroll={{ x: 600 }}
          dataSource={[...clocks]}
          columns={[
            { title: t('clock'), render: (_, { rule }) => terms.clock(rule) },
            {
              title: t('period'),
              render: (_, clock) => period(`${clock.period.n} ${clock.period.unit}`),
            },
            { title: t('article'), render: (_, clock) => clock.period.article },
          ]}
        />
      )}
    </Answer>
  );
};
