import { useEffect, useState } from 'react';
import { usePerson } from '../app/signed-in.tsx';

const prefix = 'daqiao.draft.';

/**
 * What a person typed and has not sent, kept in this browser under their own name until it is sent
 * or thrown away: a closed tab, a lost network or an ended session costs nothing.
 */
export function useDraft<T>(name: string) {
  const { id } = usePerson();
  const key = `${prefix}${id}.${name}`;
  const [restored] = useState<T | undefined>(() => {
    try {
      const text = localStorage.getItem(key);
      return text === null ? undefined : (JSON.parse(text) as T);
    } catch {
      return undefined;
    }
  });
  return {
    restored,
    keep(values: T) {
      try {
        localStorage.setItem(key, JSON.stringify(values));
      } catch {
        // A full or forbidden storage must not keep anybody from typing.
      }
    },
    drop: () => localStorage.removeItem(key),
  };
}

/** Keeps values as a draft while they change; `values` is what the form holds now. */
export function useKeptDraft<T>(draft: { keep(values: T): void }, values: T, dirty: boolean) {
  const text = JSON.stringify(values);
  // The text says when the values changed.
  useEffect(() => {
    if (!dirty) return;
    const timer = setTimeout(() => draft.keep(values), 300);
    return () => {
      clearTimeout(timer);
      draft.keep(values);
    };
  }, [text, dirty]);
}
