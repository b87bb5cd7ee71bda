import { useNavigate } from '@tanstack/react-router';
import { Alert, DatePicker, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useAnswer } from '../../api/queries.ts';
import { useDivisions } from '../../shared/divisions.tsx';
import { Answer } from '../../shared/states.tsx';
import { usePeriod } from '../../subject/period.ts';
import { today, useFormat } from '../../words/format.ts';
import type { Sentence } from '../../words/language.ts';
import { law } from '../../words/law.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import type { Clock, LawCard, LawProfile } from './profile.ts';
import { lawRoute } from './routes.tsx';

type Suggested = {
  readonly suggestion?: { readonly profile: string; readonly note: Sentence | null };
};
type Reckoned = {
  readonly deadline: {
    readonly due: string;
    readonly calendar: string;
    readonly calendarVersion?: string;
  };
  readonly steps: readonly { readonly day: string; readonly sentence: Sentence }[];
};

const KINDS = ['comprehensive', 'wage', 'women', 'safety'];
const FIRST = 'national-2004';

const useGo = () => {
  const navigate = useNavigate();
  return (search: object) =>
    void navigate({ to: '/law', search: (before: object) => ({ ...before, ...search }) });
};

/** The place and the kind of contract name the rules; what stands in for what is said. */
const usePlace = () => {
  const { place, kind = 'comprehensive', from = today(), profile } = lawRoute.useSearch();
  const known = place !== undefined;
  const asked = useAnswer<Suggested>('/v1/law', { division: place, kind, on: from }, known);
  const suggestion = known ? asked.data?.suggestion : undefined;
  return { place, kind, from, suggestion, profile: suggestion?.profile ?? profile ?? FIRST };
};

const PlaceFields = ({ cards }: { readonly cards: readonly LawCard[] }) => {
  const t = useWords(law);
  const terms = useTerms();
  const go = useGo();
  const { place, kind, profile } = usePlace();
  const divisions = useDivisions();
  const options = divisions.data?.map(({ code, name }) => ({
    value: code,
    label: `${terms.said(name)} ${code}`,
  }));
  return (
    <>
      <label htmlFor="reckon-place">{t('place')}</label>
      <Select
        id="reckon-place"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('placeHint')}
        value={place ?? null}
        options={options ?? []}
        onChange={(next: string | null | undefined) => go({ place: next ?? undefined })}
      />
      {place !== undefined && (
        <>
          <label htmlFor="reckon-kind">{t('kind')}</label>
          <Select
            id="reckon-kind"
            value={kind}
            options={KINDS.map((value) => ({ value, label: terms.value('kind', value) }))}
            onChange={(next) => go({ kind: next })}
          />
        </>
      )}
      {place === undefined && (
        <>
          <label htmlFor="reckon-profile">{t('profile')}</label>
          <Select
            id="reckon-profile"
            value={profile}
            options={cards.map(({ id, name }) => ({ value: id, label: terms.said(name) }))}
            onChange={(next) => go({ profile: next })}
          />
        </>
      )}
    </>
  );
};

const Suggestion = () => {
  const t = useWords(law);
  const terms = useTerms();
  const { place, suggestion } = usePlace();
  const divisions = useDivisions();
  if (place === undefined || suggestion === undefined) return null;
  const named = divisions.data?.find(({ code }) => code === place);
  return (
    <Alert
      type="info"
      showIcon
      title={t('suggested', {
        place: named ? terms.said(named.name) : place,
        law: terms.law(suggestion.profile),
      })}
      description={suggestion.note ? terms.said(suggestion.note) : undefined}
    />
  );
};

const Steps = ({ profile, clock }: { readonly profile: string; readonly clock: Clock }) => {
  const t = useWords(law);
  const terms = useTerms();
  const format = useFormat();
  const { from } = usePlace();
  const asked = useAnswer<Reckoned>(`/v1/law/${profile}/deadline`, { rule: clock.rule, from });
  return (
    <Answer of={asked}>
      {({ deadline: { due, calendar, calendarVersion = '' }, steps }) => (
        <div aria-live="polite">
          <p className="law-due">
            {t(clock.backwards ? 'opens' : 'due')}{' '}
            <strong>
              <time dateTime={due}>{format.day(due)}</time>
            </strong>{' '}
            {format.weekday(due)}
          </p>
          <h2>{t('steps')}</h2>
          <ol className="law-steps">
            {steps.map(({ day, sentence }) => (
              <li key={`${day}${sentence.en}`}>
                <time dateTime={day}>{format.day(day)}</time> {format.weekday(day)}
                <div>{terms.said(sentence)}</div>
              </li>
            ))}
          </ol>
          <p className="soft">
            {t(calendar === 'provisional' ? 'provisional' : 'final')}
            {calendarVersion !== '' && <> · {t('version', { version: calendarVersion })}</>}
          </p>
        </div>
      )}
    </Answer>
  );
};

const ClockFields = ({
  clocks,
  chosen,
}: {
  readonly clocks: readonly Clock[];
  readonly chosen: Clock | undefined;
}) => {
  const t = useWords(law);
  const terms = useTerms();
  const period = usePeriod();
  const go = useGo();
  const { from } = usePlace();
  return (
    <>
      <label htmlFor="reckon-rule">{t('clock')}</label>
      <Select
        id="reckon-rule"
        value={chosen?.rule ?? null}
        options={clocks.map(({ rule, period: { n, unit } }) => ({
          value: rule,
          label: `${terms.clock(rule)} · ${period(`${String(n)} ${unit}`)}`,
        }))}
        onChange={(next) => go({ rule: next })}
      />
      <label htmlFor="reckon-from">{t(chosen?.backwards ? 'backwardsFrom' : 'from')}</label>
      <DatePicker
        id="reckon-from"
        allowClear={false}
        value={dayjs(from)}
        onChange={(picked: Dayjs | null) => go({ from: picked?.format('YYYY-MM-DD') })}
      />
    </>
  );
};

/** When a clock ends: by place or by rules, from a day, with every step. */
export const Reckon = ({ cards }: { readonly cards: readonly LawCard[] }) => {
  const t = useWords(law);
  const terms = useTerms();
  const { rule } = lawRoute.useSearch();
  const { profile } = usePlace();
  const asked = useAnswer<LawProfile>(`/v1/law/${profile}`);
  return (
    <Answer of={asked}>
      {({ clocks }) => {
        const chosen = rule === undefined ? clocks[0] : clocks.find((one) => one.rule === rule);
        return (
          <div className="law-reckon">
            <div className="law-fields">
              <PlaceFields cards={cards} />
              <ClockFields clocks={clocks} chosen={chosen} />
            </div>
            <div>
              <Suggestion />
              {chosen ? (
                <Steps profile={profile} clock={chosen} />
              ) : (
                <Alert
                  type="warning"
                  showIcon
                  title={t('noSuchClock', { clock: terms.clock(rule ?? '') })}
                />
              )}
            </div>
          </div>
        );
      }}
    </Answer>
  );
};
