import type { ReactNode } from 'react';

/** What is wider than the page scrolls by itself, with the keyboard, too. */
export const Scroller = ({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) => (
  <div className="scroller" role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
);
