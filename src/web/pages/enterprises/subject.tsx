import type { Row, Subject } from '../../api/types.ts';
import { Details } from '../../shared/data-view.tsx';
import { SubjectPage } from '../../subject/subject-page.tsx';
import { enterprises } from '../../words/enterprises.ts';
import { useWords } from '../../words/words.ts';
import { enterpriseSubjectRoute } from './routes.tsx';

const WAY: readonly string[] = [];
const BESIDE = {};
const FIRST: readonly string[] = ['ReportHeadcount'];
const FIELDS = [
  'credit_code',
  'name_en',
  'division',
  'address',
  'industry',
  'industry_scheme',
  'registration_type',
  'size_class',
  'size_year',
  'scale',
  'known_since',
  'ended_on',
  'successor',
  'split_from',
  'workers',
  'women',
  'dispatched',
  'migrant',
  'part_time',
  'headcount_as_of',
  'union_kind',
  'union_name',
  'union_since',
  'upper_union',
  'federation',
  'members',
  'women_members',
  'members_as_of',
  'congress_delegates',
  'congress_term_end',
];

const Overview = ({ subject }: { readonly subject: Subject<Row> }) => (
  <Details row={subject} fields={FIELDS} />
);

const One = () => {
  const t = useWords(enterprises);
  const { id } = enterpriseSubjectRoute.useParams();
  return (
    <SubjectPage
      category="enterprise"
      id={id}
      title={(subject) => String(subject['name'])}
      way={WAY}
      beside={BESIDE}
      phase="status"
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
