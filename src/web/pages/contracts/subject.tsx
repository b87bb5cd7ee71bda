import type { Row, Subject } from '../../api/types.ts';
import { Details } from '../../shared/data-view.tsx';
import { EnterpriseName } from '../../shared/names.tsx';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { SubjectPage } from '../../subject/subject-page.tsx';
import { contracts } from '../../words/contracts.ts';
import { useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import '../bargaining/bargaining.css';
import { textOf } from './cell.ts';
import { Chain } from './chain.tsx';
import { Clauses } from './clauses.tsx';
import { Covers } from './coverage.tsx';
import { Fulfilment } from './fulfilment.tsx';
import { Review } from './review.tsx';
import { contractSubjectRoute } from './routes.tsx';

const WAY = ['signed', 'under-review', 'in-force', 'expired'];
const BESIDE = {
  objected: 'under-review',
  amending: 'in-force',
  'amendment-under-review': 'in-force',
  'amendment-objected': 'in-force',
  ended: 'expired',
  'unknown-term': 'signed',
};
const FIRST: readonly string[] = ['File', 'Publish', 'HoldInspection'];
const FIELDS = [
  'enterprise',
  'passed_from',
  'kind',
  'level',
  'coverage',
  'divisions',
  'industries',
  'workers',
  'women',
  'profile',
  'signed_on',
  'term_start',
  'term_end',
  'effective_on',
  'effect_mode',
  'force_from',
  'force_to',
  'amended_on',
  'ended_on',
  'ended_by',
  'superseded_by',
  'increase_simple',
  'union_name',
  'employers_body',
  'case_id',
  'predecessor',
  'receipt_no',
  'received_on',
  'review_due',
  'published_on',
  'renewal_opened_on',
  'end_reported_on',
];

const Under = ({ subject }: { readonly subject: Subject<Row> }) => {
  const t = useWords(contracts);
  const terms = useTerms();
  const format = useFormat();
  const [enterprise, body] = [textOf(subject, 'enterprise'), textOf(subject, 'employers_body')];
  const [from, to] = [textOf(subject, 'term_start'), textOf(subject, 'term_end')];
  return (
    <>
      {enterprise === undefined ? (
        body
      ) : (
        <SubjectLink category="enterprise" id={enterprise}>
          <EnterpriseName id={enterprise} />
        </SubjectLink>
      )}{' '}
      · {terms.value('kind', String(subject['kind']))} ·{' '}
      {terms.value('level', String(subject['level']))} ·{' '}
      {from === undefined || to === undefined
        ? t('unknownTerm')
        : t('period', { from: format.day(from), to: format.day(to) })}
    </>
  );
};

const Overview = ({ subject }: { readonly subject: Subject<Row> }) => {
  const t = useWords(contracts);
  return (
    <div className="bargain">
      <section>
        <h2>{t('review')}</h2>
        <Review subject={subject} />
      </section>
      <section>
        <h2>{t('particulars')}</h2>
        <Details row={subject} fields={FIELDS} />
      </section>
    </div>
  );
};

const One = () => {
  const t = useWords(contracts);
  const { id } = contractSubjectRoute.useParams();
  return (
    <SubjectPage
      category="contract"
      id={id}
      title={() => t('one', { id })}
      under={(subject) => <Under subject={subject} />}
      way={WAY}
      beside={BESIDE}
      phase="phase"
      first={FIRST}
      tabs={[
        {
          key: 'overview',
          label: t('overview'),
          show: (subject) => <Overview subject={subject} />,
        },
        { key: 'covers', label: t('covers'), show: () => <Covers id={id} /> },
        { key: 'clauses', label: t('clauses'), show: (subject) => <Clauses subject={subject} /> },
        { key: 'fulfilment', label: t('fulfilment'), show: () => <Fulfilment id={id} /> },
        { key: 'chain', label: t('chain'), show: (subject) => <Chain subject={subject} /> },
      ]}
    />
  );
};
export default One;
