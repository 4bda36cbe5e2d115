import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem } from '../api/problem.ts';
import type { resource } from '../api/resource.ts';
import { useCommand } from './use-command.ts';

type Calls<One, Change> = Pick<
  ReturnType<typeof resource<One, never, Change>>,
  'one' | 'change' | 'path'
>;

/**
 * A change of one row that others may change meanwhile: it is sent with the revision that was read,
 * and when that is no longer the newest, `newest` is what it met, for a person to decide.
 */
export function useEdit<One extends { id: string; revision: number }, Change>({
  calls,
  row,
  done,
  onDone,
}: {
  calls: Calls<One, Change>;
  row: One;
  done?: string;
  onDone(row: One): void;
}) {
  const cache = useQueryClient();
  const [newest, setNewest] = useState<One>();
  const command = useCommand(
    ({ change, revision }: { change: Change; revision: number }) =>
      calls.change(row.id, revision, change),
    { quiet: true, onDone, ...(done !== undefined && { done }) },
  );
  const send = (change: Change, revision: number) =>
    command.mutate(
      { change, revision },
      {
        onError: async (error) => {
          if (!isProblem(error, 412)) return;
          setNewest(await cache.fetchQuery({ ...calls.one(row.id), staleTime: 0 }));
        },
      },
    );
  return {
    save: (change: Change) => send(change, row.revision),
    /** Over the newest version, knowingly. */
    overwrite(change: Change) {
      const revision = newest?.revision ?? row.revision;
      setNewest(undefined);
      send(change, revision);
    },
    newest,
    forgetNewest: () => setNewest(undefined),
    busy: command.isPending,
    /** What the form shows; a stale revision has its own dialog. */
    error: command.error && !isProblem(command.error, 412) ? command.error : null,
  };
}
