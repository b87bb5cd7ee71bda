import { Checkbox, DatePicker, Table } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useScroll } from '../../api/queries.ts';
import type { Row } from '../../api/types.ts';
import { Day } from '../../shared/cells.tsx';
import { Answer, Nothing } from '../../shared/states.tsx';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { useClocks } from '../../shell/clocks.ts';
import { contracts } from '../../words/contracts.ts';
import { shared } from '../../words/shared.ts';
import { today, useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { Scroller } from '../bargaining/scroller.tsx';

type Spell = Row & {
  readonly enterprise: string;
  readonly from_on: string;
  readonly to_on: string | null;
  readonly how: string;
};

const Spells = ({
  spells,
  more,
}: {
  readonly spells: readonly Spell[];
  readonly more: boolean;
}) => {
  const terms = useTerms();
  const t = useWords(shared);
  return (
    <>
      <Scroller label={terms.noun('enterprises')}>
        <Table<Spell>
          size="small"
          rowKey="id"
          pagination={spells.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}

          dataSource={[...spells]}
          columns={[
            {
              key: 'enterprise',
              title: terms.column('coverage', 'enterprise'),
              render: (_, { enterprise }) => <SubjectLink category="enterprise" id={enterprise} />,
            },
            {
              key: 'how',
              title: terms.column('coverage', 'how'),
              render: (_, { how }) => terms.value('how', how, 'coverage'),
            },
            {
              key: 'from_on',
              title: terms.column('coverage', 'from_on'),
              render: (_, { from_on }) => <Day day={from_on} />,
            },
            {
              key: 'to_on',
              title: terms.column('coverage', 'to_on'),
              render: (_, { to_on }) => <Day day={to_on} />,
            },
          ]}
        />
      </Scroller>
      <p className="soft">
        {more ? t('moreRows', { count: spells.length }) : t('rows', { count: spells.length })}
      </p>
    </>
  );
};

/** Whom the contract covers on a day, how and since when; or at all times. */
export const Covers = ({ id }: { readonly id: string }) => {
  const t = useWords(contracts);
  const format = useFormat();
  const navigate = useNavigate();
  const { on: clock, knownAt } = useClocks();
  const [always, setAlways] = useState(false);
  const on = clock ?? today();
  const asked = useScroll<Spell>(
    'coverage',
    { contract: id, sort: 'from_on', knownAt, on: always ? undefined : on },
    500,
  );
  return (
    <>
      <div className="page-head">
        <h2>{always ? t('allTimes') : t('coveredOn', { day: format.day(on) })}</h2>
        <span className="spread" />
        <DatePicker
          aria-label={t('coverDay')}
          allowClear={false}
          disabled={always}
          value={dayjs(on)}
          onChange={(day) =>
            void navigate({
              to: '.',
              search: (before: object) => ({ ...before, on: day?.format('YYYY-MM-DD') }),
            })
          }
        />
        <Checkbox checked={always} onChange={() => setAlways(!always)}>
          {t('allTimes')}
        </Checkbox>
      </div>
      <Answer of={asked}>
        {({ pages }) => {
          const spells = pages.flatMap(({ items }) => items);
          return spells.length === 0 ? (
            <Nothing text={t('coveredNone')} />
          ) : (
            <Spells spells={spells} more={asked.hasNextPage} />
          );
        }}
      </Answer>
    </>
  );
};
