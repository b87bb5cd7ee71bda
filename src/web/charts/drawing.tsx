import type { EChartsCoreOption, ECharts } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { useIsDark, useIsStill } from '../shell/theme.ts';
import { init } from './echarts.ts';

/** What was picked: the series, the place in it, and the name on the axis. */
export type Picked = {
  readonly seriesIndex: number;
  readonly dataIndex: number;
  readonly name: string;
};

export type DrawingProps = {
  readonly option: EChartsCoreOption;
  readonly height: number;
  readonly label: string;
  readonly onPick?: ((picked: Picked) => void) | undefined;
};

const INK = { light: '#1f2733', dark: '#e6eaf0' } as const;

const dressed = (option: EChartsCoreOption, dark: boolean, still: boolean): EChartsCoreOption => ({
  backgroundColor: 'transparent',
  textStyle: { color: INK[dark ? 'dark' : 'light'], fontFamily: 'inherit' },
  aria: { enabled: true },
  animation: !still,
  ...option,
});

/** A drawing of ECharts that follows its place's size and the page's colours. */
const Drawing = ({ option, height, label, onPick }: DrawingProps) => {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const pick = useRef(onPick);
  pick.current = onPick;
  const dark = useIsDark();
  const still = useIsStill();
  useEffect(() => {
    if (!place.current) return undefined;
    const made = init(place.current, dark ? 'dark' : undefined, { renderer: 'svg' });
    chart.current = made;
    made.on('click', (event) => {
      pick.current?.({
        seriesIndex: event.seriesIndex ?? 0,
        dataIndex: event.dataIndex,
        name: event.name,
      });
    });
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      made.dispose();
    };
  }, [dark]);
  useEffect(() => {
    chart.current?.setOption(dressed(option, dark, still), { notMerge: true });
  }, [option, dark, still]);
  return <div ref={place} role="img" aria-label={label} style={{ height, width: '100%' }} />;
};
export default Drawing;
