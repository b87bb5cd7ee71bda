import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useLine } from '../api/line.ts';
import { Notice } from '../shared/notice.tsx';
import { forgetWrong, useWrongParts } from '../shared/wrong-address.ts';
import { shell } from '../words/shell.ts';
import { useWords } from '../words/words.ts';

/** What this address says wrong, until another page opens. */
const useWrong = () => {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current !== pathname) forgetWrong();
    before.current = pathname;
  }, [pathname]);
  return useWrongParts();
};

/** What one should know whatever page is open: the line is down, the address is wrong. */
export const Notices = () => {
  const t = useWords(shell);
  const open = useLine();
  const wrong = useWrong();
  return (
    <div className="notices" aria-live="polite">
      {!open && <Notice tone="bad" title={t('offline')} />}
      {wrong.map(({ name, value }) => (
        <Notice key={name} tone="warn" title={t('wrongAddress', { name, value })} />
      ))}
    </div>
  );
};
