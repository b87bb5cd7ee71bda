import { useQuery, useQueryClient } from '@tanstack/react-query';
import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Progress, Table } from 'antd';
import { useEffect } from 'react';
import {
  importRun,
  type ImportProfile,
  type ImportRejects,
  type ImportRun,
  type ImportSummary,
} from '../../api/imports.ts';
import { useAnswer } from '../../api/queries.ts';
import { Panel } from '../../shared/page.tsx';
import { Answer } from '../../shared/states.tsx';
import { useFormat } from '../../words/format.ts';
import type { Sentence } from '../../words/language.ts';
import { operator } from '../../words/operator.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { CellsTable } from './cells-table.tsx';
import { RunStatus } from './status.tsx';

const POLL_MS = 500;
const SHOWN = 50;

const useRun = (id: string) => {
  const client = useQueryClient();
  const run = useQuery({
    queryKey: ['import-run', id],
    queryFn: ({ signal }) => importRun(id, signal),
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? POLL_MS : false),
  });
  const status = run.data?.status;
  useEffect(() => {
    void client.invalidateQueries({ queryKey: ['answer', '/v1/imports'] });
  }, [client, status]);
  return run;
};

const Counts = ({ summary, dryRun }: { summary: ImportSummary; dryRun: boolean }) => {
  const t = useWords(operator);
  const format = useFormat();
  const counts = [
    [t('read'), summary.read],
    [t(dryRun ? 'wouldRecord' : 'recorded'), summary.recorded],
    [t('alreadyThere'), summary.alreadyThere],
    [t('rejected'), summary.rejected],
    [t('facts'), summary.facts],
  ] as const;
  return (
    <dl className="details import-counts">
      {counts.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{format.number(count)}</dd>
        </div>
      ))}
    </dl>
  );
};

type Counted = { readonly sentence: Sentence; readonly rows: number };

const Sentences = ({ title, items }: { title: string; items: readonly Counted[] }) => {
  const t = useWords(operator);
  const terms = useTerms();
  const format = useFormat();
  if (items.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <Table<Counted>
        size="small"
        rowKey={({ sentence }) => sentence.en}
        pagination={false}
        dataSource={items}
        columns={[
          { key: 'reason', title: t('reason'), render: (_, { sentence }) => terms.said(sentence) },
          {
            key: 'rows',
            title: t('rows'),
            width: 100,
            align: 'right',
            render: (_, { rows }) => format.number(rows),
          },
        ]}
      />
    </>
  );
};

const Rejects = ({ run }: { readonly run: ImportRun }) => {
  const t = useWords(operator);
  const terms = useTerms();
  const rejects = useAnswer<ImportRejects>(`/v1/imports/${run.id}/rejects`, { limit: SHOWN });
  return (
    <>
      <div className="page-head import-rejects">
        <h3>{t('firstRejects', { count: Math.min(SHOWN, run.summary?.rejected ?? SHOWN) })}</h3>
        <span className="spread" />
        <Button icon={<DownloadOutlined aria-hidden />} href={run.rejects ?? ''} download>
          {t('fetchRejects')}
        </Button>
      </div>
      <Answer of={rejects}>
        {({ headers, items }) => (
          <CellsTable
            headers={headers}
            rows={items.map(({ row, cells, columns, sentence }) => ({
              row,
              cells,
              marked: [],
              why: [terms.said(columns), terms.said(sentence)].filter(Boolean).join(t('colon')),
            }))}
          />
        )}
      </Answer>
    </>
  );
};

const shareOf = ({ status, progress: { done, of } }: ImportRun): number => {
  if (status === 'done') return 100;
  return of === 0 ? 0 : Math.min(99, Math.floor((done / of) * 100));
};

/** One run: how far it is, what came of it, which rows came back and why. */
export const Run = ({
  id,
  profiles,
}: {
  readonly id: string;
  readonly profiles: readonly ImportProfile[];
}) => {
  const t = useWords(operator);
  const terms = useTerms();
  const found = useRun(id);
  const nameOf = (profile: string): string => {
    const known = profiles.find((one) => one.id === profile);
    return known ? terms.said(known.name) : profile;
  };
  return (
    <Panel title={t('run')}>
      <Answer of={found} id={id}>
        {(run) => (
          <>
            <p className="import-run-head" aria-live="polite">
              <RunStatus run={run} /> {t(run.dryRun ? 'dryRun' : 'realRun')} ·{' '}
              {run.name ?? t('unnamed')} · {nameOf(run.profile)}
            </p>
            <Progress
              percent={shareOf(run)}
              status={run.status === 'failed' ? 'exception' : 'normal'}
              aria-label={t('progress')}
            />
            {run.fault !== null && <Alert type="error" showIcon title={run.fault} />}
            {run.status === 'interrupted' && (
              <Alert type="warning" showIcon title={t('interruptedHint')} />
            )}
            {run.summary && (
              <>
                {run.dryRun && <p className="soft">{t('dryRunHint')}</p>}
                <Counts summary={run.summary} dryRun={run.dryRun} />
                <Sentences title={t('reasons')} items={run.summary.reasons} />
                <Sentences
                  title={t('flags')}
                  items={run.summary.flags.filter(({ rows }) => rows > 0)}
                />
              </>
            )}
            {run.rejects !== null && <Rejects run={run} />}
          </>
        )}
      </Answer>
    </Panel>
  );
};
