import { lazy } from 'react';
import type { Row, Subject } from '../../api/types.ts';
import { EnterpriseName } from '../../shared/names.tsx';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { SubjectPage } from '../../subject/subject-page.tsx';
import { bargaining } from '../../words/bargaining.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { TheTable } from './clauses-table.tsx';
import { Drafts } from './drafts.tsx';
import { Overview } from './people.tsx';
import { bargainingSubjectRoute } from './routes.tsx';
import { Sessions } from './sessions.tsx';

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
/** The day's work in each phase, before everything else that may happen. */
const FIRST: readonly string[] = ['TableProposal', 'AgreeDraft', 'HoldCongress', 'SignDraft'];
const FORMS = {
  HoldCongress: lazy(() => import('./congress-form.tsx')),
  TableProposal: lazy(() => import('./round-form.tsx')),
};

const Under = ({ subject }: { readonly subject: Subject<Row> }) => {
  const t = useWords(bargaining);
  const terms = useTerms();
  const { enterprise, employers_body, kind, level, contract, phase } = subject;
  return (
    <>
      {typeof enterprise === 'string' ? (
        <SubjectLink category="enterprise" id={enterprise}>
          <EnterpriseName id={enterprise} />
        </SubjectLink>
      ) : (
        employers_body
      )}{' '}
      · {terms.value('kind', String(kind))} · {terms.value('level', String(level))}
      {phase === 'signed' && typeof contract === 'string' && (
        <>
          {' '}
          ·{' '}
          <SubjectLink category="contract" id={contract}>
            {t('openInContract')}
          </SubjectLink>
        </>
      )}
    </>
  );
};

const One = () => {
  const t = useWords(bargaining);
  const { id } = bargainingSubjectRoute.useParams();
  return (
    <SubjectPage
      category="bargainingCase"
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
          key: 'overview',
          label: t('overview'),
          show: (subject) => <Overview subject={subject} />,
        },
        { key: 'table', label: t('atTable'), show: (subject) => <TheTable subject={subject} /> },
        { key: 'sessions', label: t('sessions'), show: () => <Sessions id={id} /> },
        { key: 'drafts', label: t('drafts'), show: (subject) => <Drafts subject={subject} /> },
      ]}
    />
  );
};
export default One;
