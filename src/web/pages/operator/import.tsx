import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Chosen, ImportProfile } from '../../api/imports.ts';
import { useAnswer } from '../../api/queries.ts';
import type { Page as List } from '../../api/types.ts';
import { Page } from '../../shared/page.tsx';
import { Answer } from '../../shared/states.tsx';
import { operator } from '../../words/operator.ts';
import { useWords } from '../../words/words.ts';
import { ChooseFile } from './choose-file.tsx';
import { History } from './history.tsx';
import { Look } from './look.tsx';
import { Run } from './run.tsx';
import { importRoute } from './routes.tsx';
import './operator.css';

/** A file from the first look to what was rejected of it; and the runs before. */
const Import = () => {
  const t = useWords(operator);
  const navigate = useNavigate();
  const { profile = 'enterprises', run } = importRoute.useSearch();
  const profiles = useAnswer<List<ImportProfile>>('/v1/imports/profiles');
  const [file, setFile] = useState<Pick<Chosen, 'file' | 'format'>>();
  const go = (search: { readonly profile?: string; readonly run?: string | undefined }) =>
    void navigate({ to: '/import', search: (before: object) => ({ ...before, ...search }) });
  return (
    <Page title={t('imports')} under={t('importsUnder')}>
      <Answer of={profiles}>
        {({ items }) => (
          <>
            <ChooseFile
              profiles={items}
              profile={profile}
              chosen={file?.file}
              choose={(next) => {
                setFile(next);
                go({ run: undefined });
              }}
              read={(next) => go({ profile: next, run: undefined })}
            />
            {run !== undefined && <Run key={run} id={run} profiles={items} />}
            {file && <Look chosen={{ ...file, profile }} started={({ id }) => go({ run: id })} />}
            <History profiles={items} />
          </>
        )}
      </Answer>
    </Page>
  );
};
export default Import;
