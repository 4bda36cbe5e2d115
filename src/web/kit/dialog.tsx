import { Modal, type ModalProps } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useState } from 'react';
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
  // Seen while it is drawn: an item of a menu is gone a moment later.
  const [before] = useState(() => openerOf(document.activeElement));
  useEffect(() => {
    if (!opened) return;
    const known = before?.isConnected && before !== document.body;
    // One that had to be loaded first is drawn when the menu has given its focus back.
    const opener = known ? before : document.activeElement;
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [opened, before]);
}

/** An item of a menu goes away with it: the focus belongs to the button that the menu is named by. */
function openerOf(focused: Element | null): Element | null {
  const menu = focused?.closest('[role=menu]');
  return menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : focused;
}
