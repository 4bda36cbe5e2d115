import { type MantineSpacing, Stack } from '@mantine/core';
import { Children, type ReactNode } from 'react';

/**
 * Items one below another, a list without marks. Where there are none there is no list either:
 * a reader who hears the page would be told of one with nothing in it.
 */
export function PlainList({
  ordered = false,
  gap = 'xs',
  mt,
  label,
  children,
}: {
  ordered?: boolean;
  gap?: MantineSpacing;
  mt?: MantineSpacing;
  label?: string;
  children: ReactNode;
}) {
  if (Children.count(children) === 0) return null;
  return (
    <Stack
      component={ordered ? 'ol' : 'ul'}
      gap={gap}
      p={0}
      m={0}
      {...(mt !== undefined && { mt })}
      aria-label={label}
      style={{ listStyle: 'none' }}
    >
      {children}
    </Stack>
  );
}
