/**
 * Keeps the `limit` best documents by score, ties by the lower number: a binary heap with the worst
 * on top, in two arrays of numbers, since a search offers thousands.
 */
export function createTopDocuments(limit: number) {
  const scores = new Float64Array(limit);
  const documents = new Float64Array(limit);
  let size = 0;

  const worse = (a: number, b: number) =>
    scores[a]! < scores[b]! || (scores[a] === scores[b] && documents[a]! > documents[b]!);

  function swap(a: number, b: number) {
    const score = scores[a]!;
    const document = documents[a]!;
    scores[a] = scores[b]!;
    documents[a] = documents[b]!;
    scores[b] = score;
    documents[b] = document;
  }

  function sink() {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= size) return;
      const right = left + 1;
      const child = right < size && worse(right, left) ? right : left;
      if (!worse(child, at)) return;
      swap(at, child);
      at = child;
    }
  }

  function rise() {
    let at = size - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!worse(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  }

  return {
    /** Takes a document if it is among the best; answers the score that the next one must exceed. */
    offer(document: number, score: number): number {
      if (limit === 0) return Number.POSITIVE_INFINITY;
      const at = size < limit ? size : 0;
      if (size === limit && score <= scores[0]!) return scores[0]!;
      scores[at] = score;
      documents[at] = document;
      if (size < limit) {
        size += 1;
        rise();
      } else sink();
      return size < limit ? Number.NEGATIVE_INFINITY : scores[0]!;
    },
    floor: (): number => (size < limit ? Number.NEGATIVE_INFINITY : (scores[0] ?? 0)),
    /** Kept so far, in no order. */
    documents: () => documents.subarray(0, size),
    /** Best first. */
    take: (): { document: number; score: number }[] =>
      Array.from({ length: size }, (_, at) => ({
        document: documents[at]!,
        score: scores[at]!,
      })).sort((a, b) => b.score - a.score || a.document - b.document),
  };
}
