import { useNavigate } from '@tanstack/react-router';
import { Button, Switch, Table, Tag } from 'antd';
import { useRows, useSubject } from '../../api/queries.ts';
import { isCategory } from '../../api/things.ts';
import type { Row } from '../../api/types.ts';
import { Panel } from '../../shared/page.tsx';
import { Answer, Nothing } from '../../shared/states.tsx';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { FormDrawer } from '../../subject/actions.tsx';
import { useFormat } from '../../words/format.ts';
import { operator } from '../../words/operator.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { healthRoute } from './routes.tsx';

type Order = Row & {
  readonly status: 'refused' | 'given-again' | 'carried-out' | 'dismissed';
  readonly cause_type: string;
  readonly from_category: string;
  readonly from_id: string;
  readonly to_category: string;
  readonly to_id: string;
  readonly command: string;
  readonly sentence_zh: string;
  readonly sentence_en: string;
  readonly article: string | null;
  readonly refused_at: string;
  readonly refusals: number;
  readonly reason: string | null;
};

const COLORS = {
  refused: 'red',
  'given-again': 'blue',
  'carried-out': 'green',
  dismissed: 'default',
} as const;

const Thing = ({ category, id }: { readonly category: string; readonly id: string }) =>
  isCategory(category) ? <SubjectLink category={category} id={id} /> : id;

const What = ({ order }: { readonly order: Order }) => {
  const terms = useTerms();
  return (
    <>
      <strong>{terms.command(order.to_category, order.command)}</strong>
      <div>
        <Thing category={order.to_category} id={order.to_id} />
      </div>
    </>
  );
};

const Cause = ({ order }: { readonly order: Order }) => {
  const terms = useTerms();
  return (
    <>
      {terms.anyFact(order.cause_type)}
      <div>
        <Thing category={order.from_category} id={order.from_id} />
      </div>
    </>
  );
};

const Why = ({ order }: { readonly order: Order }) => {
  const t = useWords(operator);
  const terms = useTerms();
  const { sentence_zh: zh, sentence_en: en, article, refusals, reason } = order;
  return (
    <>
      {terms.said({ zh, en })}
      {article !== null && <div className="soft">{article}</div>}
      {refusals > 1 && <div className="soft">{t('refusals', { count: refusals })}</div>}
      {reason !== null && <div className="soft">{reason}</div>}
    </>
  );
};

const Actions = ({ order: { id, status } }: { readonly order: Order }) => {
  const t = useWords(operator);
  const terms = useTerms();
  const navigate = useNavigate();
  const open = (command: string) =>
    void navigate({
      to: '/health',
      search: (before: object) => ({ ...before, order: id, do: command }),
    });
  if (status !== 'refused')
    return <Tag color={COLORS[status]}>{terms.value('status', status, 'refused-orders')}</Tag>;
  return (
    <span className="order-actions">
      <Button size="small" onClick={() => open('GiveAgain')}>
        {t('giveAgain')}
      </Button>
      <Button size="small" onClick={() => open('Dismiss')}>
        {t('dismiss')}
      </Button>
    </span>
  );
};

/** The form over the page, made for the order as it stands now. */
const OrderForm = ({ id }: { readonly id: string }) => {
  const order = useSubject('refusedOrder', id);
  return order.data ? (
    <FormDrawer category="refusedOrder" id={id} revision={order.data.revision} />
  ) : null;
};

/** Orders of policies that were refused: each with its sentence, to be given again or let go. */
export const Orders = () => {
  const t = useWords(operator);
  const format = useFormat();
  const { settled, order: chosen, do: form } = healthRoute.useSearch();
  const navigate = useNavigate();
  const orders = useRows<Order>('refused-orders', {
    sort: '-refused_at',
    limit: 200,
    ...(settled ? {} : { status: 'refused' }),
  });
  return (
    <Panel
      title={t('orders')}
      extra={
        <label>
          {t('showSettled')}{' '}
          <Switch
            size="small"
            aria-label={t('showSettled')}
            checked={settled !== undefined}
            onChange={(on) =>
              void navigate({
                to: '/health',
                search: (before: object) => ({ ...before, settled: on ? 'yes' : undefined }),
              })
            }
          />
        </label>
      }
    >
      <Answer of={orders}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing text={t('noOrders')} />
          ) : (
            <Table<Order>
              size="small"
              rowKey="id"
              pagination={items.length > 20 ? { pageSize: 20 } : false}
              scroll={{ x: 900 }}
              dataSource={items}
              columns={[
                { key: 'what', title: t('order'), render: (_, order) => <What order={order} /> },
                { key: 'cause', title: t('cause'), render: (_, order) => <Cause order={order} /> },
                {
                  key: 'why',
                  title: t('why'),
                  width: 320,
                  render: (_, order) => <Why order={order} />,
                },
                {
                  key: 'since',
                  title: t('since'),
                  render: (_, { refused_at }) => format.instant(refused_at),
                },
                {
                  key: 'do',
                  title: t('orderActions'),
                  render: (_, order) => <Actions order={order} />,
                },
              ]}
            />
          )
        }
      </Answer>
      {chosen !== undefined && form !== undefined && <OrderForm id={chosen} />}
    </Panel>
  );
};
