import { useState } from 'react';
import { usePerson } from '../app/signed-in.tsx';

export interface SavedFilters {
  name: string;
  values: Record<string, string>;
}

/** Filters that a person named and keeps in this browser, for one list. */
export function useSavedFilters(list: string) {
  const { id } = usePerson();
  const key = `daqiao.filters.${id}.${list}`;
  const [saved, setSaved] = useState<SavedFilters[]>(() => read(key));
  const store = (next: SavedFilters[]) => {
    setSaved(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // They hold until the page is left, then.
    }
  };
  return {
    saved,
    save: (one: SavedFilters) => store([...saved.filter(({ name }) => name !== one.name), one]),
    remove: (name: string) => store(saved.filter((one) => one.name !== name)),
  };
}

function read(key: string): SavedFilters[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as SavedFilters[];
  } catch {
    return [];
  }
}
