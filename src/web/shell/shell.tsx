import { MenuOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Loading } from '../shared/states.tsx';
import { shell } from '../words/shell.ts';
import { useFormat } from '../words/format.ts';
import { useWords } from '../words/words.ts';
import { ClockBar } from './clock-bar.tsx';
import { ClockButton } from './clock-button.tsx';
import { Choices } from './choices.tsx';
import { Navigation } from './navigation.tsx';
import { Notices } from './notices.tsx';
import { SearchBox } from './search-box.tsx';
import { useIsNarrow } from './theme.ts';
import { Toasts } from '../shared/toast.tsx';
import '../shared/shared.css';
import './shell.css';

const NarrowNavigation = lazy(() => import('./narrow-navigation.tsx'));

/** Where one is: after going to another page, the keyboard stands at its beginning. */
const useFocusOnArrival = () => {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current !== pathname) main.current?.focus({ preventScroll: true });
    before.current = pathname;
  }, [pathname]);
  return { main, pathname };
};

const Head = ({ narrow, open }: { readonly narrow: boolean; readonly open: () => void }) => {
  const t = useWords(shell);
  return (
    <header className="head">
      {narrow && (
        <Button
          type="text"
          icon={<MenuOutlined aria-hidden />}
          aria-label={t('menu')}
          onClick={open}
        />
      )}
      <Link to="/" className="brand" aria-label={t('name')}>
        <img src="/icon.svg" alt="" width={28} height={28} />
        {!narrow && <span>{t('shortName')}</span>}
      </Link>
      <SearchBox />
      <span className="spread" />
      <ClockButton />
      <Choices />
    </header>
  );
};

/** On paper: the address, which says what was chosen, and when it was printed from there. */
const PrintedFrom = () => {
  const { href } = useLocation();
  const format = useFormat();
  return (
    <p className="print-only">
      {window.location.origin}
      {href} · {format.instant(new Date().toISOString())}
    </p>
  );
};

/** The frame: navigation, head, notices, and the page. */
export const Shell = () => {
  const t = useWords(shell);
  const narrow = useIsNarrow();
  const [open, setOpen] = useState(false);
  const { main, pathname } = useFocusOnArrival();
  useEffect(() => setOpen(false), [pathname]);
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <Head narrow={narrow} open={() => setOpen(true)} />
      <ClockBar />
      <Notices />
      <Toasts />
      <div className="body">
        {narrow ? (
          open && (
            <Suspense>
              <NarrowNavigation close={() => setOpen(false)} />
            </Suspense>
          )
        ) : (
          <div className="side">
            <Navigation />
          </div>
        )}
        <main id="main" ref={main} tabIndex={-1}>
          <PrintedFrom />
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
    </div>
  );
};
