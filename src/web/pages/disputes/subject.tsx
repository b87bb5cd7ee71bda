import type { Row, Subject } from '../../api/types.ts';
import { useEnterpriseName } from '../../shared/names.tsx';
import { SubjectPage } from '../../subject/subject-page.tsx';
import { disputes } from '../../words/disputes.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { Awards } from './awards.tsx';
import { ClaimForm } from './claim-form.tsx';
import { PartiesAndClaims } from './ledger.tsx';
import { Levels } from './levels.tsx';
import { Links } from './links.tsx';
import { NoteForm } from './note-form.tsx';
import { disputeSubjectRoute } from './routes.tsx';
import { Sessions } from './sessions.tsx';
import { Settlement } from './settlement.tsx';
import '../../subject/board.css';
import './disputes.css';

const WAY = ['received', 'mediating', 'settled', 'arbitrating', 'decided', 'concluded'];
const BESIDE = { suspended: 'mediating', history: 'received' };
const FIRST: readonly string[] = [
  'MakeClaim',
  'GiveConsent',
  'AcceptMediation',
  'AssignMediator',
  'HoldSession',
  'ReachSettlement',
  'SignSettlement',
];
const FORMS = { MakeClaim: ClaimForm, TakeNote: NoteForm };

const Under = ({ subject }: { readonly subject: Subject<Row> }) => {
  const t = useWords(disputes);
  const terms = useTerms();
  const first = String(subject['employers']).split('; ')[0] ?? '';
  const employer = useEnterpriseName(first);
  return t('against', { cause: terms.value('cause', String(subject['cause'])), employer });
};

const One = () => {
  const t = useWords(disputes);
  const { id } = disputeSubjectRoute.useParams();
  return (
    <SubjectPage
      category="dispute"
      id={id}
      title={() => t('one', { id })}
      under={(subject) => <Under subject={subject} />}
      way={WAY}
      beside={BESIDE}
      phase="phase"
      first={FIRST}
      forms={FORMS}
      tabs={[
        {
          key: 'claims',
          label: t('ledgerTab'),
          show: (subject) => <PartiesAndClaims subject={subject} />,
        },
        { key: 'levels', label: t('levelsTab'), show: (subject) => <Levels subject={subject} /> },
        {
          key: 'sessions',
          label: t('sessionsTab'),
          show: (subject) => <Sessions subject={subject} />,
        },
        {
          key: 'settlement',
          label: t('settlementTab'),
          show: (subject) => <Settlement subject={subject} />,
        },
        { key: 'awards', label: t('awardsTab'), show: (subject) => <Awards subject={subject} /> },
        { key: 'links', label: t('linksTab'), show: (subject) => <Links subject={subject} /> },
      ]}
    />
  );
};
export default One;
