import { Link } from '@tanstack/react-router';
import { shared } from '../words/shared.ts';
import { useWords } from '../words/words.ts';

/** The parts of a subject's page, each with an address of its own. */
export const TabLinks = ({
  tabs,
  open,
  first,
}: {
  readonly tabs: readonly { readonly key: string; readonly label: string }[];
  readonly open: string;
  /** The part that shows when the address names none. */
  readonly first: string;
}) => {
  const t = useWords(shared);
  return (
    <nav className="tab-links no-print" aria-label={t('parts')}>
      {tabs.map(({ key, label }) => (
        <Link
          key={key}
          to="."
          search={(before: object) => ({
            ...before,
            tab: key === first ? undefined : key,
            fact: undefined,
          })}
          resetScroll={false}
          activeOptions={{ exact: true, explicitUndefined: true }}
          {...(key === open ? { 'aria-current': 'page' as const } : {})}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
};
