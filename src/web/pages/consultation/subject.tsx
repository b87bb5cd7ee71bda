import { SubjectPage } from '../../subject/subject-page.tsx';
import { consultation } from '../../words/consultation.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { Agenda } from './agenda.tsx';
import { Presence } from './presence.tsx';
import { Report } from './report.tsx';
import { ResolveForm } from './resolve-form.tsx';
import { Resolutions } from './resolutions.tsx';
import { consultationSubjectRoute } from './routes.tsx';
import '../../subject/board.css';
import './consultation.css';

const WAY = ['convened', 'open', 'closed', 'issued'];
const BESIDE = { 'called-off': 'convened' };
const FIRST: readonly string[] = [
  'OpenMeeting',
  'HearLastResolution',
  'ResolveItem',
  'CloseMeeting',
  'SignMinutes',
];
const FORMS = { ResolveItem: ResolveForm };

const One = () => {
  const t = useWords(consultation);
  const terms = useTerms();
  const { id } = consultationSubjectRoute.useParams();
  return (
    <SubjectPage
      category="consultation"
      id={id}
      title={(subject) => String(subject['name'])}
      under={(subject) => terms.value('forum', String(subject['forum']))}
      way={WAY}
      beside={BESIDE}
      phase="phase"
      first={FIRST}
      forms={FORMS}
      tabs={[
        { key: 'agenda', label: t('agendaTab'), show: (subject) => <Agenda subject={subject} /> },
        { key: 'report', label: t('reportTab'), show: (subject) => <Report subject={subject} /> },
        {
          key: 'resolutions',
          label: t('resolutionsTab'),
          show: (subject) => <Resolutions subject={subject} />,
        },
        {
          key: 'presence',
          label: t('presenceTab'),
          show: (subject) => <Presence subject={subject} />,
        },
      ]}
    />
  );
};
export default One;
