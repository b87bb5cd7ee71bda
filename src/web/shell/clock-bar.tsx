import { Button } from 'antd';
import { useFormat } from '../words/format.ts';
import { shell } from '../words/shell.ts';
import { useWords } from '../words/words.ts';
import { useClocks, useSetClocks } from './clocks.ts';

/** A coloured bar whenever the page does not show now, with the way back. */
export const ClockBar = () => {
  const t = useWords(shell);
  const format = useFormat();
  const { on, knownAt } = useClocks();
  const set = useSetClocks();
  if (on === undefined && knownAt === undefined) return null;
  const which = on === undefined ? 'then_known' : knownAt === undefined ? 'then_on' : 'then_both';
  const known = knownAt === undefined ? '' : format.instant(knownAt);
  return (
    <div className="clock-bar" role="status">
      <span>{t(which, { on: on === undefined ? '' : format.day(on), known })}</span>
      <Button size="small" onClick={() => set({ on: undefined, knownAt: undefined })}>
        {t('backToNow')}
      </Button>
    </div>
  );
};
