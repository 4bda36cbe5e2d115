import { type UseFormReturnType, useForm } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import { usePerson } from '../app/signed-in.tsx';
import { dropDraft, keepDraft, readDraft } from './drafts.ts';
import type { Attempt, AttemptMemory } from './use-attempt.ts';

/** What a form began with; the revision of a row that others may change meanwhile. */
export interface Base<V> {
  values: V;
  revision?: number | undefined;
}

interface Draft<V> {
  values: Partial<V>;
  base: { values: Partial<V>; revision?: number };
  attempt?: Attempt | undefined;
}

export interface DraftForm<V extends object> {
  form: UseFormReturnType<V>;
  base: Base<V>;
  /** Something is typed that the service does not have. */
  dirty: boolean;
  /** Values of an earlier time were brought back. */
  restored: boolean;
  /** Begins again with what the page has now. */
  discard(): void;
  /** Begins with another version, and with values that differ from it. */
  rebase(base: Base<V>, values?: V): void;
  /** The service has them now. */
  sent(): void;
  attempts: AttemptMemory;
}

/**
 * A form whose values are kept in this browser, under the person's own name, until they are sent or
 * discarded: a closed tab, a lost network or an ended session costs nothing. What an edit began with
 * is kept beside them, so that a version saved by somebody else meanwhile is still found. Values are
 * what JSON holds: nothing typed is `null` or '', never `undefined`.
 */
export function useDraftForm<V extends object>(
  name: string,
  values: V,
  revision?: number,
): DraftForm<V> {
  const { id } = usePerson();
  const now: Base<V> = { values, revision };
  const [found] = useState(() => {
    const draft = readDraft<Partial<Draft<V>>>(id, name);
    return draft?.values && draft.base?.values ? (draft as Draft<V>) : undefined;
  });
  const [restored, setRestored] = useState(found !== undefined);
  // A draft of an older version of these pages may lack a field.
  const [base, setBase] = useState<Base<V>>(
    () => (found && { ...found.base, values: { ...values, ...found.base.values } }) ?? now,
  );
  const form = useForm<V>({ initialValues: { ...base.values, ...found?.values } });
  // What `isDirty` of the form compares with.
  useEffect(() => form.resetDirty(base.values), [base]);
  const attempt = useRef(found?.attempt);
  const typed = form.getValues();
  const dirty = !same(typed, base.values);

  // A form in which nothing was typed leaves alone what another tab keeps.
  const keeps = useRef(found !== undefined);
  const drop = () => {
    if (keeps.current) dropDraft(id, name);
    keeps.current = false;
  };
  const keep = useRef(() => {});
  keep.current = () => {
    if (!dirty) return drop();
    keepDraft(id, name, { values: typed, base, attempt: attempt.current });
    keeps.current = true;
  };
  useKept(keep, JSON.stringify([typed, base]));

  const rebase = (next: Base<V>, then: V = next.values) => {
    attempt.current = undefined;
    setBase(next);
    form.setValues(then);
    form.clearErrors();
  };
  return {
    form,
    base,
    dirty,
    restored: restored && dirty,
    rebase,
    discard: () => {
      rebase(now);
      setRestored(false);
      drop();
    },
    sent: () => {
      // The form may leave the page before it is drawn again.
      keep.current = drop;
      setBase({ ...base, values: form.getValues() });
      setRestored(false);
      drop();
    },
    attempts: {
      read: () => attempt.current,
      write: (one) => {
        attempt.current = one;
        // The tab may be closed before the answer comes.
        if (one) keep.current();
      },
    },
  };
}

/** Calls for keeping a moment after `text` changed, and at once when the page or the tab goes. */
function useKept(keep: { current(): void }, text: string): void {
  const first = useRef(text);
  useEffect(() => {
    if (text === first.current) return;
    const timer = setTimeout(() => keep.current(), 300);
    return () => clearTimeout(timer);
  }, [text, keep]);
  useEffect(() => {
    const keepNow = () => keep.current();
    window.addEventListener('pagehide', keepNow);
    return () => {
      window.removeEventListener('pagehide', keepNow);
      keepNow();
    };
  }, [keep]);
}

/** Whether two versions hold the same, in whatever order. */
const same = (one: object, other: object) => inOrder(one) === inOrder(other);

const inOrder = (values: object) =>
  JSON.stringify(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1)));
