import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { isProblem } from '../api/problem.ts';
import { type Difference, StaleDialog } from './stale-dialog.tsx';
import { useCommand } from './use-command.ts';

/**
 * A change of something that others may change meanwhile. A stale one (412) reads the newest version
 * and shows both: `dialog` stands in the page while the person decides.
 */
export function useGuardedChange<V, T extends { revision: number }>({
  save,
  read,
  differences,
  onDone,
  onTakeTheirs,
  done,
}: {
  save(revision: number, values: V): Promise<T>;
  read(): Promise<T>;
  /** What differs between what the person typed and the newest version. */
  differences(yours: V, theirs: T): readonly Difference[];
  onDone?(saved: T): void;
  onTakeTheirs(theirs: T): void;
  done?: string;
}): {
  send(revision: number, values: V, onFault?: (error: Error) => void): void;
  error: Error | null;
  busy: boolean;
  dialog: ReactNode;
} {
  const cache = useQueryClient();
  const [stale, setStale] = useState<{ yours: V; theirs: T }>();
  const change = useCommand(
    ({ revision, values }: { revision: number; values: V }) => save(revision, values),
    { quiet: true, ...(done && { done }), ...(onDone && { onDone }) },
  );
  const send = (revision: number, values: V, onFault?: (error: Error) => void) =>
    change.mutate(
      { revision, values },
      {
        onError: async (error) => {
          if (!isProblem(error, 412)) return onFault?.(error);
          const theirs = await read().catch(() => undefined);
          if (theirs) setStale({ yours: values, theirs });
        },
      },
    );
  const dialog = stale && (
    <StaleDialog
      differences={differences(stale.yours, stale.theirs)}
      onKeepYours={() => {
        setStale(undefined);
        send(stale.theirs.revision, stale.yours);
      }}
      onTakeTheirs={() => {
        setStale(undefined);
        change.reset();
        void cache.invalidateQueries();
        onTakeTheirs(stale.theirs);
      }}
      onClose={() => setStale(undefined)}
    />
  );
  const shown = change.isError && !isProblem(change.error, 412) ? change.error : null;
  return { send, error: shown, busy: change.isPending, dialog };
}
