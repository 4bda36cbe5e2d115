export interface Name {
  zh: string;
  en: string;
}

/** A name for every code of every table of a module of codes. */
export type NamesOf<Tables extends Record<string, readonly string[]>> = {
  [K in keyof Tables]: Record<Tables[K][number], Name>;
};
