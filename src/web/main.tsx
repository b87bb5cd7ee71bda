import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider, theme } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { follow, standing } from './api/live.ts';
import { Problem } from './api/problem.ts';
import { router } from './router.ts';
import { useLook } from './shell/theme.ts';
import { useLanguage } from './words/language.ts';
import { factTypes, loadTerms, TermContext, type TermTables } from './words/terms.ts';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal stays one; a line that is down may come back.
      retry: (count, error) => !(error instanceof Problem) && count < 2,
    },
  },
});

/** Every text is at least 4.5 : 1 on its ground: greys and tags are darker than the theme's own. */
const LOOK = {
  token: {
    colorPrimary: '#0b5cad',
    colorLink: '#0b5cad',
    borderRadius: 6,
    fontFamily: 'var(--font)',
    colorTextPlaceholder: '#667080',
    colorTextDescription: '#5b6675',
    colorTextQuaternary: '#667080',
    colorTextTertiary: '#5b6675',
  },
} as const;
const DARK = {
  token: {
    colorPrimary: '#1f6fc0',
    colorLink: '#6cb2ff',
    borderRadius: 6,
    fontFamily: 'var(--font)',
    colorTextPlaceholder: '#98a2b0',
    colorTextDescription: '#a3adba',
    colorTextQuaternary: '#98a2b0',
    colorTextTertiary: '#a3adba',
    colorBgContainer: '#161b22',
    colorBgElevated: '#1c232c',
    colorBorder: '#3a4452',
    colorBorderSecondary: '#2d3540',
  },
  components: {
    Tabs: { itemSelectedColor: '#6cb2ff', itemHoverColor: '#8cc4ff', inkBarColor: '#6cb2ff' },
    Segmented: { trackBg: '#2d3540', itemSelectedBg: '#161b22' },
    Table: { headerBg: '#1c232c', headerColor: '#e6eaf0' },
  },
  algorithm: theme.darkAlgorithm,
} as const;

const Web = ({
  terms,
  after,
}: {
  readonly terms: TermTables;
  readonly after: string | undefined;
}) => {
  const language = useLanguage();
  const { dark, still } = useLook();
  const look = dark ? DARK : LOOK;
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  useEffect(() => follow({ client, types: factTypes(terms), after }), [terms, after]);
  return (
    <ConfigProvider
      locale={language === 'zh' ? zh : en}
      theme={still ? { ...look, token: { ...look.token, motion: false } } : look}
      button={{ autoInsertSpace: false }}
    >
      <TermContext value={terms}>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </TermContext>
    </ConfigProvider>
  );
};

const root = document.getElementById('root');
// The script of the page comes while the words do.
void router.load();
// Where the log stands is asked before any page asks for what is in it.
const [terms, after] = await Promise.all([loadTerms(), standing()]);
if (root)
  createRoot(root).render(
    <StrictMode>
      <Web terms={terms} after={after} />
    </StrictMode>,
  );
