import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem } from '../api/problem.ts';
import type { resource } from '../api/resource.ts';
import type { EditField, Stale } from './stale-comparison.tsx';
import { useCommand } from './use-command.ts';
import { type DraftForm, useDraftForm } from './use-draft-form.ts';

type Calls<One, Change> = Pick<ReturnType<typeof resource<One, never, Change>>, 'one' | 'change'>;

export interface EditForm<V extends object> extends Omit<DraftForm<V>, 'sent' | 'attempts'> {
  /** Sends what differs from what the form began with; `values` are the form's own if not given. */
  save(values?: V): void;
  busy: boolean;
  /** What the form shows; a stale revision has its own dialog. */
  error: Error | null;
  /** There is a newer version, and both are to be shown. */
  stale: Stale<V> | undefined;
}

/**
 * A form that changes one row which others may change meanwhile. It holds the version that it began
 * with, in the draft too, and sends that one's revision, whatever the page has read since; when it
 * is no longer the newest, a person decides field by field.
 */
export function useEdit<
  One extends { id: string; revision: number },
  V extends object,
  Change extends object,
>({
  draft,
  calls,
  row,
  valuesOf,
  changeOf,
  fields,
  done,
  onDone,
}: {
  /** The name under which what is typed is kept. */
  draft: string;
  calls: Calls<One, Change>;
  row: One;
  valuesOf(row: One): V;
  /** The merge patch from one version to another; empty when they are the same. */
  changeOf(before: V, after: V): Change | Promise<Change>;
  /** What the form consists of, in the reader's words. */
  fields: readonly EditField<V>[];
  done?: string;
  onDone(row: One): void;
}): EditForm<V> {
  const cache = useQueryClient();
  const { sent, attempts: _, ...drafted } = useDraftForm(draft, valuesOf(row), row.revision);
  const { form, base, rebase } = drafted;
  const [newest, setNewest] = useState<One>();
  const command = useCommand(
    async ({ before, after, revision }: { before: V; after: V; revision: number }) => {
      const change = await changeOf(before, after);
      if (Object.keys(change).length === 0) return row;
      try {
        return await calls.change(row.id, revision, change);
      } catch (error) {
        if (!isProblem(error, 412)) throw error;
        const met = await cache.fetchQuery({ ...calls.one(row.id), staleTime: 0 });
        // The answer to an earlier attempt was lost: it is all there.
        const left = await changeOf(valuesOf(met), after);
        if (Object.keys(left).length === 0) return met;
        setNewest(met);
        throw error;
      }
    },
    {
      quiet: true,
      onDone: (saved) => {
        sent();
        onDone(saved);
      },
      ...(done !== undefined && { done }),
    },
  );
  const save = (after: V, from = base) =>
    command.mutate({ before: from.values, after, revision: from.revision ?? row.revision });
  return {
    ...drafted,
    save: (after = form.getValues()) => save(after),
    busy: command.isPending,
    error: command.error && !isProblem(command.error, 412) ? command.error : null,
    stale: newest && {
      fields,
      before: base.values,
      yours: form.getValues(),
      theirs: valuesOf(newest),
      onChosen(values) {
        const next = { values: valuesOf(newest), revision: newest.revision };
        setNewest(undefined);
        rebase(next, values);
        save(values, next);
      },
      onTakeTheirs() {
        setNewest(undefined);
        command.reset();
        rebase({ values: valuesOf(newest), revision: newest.revision });
      },
      onClose: () => setNewest(undefined),
    },
  };
}
