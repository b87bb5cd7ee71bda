import type { Row, Subject } from '../../api/types.ts';
import { Details } from '../../shared/data-view.tsx';
import { Loading, Nothing } from '../../shared/states.tsx';
import { SubjectPage } from '../../subject/subject-page.tsx';
import { enterprises } from '../../words/enterprises.ts';
import { useWords } from '../../words/words.ts';
import { LifeFacts } from './life-facts.tsx';
import { Lifeline } from './lifeline.tsx';
import { Now } from './now.tsx';
import { useOnDay } from './on-day.ts';
import { enterpriseSubjectRoute } from './routes.tsx';
import { Terms } from './terms.tsx';

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
  'flag',
  'congress_delegates',
  'congress_term_end',
];

/** What the register says of it, on the day that is chosen. */
const Particulars = ({ subject }: { readonly subject: Subject<Row> }) => {
  const t = useWords(enterprises);
  const { row, waits } = useOnDay(subject);
  if (waits) return <Loading />;
  return row ? <Details row={row} fields={FIELDS} /> : <Nothing text={t('notThatDay')} />;
};

const One = () => {
  const t = useWords(enterprises);
  const { id } = enterpriseSubjectRoute.useParams();
  return (
    <SubjectPage
      category="enterprise"
      id={id}
      title={(subject) => String(subject['name'])}
      under={(subject) => <Now subject={subject} />}
      way={WAY}
      beside={BESIDE}
      phase="status"
      first={FIRST}
      tabs={[
        {
          key: 'lifeline',
          label: t('lifeline'),
          show: () => <Lifeline id={id} />,
        },
        {
          key: 'overview',
          label: t('overview'),
          show: (subject) => <Particulars subject={subject} />,
        },
        { key: 'terms', label: t('terms'), show: () => <Terms id={id} /> },
        { key: 'all', label: t('facts'), show: () => <LifeFacts id={id} /> },
      ]}
    />
  );
};
export default One;
