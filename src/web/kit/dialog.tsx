import { Modal, type ModalProps } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect } from 'react';
import { useText } from '../texts/use-text.tsx';

/** A dialog: full screen on a phone, named by its title, closed by Escape. */
export function Dialog(props: ModalProps) {
  const { t } = useText();
  const narrow = useMediaQuery('(max-width: 48em)');
  useFocusBack(props.opened);
  return (
    <Modal
      centered
      fullScreen={narrow}
      closeButtonProps={{ 'aria-label': t.actions.close }}
      overlayProps={{ backgroundOpacity: 0.4 }}
      {...props}
    />
  );
}

/**
 * Gives the focus back to what opened the dialog: the library does so only for a dialog that stays
 * mounted, and ours come and go.
 */
function useFocusBack(opened: boolean): void {
  useEffect(() => {
    if (!opened) return;
    const opener = document.activeElement;
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [opened]);
}
