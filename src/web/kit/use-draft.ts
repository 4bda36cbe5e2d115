import { useEffect, useRef, useState } from 'react';
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
  const dropped = useRef(false);
  return {
    restored,
    keep(values: T) {
      // What was sent must not come back when its form leaves the page.
      if (dropped.current) return;
      try {
        localStorage.setItem(key, JSON.stringify(values));
      } catch {
        // A full or forbidden storage must not keep anybody from typing.
      }
    },
    drop() {
      dropped.current = true;
      localStorage.removeItem(key);
    },
    /** Somebody types (again). */
    begin() {
      dropped.current = false;
    },
  };
}

/** Keeps values as a draft while they change; `values` is what the form holds now. */
export function useKeptDraft<T>(
  draft: { keep(values: T): void; begin(): void },
  values: T,
  dirty: boolean,
) {
  const text = JSON.stringify(values);
  const latest = useRef(() => {});
  latest.current = () => dirty && draft.keep(values);
  // The text says when the values changed.
  useEffect(() => {
    if (!dirty) return;
    draft.begin();
    const timer = setTimeout(() => latest.current(), 300);
    return () => clearTimeout(timer);
  }, [text, dirty]);
  // A tab that is closed, or a page that is left, does not wait.
  useEffect(() => {
    const keepNow = () => latest.current();
    window.addEventListener('pagehide', keepNow);
    return () => {
      window.removeEventListener('pagehide', keepNow);
      keepNow();
    };
  }, []);
}
