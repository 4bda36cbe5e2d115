import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Script } from './find-terms.ts';
import { createTopDocuments } from './top-documents.ts';
import { dot, type Vector } from './vector.ts';

export type Neighbour = { id: string; similarity: number };

/** How alike a vector and the collection are at large: what makes one similarity a high one. */
export type MeaningStatistics = { mean: number; deviation: number };

/** By script: a text in the same language is nearer for its language alone. */
export type MeaningByScript = Record<Script, MeaningStatistics>;

const chunkRows = 4096;
const sampleRows = 1000;
/** Fewer documents of a script say little, and are compared with the whole. */
const fewest = 20;

/**
 * Vectors by id, in chunks of bytes, looked through as a whole: exact, and at 100,000 short enough
 * in slices that other work goes on between them. All are of one model, so of one length.
 */
export function createVectorTable() {
  let dimensions = 0;
  let chunks: Int8Array[] = [];
  let scales = new Float32Array(chunkRows);
  const ids: (string | undefined)[] = [];
  const rows = new Map<string, number>();
  const free: number[] = [];

  const at = (row: number) => ({
    codes: chunks[Math.floor(row / chunkRows)]!,
    offset: (row % chunkRows) * dimensions,
  });

  function similarityOf(row: number, { codes, scale }: Vector): number {
    const place = at(row);
    return dot(codes, place.codes, place.offset) * scale * scales[row]!;
  }

  function newRow(): number {
    const row = free.pop() ?? ids.length;
    if (row % chunkRows === 0 && chunks[row / chunkRows] === undefined) {
      chunks.push(new Int8Array(chunkRows * dimensions));
      if (scales.length < chunks.length * chunkRows) {
        const grown = new Float32Array(chunks.length * chunkRows * 2);
        grown.set(scales);
        scales = grown;
      }
    }
    return row;
  }

  function clear() {
    dimensions = 0;
    chunks = [];
    ids.length = 0;
    free.length = 0;
    rows.clear();
  }

  return {
    size: () => rows.size,

    set(id: string, vector: Vector) {
      if (vector.codes.length !== dimensions) {
        clear();
        dimensions = vector.codes.length;
      }
      const row = rows.get(id) ?? newRow();
      const place = at(row);
      place.codes.set(vector.codes, place.offset);
      scales[row] = vector.scale;
      ids[row] = id;
      rows.set(id, row);
    },

    remove(id: string) {
      const row = rows.get(id);
      if (row === undefined) return;
      rows.delete(id);
      ids[row] = undefined;
      free.push(row);
    },

    similarity(id: string, query: Vector): number | undefined {
      const row = rows.get(id);
      if (row === undefined || query.codes.length !== dimensions) return undefined;
      return similarityOf(row, query);
    },

    /** The nearest, nearest first. */
    async nearest(query: Vector, limit: number): Promise<Neighbour[]> {
      const top = createTopDocuments(limit);
      for (let from = 0; from < ids.length; from += chunkRows) {
        if (from > 0) await nextTurn();
        if (query.codes.length !== dimensions) return [];
        const end = Math.min(ids.length, from + chunkRows);
        for (let row = from; row < end; row += 1) {
          if (ids[row] !== undefined) top.offer(row, similarityOf(row, query));
        }
      }
      return top.take().flatMap(({ document, score }) => {
        const id = ids[document];
        return id === undefined ? [] : [{ id, similarity: score }];
      });
    },

    /** From up to a thousand rows, the same ones every time. */
    statistics(
      query: Vector,
      scriptOf: (id: string) => Script | undefined,
    ): MeaningByScript | undefined {
      if (query.codes.length !== dimensions) return undefined;
      const step = Math.max(1, ids.length / sampleRows);
      const all: number[] = [];
      const byScript: Record<Script, number[]> = { chinese: [], latin: [] };
      for (let place = 0; place < ids.length; place += step) {
        const row = Math.floor(place);
        const id = ids[row];
        if (id === undefined) continue;
        const similarity = similarityOf(row, query);
        all.push(similarity);
        const script = scriptOf(id);
        if (script !== undefined) byScript[script].push(similarity);
      }
      if (all.length < 2) return undefined;
      const of = (some: number[]) => spreadOf(some.length < fewest ? all : some);
      return { chinese: of(byScript.chinese), latin: of(byScript.latin) };
    },
  };
}

function spreadOf(values: readonly number[]): MeaningStatistics {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(square) };
}
