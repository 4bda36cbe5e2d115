import { Button, type ButtonProps, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../texts/use-text.tsx';

/** The last row of a form in a dialog: leave it, or send it. */
export function DialogActions({
  onClose,
  busy,
  children,
  ...rest
}: Pick<ButtonProps, 'disabled' | 'color'> & {
  onClose(): void;
  busy: boolean;
  /** What sending it is called. */
  children: ReactNode;
}) {
  const { t } = useText();
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose}>
        {t.actions.cancel}
      </Button>
      <Button type="submit" loading={busy} {...rest}>
        {children}
      </Button>
    </Group>
  );
}
