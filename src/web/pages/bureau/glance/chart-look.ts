import { useComputedColorScheme, useMantineTheme } from '@mantine/core';
import { useMemo } from 'react';

/** Colours of charts that read well on the page's ground, in light and dark. */
const looks = {
  light: {
    text: '#343a40',
    dim: '#5f6872',
    line: '#dee2e6',
    ground: '#ffffff',
    palette: [
      '#087f5b',
      '#d9480f',
      '#1864ab',
      '#5f3dc4',
      '#a15c00',
      '#a61e4d',
      '#2b8a3e',
      '#495057',
    ],
  },
  dark: {
    text: '#dee2e6',
    dim: '#b4bcc6',
    line: '#424851',
    ground: '#2e2e2e',
    palette: [
      '#38d9a9',
      '#ffa94d',
      '#74c0fc',
      '#b197fc',
      '#ffd43b',
      '#faa2c1',
      '#8ce99a',
      '#ced4da',
    ],
  },
};
export type ChartLook = (typeof looks)['light'] & { font: string };

export function useChartLook(): ChartLook {
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const { fontFamily } = useMantineTheme();
  return useMemo(() => ({ ...looks[scheme], font: fontFamily! }), [scheme, fontFamily]);
}
