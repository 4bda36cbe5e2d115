import { ActionIcon, Menu, Text, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { enterSession, signOut } from '../api/session.ts';
import { countDrafts, leaveDrafts } from '../kit/drafts.ts';
import { problemText } from '../kit/failure-note.tsx';
import { notice } from '../kit/notice.ts';
import { useText } from '../texts/use-text.tsx';
import { usePerson } from './signed-in.tsx';

const ConfirmDialog = lazy(async () => ({
  default: (await import('../kit/confirm-dialog.tsx')).ConfirmDialog,
}));

export function AccountMenu() {
  const texts = useText();
  const { t, word } = texts;
  const person = usePerson();
  const cache = useQueryClient();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      leaveDrafts();
      enterSession(cache, null);
    },
  });
  /** Drafts that go with the person who leaves. */
  const [drafts, warn] = useState(0);
  const goOut = () => {
    const unsent = countDrafts(person.id);
    if (unsent > 0) return warn(unsent);
    leave.mutate(undefined, {
      onError: (error) =>
        notice({ message: problemText(error, texts), color: 'red', autoClose: 8_000 }),
    });
  };
  const schemes = ['light', 'dark', 'auto'] as const;
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`${t.shell.account} ${person.name}`}
          >
            <IconUserCircle aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <Text size="sm" c="var(--mantine-color-text)" fw={600}>
              {person.name}
            </Text>
            <Text size="xs">{person.email}</Text>
            <Text size="xs">{person.roles.map((role) => word('roles', role)).join('、')}</Text>
          </Menu.Label>
          <Menu.Item component={Link} to="/account">
            {t.shell.changePassword}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>{t.shell.theme}</Menu.Label>
          {schemes.map((scheme) => (
            <Menu.Item
              key={scheme}
              role="menuitemradio"
              aria-checked={colorScheme === scheme}
              onClick={() => setColorScheme(scheme)}
              rightSection={colorScheme === scheme && <IconCheck size={16} aria-hidden />}
            >
              {t.shell.themes[scheme]}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={goOut}>
            {t.shell.signOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {drafts > 0 && (
          <ConfirmDialog
            title={t.shell.signOut}
            text={t.shell.draftsGo(drafts)}
            confirm={t.shell.signOut}
            onConfirm={() => leave.mutateAsync()}
            onClose={() => warn(0)}
          />
        )}
      </Suspense>
    </>
  );
}
