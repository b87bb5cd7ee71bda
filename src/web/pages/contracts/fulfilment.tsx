import { Tag } from 'antd';
import { useSaidNow, useRows } from '../../api/queries.ts';
import type { Fact } from '../../api/problem.ts';
import type { Row } from '../../api/types.ts';
import type { Attachment } from '../../api/attachments.ts';
import { Coded } from '../../shared/cells.tsx';
import { AttachmentLink } from '../../shared/attachment.tsx';
import { Answer } from '../../shared/states.tsx';
import { useClocks } from '../../shell/clocks.ts';
import { contracts } from '../../words/contracts.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { lastOf, said } from '../bargaining/said.ts';

type Held = Row & {
  readonly inspection: string;
  readonly inspected_on: string;
  readonly due: number;
  readonly fulfilled: number;
  readonly partly: number;
  readonly unfulfilled: number;
};
type Inspection = {
  readonly inspection: string;
  readonly results: readonly { readonly clause: string; readonly result: string }[];
  readonly findings?: string;
  readonly minutes?: readonly Attachment[];
};
type Breach = {
  readonly breach: string;
  readonly on: string;
  readonly clause: string;
  readonly finding: string;
};
type Named = { readonly breach: string; readonly on: string; readonly due?: string };
type Report = { readonly on: string; readonly from: string; readonly to: string };

const One = ({
  held,
  detail,
  titles,
}: {
  readonly held: Held;
  readonly detail: Inspection | undefined;
  readonly titles: ReadonlyMap<string, string>;
}) => {
  const t = useWords(contracts);
  const format = useFormat();
  const { due, fulfilled, partly, unfulfilled } = held;
  return (
    <li>
      <h3>{t('inspectedOn', { day: format.day(held.inspected_on) })}</h3>
      <p>{t('results', { due, fulfilled, partly, unfulfilled })}</p>
      <ul>
        {detail?.results.map(({ clause, result }) => (
          <li key={clause}>
            {titles.get(clause) ?? clause} <Coded field="result" value={result} />
          </li>
        ))}
      </ul>
      {detail?.findings !== undefined && <p>{detail.findings}</p>}
      {detail?.minutes?.map((file) => (
        <div key={file.sha256}>
          <AttachmentLink file={file} />
        </div>
      ))}
    </li>
  );
};

const Breaches = ({ facts }: { readonly facts: readonly Fact[] }) => {
  const t = useWords(contracts);
  const format = useFormat();
  const demanded = said<Named>(facts, 'RectificationDemanded');
  const rectified = said<Named>(facts, 'BreachRectified');
  const found = said<Breach>(facts, 'BreachFound');
  if (found.length === 0) return <p className="soft">{t('noBreaches')}</p>;
  return (
    <ul>
      {found.map(({ breach, on, finding }) => {
        const due = demanded.findLast((one) => one.breach === breach)?.due;
        const done = rectified.find((one) => one.breach === breach)?.on;
        return (
          <li key={breach}>
            {t('breachFound', { day: format.day(on) })}：{finding}{' '}
            {done !== undefined ? (
              <Tag color="green">{t('breachDone', { day: format.day(done) })}</Tag>
            ) : (
              <Tag color="orange">
                {due === undefined ? t('breachOpen') : t('breachDue', { day: format.day(due) })}
              </Tag>
            )}
          </li>
        );
      })}
    </ul>
  );
};

const Reports = ({ facts }: { readonly facts: readonly Fact[] }) => {
  const t = useWords(contracts);
  const format = useFormat();
  const reports = said<Report>(facts, 'FulfilmentReported');
  if (reports.length === 0) return <p className="soft">{t('noReports')}</p>;
  return (
    <ul>
      {reports.map(({ on, from, to }) => (
        <li key={on}>
          {t('reported', { day: format.day(on), from: format.day(from), to: format.day(to) })}
        </li>
      ))}
    </ul>
  );
};

const Inspections = ({ id, facts }: { readonly id: string; readonly facts: readonly Fact[] }) => {
  const t = useWords(contracts);
  const { knownAt } = useClocks();
  const held = useRows<Held>('inspections', { contract: id, sort: '-inspected_on', knownAt });
  const clauses = useRows('clauses', { contract: id, limit: 500, knownAt });
  const titles = new Map(
    (clauses.data?.items ?? []).map((row) => [String(row['clause']), String(row['title'])]),
  );
  const details = lastOf(said<Inspection>(facts, 'InspectionHeld'), ({ inspection }) => inspection);
  return (
    <Answer of={held}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="soft">{t('noInspections')}</p>
        ) : (
          <ul className="sessions">
            {items.map((one) => (
              <One
                key={one.id}
                held={one}
                detail={details.find(({ inspection }) => inspection === one.inspection)}
                titles={titles}
              />
            ))}
          </ul>
        )
      }
    </Answer>
  );
};

/** Whether the contract is kept: inspections clause by clause, breaches, reports. */
export const Fulfilment = ({ id }: { readonly id: string }) => {
  const t = useWords(contracts);
  const facts = useSaidNow('contract', id);
  return (
    <Answer of={facts}>
      {(known) => (
        <div className="bargain">
          <section>
            <h2>{t('inspections')}</h2>
            <Inspections id={id} facts={known} />
          </section>
          <section>
            <h2>{t('breaches')}</h2>
            <Breaches facts={known} />
          </section>
          <section>
            <h2>{t('reports')}</h2>
            <Reports facts={known} />
          </section>
        </div>
      )}
    </Answer>
  );
};
