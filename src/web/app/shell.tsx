import { AppShell, Box, Burger, Group, NavLink, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useEffect } from 'react';
import { Link, Outlet, NavLink as RouterLink, useLocation, useNavigationType } from 'react-router';
import { Bones } from '../kit/bones.tsx';
import { useText } from '../texts/use-text.tsx';
import { ConnectionNote } from './connection-note.tsx';
import { InboxButton } from './inbox-button.tsx';
import { LanguageButton } from './language-button.tsx';
import { LiveUpdates } from './live-updates.tsx';
import { placesFor } from './navigation.ts';
import { PageFault } from './page-fault.tsx';
import { usePerson } from './signed-in.tsx';

const AccountMenu = lazy(async () => ({
  default: (await import('./account-menu.tsx')).AccountMenu,
}));

/** What is around every page of a signed-in person. */
export function Shell() {
  const { t } = useText();
  const { roles } = usePerson();
  const [open, menu] = useDisclosure();
  const { pathname } = useLocation();
  const came = useNavigationType();

  useEffect(() => {
    if (pathname) menu.close();
  }, [pathname, menu.close]);

  useEffect(() => {
    // Back finds its place again; a new page begins at its top.
    if (pathname && came === 'PUSH') window.scrollTo(0, 0);
  }, [pathname, came]);

  return (
    <LiveUpdates>
      <a className="skip-link" href="#content">
        {t.shell.skip}
      </a>
      <AppShell
        header={{ height: 56 }}
        navbar={{ width: 208, breakpoint: 'md', collapsed: { mobile: !open } }}
        padding={{ base: 'sm', sm: 'lg' }}
      >
        <AppShell.Header component="header">
          <Group h="100%" px="sm" justify="space-between" wrap="nowrap" gap="xs">
            <Group gap="xs" wrap="nowrap">
              <Burger
                hiddenFrom="md"
                size="sm"
                opened={open}
                onClick={menu.toggle}
                aria-expanded={open}
                aria-controls="menu"
                aria-label={open ? t.shell.closeMenu : t.shell.openMenu}
              />
              <UnstyledButton component={Link} to="/">
                <Group gap={8} wrap="nowrap">
                  <img src="/icon.svg" alt="" width={28} height={28} />
                  <Text fw={700} size="lg">
                    {t.product}
                  </Text>
                </Group>
              </UnstyledButton>
            </Group>
            <Group gap={4} wrap="nowrap">
              <LanguageButton />
              <InboxButton />
              <Suspense fallback={<Box w={34} />}>
                <AccountMenu />
              </Suspense>
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar id="menu" component="nav" aria-label={t.shell.menu}>
          <AppShell.Section grow p="xs" style={{ overflowY: 'auto' }}>
            {placesFor(roles).map(({ to, name, icon: Icon }) => (
              <NavLink
                key={to}
                component={RouterLink}
                to={to}
                label={t.shell.nav[name]}
                leftSection={<Icon size={18} aria-hidden />}
                active={pathname === to || pathname.startsWith(`${to}/`)}
                style={{ borderRadius: 'var(--mantine-radius-md)' }}
              />
            ))}
          </AppShell.Section>
        </AppShell.Navbar>
        <AppShell.Main id="content" component="main" tabIndex={-1}>
          <ConnectionNote />
          <PageFault>
            <Suspense fallback={<Bones />}>
              <Outlet />
            </Suspense>
          </PageFault>
        </AppShell.Main>
      </AppShell>
    </LiveUpdates>
  );
}
