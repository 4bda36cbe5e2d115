import { useReducedMotion } from '@mantine/hooks';
import { BarChart, LineChart, SankeyChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
} from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useText } from '../../../texts/use-text.tsx';
import type { ChartProps } from './chart.tsx';
import { useChartLook } from './chart-look.ts';

echarts.use([
  ...[BarChart, LineChart, SankeyChart, SVGRenderer],
  ...[AriaComponent, GridComponent, LegendComponent, TooltipComponent],
]);

/** One chart. Its tooltip is drawn too: an HTML one needs style attributes, which the policy bars. */
export function Drawing({ option, height, description }: ChartProps) {
  const { language } = useText();
  const look = useChartLook();
  const still = useReducedMotion(false, { getInitialValueInEffect: false });
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<echarts.ECharts>(undefined);

  useEffect(() => {
    const dom = box.current!;
    const drawn = echarts.init(dom, null, {
      renderer: 'svg',
      locale: language === 'zh' ? 'ZH' : 'EN',
    });
    chart.current = drawn;
    drawn.on('click', ({ data }) => {
      const to = (data as { to?: string } | undefined)?.to;
      if (to) void navigate(to);
    });
    const watcher = new ResizeObserver(() => drawn.resize());
    watcher.observe(dom);
    return () => {
      watcher.disconnect();
      drawn.dispose();
    };
  }, [language, navigate]);

  useEffect(() => {
    chart.current?.setOption(
      {
        color: look.palette,
        textStyle: { fontFamily: look.font, color: look.text },
        animation: !still,
        animationDuration: 400,
        aria: { enabled: true, label: { description } },
        ...option,
      },
      { notMerge: true },
    );
  }, [option, description, look, still, language]);

  return <div ref={box} style={{ width: '100%', height }} />;
}
