import { Tag } from 'antd';
import type { ImportRun } from '../../api/imports.ts';
import { operator } from '../../words/operator.ts';
import { useWords } from '../../words/words.ts';

const COLORS = { running: 'blue', done: 'green', failed: 'red', interrupted: 'orange' } as const;

/** How far a run came. */
export const RunStatus = ({ run: { status } }: { readonly run: ImportRun }) => {
  const t = useWords(operator);
  return <Tag color={COLORS[status]}>{t(`status_${status}`)}</Tag>;
};
