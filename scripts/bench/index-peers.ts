import Database from 'libsql';
import MiniSearch from 'minisearch';
import type { CandidateQuery } from '../../src/features/matching/candidate-index.ts';
import type { IndexedTerms } from '../../src/features/matching/indexed-terms.ts';
import { createWordDictionary } from '../../src/features/matching/term-dictionary.ts';

/** What every peer answers: how many of the best documents it found. */
export interface Peer {
  add(terms: IndexedTerms): void;
  /** Called once, when everything is added. */
  finish(): void;
  search(query: CandidateQuery): number;
}

export type Spaces = readonly (keyof IndexedTerms)[];

const best = 300;

/** The same tokens for every peer, as short words: a space's letter and the term's number. */
function createTokens(spaces: Spaces) {
  const dictionary = createWordDictionary();
  const token = (space: string, term: unknown) =>
    `t${dictionary.intern(`${space}${term}`).toString(36)}`;
  return {
    ofDocument: (terms: IndexedTerms) =>
      spaces.flatMap((space) =>
        [...terms[space].frequencies].map(
          ([term, frequency]) => [token(space, term), frequency] as const,
        ),
      ),
    ofQuery: (query: CandidateQuery) =>
      spaces.flatMap((space) => [...query[space].keys()].map((term) => token(space, term))),
  };
}

const textOf = (tokens: readonly (readonly [string, number])[]) =>
  tokens.flatMap(([token, frequency]) => new Array<string>(frequency).fill(token)).join(' ');

/** SQLite's full-text index, in memory, ordered by its own bm25. */
export function createFts5(spaces: Spaces): Peer {
  const tokens = createTokens(spaces);
  const db = new Database(':memory:');
  db.exec(`CREATE VIRTUAL TABLE texts USING fts5(text, content='')`);
  const insert = db.prepare('INSERT INTO texts(rowid, text) VALUES (?, ?)');
  const select = db.prepare(
    `SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ${best}`,
  );
  let added = 0;
  db.exec('BEGIN');
  return {
    add: (terms) => {
      insert.run(++added, textOf(tokens.ofDocument(terms)));
    },
    finish: () => {
      db.exec('COMMIT');
      db.exec(`INSERT INTO texts(texts) VALUES ('optimize')`);
    },
    search: (query) => select.all(tokens.ofQuery(query).join(' OR ')).length,
  };
}

export function createMiniSearch(spaces: Spaces): Peer {
  const tokens = createTokens(spaces);
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
  });
  let added = 0;
  return {
    add: (terms) => index.add({ id: ++added, text: textOf(tokens.ofDocument(terms)) }),
    finish: () => {},
    search: (query) => index.search(tokens.ofQuery(query).join(' ')).slice(0, best).length,
  };
}

/** An inverted index as one would write it in forty lines: typed arrays, one loop, no tricks. */
export function createPlainScan(spaces: Spaces, ignoreAbove: number): Peer {
  const tokens = createTokens(spaces);
  const dictionary = createWordDictionary();
  let gathered: { documents: number[]; frequencies: number[] }[] = [];
  let postings: { documents: Uint32Array; frequencies: Uint8Array }[] = [];
  const lengths: number[] = [];
  let norms = new Float32Array(0);
  let scores = new Float32Array(0);
  return {
    add(terms) {
      const found = tokens.ofDocument(terms);
      for (const [token, frequency] of found) {
        const number = dictionary.intern(token);
        gathered[number] ??= { documents: [], frequencies: [] };
        gathered[number].documents.push(lengths.length);
        gathered[number].frequencies.push(Math.min(255, frequency));
      }
      lengths.push(found.reduce((sum, [, frequency]) => sum + frequency, 0));
    },
    finish() {
      postings = gathered.map(({ documents, frequencies }) => ({
        documents: Uint32Array.from(documents),
        frequencies: Uint8Array.from(frequencies),
      }));
      gathered = [];
      const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
      norms = Float32Array.from(lengths, (length) => 1.2 * (0.25 + (0.75 * length) / mean));
      scores = new Float32Array(lengths.length);
    },
    search(query) {
      scores.fill(0);
      for (const token of tokens.ofQuery(query)) {
        const list = postings[dictionary.find(token)];
        if (list === undefined || list.documents.length > ignoreAbove * lengths.length) continue;
        const { documents, frequencies } = list;
        const rarity = Math.log(
          1 + (lengths.length - documents.length + 0.5) / (documents.length + 0.5),
        );
        for (let i = 0; i < documents.length; i += 1) {
          const document = documents[i]!;
          const frequency = frequencies[i]!;
          scores[document]! += (rarity * frequency) / (frequency + norms[document]!);
        }
      }
      return bestOf(scores).length;
    },
  };
}

/** The best documents: a list that is cut back to the best whenever it is four times too long. */
function bestOf(scores: Float32Array): number[] {
  let kept: number[] = [];
  let floor = 0;
  const cut = () => {
    kept.sort((a, b) => scores[b]! - scores[a]!);
    kept = kept.slice(0, best);
    if (kept.length === best) floor = scores[kept[best - 1]!]!;
  };
  for (let document = 0; document < scores.length; document += 1) {
    if (scores[document]! <= floor) continue;
    kept.push(document);
    if (kept.length === 4 * best) cut();
  }
  cut();
  return kept;
}
