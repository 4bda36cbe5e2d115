import { type CSSVariablesResolver, createTheme, DEFAULT_THEME } from '@mantine/core';

/**
 * The look of every page. Text on a tinted ground (badges, alerts, light buttons) takes a darker or
 * lighter shade than the kit's own, which stays under the contrast of WCAG 2.2 AA.
 */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: 9,
  autoContrast: true,
  luminanceThreshold: 0.32,
  defaultRadius: 'md',
  fontFamily:
    'system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei", sans-serif',
  headings: { fontWeight: '650' },
  // By name, so that no component is loaded before it is used.
  components: {
    Badge: { defaultProps: { variant: 'light', tt: 'none', fw: 600, radius: 'sm' } },
    Loader: { defaultProps: { type: 'dots' } },
    TextInput: { defaultProps: { autoComplete: 'off' } },
    Tooltip: {
      defaultProps: { withArrow: true, events: { hover: true, focus: true, touch: true } },
    },
  },
});

const colors = Object.keys(DEFAULT_THEME.colors).filter((name) => name !== 'dark');

export const variables: CSSVariablesResolver = ({ colors: shades }) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#4d5660',
    '--mantine-color-placeholder': '#5f6872',
    '--mantine-color-error': shades.red[9],
    '--mantine-color-anchor': '#00666d',
    ...Object.fromEntries(
      colors.map((name) => [`--mantine-color-${name}-light-color`, darker[name] ?? '#1f2933']),
    ),
  },
  dark: {
    '--mantine-color-dimmed': '#b4bcc6',
    '--mantine-color-placeholder': '#a3abb5',
    '--mantine-color-error': shades.red[4],
    '--mantine-color-anchor': shades.teal[3],
    ...Object.fromEntries(
      colors.map((name) => [`--mantine-color-${name}-light-color`, shades[name]![2]]),
    ),
  },
});

/** One step under the kit's darkest shade, for text on the same colour's tint. */
const darker: Record<string, string> = {
  gray: '#343a40',
  red: '#a61e1e',
  pink: '#8f1c46',
  grape: '#72218a',
  violet: '#4d2ea8',
  indigo: '#2b44a8',
  blue: '#13508f',
  cyan: '#0b5667',
  teal: '#06583c',
  green: '#1d5c29',
  lime: '#3f5f0a',
  yellow: '#6e4500',
  orange: '#8a3200',
};
