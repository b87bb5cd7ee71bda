import type { Row, Subject } from '../../api/types.ts';
import { Details } from '../../shared/data-view.tsx';
import { SubjectPage } from '../../subject/subject-page.tsx';
import { bargaining } from '../../words/bargaining.ts';
import { useWords } from '../../words/words.ts';
import { bargainingSubjectRoute } from './routes.tsx';

const WAY = ['prepared', 'offered', 'accepted', 'bargaining', 'drafted', 'approved', 'signed'];
const BESIDE = {
  suspended: 'bargaining',
  deadlocked: 'bargaining',
  applied: 'bargaining',
  coordinating: 'bargaining',
  rejected: 'drafted',
  closed: 'signed',
  history: 'signed',
};
const FIRST: readonly string[] = [];
const FIELDS = [
  'enterprise',
  'kind',
  'level',
  'purpose',
  'profile',
  'division',
  'union_name',
  'employers_body',
  'represented_by',
  'prepared_by',
  'prepared_on',
  'topics',
  'workers',
  'women',
  'contract',
  'predecessor',
  'notice_on',
  'expires_on',
  'accepted_on',
  'sessions',
  'last_session_on',
  'approved_on',
  'signed_on',
  'closed_on',
  'ground',
  'window_over_on',
];

const Overview = ({ subject }: { readonly subject: Subject<Row> }) => (
  <Details row={subject} fields={FIELDS} />
);

const One = () => {
  const t = useWords(bargaining);
  const { id } = bargainingSubjectRoute.useParams();
  return (
    <SubjectPage
      category="bargainingCase"
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
