import { Alert, Button } from 'antd';
import type { Problem } from '../api/problem.ts';
import type { Category } from '../api/things.ts';
import { useFormat } from '../words/format.ts';
import { form } from '../words/form.ts';
import { useTerms } from '../words/terms.ts';
import { useWords } from '../words/words.ts';
import type { Verdict } from './dry-run.ts';

/** The server’s sentence, and where the law says it. */
const Refused = ({ problem }: { readonly problem: Problem }) => {
  const t = useWords(form);
  const { detail, article, violations } = problem.body;
  return (
    <Alert
      type="error"
      showIcon
      className="verdict"
      title={t('refused')}
      description={
        <>
          {detail}
          {violations
            .filter(({ path }) => path === '')
            .map(({ message }) => (
              <div key={message}>{message}</div>
            ))}
          {article !== undefined && <div className="soft">{t('article', { article })}</div>}
        </>
      }
    />
  );
};

/** What would happen if it were sent now, or why it may not be. */
export const VerdictView = ({
  category,
  verdict,
  problem,
  tried,
  waiting,
}: {
  readonly category: Category;
  readonly verdict: Verdict;
  readonly problem: Problem | undefined;
  readonly tried: boolean;
  readonly waiting: boolean;
}) => {
  const t = useWords(form);
  const terms = useTerms();
  const format = useFormat();
  if (waiting) return <Alert type="warning" showIcon className="verdict" title={t('waiting')} />;
  const said = verdict.problem ?? problem;
  if (said && said.body.code !== 'invalid-request') return <Refused problem={said} />;
  if (said)
    return (
      <p className={tried ? 'bad verdict' : 'soft verdict'} aria-live="polite">
        {t('incomplete')}
      </p>
    );
  const events = verdict.answer?.events.map((type) => terms.fact(category, type));
  const facts = events && format.list(events);
  return (
    <p className="soft verdict" aria-live="polite">
      {verdict.checking || facts === undefined
        ? t('checking')
        : facts === ''
          ? t('nothing')
          : t('possible', { facts })}
    </p>
  );
};

/** What others did since the page was read; what was typed stays. */
export const Conflict = ({
  category,
  problem,
  goOn,
}: {
  readonly category: Category;
  readonly problem: Problem;
  readonly goOn: () => void;
}) => {
  const t = useWords(form);
  const terms = useTerms();
  const format = useFormat();
  return (
    <Alert
      type="warning"
      showIcon
      className="verdict"
      title={t('conflict')}
      description={
        <>
          <p>{t('conflictText')}</p>
          <ul>
            {(problem.body.events ?? []).map(({ id, type, at, by }) => (
              <li key={id}>
                {terms.fact(category, type)} · {by} · {format.instant(at)}
              </li>
            ))}
          </ul>
          <Button onClick={goOn}>{t('conflictGoOn')}</Button>
        </>
      }
    />
  );
};

/** What was typed last time is back. */
export const Restored = ({ discard }: { readonly discard: () => void }) => {
  const t = useWords(form);
  return (
    <Alert
      type="info"
      showIcon
      closable
      className="verdict"
      title={t('draft')}
      action={
        <Button size="small" onClick={discard}>
          {t('discard')}
        </Button>
      }
    />
  );
};
