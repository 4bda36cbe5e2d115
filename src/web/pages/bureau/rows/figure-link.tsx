import { Anchor, type AnchorProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';

/** A figure that leads to the rows behind it. */
export function FigureLink({
  to,
  children,
  ...rest
}: AnchorProps & { to: string; children: ReactNode; 'aria-label'?: string | undefined }) {
  const { pathname, search } = useLocation();
  return (
    <Anchor
      component={Link}
      to={to}
      state={{ back: pathname + search }}
      className="numbers"
      inherit
      {...rest}
    >
      {children}
    </Anchor>
  );
}
