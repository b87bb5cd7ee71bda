import { Button, Input } from 'antd';
import { address } from '../../api/request.ts';
import { Panel } from '../../shared/page.tsx';
import { toast } from '../../shared/toast.tsx';
import { useLanguage } from '../../words/language.ts';
import { deadlines } from '../../words/deadlines.ts';
import { useWords } from '../../words/words.ts';

/** The address under which calendars follow the deadlines. */
export const Feed = () => {
  const t = useWords(deadlines);
  const lang = useLanguage();
  const path = address('/v1/deadlines.ics', { lang });
  const url = new URL(path, window.location.origin).href;
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    toast(t('copied'));
  };
  return (
    <Panel title={t('feed')}>
      <p className="soft">{t('feedUnder')}</p>
      <div className="feed">
        <Input readOnly value={url} aria-label={t('feedAddress')} />
        <Button onClick={() => void copy()}>{t('copy')}</Button>
        <Button href={path} download="deadlines.ics">
          {t('download')}
        </Button>
      </div>
    </Panel>
  );
};
