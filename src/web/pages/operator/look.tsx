import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Popconfirm, Tag } from 'antd';
import {
  previewImport,
  startImport,
  type Chosen,
  type ImportPreview,
  type ImportRun,
} from '../../api/imports.ts';
import { Panel } from '../../shared/page.tsx';
import { Answer, Failed } from '../../shared/states.tsx';
import { operator } from '../../words/operator.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { CellsTable } from './cells-table.tsx';

type Column = ImportPreview['columns'][number];

/** What the file has comes first, then what it lacks and must have. */
const inOrder = (columns: readonly Column[]): readonly Column[] => {
  const rank = ({ header, required }: Column) => (header === null ? (required ? 1 : 2) : 0);
  return columns.toSorted((a, b) => rank(a) - rank(b));
};

const Mapping = ({ preview }: { readonly preview: ImportPreview }) => {
  const t = useWords(operator);
  const terms = useTerms();
  return (
    <>
      <p className="soft">{t('mappingUnder')}</p>
      <dl className="details import-mapping">
        {inOrder(preview.columns).map(({ key, headers, required, header }) => (
          <div key={key}>
            <dt>
              {terms.said(headers)} {required && <Tag>{t('required')}</Tag>}
            </dt>
            <dd className={header === null ? 'soft' : undefined}>{header ?? t('absent')}</dd>
          </div>
        ))}
      </dl>
      {preview.ignored.length > 0 && (
        <p className="soft">{t('ignored', { names: preview.ignored.join(t('comma')) })}</p>
      )}
    </>
  );
};

const FirstRows = ({ preview }: { readonly preview: ImportPreview }) => {
  const t = useWords(operator);
  const terms = useTerms();
  const wrong = preview.rows.filter(({ faults }) => faults.length > 0).length;
  const headerOf = (column: string | null): string | null =>
    preview.columns.find(({ key }) => key === column)?.header ?? null;
  return (
    <>
      <h3>
        {t('firstRows', { count: preview.rows.length })}
        {wrong > 0 && <span className="bad"> · {t('wrongRows', { count: wrong })}</span>}
      </h3>
      <CellsTable
        headers={preview.headers}
        rows={preview.rows.map(({ row, cells, faults }) => ({
          row,
          cells,
          marked: faults.flatMap(({ column }) => headerOf(column) ?? []),
          why: faults
            .map(({ column, sentence }) => {
              const header = headerOf(column);
              return header === null
                ? terms.said(sentence)
                : `${header}${t('colon')}${terms.said(sentence)}`;
            })
            .join(' '),
        }))}
      />
    </>
  );
};

/** What the file would be taken for, and the two ways on: try it, import it. */
export const Look = ({
  chosen,
  started,
}: {
  readonly chosen: Chosen;
  readonly started: (run: ImportRun) => void;
}) => {
  const t = useWords(operator);
  const { file, profile } = chosen;
  const preview = useQuery({
    queryKey: ['import-preview', profile, file.name, file.size, file.lastModified],
    queryFn: ({ signal }) => previewImport(chosen, signal),
    retry: false,
  });
  const start = useMutation({
    mutationFn: (dryRun: boolean) => startImport(chosen, dryRun),
    onSuccess: started,
  });
  return (
    <Panel title={t('mapping')}>
      <Answer of={preview}>
        {(found) => (
          <>
            <Mapping preview={found} />
            <FirstRows preview={found} />
            <div className="import-actions">
              <Button loading={start.isPending} onClick={() => start.mutate(true)}>
                {t('tryIt')}
              </Button>
              <Popconfirm
                title={t('sure', { name: file.name })}
                okText={t('doIt')}
                cancelText={t('keep')}
                onConfirm={() => start.mutate(false)}
              >
                <Button type="primary" loading={start.isPending}>
                  {t('doIt')}
                </Button>
              </Popconfirm>
            </div>
            {start.error && <Failed error={start.error} />}
          </>
        )}
      </Answer>
    </Panel>
  );
};
