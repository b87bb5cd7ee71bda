import { Button, DatePicker, Form, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { shell } from '../words/shell.ts';
import { useWords } from '../words/words.ts';
import { useClocks, useSetClocks } from './clocks.ts';

const instantOf = (picked: Dayjs | null): string | undefined => picked?.toISOString();

/** Sets the day the page is for, and the moment as of which it is known. */
const ClockForm = ({ done }: { readonly done: () => void }) => {
  const t = useWords(shell);
  const now = useClocks();
  const set = useSetClocks();
  const [on, setOn] = useState(now.on);
  const [knownAt, setKnownAt] = useState(now.knownAt);
  return (
    <Form
      layout="vertical"
      className="clock-form"
      // Enter takes the day that was typed; the other clock may still be set.
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement)
          event.preventDefault();
      }}
      onFinish={() => {
        set({ on, knownAt });
        done();
      }}
    >
      <Form.Item label={t('onDay')} htmlFor="clock-on">
        <DatePicker
          id="clock-on"
          value={on === undefined ? null : dayjs(on)}
          placeholder={t('today')}
          onChange={(picked: Dayjs | null) => setOn(picked?.format('YYYY-MM-DD'))}
        />
      </Form.Item>
      <Form.Item label={t('knownAt')} htmlFor="clock-known">
        <DatePicker
          id="clock-known"
          showTime
          value={knownAt === undefined ? null : dayjs(knownAt)}
          placeholder={t('now')}
          onChange={(picked: Dayjs | null) => setKnownAt(instantOf(picked))}
        />
      </Form.Item>
      <Space>
        <Button type="primary" htmlType="submit">
          {t('change')}
        </Button>
        <Button
          onClick={() => {
            set({ on: undefined, knownAt: undefined });
            done();
          }}
        >
          {t('backToNow')}
        </Button>
      </Space>
    </Form>
  );
};
export default ClockForm;
