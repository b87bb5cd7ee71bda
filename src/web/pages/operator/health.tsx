import { useQuery } from '@tanstack/react-query';
import { Alert, Table, Tag } from 'antd';
import { get } from '../../api/request.ts';
import { Page, Panel } from '../../shared/page.tsx';
import { Answer } from '../../shared/states.tsx';
import { useFormat } from '../../words/format.ts';
import { operator } from '../../words/operator.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { Orders } from './orders.tsx';
import './operator.css';

type Projection = {
  readonly name: string;
  readonly version: number;
  readonly position: string;
  readonly lag: number;
  readonly rebuilding: boolean;
};
type System = {
  readonly now: string;
  readonly zone: string;
  readonly store: { readonly ok: boolean; readonly store: string; readonly detail?: string };
  readonly position: string;
  readonly head: string;
  readonly lag: number;
  readonly behindMs: number;
  readonly stopped: string | null;
  readonly projections: readonly Projection[];
  readonly duty: {
    readonly holder: string | null;
    readonly mine: boolean;
    readonly takeovers: number;
  };
  readonly refusedOrders: number;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  readonly process: {
    readonly node: string;
    readonly uptimeSeconds: number;
    readonly memoryBytes: number;
  };
};

const POLL_MS = 5000;
/** Read models that are this many facts behind are worth a word. */
const WORTH_A_WORD = 1000;

type Known<T extends string> = `${T}`;
const isWord = <T extends string>(key: string): key is Known<T> =>
  Object.hasOwn(operator.table, key);

/** All is well, or each thing that is not, in one sentence. */
const Verdict = ({ system }: { readonly system: System }) => {
  const t = useWords(operator);
  const { store, stopped, lag, refusedOrders } = system;
  const wrong = [
    ...(store.ok ? [] : [t('storeDown', { detail: store.detail ?? store.store })]),
    ...(stopped === null ? [] : [t('stopped', { detail: stopped })]),
    ...(lag > WORTH_A_WORD ? [t('lagging', { count: lag })] : []),
    ...(refusedOrders > 0 ? [t('owed', { count: refusedOrders })] : []),
  ];
  if (wrong.length === 0) return <Alert type="success" showIcon title={t('fine')} />;
  return (
    <Alert
      type={store.ok && stopped === null ? 'warning' : 'error'}
      showIcon
      title={t('notFine')}
      description={wrong.map((sentence) => (
        <div key={sentence}>{sentence}</div>
      ))}
    />
  );
};

const State = ({ system }: { readonly system: System }) => {
  const t = useWords(operator);
  const format = useFormat();
  const { store, duty, process, now, zone } = system;
  const named = `store_${store.store}`;
  const { uptimeSeconds } = process;
  const holder = duty.holder ?? t('nobody');
  const fields = [
    [t('store'), isWord<'store_embedded'>(named) ? t(named) : store.store],
    [t('factsKept'), format.number(Number(system.head))],
    [t('seen'), format.number(Number(system.position))],
    [t('lag'), format.number(system.lag)],
    [t('behind'), t('seconds', { n: format.number(Math.round(system.behindMs / 100) / 10) })],
    [t('duty'), duty.mine ? `${holder} (${t('mine')})` : holder],
    [t('takeovers'), format.number(duty.takeovers)],
    [t('now'), `${format.instant(now)} (${zone})`],
    [
      t('uptime'),
      t('hours', {
        h: Math.floor(uptimeSeconds / 3600),
        m: Math.floor((uptimeSeconds % 3600) / 60),
      }),
    ],
    [t('memory'), format.bytes(process.memoryBytes)],
    [t('node'), process.node],
  ] as const;
  return (
    <dl className="details">
      {fields.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

const Projections = ({ projections }: { readonly projections: readonly Projection[] }) => {
  const t = useWords(operator);
  const format = useFormat();
  const terms = useTerms();
  return (
    <Table<Projection>
      size="small"
      rowKey="name"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={projections}
      columns={[
        {
          key: 'name',
          title: t('projection'),
          render: (_, { name }) => {
            const word = `view_${name}`;
            return isWord<'view_books'>(word) ? t(word) : terms.noun(name.replaceAll('_', '-'));
          },
        },
        {
          key: 'version',
          title: t('version'),
          align: 'right',
          render: (_, { version }) => version,
        },
        {
          key: 'position',
          title: t('position'),
          align: 'right',
          render: (_, { position }) => format.number(Number(position)),
        },
        {
          key: 'lag',
          title: t('lag'),
          align: 'right',
          render: (_, { lag }) => format.number(lag),
        },
        {
          key: 'state',
          title: t('state'),
          render: (_, { rebuilding, lag }) => (
            <Tag color={rebuilding ? 'orange' : lag > 0 ? 'blue' : 'green'}>
              {rebuilding ? t('rebuilding') : lag > 0 ? t('catchingUp') : t('upToDate')}
            </Tag>
          ),
        },
      ]}
    />
  );
};

const Files = ({ files }: Pick<System, 'files'>) => {
  const t = useWords(operator);
  const format = useFormat();
  return (
    <dl className="details">
      {files.map(({ name, bytes }) => {
        const word = `file_${name.replace('.db', '')}`;
        return (
          <div key={name}>
            <dt>{isWord<'file_events'>(word) ? t(word) : name}</dt>
            <dd>{format.bytes(bytes)}</dd>
          </div>
        );
      })}
    </dl>
  );
};

/** How the system is: store, read models, who is on duty, sizes; and the orders that wait for somebody. */
const Health = () => {
  const t = useWords(operator);
  const asked = useQuery({
    queryKey: ['answer', '/v1/system'],
    queryFn: ({ signal }) => get<System>('/v1/system', {}, signal),
    refetchInterval: POLL_MS,
  });
  return (
    <Page title={t('health')}>
      <Answer of={asked}>
        {(system) => (
          <>
            <Panel title={t('state')}>
              <div className="operator-state">
                <Verdict system={system} />
              </div>
              <State system={system} />
            </Panel>
            <Orders />
            <Panel title={t('projections')}>
              <Projections projections={system.projections} />
            </Panel>
            {system.files.length > 0 && (
              <Panel title={t('files')}>
                <Files files={system.files} />
              </Panel>
            )}
          </>
        )}
      </Answer>
    </Page>
  );
};
export default Health;
