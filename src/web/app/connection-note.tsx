import { Alert } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconPlugConnectedX, IconWifiOff } from '@tabler/icons-react';
import { useText } from '../texts/use-text.tsx';
import { useLive } from './live-updates.tsx';

/** Says that the network, or the stream of updates, is down; nothing while all is well. */
export function ConnectionNote() {
  const { t } = useText();
  const { online } = useNetwork();
  const live = useLive();
  const note = online ? live === 'lost' && t.states.reconnecting : t.states.offline;
  return (
    <div role="status">
      {note && (
        <Alert
          color="yellow"
          mb="md"
          py="xs"
          icon={online ? <IconPlugConnectedX aria-hidden /> : <IconWifiOff aria-hidden />}
        >
          {note}
        </Alert>
      )}
    </div>
  );
}
