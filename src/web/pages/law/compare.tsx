import { useQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Select, Switch } from 'antd';
import { get } from '../../api/request.ts';
import { Failed, Loading, Nothing } from '../../shared/states.tsx';
import { usePeriod } from '../../subject/period.ts';
import { useFormat } from '../../words/format.ts';
import { law } from '../../words/law.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { groups, type Group, type LawWord, type Say, type Told } from './parameters.ts';
import type { LawCard, LawProfile } from './profile.ts';
import { lawRoute } from './routes.tsx';

const MOST = 3;
const FIRST: readonly string[] = ['national-2004', 'national-wage-2000'];

const useSay = (): Say => {
  const t = useWords(law);
  const terms = useTerms();
  const format = useFormat();
  const period = usePeriod();
  return {
    t,
    period: ({ n, unit }) => period(`${String(n)} ${unit}`),
    day: format.day,
    list: format.list,
    said: terms.said,
    kind: (kind) => terms.value('kind', kind),
    has: (word): word is LawWord => Object.hasOwn(law.table, word),
  };
};

type Line = { readonly word: LawWord; readonly told: readonly (Told | null)[] };

const linesOf = (group: Group, profiles: readonly LawProfile[], say: Say): readonly Line[] =>
  group.parameters.map(({ word, told }) => ({
    word,
    told: profiles.map((profile) => told(profile, say)),
  }));

const differs = ({ told }: Line): boolean => new Set(told.map((one) => one?.text ?? '')).size > 1;

const Cell = ({ told }: { readonly told: Told | null }) => {
  const t = useWords(law);
  if (told === null) return <span className="soft">{t('notSet')}</span>;
  return (
    <>
      {told.text}
      {told.article !== '' && <div className="law-article">{told.article}</div>}
    </>
  );
};

const SideBySide = ({ profiles }: { readonly profiles: readonly LawProfile[] }) => {
  const t = useWords(law);
  const terms = useTerms();
  const say = useSay();
  const { differ } = lawRoute.useSearch();
  const shown = groups
    .map((group) => ({
      word: group.word,
      lines: linesOf(group, profiles, say).filter((line) => differ === undefined || differs(line)),
    }))
    .filter(({ lines }) => lines.length > 0);
  if (shown.length === 0) return <Nothing text={t('same')} />;
  return (
    <div className="law-scroll" tabIndex={0} role="region" aria-label={t('compare')}>
      <table className="law-table">
        <thead>
          <tr>
            <th scope="col">{t('parameter')}</th>
            {profiles.map(({ id, name }) => (
              <th key={id} scope="col">
                {terms.said(name)}
              </th>
            ))}
          </tr>
        </thead>
        {shown.map(({ word, lines }) => (
          <tbody key={word}>
            <tr>
              <th scope="rowgroup" colSpan={profiles.length + 1} className="law-group">
                {t(word)}
              </th>
            </tr>
            {lines.map((line) => (
              <tr key={line.word} className={differs(line) ? 'differs' : ''}>
                <th scope="row">{t(line.word)}</th>
                {line.told.map((told, at) => (
                  <td key={profiles[at]?.id}>
                    <Cell told={told} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
};

const useProfiles = (ids: readonly string[]) =>
  useQueries({
    queries: ids.map((id) => ({
      queryKey: ['answer', `/v1/law/${id}`, {}],
      queryFn: () => get<LawProfile>(`/v1/law/${encodeURIComponent(id)}`),
      staleTime: Infinity,
    })),
  });

/** Up to three profiles of law as columns of one table. */
export const Compare = ({ cards }: { readonly cards: readonly LawCard[] }) => {
  const t = useWords(law);
  const terms = useTerms();
  const { compare = FIRST, differ } = lawRoute.useSearch();
  const navigate = useNavigate();
  const ids = compare.filter((id) => cards.some((card) => card.id === id)).slice(0, MOST);
  const found = useProfiles(ids);
  const go = (search: object) =>
    void navigate({ to: '/law', search: (before: object) => ({ ...before, ...search }) });
  const failed = found.find(({ error }) => error !== null);
  const profiles = found.flatMap(({ data }) => data ?? []);
  return (
    <>
      <div className="law-choice no-print">
        <label htmlFor="law-compare">{t('profiles')}</label>
        <Select
          id="law-compare"
          mode="multiple"
          maxCount={MOST}
          value={[...ids]}
          options={cards.map(({ id, name }) => ({ value: id, label: terms.said(name) }))}
          onChange={(next: string[]) => go({ compare: next })}
        />
        <label>
          <Switch
            size="small"
            aria-label={t('differOnly')}
            checked={differ !== undefined}
            onChange={(on) => go({ differ: on ? 'yes' : undefined })}
          />{' '}
          {t('differOnly')}
        </label>
      </div>
      {ids.length === 0 && <Nothing text={t('chooseOne')} />}
      {failed && <Failed error={failed.error} again={() => void failed.refetch()} />}
      {!failed && profiles.length < ids.length && <Loading />}
      {ids.length > 0 && profiles.length === ids.length && <SideBySide profiles={profiles} />}
    </>
  );
};
