import { ActionIcon, Group, Kbd, Stack, Switch, Table, Text } from '@mantine/core';
import { useDisclosure, useLocalStorage } from '@mantine/hooks';
import { IconKeyboard } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useText } from '../texts/use-text.tsx';
import { Dialog } from './dialog.tsx';

export interface Shortcut {
  /** One character, as the key writes it. */
  key: string;
  name: string;
  run(): void;
}

/** Single keys may be turned off, for those whose aids type letters (WCAG 2.1.4). */
const useSwitch = () =>
  useLocalStorage({
    key: 'daqiao.shortcuts',
    defaultValue: true,
    getInitialValueInEffect: false,
  });

/** Single-key shortcuts of a page; they rest while one types, and while a dialog is open. */
export function useShortcuts(shortcuts: readonly Shortcut[]) {
  const [enabled] = useSwitch();
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    if (!enabled) return;
    const press = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, isComposing, defaultPrevented, target } = event;
      if (ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return;
      if (takesLetters(target) || document.querySelector('[role=dialog]')) return;
      const typed = key.normalize('NFKC').toLowerCase();
      const found = current.current.find((one) => one.key === typed);
      if (!found) return;
      event.preventDefault();
      found.run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [enabled]);
}

/** Fields one types in, and menus and lists in which a letter leads to an item. */
const takesLetters = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest(
    'input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable=true], [role=menu], [role=listbox], [role=combobox]',
  ) !== null;

/** The button that lists a page's shortcuts, with the switch that turns them off; `?` opens it. */
export function ShortcutHelp({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  const { t } = useText();
  const [open, dialog] = useDisclosure();
  const [enabled, setEnabled] = useSwitch();
  const help = { key: '?', name: t.desk.keys.help, run: dialog.open };
  useShortcuts([help]);
  return (
    <>
      <ActionIcon
        variant="default"
        size="lg"
        visibleFrom="sm"
        onClick={dialog.open}
        aria-label={t.desk.keys.button}
      >
        <IconKeyboard size={20} aria-hidden />
      </ActionIcon>
      <Dialog opened={open} onClose={dialog.close} title={t.desk.keys.title}>
        <Stack>
          <Text size="sm">{t.desk.keys.text}</Text>
          <Table aria-label={t.desk.keys.title} verticalSpacing={6}>
            <Table.Tbody>
              {[...shortcuts, help].map(({ key, name }) => (
                <Table.Tr key={key}>
                  <Table.Th scope="row" w={64}>
                    <Kbd>{key}</Kbd>
                  </Table.Th>
                  <Table.Td>{name}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <Group>
            <Switch
              label={t.desk.keys.enabled}
              checked={enabled}
              onChange={(event) => setEnabled(event.currentTarget.checked)}
            />
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
