/** Constants of the index; a change needs a rebuild, so it must change `version` too. */
export const indexTuning = {
  version: 2,
  fields: { title: 2, keywords: 2, body: 1 },
  words: { k1: 0.5, b: 0.75, ignoreAbove: 0.4 },
  bigrams: { k1: 0.5, b: 0.75, ignoreAbove: 0.4 },
  characters: { k1: 1.2, b: 0.75, ignoreAbove: 0.4 },
  /** Shares of the spaces in the score by which candidates are kept; they sum to 1. */
  shares: { words: 1 / 3, bigrams: 1 / 3, characters: 1 / 3 },
  /** What a document that says all of a query in the other language gets beside them. */
  translatedShare: 7 / 12,
};
