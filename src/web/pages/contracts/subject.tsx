import type { Row, Subject } from '../../api/types.ts';
import { Details } from '../../shared/data-view.tsx';
import { SubjectPage } from '../../subject/subject-page.tsx';
import { contracts } from '../../words/contracts.ts';
import { useWords } from '../../words/words.ts';
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
  'origin',
];

const Overview = ({ subject }: { readonly subject: Subject<Row> }) => (
  <Details row={subject} fields={FIELDS} />
);

const One = () => {
  const t = useWords(contracts);
  const { id } = contractSubjectRoute.useParams();
  return (
    <SubjectPage
      category="contract"
      id={id}
      title={() => t('one', { id })}
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
      ]}
    />
  );
};
export default One;
