import { Skeleton } from '@mantine/core';
import type { EChartsCoreOption } from 'echarts/core';
import { lazy, Suspense } from 'react';

export interface ChartProps {
  option: EChartsCoreOption;
  height: number;
  /** The same in words. */
  description: string;
}

const Drawing = lazy(async () => ({ default: (await import('./drawing.tsx')).Drawing }));

/** A chart, drawn once the library is there; its numbers are in the table of its card. */
export function Chart(props: ChartProps) {
  return (
    <Suspense fallback={<Skeleton height={props.height} />}>
      <Drawing {...props} />
    </Suspense>
  );
}
