import { SubjectPage } from '../../subject/subject-page.tsx';
import { people } from '../../words/people.ts';
import { useWords } from '../../words/words.ts';
import { Details, knownOf } from './details.tsx';
import { personRoute } from './routes.tsx';

const WAY: readonly string[] = [];
const FIRST: readonly string[] = ['CorrectDetails'];

const One = () => {
  const t = useWords(people);
  const { id } = personRoute.useParams();
  return (
    <SubjectPage
      category="person"
      id={id}
      title={(subject) => knownOf(subject)?.name ?? id}
      way={WAY}
      phase="status"
      first={FIRST}
      tabs={[
        { key: 'details', label: t('details'), show: (subject) => <Details subject={subject} /> },
      ]}
    />
  );
};
export default One;
