import { Segmented } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { things } from '../../api/things.ts';
import { Chart } from '../../charts/chart.tsx';
import { Answer, Nothing } from '../../shared/states.tsx';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { useIsNarrow } from '../../shell/theme.ts';
import { enterprises } from '../../words/enterprises.ts';
import { plusDays, today, useFormat } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { useLife, type Bar, type Head } from './life.ts';
import { enterpriseSubjectRoute } from './routes.tsx';

const LANE = 26;
const CURVE = 150;

/** As much of what ECharts hands to a drawer of bars as this one uses. */
type Api = {
  readonly value: (dimension: number) => number;
  readonly coord: (point: readonly [number, number]) => readonly [number, number];
};

const time = (day: string): number => Date.parse(`${day}T00:00:00Z`);

const drawBar = (bars: readonly Bar[]) => (_params: unknown, api: Api) => {
  const lane = api.value(0);
  const [x, y] = api.coord([api.value(1), lane]);
  const [end] = api.coord([api.value(2), lane]);
  const bar = bars[api.value(3)];
  return {
    type: 'rect',
    shape: { x, y: y - 8, width: Math.max(3, end - x), height: 16, r: 3 },
    style: { fill: bar?.ink ?? '#888888', opacity: bar?.to === null ? 1 : 0.75 },
  };
};

/** The curve, step by step, up to this day. */
const steps = (heads: readonly Head[], of: 'workers' | 'women', until: string) => {
  const points = heads.map((head) => [time(head.from), head[of]] as const);
  const last = heads.at(-1);
  return last && last[of] !== null ? [...points, [time(until), last[of]] as const] : points;
};

type Drawn = {
  readonly lanes: readonly string[];
  readonly bars: readonly Bar[];
  readonly heads: readonly Head[];
  readonly from: string;
  /** The right end of the axis: this day, or the last day of a term that runs on. */
  readonly until: string;
  readonly day: string;
};

/** About how wide a name is drawn: a Chinese character takes the place of two letters. */
const widthOf = (name: string): number =>
  Array.from(name).reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 12 : 7), 0);

const useOption = ({ lanes, bars, heads, from, until, day }: Drawn) => {
  const t = useWords(enterprises);
  const format = useFormat();
  const narrow = useIsNarrow();
  return useMemo(() => {
    const left = narrow ? 96 : 28 + Math.min(156, Math.max(...lanes.map(widthOf), 40));
    const bottom = 24 + 26 + lanes.length * LANE;
    const x = { type: 'time', min: time(from), max: time(until) };
    return {
      tooltip: { trigger: 'item', confine: true },
      legend: { top: 0, itemGap: 28 },
      axisPointer: { link: [{ xAxisIndex: 'all' }] },
      grid: [
        { left, right: 20, top: 34, height: CURVE },
        { left, right: 20, top: CURVE + 64, height: bottom - 50 },
      ],
      xAxis: [
        { ...x, gridIndex: 0, axisLabel: { show: false } },
        { ...x, gridIndex: 1, axisLabel: { hideOverlap: true } },
      ],
      yAxis: [
        { type: 'value', gridIndex: 0, splitNumber: 3 },
        {
          type: 'category',
          gridIndex: 1,
          data: lanes,
          inverse: true,
          axisTick: { show: false },
          axisLabel: { width: left - 24, overflow: 'truncate' },
          splitLine: { show: true },
        },
      ],
      dataZoom: [{ type: 'inside', xAxisIndex: [0, 1], filterMode: 'none' }],
      series: [
        ...(['workers', 'women'] as const).map((of) => ({
          type: 'line',
          step: 'end',
          name: t(of === 'workers' ? 'headcount' : 'women'),
          data: steps(heads, of, day),
          showSymbol: heads.length < 40,
          symbolSize: 5,
          lineStyle: { type: of === 'women' ? 'dashed' : 'solid' },
          itemStyle: { color: of === 'workers' ? '#2f7fd1' : '#a2559c' },
        })),
        {
          type: 'custom',
          xAxisIndex: 1,
          yAxisIndex: 1,
          clip: true,
          renderItem: drawBar(bars),
          encode: { x: [1, 2], y: 0 },
          data: bars.map((bar, at) => [
            lanes.indexOf(bar.lane),
            time(bar.from),
            time(bar.to ?? day),
            at,
          ]),
          tooltip: {
            formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
              const bar = bars[dataIndex];
              if (!bar) return '';
              const to = bar.to === null ? t('open') : format.day(bar.to);
              return `${bar.lane}<br>${bar.detail}<br>${format.day(bar.from)} – ${to}`;
            },
          },
        },
      ],
    };
  }, [lanes.join(), bars, heads, from, until, day, narrow, format]);
};

const Drawing = (drawn: Drawn) => {
  const t = useWords(enterprises);
  const format = useFormat();
  const navigate = useNavigate();
  const option = useOption(drawn);
  const { bars, heads, lanes } = drawn;
  const open = ({ opens }: Bar) => {
    const page = opens && things[opens.category].page;
    if (page) void navigate({ to: page, params: { id: opens.id } });
  };
  return (
    <Chart
      option={option}
      height={CURVE + 64 + lanes.length * LANE + 40}
      label={t('axis')}
      onPick={({ seriesIndex, dataIndex }) => {
        const bar = seriesIndex === 2 ? bars[dataIndex] : undefined;
        if (bar) open(bar);
      }}
      table={{
        columns: [t('what'), t('from'), t('to'), t('detail')],
        rows: [
          ...bars.map(({ lane, from, to, detail, opens }) => [
            lane,
            format.day(from),
            to === null ? t('open') : format.day(to),
            opens ? (
              <SubjectLink category={opens.category} id={opens.id}>
                {detail}
              </SubjectLink>
            ) : (
              detail
            ),
          ]),
          ...heads.flatMap(({ from, workers }, at) => {
            const to = heads[at + 1]?.from;
            return workers === null
              ? []
              : [
                  [
                    t('headcount'),
                    format.day(from),
                    to === undefined ? t('open') : format.day(to),
                    t('people', { count: format.number(workers) }),
                  ],
                ];
          }),
        ],
      }}
    />
  );
};

const YEARS = 10;

/** One axis of time: union, headcount, contracts, bargaining, disputes; each bar opens its thing. */
export const Lifeline = ({ id }: { readonly id: string }) => {
  const t = useWords(enterprises);
  const navigate = useNavigate();
  const { span = 'recent', on } = enterpriseSubjectRoute.useSearch();
  const { asked, bars, heads } = useLife(id);
  const until = plusDays(on ?? today(), 0);
  const first = [...bars.map(({ from }) => from), ...heads.map(({ from }) => from)].toSorted()[0];
  const recent = plusDays(until, -365 * YEARS);
  const from = span === 'all' && first !== undefined ? first : recent;
  const shown = bars.filter((bar) => bar.from <= until && (bar.to ?? until) >= from);
  const last = shown.reduce((day, { to }) => (to !== null && to > day ? to : day), until);
  const lanes = [...new Set(shown.map(({ lane }) => lane))];
  return (
    <>
      <div className="page-head no-print">
        <span className="soft">{t('axis')}</span>
        <span className="spread" />
        <Segmented
          aria-label={t('span')}
          value={span}
          options={[
            { value: 'recent' as const, label: t('lastYears') },
            { value: 'all' as const, label: t('everything') },
          ]}
          onChange={(chosen) =>
            void navigate({
              to: '.',
              search: (before: object) => ({
                ...before,
                span: chosen === 'recent' ? undefined : chosen,
              }),
            })
          }
        />
      </div>
      <Answer of={asked}>
        {() =>
          shown.length === 0 && heads.length === 0 ? (
            <Nothing text={t('empty')} />
          ) : (
            <Drawing
              lanes={lanes}
              bars={shown}
              heads={heads}
              from={from}
              until={last}
              day={until}
            />
          )
        }
      </Answer>
    </>
  );
};
