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
  const over = useRef(false);
  const [restored] = useState<T | undefined>(() => {
    try {
      const text = localStorage.getItem(key);
      return text === null ? undefined : (JSON.parse(text) as T);
    } catch {
      return undefined;
    }
  });
  const drop = () => localStorage.removeItem(key);
  return {
    restored,
    keep(values: T) {
      if (over.current) return;
      try {
        localStorage.setItem(key, JSON.stringify(values));
      } catch {
        // A full or forbidden storage must not keep anybody from typing.
      }
    },
    /** Thrown away; what is typed from now on is kept again. */
    drop,
    /** It was sent: nothing of this form is kept any more. */
    finish() {
      over.current = true;
      drop();
    },
  };
}

/** Keeps values as a draft while they change; `values` is what the form holds now. */
export function useKeptDraft<T>(draft: { keep(values: T): void }, values: T, dirty: boolean) {
  const text = JSON.stringify(values);
  const latest = useRef(() => {});
  latest.current = () => dirty && draft.keep(values);
  // The text says when the values changed.
  useEffect(() => {
    if (!dirty) return;
    const timer = setTimeout(() => latest.current(), 300);
    return () => clearTimeout(timer);
  }, [text, dirty]);
  useEffect(() => {
    const keepNow = () => latest.current();
    window.addEventListener('pagehide', keepNow);
    return () => {
      window.removeEventListener('pagehide', keepNow);
      keepNow();
    };
  }, []);
}
