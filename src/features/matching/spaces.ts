/** What a text is cut into; words come first, then pairs: they say more than single characters. */
export const spaces = ['words', 'bigrams', 'characters'] as const;
export type Space = (typeof spaces)[number];
export type PerSpace<T> = Record<Space, T>;
