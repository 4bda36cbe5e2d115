import { Modal, type ModalProps } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useText } from '../texts/use-text.tsx';

/** A dialog: full screen on a phone, named by its title, closed by Escape. */
export function Dialog(props: ModalProps) {
  const { t } = useText();
  const narrow = useMediaQuery('(max-width: 48em)');
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
