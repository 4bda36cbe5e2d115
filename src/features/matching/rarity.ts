/** What a term is worth that so many of the documents have. */
export const rarityOf = (documents: number, frequency: number): number =>
  Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
