import { Button } from 'antd';
import { Link, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Problem } from '../api/problem.ts';
import { shell } from '../words/shell.ts';
import { useWords } from '../words/words.ts';

const Wrong = ({
  title,
  text,
  children,
  more,
}: {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
  readonly more?: ReactNode;
}) => {
  const t = useWords(shell);
  return (
    <div className="wrong">
      <h1>{title}</h1>
      <p>{text}</p>
      {more}
      <p className="wrong-ways">
        {children}
        <Link to="/">
          <Button type="primary">{t('toHome')}</Button>
        </Link>
      </p>
    </div>
  );
};

const Back = () => {
  const t = useWords(shell);
  const router = useRouter();
  return <Button onClick={() => router.history.back()}>{t('back')}</Button>;
};

/** No page has this address. */
export const NotFound = () => {
  const t = useWords(shell);
  return (
    <Wrong title={t('notFoundTitle')} text={t('notFoundText')}>
      <Back />
    </Wrong>
  );
};

/** Nothing is recorded under this id. */
export const Missing = ({ id }: { readonly id: string }) => {
  const t = useWords(shell);
  return (
    <Wrong title={t('missingTitle', { id })} text={t('missingText')}>
      <Back />
    </Wrong>
  );
};

/** A page that broke: what is recorded is safe, and one can try again. */
export const Broken = ({
  error,
  reset,
}: {
  readonly error: unknown;
  readonly reset: () => void;
}) => {
  const t = useWords(shell);
  const text = error instanceof Error ? error.message : String(error);
  const id = error instanceof Problem ? error.body.requestId : undefined;
  return (
    <Wrong
      title={t('brokenTitle')}
      text={t('brokenText')}
      more={<pre className="error-text">{id === undefined ? text : `${text}\n${id}`}</pre>}
    >
      <Button onClick={reset}>{t('again')}</Button>
    </Wrong>
  );
};
