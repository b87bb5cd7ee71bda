import { MoonOutlined, SunOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Loading } from '../shared/states.tsx';
import { Toggle } from '../shared/toggle.tsx';
import { useWho } from '../who.ts';
import { speak, useLanguage, type Language } from '../words/language.ts';
import { shell } from '../words/shell.ts';
import { useWords } from '../words/words.ts';
import { appear, useAppearance, useIsDark, useIsNarrow, type Appearance } from './theme.ts';

const LANGUAGES: readonly { readonly value: Language; readonly label: string }[] = [
  { value: 'zh', label: '简体中文' },
  { value: 'en', label: 'English' },
];

const ActingForm = lazy(() => import('./acting-form.tsx'));

const AppearanceChoice = () => {
  const t = useWords(shell);
  const appearance = useAppearance();
  return (
    <Toggle<Appearance>
      label={t('theme')}
      value={appearance}
      options={(['light', 'dark', 'system'] as const).map((value) => ({ value, label: t(value) }))}
      onChange={appear}
    />
  );
};

/** Language, appearance and who acts. */
export const Choices = () => {
  const t = useWords(shell);
  const language = useLanguage();
  const dark = useIsDark();
  const narrow = useIsNarrow();
  const { by } = useWho();
  const [acting, setActing] = useState(false);
  return (
    <>
      {!narrow && (
        <Toggle<Language>
          label={t('language')}
          value={language}
          options={LANGUAGES}
          onChange={speak}
        />
      )}
      <Popover
        trigger="click"
        placement="bottomRight"
        title={t('theme')}
        content={
          <div className="choices">
            <AppearanceChoice />
            {narrow && (
              <Toggle<Language>
                label={t('language')}
                value={language}
                options={LANGUAGES}
                onChange={speak}
              />
            )}
          </div>
        }
      >
        <Button
          type="text"
          icon={dark ? <MoonOutlined aria-hidden /> : <SunOutlined aria-hidden />}
          aria-label={t('theme')}
        />
      </Popover>
      <Popover
        trigger="click"
        placement="bottomRight"
        open={acting}
        onOpenChange={setActing}
        title={t('acting')}
        content={
          <Suspense fallback={<Loading />}>
            <ActingForm done={() => setActing(false)} />
          </Suspense>
        }
      >
        <Button
          type="text"
          icon={<UserOutlined aria-hidden />}
          aria-label={`${t('acting')}: ${by}`}
        >
          {narrow ? null : by}
        </Button>
      </Popover>
    </>
  );
};
