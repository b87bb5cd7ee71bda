import { useQuery } from '@tanstack/react-query';
import type { Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import { get } from '../api/request.ts';
import type { Page } from '../api/types.ts';
import type { Sentence } from '../words/table.ts';
import { useTerms } from '../words/terms.ts';

type RestDay = { readonly day: string; readonly why: Sentence };

/** Why nobody works on a day, by day; asked for once a year. */
const useRestDays = (year: number) =>
  useQuery({
    queryKey: ['rest-days', year],
    queryFn: async ({ signal }) => {
      const { items } = await get<Page<RestDay>>('/v1/rest-days', { year }, signal);
      return new Map(items.map(({ day, why }) => [day, why]));
    },
    staleTime: Infinity,
  }).data;

const DayCell = ({ day }: { readonly day: Dayjs }) => {
  const terms = useTerms();
  const why = useRestDays(day.year())?.get(day.format('YYYY-MM-DD'));
  return (
    <div
      className={why ? 'ant-picker-cell-inner rest-day' : 'ant-picker-cell-inner'}
      title={why && terms.said(why)}
    >
      {day.date()}
    </div>
  );
};

/** The days of a picker as the calendar of the law has them: rest days are marked, and say why. */
export const dayCell = (
  current: Dayjs | string | number,
  { type, originNode }: { readonly type: string; readonly originNode: ReactNode },
): ReactNode =>
  type === 'date' && typeof current === 'object' ? <DayCell day={current} /> : originNode;
