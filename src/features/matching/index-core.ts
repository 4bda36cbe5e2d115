import { capabilityStages } from '../../vocabulary.ts';
import type {
  Candidate,
  CandidateAnswer,
  CandidateDocument,
  CandidateFacets,
  CandidateQuery,
  CandidateSearch,
  CollectionStatistics,
} from './candidate-index.ts';
import { createRowFilter, type DocumentRow, fieldOf, rowOf } from './document-table.ts';

import { indexedTerms } from './indexed-terms.ts';
import { findQuantities } from './quantities.ts';
import type { Segmenter } from './segmenter.ts';
import { createTokenSpace, type SpaceDump } from './token-space.ts';
import { createTopDocuments } from './top-documents.ts';
import { indexTuning } from './tuning.ts';

export type IndexDump = {
  rows: DocumentRow[];
  words: SpaceDump<string>;
  bigrams: SpaceDump<number>;
  characters: SpaceDump<number>;
};

export type IndexCore = ReturnType<typeof createIndexCore>;

/** The documents and the three token spaces of one collection, without files or waiting. */
export function createIndexCore(segmenter: Segmenter) {
  let rows: (DocumentRow | undefined)[] = [];
  const numbers = new Map<string, number>();
  /** 1 for a document number that was removed or replaced; the same facts as the gaps in `rows`. */
  let dead: Uint8Array = new Uint8Array(1024);
  const words = createTokenSpace<string>(indexTuning.words);
  const bigrams = createTokenSpace<number>(indexTuning.bigrams);
  const characters = createTokenSpace<number>(indexTuning.characters);
  const spaces = [words, bigrams, characters];
  /** One accumulator a space, kept between searches so that none allocates by the collection's size. */
  let scores = spaces.map(() => new Float32Array(1024));

  function remove(id: string) {
    const document = numbers.get(id);
    if (document === undefined) return;
    numbers.delete(id);
    rows[document] = undefined;
    if (document >= dead.length) {
      const grown = new Uint8Array(rows.length * 2);
      grown.set(dead);
      dead = grown;
    }
    dead[document] = 1;
    for (const space of spaces) space.forget(document);
  }

  function clearScores() {
    if (scores[0]!.length < rows.length) {
      scores = spaces.map(() => new Float32Array(rows.length * 2));
    } else for (const array of scores) array.fill(0, 0, rows.length);
  }

  function closeGaps() {
    const renumber = new Uint32Array(rows.length);
    let next = 0;
    rows.forEach((row, document) => {
      if (row === undefined) return;
      numbers.set(row.id, next);
      renumber[document] = next++;
    });
    for (const space of spaces) space.renumber(renumber, dead);
    rows = rows.filter((row) => row !== undefined);
    dead.fill(0);
  }

  return {
    remove,
    /** The same or an older revision changes nothing, whatever the order of the jobs. */
    upsert(document: CandidateDocument) {
      const known = numbers.get(document.id);
      if (known !== undefined && rows[known]!.revision >= document.revision) return;
      remove(document.id);
      const terms = indexedTerms(document, indexTuning.fields, segmenter);
      const number = rows.push(rowOf(document, findQuantities(document.body))) - 1;
      numbers.set(document.id, number);
      words.add(number, terms.words);
      bigrams.add(number, terms.bigrams);
      characters.add(number, terms.characters);
    },
    search({ query, filters, limit, facets }: CandidateSearch): CandidateAnswer {
      clearScores();
      const [inWords, inBigrams, inCharacters] = scores as [
        Float32Array,
        Float32Array,
        Float32Array,
      ];
      const live = numbers.size;
      const bestWords = words.score(query.words, live, inWords) || 1;
      const bestBigrams = bigrams.score(query.bigrams, live, inBigrams) || 1;
      const bestCharacters = characters.score(query.characters, live, inCharacters) || 1;
      const wordFactor = indexTuning.shares.words / bestWords;
      const bigramFactor = indexTuning.shares.bigrams / bestBigrams;
      const characterFactor = indexTuning.shares.characters / bestCharacters;

      const accepts = createRowFilter(filters);
      const counter = facets ? createFacetCounter() : undefined;
      const top = createTopDocuments(limit);
      let total = 0;
      for (let document = 0; document < rows.length; document += 1) {
        const score =
          inWords[document]! * wordFactor +
          inBigrams[document]! * bigramFactor +
          inCharacters[document]! * characterFactor;
        if (score === 0) continue;
        const row = rows[document];
        if (row === undefined || !accepts(row)) continue;
        total += 1;
        counter?.add(row);
        top.offer(document, score);
      }
      const items = top.take().map(({ document, score }): Candidate => {
        const row = rows[document]!;
        return {
          id: row.id,
          revision: row.revision,
          spaces: {
            words: inWords[document]! / bestWords,
            bigrams: inBigrams[document]! / bestBigrams,
            characters: inCharacters[document]! / bestCharacters,
          },
          score,
          field: fieldOf(row),
          stage: capabilityStages[row.stage],
          organizationId: row.organizationId,
          quantities: row.quantities,
        };
      });
      return { items, total, facets: counter?.facets };
    },
    statistics(query: CandidateQuery): CollectionStatistics {
      const live = numbers.size;
      return {
        weights: {
          words: weighed(query.words, (term) => words.worth(term, live)),
          bigrams: weighed(query.bigrams, (term) => bigrams.worth(term, live)),
          characters: weighed(query.characters, (term) => characters.worth(term, live)),
        },
        means: {
          words: words.meanLength(live),
          bigrams: bigrams.meanLength(live),
          characters: characters.meanLength(live),
        },
      };
    },
    count: () => numbers.size,
    /** A list of their own: rows are replaced, never changed, so it stays true while it is read. */
    rows: () => rows.filter((row) => row !== undefined),
    *tidy(all = false) {
      for (const space of spaces) yield* space.tidy(dead, all);
    },
    /** Everything as plain arrays, which share memory with the core: write them out at once. */
    dump(): IndexDump {
      // What came in since the last tidying is little, so this part may run in one go.
      for (const space of spaces) for (const _ of space.tidy(dead, true));
      if (numbers.size < rows.length) closeGaps();
      return {
        rows: rows as DocumentRow[],
        words: words.dump(),
        bigrams: bigrams.dump(),
        characters: characters.dump(),
      };
    },
    load(dump: IndexDump) {
      rows = dump.rows;
      dump.rows.forEach((row, document) => {
        numbers.set(row.id, document);
      });
      words.load(dump.words);
      bigrams.load(dump.bigrams);
      characters.load(dump.characters);
    },
  };
}

function weighed<K>(query: ReadonlyMap<K, number>, worth: (term: K) => number): Map<K, number> {
  return new Map([...query].map(([term, weight]) => [term, weight * worth(term)]));
}

function createFacetCounter() {
  const facets: CandidateFacets = { field: {}, stage: {}, organizationId: {} };
  const count = (group: Record<string, number>, key: string | undefined) => {
    if (key !== undefined) group[key] = (group[key] ?? 0) + 1;
  };
  return {
    facets,
    add(row: DocumentRow) {
      count(facets.field, fieldOf(row));
      count(facets.stage, capabilityStages[row.stage]);
      count(facets.organizationId, row.organizationId);
    },
  };
}
