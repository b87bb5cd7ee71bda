import type { Row, Subject } from '../../api/types.ts';
import { Details } from '../../shared/data-view.tsx';
import { SubjectPage } from '../../subject/subject-page.tsx';
import { disputes } from '../../words/disputes.ts';
import { useWords } from '../../words/words.ts';
import { disputeSubjectRoute } from './routes.tsx';

const WAY = ['received', 'mediating', 'settled', 'arbitrating', 'decided', 'concluded'];
const BESIDE = { suspended: 'mediating', history: 'received' };
const FIRST: readonly string[] = [];
const FIELDS = [
  'enterprise',
  'employers',
  'cause',
  'collective',
  'claimants',
  'representatives',
  'workers',
  'case_number',
  'form',
  'channel',
  'applied_by',
  'union_name',
  'division',
  'profile',
  'received_on',
  'level',
  'body',
  'accepted_on',
  'mediators',
  'concluded_on',
  'outcome',
  'ending',
  'arbitration_filed_on',
  'award',
  'finality',
  'suits',
];

const Overview = ({ subject }: { readonly subject: Subject<Row> }) => (
  <Details row={subject} fields={FIELDS} />
);

const One = () => {
  const t = useWords(disputes);
  const { id } = disputeSubjectRoute.useParams();
  return (
    <SubjectPage
      category="dispute"
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
