import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import {
  hit,
  type Judgments,
  ndcg,
  ndcgJudged,
  recall,
  reciprocalRank,
} from '../../src/features/matching/retrieval-measures.ts';

const capability = z.object({
  id: z.string(),
  title: z.string(),
  abstract: z.string(),
  keywords: z.array(z.string()).default([]),
});
const need = z.object({ id: z.string(), title: z.string(), problem: z.string() });

export interface TestCollection {
  capabilities: z.output<typeof capability>[];
  needs: z.output<typeof need>[];
  judgments: Map<string, Map<string, number>>;
}

/**
 * A folder with `capabilities.jsonl`, `needs.jsonl` and TREC judgments in `qrels.txt`; or another
 * file's needs, and among the capabilities of other folders.
 */
export async function readCollection(
  folder: string,
  { needs = 'needs.jsonl', among = [] }: { needs?: string; among?: readonly string[] } = {},
): Promise<TestCollection> {
  const lines = async (name: string, where = folder) =>
    (await readFile(join(where, name), 'utf8')).split('\n').filter((line) => line.trim() !== '');
  const judgments = new Map<string, Map<string, number>>();
  for (const line of await lines('qrels.txt')) {
    const [needId, , capabilityId, grade] = line.trim().split(/\s+/);
    const graded = judgments.get(needId!) ?? new Map<string, number>();
    judgments.set(needId!, graded.set(capabilityId!, Number(grade)));
  }
  const rows: string[] = [];
  for (const where of [folder, ...among]) rows.push(...(await lines('capabilities.jsonl', where)));
  return {
    capabilities: rows.map((row) => capability.parse(JSON.parse(row))),
    needs: (await lines(needs)).map((row) => need.parse(JSON.parse(row))),
    judgments,
  };
}

const measures = {
  'nDCG@10': ndcg,
  'nDCG@10 judged only': ndcgJudged,
  'hit@5': hit,
  MRR: reciprocalRank,
  'recall@50': recall,
} as const;
type Measure = keyof typeof measures;

/** Means over the needs, with half the width of a 95 % interval by the normal approximation. */
export function measure(
  rankings: ReadonlyMap<string, string[]>,
  judged: TestCollection['judgments'],
) {
  const rows = [...rankings].map(([needId, ranked]) => {
    const judgments: Judgments = judged.get(needId) ?? new Map();
    return { ranked, judgments };
  });
  return Object.fromEntries(
    Object.entries(measures).map(([name, of]) => {
      const values = rows.map(({ ranked, judgments }) => of(ranked, judgments));
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1);
      return [name, { mean, margin: 1.96 * Math.sqrt(variance / values.length) }];
    }),
  ) as Record<Measure, { mean: number; margin: number }>;
}

export function printMeasures(measured: ReturnType<typeof measure>): void {
  for (const [name, { mean, margin }] of Object.entries(measured)) {
    console.log(`${name.padEnd(22)} ${mean.toFixed(3)} ± ${margin.toFixed(3)}`);
  }
}
