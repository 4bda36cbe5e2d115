import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { vocabularyNames } from '../../vocabulary-names.ts';
import { notice } from '../kit/notice.ts';
import {
  type Language,
  loadMessages,
  type Messages,
  storedLanguage,
  storeLanguage,
} from './language.ts';

type Tables = typeof vocabularyNames;

export interface Texts {
  language: Language;
  t: Messages;
  /** What people call a code of the wire; the code itself when the table does not know it. */
  word<K extends keyof Tables>(table: K, code: string | undefined): string;
  /** A table as the options of a select, in the vocabulary's order. */
  options<K extends keyof Tables>(table: K): { value: string; label: string }[];
  setLanguage(language: Language): void;
}

const TextsContext = createContext<Texts | null>(null);

/** The words of the page, in the language that the person chose. */
export function useText(): Texts {
  const texts = use(TextsContext);
  if (!texts) throw new Error('There is no TextsProvider around this component.');
  return texts;
}

export function TextsProvider({ children }: { children: ReactNode }) {
  const [language, choose] = useState(storedLanguage);
  const [loaded, setLoaded] = useState<{ language: Language; t: Messages }>();

  useEffect(() => {
    if (loaded?.language === language) return;
    let wanted = true;
    loadMessages(language).then(
      (t) => {
        if (!wanted) return;
        document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
        setLoaded({ language, t });
      },
      () => {
        // Without any texts the note of the bare page stays.
        if (!wanted || !loaded) return;
        choose(loaded.language);
        notice({ message: loaded.t.problems.unreachable, color: 'red', autoClose: 8_000 });
      },
    );
    return () => {
      wanted = false;
    };
  }, [language, loaded]);

  const texts = useMemo(() => {
    if (!loaded) return null;
    const named = (table: keyof Tables) =>
      vocabularyNames[table] as Record<string, { zh: string; en: string } | undefined>;
    return {
      ...loaded,
      word: (table, code) =>
        code === undefined ? '' : (named(table)[code]?.[loaded.language] ?? code),
      options: (table) =>
        Object.entries(named(table)).map(([value, name]) => ({
          value,
          label: name![loaded.language],
        })),
      setLanguage: (next) => {
        storeLanguage(next);
        choose(next);
      },
    } satisfies Texts;
  }, [loaded]);

  return texts && <TextsContext value={texts}>{children}</TextsContext>;
}
