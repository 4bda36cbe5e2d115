/** Hashes in a signature, and how they are banded: a pair of likeness s shares a band with 1-(1-s^4)^24. */
const hashes = 96;
const rows = 4;
const bands = hashes / rows;
/** Text beyond this adds cost and hardly changes the likeness of two needs. */
const longestText = 4000;

const mix = (value: number): number => {
  let x = value;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
};
/** Odd multipliers and offsets of the hash family, fixed so that signatures compare across restarts. */
const multipliers = Int32Array.from({ length: hashes }, (_, i) => mix(2 * i + 1) | 1);
const offsets = Int32Array.from({ length: hashes }, (_, i) => mix(2 * i + 2));

/** A min-hash signature over pairs of neighbouring letters and digits; undefined for almost no text. */
export function signatureOf(text: string): Int32Array | undefined {
  const plain = text
    .slice(0, longestText)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  if (plain.length < 4) return undefined;
  const shingles = new Set<number>();
  for (let i = 0; i + 1 < plain.length; i += 1) {
    shingles.add((plain.charCodeAt(i) << 16) | plain.charCodeAt(i + 1) | 0);
  }
  const signature = new Int32Array(hashes).fill(0x7fffffff);
  for (const shingle of shingles) {
    const seed = mix(shingle) | 0;
    for (let i = 0; i < hashes; i += 1) {
      const hash = (Math.imul(seed, multipliers[i]!) + offsets[i]!) | 0;
      if (hash < signature[i]!) signature[i] = hash;
    }
  }
  return signature;
}

/** One 32-bit key a band: equal keys mean (nearly always) equal rows. */
export function bandKeys(signature: Int32Array): Int32Array {
  const keys = new Int32Array(bands);
  for (let band = 0; band < bands; band += 1) {
    let key = band;
    for (let row = 0; row < rows; row += 1) key = mix(key ^ signature[band * rows + row]!) | 0;
    keys[band] = key;
  }
  return keys;
}

/** Estimated share of shingles that two texts have in common, 0–1; its standard error is 0.05. */
export function likeness(a: Int32Array, b: Int32Array): number {
  let same = 0;
  for (let i = 0; i < hashes; i += 1) if (a[i] === b[i]) same += 1;
  return same / hashes;
}
