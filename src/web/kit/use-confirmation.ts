import { useState } from 'react';

/** Does what a dialog asks about and closes it, or keeps it open with the fault. */
export function useConfirmation(onClose: () => void) {
  const [error, setError] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const send = async (act: () => Promise<unknown>) => {
    setBusy(true);
    setError(undefined);
    try {
      await act();
      onClose();
    } catch (fault) {
      setError(fault as Error);
    } finally {
      setBusy(false);
    }
  };
  return { error, busy, send };
}
