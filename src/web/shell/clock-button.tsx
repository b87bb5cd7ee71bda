import { ClockCircleOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Loading } from '../shared/states.tsx';
import { shell } from '../words/shell.ts';
import { useFormat } from '../words/format.ts';
import { useWords } from '../words/words.ts';
import { useClocks } from './clocks.ts';
import { useIsNarrow } from './theme.ts';

const ClockForm = lazy(() => import('./clock-form.tsx'));

/** The two clocks: opens the form that sets them. */
export const ClockButton = () => {
  const t = useWords(shell);
  const format = useFormat();
  const narrow = useIsNarrow();
  const { on, knownAt } = useClocks();
  const [open, setOpen] = useState(false);
  const is = on === undefined && knownAt === undefined;
  const label = is
    ? t('now')
    : [on, knownAt]
        .filter((one) => one !== undefined)
        .map((one) => (one.length > 10 ? format.instant(one) : format.day(one)))
        .join(' · ');
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      trigger="click"
      placement="bottomRight"
      title={t('clocks')}
      content={
        <Suspense fallback={<Loading />}>
          <ClockForm done={() => setOpen(false)} />
        </Suspense>
      }
    >
      <Button
        icon={<ClockCircleOutlined aria-hidden />}
        type={is ? 'text' : 'primary'}
        aria-label={`${t('clocks')}: ${label}`}
        aria-expanded={open}
      >
        {narrow ? null : label}
      </Button>
    </Popover>
  );
};
