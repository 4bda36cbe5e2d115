import { ulid } from 'ulid';
import type { NewId } from '../ids.ts';

/** FNV-1a over UTF-16 units: small, and the same on every machine. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** A repeatable stream of numbers from 0 up to 1 (mulberry32). */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

export interface Dice {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
}

/** Chance that depends on a name only, so that it is the same in whatever order things are made. */
export function diceFor(name: string): Dice {
  const next = stream(hashOf(name));
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return { between, pick: (list) => list[between(0, list.length - 1)]! };
}

/**
 * Ids that depend on the instant and on how many were made for it, so that histories told side by
 * side get the same ids as long as no two of them share a millisecond.
 */
export function createDemoIds(): NewId {
  const made = new Map<number, number>();
  return (at) => {
    const ms = at.getTime();
    const count = made.get(ms) ?? 0;
    made.set(ms, count + 1);
    return ulid(ms, stream(hashOf(`${ms} ${count}`)));
  };
}
