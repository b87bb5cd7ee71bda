import type { Row, Subject } from '../../api/types.ts';
import { Details } from '../../shared/data-view.tsx';
import { SubjectPage } from '../../subject/subject-page.tsx';
import { consultation } from '../../words/consultation.ts';
import { useWords } from '../../words/words.ts';
import { consultationSubjectRoute } from './routes.tsx';

const WAY = ['convened', 'open', 'closed', 'issued'];
const BESIDE = { 'called-off': 'convened' };
const FIRST: readonly string[] = [];
const FIELDS = [
  'forum',
  'meeting_kind',
  'meeting_level',
  'division',
  'convenor',
  'seats',
  'convened_on',
  'meets_on',
  'previous',
  'carried',
  'heard',
  'opened_on',
  'present',
  'closed_on',
  'items',
  'resolutions',
  'minutes_on',
  'minutes_signed_by',
  'document_no',
  'issued_on',
  'reported_upward_on',
  'reported_to',
];

const Overview = ({ subject }: { readonly subject: Subject<Row> }) => (
  <Details row={subject} fields={FIELDS} />
);

const One = () => {
  const t = useWords(consultation);
  const { id } = consultationSubjectRoute.useParams();
  return (
    <SubjectPage
      category="consultation"
      id={id}
      title={(subject) => String(subject['name'])}
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
