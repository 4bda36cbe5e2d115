type Scored = { document: number; score: number };

const worse = (a: Scored, b: Scored) =>
  a.score < b.score || (a.score === b.score && a.document > b.document);

/** Keeps the `limit` best by score, ties by the lower number: a binary heap with the worst on top. */
export function createTopDocuments(limit: number) {
  const heap: Scored[] = [];

  function sink() {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= heap.length) return;
      const right = left + 1;
      const child = right < heap.length && worse(heap[right]!, heap[left]!) ? right : left;
      if (!worse(heap[child]!, heap[at]!)) return;
      [heap[at], heap[child]] = [heap[child]!, heap[at]!];
      at = child;
    }
  }

  function rise() {
    let at = heap.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!worse(heap[at]!, heap[parent]!)) return;
      [heap[parent], heap[at]] = [heap[at]!, heap[parent]!];
      at = parent;
    }
  }

  return {
    offer(document: number, score: number) {
      if (limit <= 0 || (heap.length === limit && score <= heap[0]!.score)) return;
      if (heap.length === limit) {
        heap[0] = { document, score };
        sink();
      } else {
        heap.push({ document, score });
        rise();
      }
    },
    /** Best first. */
    take: (): Scored[] => heap.sort((a, b) => (worse(a, b) ? 1 : -1)),
  };
}
