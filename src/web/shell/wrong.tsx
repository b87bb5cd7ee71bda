import { Button, Result } from 'antd';
import { Link, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Problem } from '../api/problem.ts';
import { shell } from '../words/shell.ts';
import { useWords } from '../words/words.ts';

const ways = (t: ReturnType<typeof useWords<typeof shell.table>>, back: () => void): ReactNode => [
  <Button key="back" onClick={back}>
    {t('back')}
  </Button>,
  <Link key="home" to="/">
    <Button type="primary">{t('toHome')}</Button>
  </Link>,
];

/** No page has this address. */
export const NotFound = () => {
  const t = useWords(shell);
  const router = useRouter();
  return (
    <Result
      status="404"
      title={<h1 className="wrong">{t('notFoundTitle')}</h1>}
      subTitle={t('notFoundText')}
      extra={ways(t, () => router.history.back())}
    />
  );
};

/** Nothing is recorded under this id. */
export const Missing = ({ id }: { readonly id: string }) => {
  const t = useWords(shell);
  const router = useRouter();
  return (
    <Result
      status="404"
      title={<h1 className="wrong">{t('missingTitle', { id })}</h1>}
      subTitle={t('missingText')}
      extra={ways(t, () => router.history.back())}
    />
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
    <Result
      status="error"
      title={<h1 className="wrong">{t('brokenTitle')}</h1>}
      subTitle={t('brokenText')}
      extra={[
        <Button key="again" onClick={reset}>
          {t('again')}
        </Button>,
        <Link key="home" to="/">
          <Button type="primary">{t('toHome')}</Button>
        </Link>,
      ]}
    >
      <pre className="error-text">{id === undefined ? text : `${text}\n${id}`}</pre>
    </Result>
  );
};
