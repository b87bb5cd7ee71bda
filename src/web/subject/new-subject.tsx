import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { shared } from '../words/shared.ts';
import { useWords } from '../words/words.ts';
import type { NewProps } from './opening.tsx';

const OpeningDrawer = lazy(() => import('./opening.tsx'));

/** Opens a new thing: its id, and the form of the command that begins it. */
export const NewSubject = ({ label, ...props }: NewProps & { readonly label?: string }) => {
  const t = useWords(shared);
  const [open, setOpen] = useState(false);
  const title = label ?? t('newRecord');
  return (
    <>
      <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {title}
      </Button>
      {open && (
        <Suspense>
          <OpeningDrawer {...props} title={title} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
