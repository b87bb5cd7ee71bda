import { Button, Form, Input } from 'antd';
import { ACCOUNT, actAs, useWho } from '../who.ts';
import { shell } from '../words/shell.ts';
import { useWords } from '../words/words.ts';

/** Chooses who acts, and for whom. */
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
export default ActingForm;
