import { Table } from 'antd';
import { useAnswer } from '../../api/queries.ts';
import type { Page as List } from '../../api/types.ts';
import { Page } from '../../shared/page.tsx';
import { Answer } from '../../shared/states.tsx';
import type { Sentence } from '../../words/language.ts';
import { operator } from '../../words/operator.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';

type Profile = { readonly id: string; readonly name: Sentence; readonly template: boolean };

/** What files can be taken in, and their templates. */
const Import = () => {
  const t = useWords(operator);
  const terms = useTerms();
  const profiles = useAnswer<List<Profile>>('/v1/imports/profiles');
  return (
    <Page title={t('imports')}>
      <section className="panel">
        <Answer of={profiles}>
          {({ items }) => (
            <Table<Profile>
              size="small"
              rowKey="id"
              pagination={false}
              dataSource={[...items]}
              columns={[
                { title: t('profile'), render: (_, { name }) => terms.said(name) },
                {
                  title: t('template'),
                  render: (_, { id, template }) =>
                    template ? (
                      <a href={`/api/v1/imports/templates/${id}`} download>
                        {t('download')}
                      </a>
                    ) : null,
                },
              ]}
            />
          )}
        </Answer>
      </section>
    </Page>
  );
};
export default Import;
