import { useEffect, type ReactNode } from 'react';
import { shell } from '../words/shell.ts';
import { useWords } from '../words/words.ts';

/** A page: its title in the tab and on top, what one can do beside it, a sentence under it. */
export const Page = ({
  title,
  about,
  actions,
  under,
  children,
}: {
  readonly title: string;
  /** What it is among its kind, beside the title: an id, a number. */
  readonly about?: string | undefined;
  readonly actions?: ReactNode;
  readonly under?: ReactNode;
  readonly children: ReactNode;
}) => {
  const t = useWords(shell);
  const name = t('shortName');
  useEffect(() => {
    document.title = `${title} · ${name}`;
  }, [title, name]);
  return (
    <>
      <div className="page-head">
        <h1>
          {title}
          {about !== undefined && <small> {about}</small>}
        </h1>
        <span className="spread" />
        {actions}
        {under !== undefined && <div className="under">{under}</div>}
      </div>
      {children}
    </>
  );
};

/** A framed part of a page under its own heading. */
export const Panel = ({
  title,
  extra,
  children,
}: {
  readonly title?: string;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}) => (
  <section className="panel" aria-label={title}>
    {title !== undefined && (
      <div className="page-head">
        <h2>{title}</h2>
        <span className="spread" />
        {extra}
      </div>
    )}
    {children}
  </section>
);
