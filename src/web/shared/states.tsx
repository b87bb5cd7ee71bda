import { Button } from 'antd';
import type { ReactNode } from 'react';
import { isMissing, Problem, Unreachable } from '../api/problem.ts';
import { Missing } from '../shell/wrong.tsx';
import { Notice } from './notice.tsx';
import { shared } from '../words/shared.ts';
import { shell } from '../words/shell.ts';
import { useWords } from '../words/words.ts';

/** Something is on its way. */
export const Loading = () => {
  const t = useWords(shared);
  return (
    <div className="loading" role="status" aria-label={t('loading')}>
      <span className="spinner" />
    </div>
  );
};

/** It did not come: the server's own sentence, and a way to try again. */
export const Failed = ({
  error,
  again,
}: {
  readonly error: unknown;
  readonly again?: () => void;
}) => {
  const t = useWords(shared);
  const s = useWords(shell);
  const says =
    error instanceof Unreachable
      ? s('offline')
      : error instanceof Error
        ? error.message
        : undefined;
  const violations = error instanceof Problem ? error.body.violations : [];
  return (
    <Notice
      tone="bad"
      title={t('failed')}
      action={again && <Button onClick={again}>{t('again')}</Button>}
    >
      {says}
      {violations.map(({ path, message }) => (
        <div key={`${path}${message}`}>
          {path}: {message}
        </div>
      ))}
    </Notice>
  );
};

/** Nothing is there, and what one may do about it. */
export const Nothing = ({
  text,
  children,
}: {
  readonly text?: string;
  readonly children?: ReactNode;
}) => {
  const t = useWords(shared);
  return (
    <div className="nothing">
      <p className="soft">{text ?? t('empty')}</p>
      {children}
    </div>
  );
};

type Asked<T> = {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
};

/** Shows what was asked for once it is here; loading, failure and an unknown `id` are shown meanwhile. */
export const Answer = <T,>({
  of: { data, error, refetch },
  id,
  children,
}: {
  readonly of: Asked<T>;
  readonly id?: string;
  readonly children: (data: T) => ReactNode;
}) => {
  if (data !== undefined) return children(data);
  if (error && id !== undefined && isMissing(error)) return <Missing id={id} />;
  if (error) return <Failed error={error} again={() => void refetch()} />;
  return <Loading />;
};
