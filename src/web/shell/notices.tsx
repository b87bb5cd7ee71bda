import { useLocation, useSearch } from '@tanstack/react-router';
import { useLine } from '../api/line.ts';
import { Notice } from '../shared/notice.tsx';
import { parseSearch } from '../shared/search.ts';
import { shell } from '../words/shell.ts';
import { useWords } from '../words/words.ts';

/** What the address says that no page understood. */
const useWrong = (): readonly (readonly [name: string, value: string])[] => {
  const { searchStr } = useLocation();
  const understood: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  return Object.entries(parseSearch(searchStr))
    .filter(([name]) => understood[name] === undefined)
    .map(([name, value]) => [name, String(value)] as const);
};

/** What one should know whatever page is open: the line is down, the address is wrong. */
export const Notices = () => {
  const t = useWords(shell);
  const open = useLine();
  const wrong = useWrong();
  return (
    <div className="notices" aria-live="polite">
      {!open && <Notice tone="bad" title={t('offline')} />}
      {wrong.map(([name, value]) => (
        <Notice key={name} tone="warn" title={t('wrongAddress', { name, value })} />
      ))}
    </div>
  );
};
