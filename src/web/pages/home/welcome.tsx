import { Button, InputNumber, Progress, Space } from 'antd';
import { Link } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { address, ask, get } from '../../api/request.ts';
import { Notice } from '../../shared/notice.tsx';
import { Panel } from '../../shared/page.tsx';
import { toast } from '../../shared/toast.tsx';
import { NewSubject } from '../../subject/new-subject.tsx';
import { home } from '../../words/home.ts';
import { useWords } from '../../words/words.ts';

type Demo = {
  readonly possible: boolean;
  readonly status: 'none' | 'running' | 'done' | 'failed';
  readonly progress: { readonly done: number; readonly of: number };
  readonly fault: string | null;
};

/** Whether nothing was ever recorded, and how far a demo city is. */
export const useDemo = () =>
  useQuery({
    queryKey: ['list', 'demo'],
    queryFn: ({ signal }) => get<Demo>('/v1/demo', {}, signal),
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? 500 : false),
  });

/** Says when the city that one waited for is there: whoever asked for it is gone from the page by then. */
export const useFounded = (status: Demo['status'] | undefined): void => {
  const t = useWords(home);
  const client = useQueryClient();
  const before = useRef(status);
  useEffect(() => {
    const awaited = before.current !== undefined && before.current !== 'done';
    before.current = status;
    if (!awaited || status !== 'done') return;
    toast(t('demoDone'));
    void client.invalidateQueries();
  }, [status]);
};

const Founding = ({ demo }: { readonly demo: Demo }) => {
  const t = useWords(home);
  const client = useQueryClient();
  const [enterprises, setEnterprises] = useState(300);
  const [wrong, setWrong] = useState<string>();
  const begin = async () => {
    try {
      await ask(address('/v1/demo'), { method: 'POST', body: { enterprises } });
      await client.invalidateQueries({ queryKey: ['list', 'demo'] });
    } catch (error) {
      setWrong(error instanceof Error ? error.message : String(error));
    }
  };
  const { status, progress, fault } = demo;
  if (status === 'running')
    return (
      <div role="status">
        <Progress percent={Math.floor((progress.done * 100) / Math.max(1, progress.of))} />
        {t('demoRunning', progress)}
      </div>
    );
  const problem = wrong ?? fault ?? undefined;
  return (
    <Space wrap>
      <label>
        {t('demoSize')}{' '}
        <InputNumber
          min={1}
          max={30_000}
          value={enterprises}
          onChange={(value) => setEnterprises(value ?? 300)}
        />
      </label>
      <Button type="primary" onClick={() => void begin()}>
        {t('demoStart')}
      </Button>
      {problem !== undefined && <Notice tone="bad" title={problem} />}
    </Space>
  );
};

/** Who looks at an empty store is shown three ways to begin. */
export const Welcome = ({ demo }: { readonly demo: Demo }) => {
  const t = useWords(home);
  return (
    <>
      <p>{t('welcomeText')}</p>
      <div className="ways">
        <Panel title={t('demoTitle')}>
          <p>{t('demoText')}</p>
          <Founding demo={demo} />
        </Panel>
        <Panel title={t('importTitle')}>
          <p>{t('importText')}</p>
          <Link to="/import">
            <Button>{t('importStart')}</Button>
          </Link>
        </Panel>
        <Panel title={t('caseTitle')}>
          <p>{t('caseText')}</p>
          <Space wrap>
            <NewSubject category="enterprise" commands={['Register']} label={t('caseEnterprise')} />
            <NewSubject
              category="bargainingCase"
              commands={['PrepareOffer']}
              label={t('caseOpen')}
            />
          </Space>
        </Panel>
      </div>
    </>
  );
};
