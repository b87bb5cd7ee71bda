import { MoonOutlined, SunOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Form, Input, Popover, Segmented } from 'antd';
import { useState } from 'react';
import { ACCOUNT, actAs, useWho } from '../who.ts';
import { speak, useLanguage, type Language } from '../words/language.ts';
import { shell } from '../words/shell.ts';
import { useWords } from '../words/words.ts';
import { appear, useAppearance, useIsDark, useIsNarrow, type Appearance } from './theme.ts';

const LANGUAGES: readonly { readonly value: Language; readonly label: string }[] = [
  { value: 'zh', label: '简体中文' },
  { value: 'en', label: 'English' },
];

const ActingForm = ({ done }: { readonly done: () => void }) => {
  const t = useWords(shell);
  const who = useWho();
  const rule = { pattern: ACCOUNT, message: t('actingHint') };
  return (
    <Form<{ by: string; onBehalfOf?: string }>
      layout="vertical"
      className="acting-form"
      initialValues={who}
      onFinish={({ by, onBehalfOf }) => {
        actAs({ by, onBehalfOf: onBehalfOf === '' ? undefined : onBehalfOf });
        done();
      }}
    >
      <Form.Item
        name="by"
        label={t('acting')}
        extra={t('actingHint')}
        rules={[{ required: true, ...rule }]}
      >
        <Input autoComplete="username" />
      </Form.Item>
      <Form.Item name="onBehalfOf" label={t('actingFor')} rules={[rule]}>
        <Input allowClear />
      </Form.Item>
      <Button type="primary" htmlType="submit">
        {t('change')}
      </Button>
    </Form>
  );
};

const AppearanceChoice = () => {
  const t = useWords(shell);
  const appearance = useAppearance();
  return (
    <Segmented<Appearance>
      aria-label={t('theme')}
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
        <Segmented<Language>
          aria-label={t('language')}
          value={language}
          options={[...LANGUAGES]}
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
              <Segmented<Language>
                aria-label={t('language')}
                value={language}
                options={[...LANGUAGES]}
                onChange={speak}
              />
            )}
          </div>
        }
      >
        <Button
          type="text"
          icon={dark ? <MoonOutlined /> : <SunOutlined />}
          aria-label={t('theme')}
        />
      </Popover>
      <Popover
        trigger="click"
        placement="bottomRight"
        open={acting}
        onOpenChange={setActing}
        title={t('acting')}
        content={<ActingForm done={() => setActing(false)} />}
      >
        <Button type="text" icon={<UserOutlined />} aria-label={`${t('acting')}: ${by}`}>
          {narrow ? null : by}
        </Button>
      </Popover>
    </>
  );
};
