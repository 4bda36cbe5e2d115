import type { EChartsCoreOption } from 'echarts/core';
import type { ChartLook } from './chart-look.ts';

/** One bar or band, with where its rows are. Amounts are whole fen; their labels are exact text. */
export interface Slice {
  name: string;
  value: number;
  label: string;
  to: string;
}

const tooltip = (look: ChartLook) => ({
  renderMode: 'richText',
  confine: true,
  backgroundColor: look.ground,
  borderColor: look.line,
  textStyle: { color: look.text, fontFamily: look.font, fontSize: 12 },
});

const axisText = (look: ChartLook) => ({ color: look.dim, fontFamily: look.font });

/** Bars from left to right, the longest words of their names broken. */
export function barsOption(
  slices: readonly Slice[],
  look: ChartLook,
  { color = 0, nameWidth = 108 }: { color?: number; nameWidth?: number } = {},
): EChartsCoreOption {
  return {
    tooltip: {
      ...tooltip(look),
      formatter: ({ dataIndex }: { dataIndex: number }) =>
        `${slices[dataIndex]!.name}\n${slices[dataIndex]!.label}`,
    },
    grid: { top: 0, bottom: 0, left: nameWidth + 12, right: 104 },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: slices.map(({ name }) => name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...axisText(look), width: nameWidth, overflow: 'break', interval: 0 },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 22,
        itemStyle: { color: look.palette[color], borderRadius: [0, 3, 3, 0] },
        label: {
          show: true,
          position: 'right',
          color: look.text,
          formatter: ({ dataIndex }: { dataIndex: number }) => slices[dataIndex]!.label,
        },
        data: slices.map(({ name, value, to }) => ({ name, value, to })),
      },
    ],
  };
}

/** Amounts of months as bars, a count as a line over them. */
export function trendOption(
  months: readonly (Slice & { count: number; countLabel: string })[],
  names: { amount: string; unit: string; count: string },
  look: ChartLook,
  axisAmount: (fen: number) => string,
): EChartsCoreOption {
  return {
    tooltip: {
      ...tooltip(look),
      trigger: 'axis',
      formatter: ([{ dataIndex }]: [{ dataIndex: number }]) => {
        const month = months[dataIndex]!;
        return `${month.name}\n${names.amount} ${month.label}\n${names.count} ${month.countLabel}`;
      },
    },
    legend: { top: 0, left: 0, textStyle: axisText(look), itemWidth: 16, itemHeight: 10 },
    grid: { top: 56, bottom: 4, left: 4, right: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: months.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: look.line } },
      axisLabel: axisText(look),
    },
    yAxis: [
      {
        type: 'value',
        name: names.unit,
        nameTextStyle: { ...axisText(look), align: 'left' },
        splitLine: { lineStyle: { color: look.line } },
        axisLabel: { ...axisText(look), formatter: (fen: number) => axisAmount(fen) },
      },
      {
        type: 'value',
        minInterval: 1,
        splitLine: { show: false },
        axisLabel: axisText(look),
      },
    ],
    series: [
      {
        name: names.amount,
        type: 'bar',
        barMaxWidth: 44,
        itemStyle: { borderRadius: [3, 3, 0, 0] },
        data: months.map(({ name, value, to }) => ({ name, value, to })),
      },
      {
        name: names.count,
        type: 'line',
        yAxisIndex: 1,
        symbol: 'circle',
        symbolSize: 8,
        lineStyle: { width: 2, type: 'dashed' },
        data: months.map(({ name, count, to }) => ({ name, value: count, to })),
      },
    ],
  };
}

export interface Band extends Slice {
  seller: string;
  buyer: string;
}

/** Sellers to the left, buyers to the right, bands as broad as the amounts between them. */
export function flowOption(
  bands: readonly Band[],
  sides: { seller: string; buyer: string },
  look: ChartLook,
): EChartsCoreOption {
  const nodes = (side: 'seller' | 'buyer', depth: number) =>
    [...new Set(bands.map((band) => band[side]))].map((name) => ({
      name: `${side} ${name}`,
      depth,
      label: { position: depth === 0 ? 'right' : 'left' },
    }));
  return {
    tooltip: {
      ...tooltip(look),
      formatter: ({ data }: { data: Partial<Band> }) =>
        data.label ? `${data.name}\n${data.label}` : bare(String(data.name), sides),
    },
    series: [
      {
        type: 'sankey',
        ...{ top: 8, bottom: 8, left: 4, right: 4 },
        nodeGap: 16,
        nodeWidth: 14,
        draggable: false,
        emphasis: { focus: 'adjacency' },
        lineStyle: { color: 'source', opacity: 0.35, curveness: 0.5 },
        label: {
          color: look.text,
          fontFamily: look.font,
          formatter: ({ name }: { name: string }) => name.replace(/^(seller|buyer) /, ''),
        },
        data: [...nodes('seller', 0), ...nodes('buyer', 1)],
        links: bands
          .filter(({ value }) => value > 0)
          .map(({ seller, buyer, value, name, label, to }) => ({
            ...{ source: `seller ${seller}`, target: `buyer ${buyer}` },
            ...{ value, name, label, to },
          })),
      },
    ],
  };
}

const bare = (node: string, sides: { seller: string; buyer: string }) =>
  node.replace(/^(seller|buyer) /, (_, side: 'seller' | 'buyer') => `${sides[side]}：`);
