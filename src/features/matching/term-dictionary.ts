/** Numbers for the terms of one space, from 0 up, so that postings hold numbers alone. */
export type TermDictionary<K, Keys = readonly string[] | Int32Array> = {
  /** −1 for a term that was never seen. */
  find(term: K): number;
  /** The term's number; a new one when it has none. */
  intern(term: K): number;
  size(): number;
  /** All terms in the order of their numbers. */
  keys(): Keys;
};

export type WordDictionary = TermDictionary<string, readonly string[]>;
export type NumberDictionary = TermDictionary<number, Int32Array>;

export function createWordDictionary(words: readonly string[] = []): WordDictionary {
  const numbers = new Map<string, number>();
  const keys: string[] = [];

  function intern(word: string): number {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, keys.length);
    return keys.push(word) - 1;
  }

  for (const word of words) intern(word);
  return {
    find: (word) => numbers.get(word) ?? -1,
    intern,
    size: () => keys.length,
    keys: () => keys,
  };
}

/** Character pairs are many and each a small integer: an open hash table holds them in 12 bytes. */
export function createNumberDictionary(known: Int32Array = new Int32Array(0)): NumberDictionary {
  let keys = new Int32Array(Math.max(1024, known.length));
  let size = 0;
  /** A key's number plus one, where its hash leads or in the next free place; at most half full. */
  let places = new Int32Array(4096);
  let shift = 32 - 12;

  const placeOf = (key: number): number => {
    const mask = places.length - 1;
    let place = Math.imul(key, 0x9e3779b1) >>> shift;
    while (places[place] !== 0 && keys[places[place]! - 1] !== key) place = (place + 1) & mask;
    return place;
  };

  function grow() {
    places = new Int32Array(places.length * 2);
    shift -= 1;
    for (let number = 0; number < size; number += 1) places[placeOf(keys[number]!)] = number + 1;
  }

  function intern(key: number): number {
    const place = placeOf(key);
    if (places[place] !== 0) return places[place]! - 1;
    if (size === keys.length) {
      const grown = new Int32Array(size * 2);
      grown.set(keys);
      keys = grown;
    }
    keys[size] = key;
    places[place] = ++size;
    if (size * 2 > places.length) grow();
    return size - 1;
  }

  for (const key of known) intern(key);
  return {
    find: (key) => places[placeOf(key)]! - 1,
    intern,
    size: () => size,
    keys: () => keys.subarray(0, size),
  };
}
