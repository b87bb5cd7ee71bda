import type { ReactNode } from 'react';

/** A sentence that one must not miss: what is wrong, or what to know. */
export const Notice = ({
  tone,
  title,
  children,
  action,
}: {
  readonly tone: 'bad' | 'warn' | 'plain';
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) => (
  <div className={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
    <div>
      <strong>{title}</strong>
      {children !== undefined && <div>{children}</div>}
    </div>
    {action}
  </div>
);
