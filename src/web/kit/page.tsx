import { Anchor, Box, Group, Stack, Text, Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { useText } from '../texts/use-text.tsx';

export interface PageProps {
  title: string;
  /** Where this page lies: a way up. */
  back?: { to: string; label: string } | undefined;
  /** Badges and the like beside the title. */
  aside?: ReactNode;
  /** Buttons of the whole page. */
  actions?: ReactNode;
  description?: ReactNode;
  children: ReactNode;
}

/** One page: its heading takes the focus when one comes here, so that a screen reader says it. */
export function Page({ title, back, aside, actions, description, children }: PageProps) {
  const { t } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();

  useEffect(() => {
    document.title = `${title} · ${t.product}`;
  }, [title, t.product]);

  useEffect(() => {
    // Dialogs and fields that took the focus by themselves keep it.
    if (pathname && (document.activeElement === document.body || !document.activeElement)) {
      heading.current?.focus({ preventScroll: true });
    }
  }, [pathname]);

  return (
    <Stack gap="md">
      <Box>
        {back && (
          <Anchor component={Link} to={back.to} size="sm" className="no-print">
            <Group gap={2} component="span" display="inline-flex">
              <IconChevronLeft size={16} aria-hidden />
              {back.label}
            </Group>
          </Anchor>
        )}
        <Group justify="space-between" align="flex-start" gap="sm">
          <Group gap="sm" align="center">
            <Title order={1} size="h2" ref={heading} tabIndex={-1}>
              {title}
            </Title>
            {aside}
          </Group>
          {actions && (
            <Group gap="xs" className="no-print">
              {actions}
            </Group>
          )}
        </Group>
        {description && (
          <Text c="dimmed" size="sm">
            {description}
          </Text>
        )}
      </Box>
      {children}
    </Stack>
  );
}
