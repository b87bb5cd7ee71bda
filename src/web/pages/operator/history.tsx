import { Link } from '@tanstack/react-router';
import { Table } from 'antd';
import type { ImportProfile, ImportRun } from '../../api/imports.ts';
import { useAnswer } from '../../api/queries.ts';
import type { Page as List } from '../../api/types.ts';
import { Panel } from '../../shared/page.tsx';
import { Answer, Nothing } from '../../shared/states.tsx';
import { useFormat } from '../../words/format.ts';
import { operator } from '../../words/operator.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { RunStatus } from './status.tsx';

/** The imports so far, the latest first. */
export const History = ({ profiles }: { readonly profiles: readonly ImportProfile[] }) => {
  const t = useWords(operator);
  const terms = useTerms();
  const format = useFormat();
  const runs = useAnswer<List<ImportRun>>('/v1/imports');
  const count = (pick: (summary: NonNullable<ImportRun['summary']>) => number) =>
    function Count(_: unknown, { summary }: ImportRun) {
      return summary ? format.number(pick(summary)) : '–';
    };
  return (
    <Panel title={t('history')}>
      <Answer of={runs}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing text={t('noHistory')} />
          ) : (
            <Table<ImportRun>
              size="small"
              rowKey="id"
              pagination={items.length > 20 ? { pageSize: 20 } : false}
              scroll={{ x: 'max-content' }}
              dataSource={items}
              columns={[
                {
                  key: 'name',
                  title: t('file'),
                  render: (_, { id, name }) => (
                    <Link to="/import" search={(before) => ({ ...before, run: id })}>
                      {name ?? t('unnamed')}
                    </Link>
                  ),
                },
                {
                  key: 'profile',
                  title: t('profile'),
                  render: (_, { profile }) => {
                    const known = profiles.find(({ id }) => id === profile);
                    return known ? terms.said(known.name) : profile;
                  },
                },
                {
                  key: 'kind',
                  title: t('kind'),
                  render: (_, { dryRun }) => t(dryRun ? 'dryRun' : 'realRun'),
                },
                { key: 'status', title: t('status'), render: (_, run) => <RunStatus run={run} /> },
                {
                  key: 'read',
                  title: t('read'),
                  align: 'right',
                  render: count(({ read }) => read),
                },
                {
                  key: 'rejected',
                  title: t('rejected'),
                  align: 'right',
                  render: count(({ rejected }) => rejected),
                },
                { key: 'by', title: t('by'), render: (_, { by }) => by },
                {
                  key: 'started',
                  title: t('started'),
                  render: (_, { startedAt }) => format.instant(startedAt),
                },
              ]}
            />
          )
        }
      </Answer>
    </Panel>
  );
};
