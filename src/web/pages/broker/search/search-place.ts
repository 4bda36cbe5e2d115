import type { NeedAnswer } from '../../../api/needs.ts';

/** A search for capabilities in a need's own words; what is hidden from the reader is not in it. */
export function searchPlace({ id, title, product }: NeedAnswer): string {
  const q = [title, product].filter(Boolean).join(' ');
  return `/search?${new URLSearchParams({ kind: 'capability', need: id, ...(q && { q }) })}`;
}
